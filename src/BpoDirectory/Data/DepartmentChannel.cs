using System.Diagnostics.CodeAnalysis;

namespace BpoDirectory.Data;

/// <summary>How a channel is used.</summary>
public enum ChannelKind
{
    Email,
    Phone,
    Chat,
    Form,
    Web,

    /// <summary>People come to a place.</summary>
    Visit,
}

/// <summary>A way to reach a department, or to reach it about one of its functions.</summary>
public sealed class DepartmentChannel : IRankedRow
{
    /// <summary>A new channel at a rank from 1.</summary>
    /// <exception cref="DirectoryRuleException">The value is none of its kind, or a text is too long.</exception>
    public DepartmentChannel(ChannelKind kind, string value, string? label, string? note, int rank)
    {
        Change(kind, value, label, note);
        MoveTo(rank);
    }

    // For reading: what was kept stays readable when the numbering plan of a country changes.
    private DepartmentChannel() => Value = "";

    public int Id { get; private set; }

    public int DepartmentId { get; private set; }

    /// <summary>The rank among the department's channels, from 1, the best way first.</summary>
    public int Rank { get; private set; }

    public ChannelKind Kind { get; private set; }

    /// <summary>The address or number, in the form that <see cref="ChannelValue.Normalize"/> gives it.</summary>
    public string Value { get; private set; }

    /// <summary>What it is called, where that needs saying: "Payroll desk".</summary>
    public string? Label { get; private set; }

    /// <summary>What people should know before they use it.</summary>
    public string? Note { get; private set; }

    public int? BusinessFunctionId { get; private set; }

    /// <summary>The function of the department that it is for; null when it is for all that the department does.</summary>
    public BusinessFunction? BusinessFunction { get; private set; }

    /// <summary>Replaces what the channel says of itself.</summary>
    /// <exception cref="DirectoryRuleException">The value is none of its kind, or a text is too long.</exception>
    [MemberNotNull(nameof(Value))]
    public void Change(ChannelKind kind, string value, string? label, string? note)
    {
        (Kind, Value) = (kind, ChannelValue.Normalize(kind, value));
        Label = Rules.Optional(label, "the label", Rules.NameLength);
        Note = Rules.Optional(note, "the note", Rules.SentenceLength);
    }

    /// <summary>Makes it a channel for one function, or for all that the department does.</summary>
    public void LeadTo(BusinessFunction? function)
    {
        BusinessFunction = function;
        BusinessFunctionId = function?.Id;
    }

    /// <summary>Gives the channel another rank; who orders a list ranks all of it.</summary>
    public void MoveTo(int rank) => Rank = rank;
}
