using System.Text.RegularExpressions;
using BpoDirectory.Data;

namespace BpoDirectory.Search.Questions;

/// <summary>What a question says of how somebody is to be reached: "phone number for payroll", "how do I e-mail HR".</summary>
/// <param name="Kind">The kind of channel that is wanted; null where any will do: "contact details of HR".</param>
/// <param name="Subject">The question without that; the whole question where it is a sentence of its own: "who do I call when ...".</param>
/// <param name="IsCertain">
/// Whether nothing else can be meant. "I lost my phone" wants no number, and "legal phone" does: only what the directory names can be
/// reached.
/// </param>
internal sealed partial record ContactWish(ChannelKind? Kind, string Subject, bool IsCertain)
{
    private const string Nouns =
        """
        (?<phone>(?:tele)?phone\ (?:number|line|extension)|(?:mobile|direct|office|fax)\ number)
        |(?<email>(?:e-?mail|mail)\ address|mailbox)
        |(?<chat>chat\ (?:channel|link|address))
        |(?<form>(?:contact|request|web)\ form)
        |(?<visit>(?:office|street|postal|visiting)\ address)
        |(?<any>contact\ (?:details?|info|information|data|person|address))
        """;

    private const string ShortNouns = @"(?<phone>(?:tele)?phone|fax|extension)|(?<email>e-?mail)|(?<chat>chat)|(?<any>contact)";

    private const string Verbs =
        """
        (?<phone>call|phone|ring|telephone)|(?<email>e-?mail|write\ (?:an?\ e-?mail\ )?to)|(?<chat>chat\ with|message)|(?<visit>visit)
        """;

    /// <summary>What a question wishes; null where it says nothing of it.</summary>
    public static ContactWish? In(string question)
    {
        foreach (var noun in (Match[])[NounFirst().Match(question), NounLast().Match(question)])
            if (noun.Success)
                return new ContactWish(KindIn(noun), noun.Groups["subject"].Value, noun.Groups["certain"].Success);
        return VerbOf().Match(question) is { Success: true } verb ? new ContactWish(KindIn(verb), question, true) : null;
    }

    private static ChannelKind? KindIn(Match match) => Enum.GetValues<ChannelKind>().Cast<ChannelKind?>()
        .FirstOrDefault(kind => match.Groups[kind.ToString()!.ToLowerInvariant()].Success);

    [GeneratedRegex(
        $"""
        ^(?:(?:what(?:['’]?s|\ is|\ are)|which\ is|where(?:['’]?s|\ is|\ are)|where\ do\ i\ find|give\ me|send\ me|show\ me|tell\ me|i\ need|i\ want|need|find|is\ there|do\ (?:you|we)\ have|looking\ for)\ )?
        (?:(?:the|an?|my|our|your|any)\ )?(?:(?<certain>{Nouns}|(?<phone>number)(?=\ for\b))|{ShortNouns})\ (?:of|for|to\ (?:reach|contact|call))\ (?:(?:the|our|my|your)\ )?(?<subject>\S.*)$
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex NounFirst();

    [GeneratedRegex($"""^(?<subject>\S.*?)(?:['’]s)?\ (?:{Nouns}|{ShortNouns})[?.!]*$""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex NounLast();

    [GeneratedRegex(
        $$"""^(?:how|who|whom|where|can|could|may|i|i['’]d|best|is\ there)\b.{0,40}?\b(?:do|can|could|should|would|to|i|we)\ (?:{{Verbs}})\b""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex VerbOf();
}
