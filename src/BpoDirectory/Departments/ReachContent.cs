using BpoDirectory.Data;
using BpoDirectory.Editing;

namespace BpoDirectory.Departments;

/// <summary>A way to reach the department.</summary>
public sealed class ChannelContent : KeyedContent
{
    /// <summary>The address, number or place as people write it; see <see cref="ChannelValue"/>.</summary>
    public string Value { get; set; } = "";

    /// <summary>Null in a new channel until it is chosen.</summary>
    public ChannelKind? Kind { get; set; }

    public string Label { get; set; } = "";

    public string Note { get; set; } = "";

    /// <summary>Slug of the department's function that it is for; empty when it is for all that the department does.</summary>
    public string Function { get; set; } = "";

    /// <summary>The value as it is kept; as it stands here where it is none of its kind.</summary>
    internal string KeptValue => (Kind is { } kind ? ChannelValue.TryNormalize(kind, Value) : null) ?? Value.Trim();
}

/// <summary>Hours of some days in a row; see <see cref="OpeningInterval"/>.</summary>
public sealed class HoursContent : KeyedContent
{
    /// <summary>Null in new hours until it is chosen, and the last day likewise.</summary>
    public DayOfWeek? FirstDay { get; set; }

    public DayOfWeek? LastDay { get; set; }

    /// <summary>A time of the day: 09:00.</summary>
    public string Opens { get; set; } = "";

    /// <summary>When it closes; on the following day where that is not after <see cref="Opens"/>.</summary>
    public string Closes { get; set; } = "";
}

/// <summary>Somebody's role in the department.</summary>
public sealed class AssignedPersonContent : KeyedContent
{
    /// <summary>Slug; empty in a new one until it is chosen.</summary>
    public string Person { get; set; } = "";

    public PersonRole Role { get; set; }
}

/// <summary>Whom to turn to when the department did not help: a person, a channel, or both.</summary>
public sealed class EscalationStepContent : KeyedContent
{
    /// <summary>“after 4 hours without an answer”.</summary>
    public string When { get; set; } = "";

    /// <summary>Slug; empty for none.</summary>
    public string Person { get; set; } = "";

    /// <summary>Null where a person alone is named.</summary>
    public ChannelKind? Kind { get; set; }

    /// <summary>The address, number or place as people write it; see <see cref="ChannelValue"/>.</summary>
    public string Value { get; set; } = "";

    public string Note { get; set; } = "";

    /// <summary>The value as it is kept; as it stands here where it is none of its kind.</summary>
    internal string KeptValue => (Kind is { } kind ? ChannelValue.TryNormalize(kind, Value) : null) ?? Value.Trim();
}

/// <summary>What the department promises.</summary>
public sealed class ServiceLevelContent : KeyedContent
{
    /// <summary>“first response”.</summary>
    public string Measure { get; set; } = "";

    /// <summary>“4 h, 90 %”.</summary>
    public string Target { get; set; } = "";

    public string Note { get; set; } = "";

    public string Link { get; set; } = "";
}

/// <summary>A link to something that the department has elsewhere.</summary>
public sealed class LinkContent : KeyedContent
{
    public LinkKind Kind { get; set; }

    public string Label { get; set; } = "";

    public string Address { get; set; } = "";
}
