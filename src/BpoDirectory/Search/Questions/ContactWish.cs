using System.Text.RegularExpressions;
using BpoDirectory.Data;

namespace BpoDirectory.Search.Questions;

/// <summary>What a question says of how somebody is to be reached: "phone number for payroll", "how do I e-mail HR".</summary>
/// <param name="Kind">The kind of channel that is wanted; null where any will do: "contact details of HR".</param>
/// <param name="Subject">The question without that; the whole question where it is a sentence of its own: "who do I call when ...".</param>
internal sealed partial record ContactWish(ChannelKind? Kind, string Subject)
{
    private const string Nouns =
        """
        (?<phone>(?:tele)?phone\ (?:number|line)|(?:mobile|direct|office)\ number|extension)
        |(?<email>(?:e-?mail|mail)\ address|mailbox|e-?mail)
        |(?<chat>chat(?:\ (?:channel|link|address))?)
        |(?<form>(?:contact|request|web)\ form)
        |(?<visit>(?:office|street|postal|visiting)\ address)
        |(?<any>contact(?:\ (?:details?|info|information|data|person|address))?)
        """;

    private const string Verbs =
        """
        (?<phone>call|phone|ring|telephone)|(?<email>e-?mail|write\ (?:an?\ e-?mail\ )?to|mail|write)|(?<chat>chat\ with|message)|(?<visit>visit)
        """;

    /// <summary>What a question wishes; null where it says nothing of it.</summary>
    public static ContactWish? In(string question)
    {
        if (Matched(NounFirst().Match(question)) is { } before)
            return before;
        if (Matched(NounLast().Match(question)) is { } behind)
            return behind;
        return VerbOf().Match(question) is { Success: true } verb ? new ContactWish(KindIn(verb), question) : null;
    }

    private static ContactWish? Matched(Match match) => match.Success ? new ContactWish(KindIn(match), match.Groups["subject"].Value) : null;

    private static ChannelKind? KindIn(Match match) => Enum.GetValues<ChannelKind>().Cast<ChannelKind?>()
        .FirstOrDefault(kind => match.Groups[kind.ToString()!.ToLowerInvariant()].Success);

    [GeneratedRegex(
        $"""
        ^(?:(?:what(?:['’]?s|\ is|\ are)|which\ is|where(?:['’]?s|\ is|\ are)|where\ do\ i\ find|give\ me|send\ me|show\ me|tell\ me|i\ need|i\ want|need|find|is\ there|do\ (?:you|we)\ have|looking\ for)\ )?
        (?:(?:the|an?|my|our|your|any)\ )?(?:{Nouns}|(?<phone>(?:tele)?phone|number)(?=\ for\b))\ (?:of|for|at|to\ (?:reach|contact|call))\ (?:(?:the|our|my|your)\ )?(?<subject>\S.*)$
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex NounFirst();

    [GeneratedRegex($"""^(?<subject>\S.*?)(?:['’]s)?\ (?:{Nouns}|(?<phone>phone))[?.!]*$""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex NounLast();

    [GeneratedRegex($$"""^(?:how|who|whom|where|can|could|may|i|i['’]d|best|is\ there)\b.{0,40}?\b(?:do|can|could|should|would|to|i|we)\ (?:{{Verbs}})\b""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex VerbOf();
}
