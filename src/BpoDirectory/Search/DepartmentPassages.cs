namespace BpoDirectory.Search;

/// <summary>All passages of a department.</summary>
/// <param name="brief">Names, functions, responsibilities and the summary.</param>
/// <param name="prose">Makes the passages of the description, which are taken apart only when a word is met nowhere else.</param>
public sealed class DepartmentPassages(IReadOnlyList<Passage> brief, Func<IReadOnlyList<Passage>> prose)
{
    private IReadOnlyList<Passage>? _prose;

    public static DepartmentPassages None { get; } = new([], () => []);

    public IReadOnlyList<Passage> Brief => brief;

    public IReadOnlyList<Passage> Prose => _prose ??= prose();

    public IEnumerable<Passage> All => Brief.Concat(Prose);
}
