using BpoDirectory.Editing;

namespace BpoDirectory.Api;

/// <summary>How programs change entries of a type, and what the description says of it.</summary>
/// <param name="Editing">How the entries are edited.</param>
/// <param name="Path">Their part of the API's addresses: “departments”.</param>
/// <param name="Tag">The heading that they are described under.</param>
/// <param name="Operation">What operations call one: “Department” makes createDepartment.</param>
/// <param name="Read">The entry with this slug as a program of an editor reads it, even archived; null when there is none.</param>
/// <typeparam name="TContent">What can be changed of an entry.</typeparam>
internal sealed record WritableEntries<TContent>(
    EntryEditing<TContent> Editing, string Path, string Tag, string Operation, Func<HttpContext, string, Task<object?>> Read)
    where TContent : EntryContent, new()
{
    /// <summary>What bodies call the reason of a change; another name than usual where the entry itself has a note.</summary>
    public string ReasonField { get; init; } = EntryWriteHandler.ReasonField;

    /// <summary>What bodies call a field of the content, so that problems are told by names that programs know.</summary>
    public Func<string, string> FieldOf { get; init; } = field => field;

    /// <summary>What a new entry is before its body says more.</summary>
    public Func<TContent> New { get; init; } = () => new TContent();

    /// <summary>What the part of an address is, for the description.</summary>
    public required string Slug { get; init; }

    /// <summary>A body in JSON that makes an entry, for the description.</summary>
    public required string Example { get; init; }

    /// <summary>What else there is to say about creating one.</summary>
    public string Creating { get; init; } = "Without a slug, one is made of the name.";
}
