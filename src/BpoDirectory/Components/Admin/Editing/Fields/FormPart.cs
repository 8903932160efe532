namespace BpoDirectory.Components.Admin.Editing.Fields;

/// <summary>A part of an entry's form.</summary>
/// <param name="Name">By which it is addressed.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Fields">The fields of the entry that it shows.</param>
public sealed record FormPart(string Name, string Title, params IReadOnlyList<string> Fields)
{
    /// <summary>The id of its heading.</summary>
    public string HeadingId => $"section-{Name}";
}
