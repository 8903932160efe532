using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Editing;

namespace BpoDirectory.Api;

/// <summary>A way to reach the department. One that stays is known by its kind, its value and its function.</summary>
/// <param name="Kind">How it is used.</param>
/// <param name="Value">The e-mail address, the phone number with + and the country code, the web address, or the place.</param>
/// <param name="Label">What it is called. Left out or null, the label it had stays; an empty text clears it.</param>
/// <param name="Note">What people should know before they use it; left out, the note it had stays.</param>
/// <param name="Function">Slug of the department's function that it is for; left out when it is for all that the department does.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ChannelBody(ChannelKind? Kind, string? Value, string? Label, string? Note, string? Function)
{
    /// <summary>As it was read; follows from the value.</summary>
    public JsonElement? Text { get; init; }

    internal ChannelContent ToContent() => new() { Kind = Kind, Value = Value ?? "", Function = Function ?? "" };
}

/// <summary>When the department can be reached.</summary>
/// <param name="TimeZone">The IANA name of its time zone, such as Asia/Manila; an empty text takes all hours away.</param>
/// <param name="Always">Whether it is open at all hours.</param>
/// <param name="Days">Its hours otherwise.</param>
/// <param name="Note">What the days do not say, such as holidays.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record HoursBody(
    string? TimeZone, bool? Always, [property: MaxLength(Rules.MostItems)] IReadOnlyList<OpenDaysBody>? Days, string? Note)
{
    internal void ApplyTo(DepartmentContent content)
    {
        (content.TimeZone, content.AlwaysOpen, content.HoursNote) = (TimeZone ?? "", Always ?? false, Note ?? "");
        // Days that stay are known by their place.
        content.Hours = [.. (Days ?? []).Select((days, index) => new HoursContent
        {
            Key = content.Hours.ElementAtOrDefault(index)?.Key ?? KeyedContent.NewKey(),
            FirstDay = days.FirstDay, LastDay = days.LastDay ?? days.FirstDay, Opens = days.Opens ?? "", Closes = days.Closes ?? "",
        })];
    }
}

/// <summary>Days in a row and the hours of each.</summary>
/// <param name="FirstDay">The first day.</param>
/// <param name="LastDay">The last day; left out where it is one only.</param>
/// <param name="Opens">When it opens: 09:00.</param>
/// <param name="Closes">When it closes; on the following day where that is not after the opening.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record OpenDaysBody(DayOfWeek? FirstDay, DayOfWeek? LastDay, string? Opens, string? Closes);

/// <summary>Somebody's role in the department.</summary>
/// <param name="Person">Slug of the person.</param>
/// <param name="Role">What the person is there; the lead when left out.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record AssignedPersonBody(string? Person, PersonRole? Role)
{
    internal AssignedPersonContent ToContent() => new() { Person = Person ?? "", Role = Role ?? PersonRole.Lead };
}

/// <summary>
/// Whom to turn to when the department did not help: a person, a channel or both. One that stays is known by all that it says but its note.
/// </summary>
/// <param name="When">When the step is taken.</param>
/// <param name="Person">Slug of who is asked.</param>
/// <param name="Kind">How the value is used.</param>
/// <param name="Value">The e-mail address, the phone number with + and the country code, the web address, or the place.</param>
/// <param name="Note">What people should know.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record EscalationBody(string? When, string? Person, ChannelKind? Kind, string? Value, string? Note)
{
    internal EscalationStepContent ToContent() => new()
    {
        When = When ?? "", Person = Person ?? "", Kind = Kind, Value = Value ?? "", Note = Note ?? "",
    };
}

/// <summary>What the department promises. One that stays is known by its measure.</summary>
/// <param name="Measure">What is measured.</param>
/// <param name="Target">What is promised.</param>
/// <param name="Note">What else there is to say; left out, the note it had stays.</param>
/// <param name="Link">An http or https address; left out, the one it had stays.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ServiceLevelBody(string? Measure, string? Target, string? Note, string? Link);

/// <summary>A link to something that the department has elsewhere. One that stays is known by its address.</summary>
/// <param name="Kind">What it leads to; other when left out.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Address">An http or https address.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record LinkBody(LinkKind? Kind, string? Label, string? Address);
