namespace BpoDirectory.Benchmarks.Http;

/// <summary>One kind of request.</summary>
/// <param name="Key">A short name for options and bounds.</param>
/// <param name="Name">What the tables call it.</param>
/// <param name="Product">Paths asked of the directory, one after the other.</param>
/// <param name="Ceiling">Paths asked of the ceiling: the same rows, or none when nothing is compared.</param>
/// <param name="IsFresh">Whether each request has an address that was never asked for before, so that no kept answer fits it.</param>
/// <param name="IsRepeat">Whether it is the same address again and again, to be held against a fixed text.</param>
internal sealed record HttpCase(
    string Key, string Name, IReadOnlyList<string> Product, IReadOnlyList<string> Ceiling, bool IsFresh = false, bool IsRepeat = false);

/// <summary>A question, and what the plain index is asked to find the same departments.</summary>
internal sealed record Query(string Text, string Expression, int Page = 1);
