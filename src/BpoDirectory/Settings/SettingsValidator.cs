using BpoDirectory.Data;
using BpoDirectory.Editing;

namespace BpoDirectory.Settings;

/// <summary>What settings must keep to before they are saved.</summary>
public static class SettingsValidator
{
    /// <summary>Longest name of the directory, and longest label of a link, in UTF-16 code units.</summary>
    public const int NameLength = 60;

    /// <summary>Most examples of questions, and most links at the foot.</summary>
    public const int MostItems = 8;

    /// <summary>Everything that prevents saving a content that <see cref="Normalize"/> gave.</summary>
    public static IReadOnlyList<FieldProblem> Check(SettingsContent content)
    {
        var problems = new ProblemList();
        void Note(string field, string? message)
        {
            if (message is not null)
                problems.Add(field, message);
        }
        Note("name", Rules.CheckRequired(content.Name, "a name", NameLength));
        Note("accent", AccentColour.Check(content.Accent));
        Note("headline", Rules.CheckRequired(content.Headline, "a question", Rules.NameLength));
        Note("examples", CheckCount(content.Examples.Count, "examples"));
        foreach (var (index, example) in content.Examples.Index())
            Note($"examples[{index}]", Rules.CheckRequired(example, "an example", Rules.NameLength));
        problems.CheckUnique(content.Examples, index => $"examples[{index}]", "example");
        if (content.TimeZone.Length > 0 && OpeningHours.FindZone(content.TimeZone) is null)
            Note("timeZone", $"“{content.TimeZone}” is no time zone: choose one of the list.");
        if (content.ReportAddress.Length > 0)
            Note("reportAddress", ChannelValue.Check(ChannelKind.Email, content.ReportAddress));
        Note("footerLinks", CheckCount(content.FooterLinks.Count, "links"));
        foreach (var (index, link) in content.FooterLinks.Index())
        {
            Note($"footerLinks[{index}].label", Rules.CheckRequired(link.Label, "what the link is called", NameLength));
            Note($"footerLinks[{index}].address", ChannelValue.Check(ChannelKind.Web, link.Address));
        }
        return problems.All;
    }

    /// <summary>The form in which a content is kept: no blanks around its texts, and no rows that nothing was typed into.</summary>
    public static SettingsContent Normalize(SettingsContent content) => new()
    {
        Name = Clean(content.Name),
        Logo = content.Logo,
        Accent = content.Accent.Trim().ToLowerInvariant(),
        Headline = Clean(content.Headline),
        Examples = [.. content.Examples.Select(Clean).Where(example => example.Length > 0)],
        TimeZone = content.TimeZone.Trim(),
        ReportAddress = content.ReportAddress.Trim(),
        FooterLinks =
        [
            .. content.FooterLinks
                .Select(link => new FooterLink { Key = link.Key, Label = Clean(link.Label), Address = link.Address.Trim() })
                .Where(link => link.Label.Length > 0 || link.Address.Length > 0),
        ],
    };

    private static string? CheckCount(int count, string what) =>
        count > MostItems ? $"Keep {MostItems} {what} at most; there are {count}." : null;

    private static string Clean(string text) => Rules.WithoutHidden(text.Trim()).Trim();
}
