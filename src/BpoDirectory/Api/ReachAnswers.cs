using System.Text.Json.Serialization;
using BpoDirectory.Data;

namespace BpoDirectory.Api;

/// <summary>A way to reach a department.</summary>
/// <param name="Kind">How it is used.</param>
/// <param name="Value">The e-mail address, the phone number in E.164 (an extension behind “;ext=”), the web address, or the place.</param>
/// <param name="Text">The same as people write it.</param>
/// <param name="Label">What it is called, where that needs saying.</param>
/// <param name="Note">What people should know before they use it.</param>
/// <param name="Function">Slug of the function that it is for; null when it is for all that the department does.</param>
public sealed record ChannelAnswer(ChannelKind Kind, string Value, string Text, string? Label, string? Note, string? Function)
{
    internal static ChannelAnswer From(ChannelDetails channel) =>
        new(channel.Kind, channel.Value, channel.Text, channel.Label, channel.Note, channel.Function?.Slug);

    internal static ChannelAnswer? FromOptional(ChannelDetails? channel) => channel is null ? null : From(channel);
}

/// <summary>When a department can be reached.</summary>
/// <param name="TimeZone">The IANA name of its time zone.</param>
/// <param name="Always">Whether it is open at all hours.</param>
/// <param name="Days">Its hours otherwise.</param>
/// <param name="Note">What the days do not say, such as holidays.</param>
public sealed record HoursAnswer(string TimeZone, bool Always, IReadOnlyList<OpenDaysAnswer> Days, string? Note)
{
    internal static HoursAnswer From(OpeningHours hours) => new(
        hours.TimeZone, hours.IsAlways,
        [.. hours.Days.Select(d =>
            new OpenDaysAnswer(d.FirstDay, d.LastDay, OpeningInterval.ToText(d.Opens), OpeningInterval.ToText(d.Closes)))], hours.Note);
}

/// <summary>Days in a row and the hours of each.</summary>
/// <param name="FirstDay">The first day.</param>
/// <param name="LastDay">The last day; the first again where it is one only.</param>
/// <param name="Opens">When it opens: 09:00.</param>
/// <param name="Closes">When it closes; on the following day where that is not after the opening.</param>
public sealed record OpenDaysAnswer(DayOfWeek FirstDay, DayOfWeek LastDay, string Opens, string Closes);

/// <summary>Somebody's role in a department.</summary>
/// <param name="Person">Slug of the person.</param>
/// <param name="Role">What the person is there.</param>
public sealed record AssignedPersonAnswer(string Person, PersonRole Role);

/// <summary>Whom to turn to when a department did not help.</summary>
/// <param name="When">When the step is taken.</param>
/// <param name="Person">Slug of who is asked; left out where nobody is named, or people are not shown.</param>
/// <param name="Kind">How the value is used; left out where a person alone is named.</param>
/// <param name="Value">The e-mail address, the phone number in E.164, the web address, or the place.</param>
/// <param name="Note">What people should know.</param>
public sealed record EscalationAnswer(
    string When, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Person,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ChannelKind? Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Value, string? Note)
{
    internal static EscalationAnswer From(EscalationDetails step) =>
        new(step.When, step.Person?.Slug, step.Channel?.Kind, step.Channel?.Value, step.Note);
}
