using System.Text.Json.Nodes;
using BpoDirectory.Editing;

namespace BpoDirectory.Settings;

/// <summary>One of the settings, as it is compared and told of.</summary>
/// <param name="Name">As in <see cref="SettingsContent"/>, in JSON.</param>
/// <param name="Label">What it is called.</param>
/// <param name="ToText">Its value in words; empty when there is none.</param>
public sealed record SettingsField(string Name, string Label, Func<SettingsContent, string> ToText)
{
    private const string None = "none";

    /// <summary>All of them, in the order of the form.</summary>
    public static readonly IReadOnlyList<SettingsField> All =
    [
        new("name", "Name", content => content.Name),
        new("logo", "Logo", content => content.Logo is { } logo ? $"picture {logo.Hash[..8]}" : ""),
        new("accent", "Accent colour", content => content.Accent),
        new("headline", "Question over the search box", content => content.Headline),
        new("examples", "Examples", content => string.Join(", ", content.Examples.Select(example => $"“{example}”"))),
        new("timeZone", "Time zone", content => content.TimeZone),
        new("reportAddress", "Address for mistakes", content => content.ReportAddress),
        new("footerLinks", "Links at the foot",
            content => string.Join(", ", content.FooterLinks.Select(link => $"{link.Label} ({link.Address})"))),
    ];

    /// <summary>The fields in which two contents differ.</summary>
    public static IReadOnlyList<SettingsField> Differing(SettingsContent one, SettingsContent other)
    {
        var (first, second) = (ContentJson.ToNode(one), ContentJson.ToNode(other));
        return [.. All.Where(field => !JsonNode.DeepEquals(first[field.Name], second[field.Name]))];
    }

    /// <summary>What somebody typed, with what somebody else saved meanwhile in every field that they left as it was.</summary>
    /// <param name="before">What the typing started from.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="saved">What was saved meanwhile.</param>
    public static SettingsContent Merge(SettingsContent before, SettingsContent typed, SettingsContent saved)
    {
        var (merged, newer) = (ContentJson.ToNode(typed), ContentJson.ToNode(saved));
        foreach (var field in All.Except(Differing(before, typed)))
            merged[field.Name] = newer[field.Name]?.DeepClone();
        return ContentJson.FromNode<SettingsContent>(merged);
    }

    /// <summary>What changes in the field: “Name: Old → New”.</summary>
    public string Describe(SettingsContent before, SettingsContent after) => $"{Label}: {Shown(before)} → {Shown(after)}";

    /// <summary>The value in words, also where there is none.</summary>
    public string Shown(SettingsContent content) => ToText(content) is { Length: > 0 } text ? text : None;
}
