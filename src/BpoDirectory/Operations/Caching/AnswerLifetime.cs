namespace BpoDirectory.Operations.Caching;

/// <summary>How long the answer to one request is good for, where that is not until the catalog changes.</summary>
public sealed class AnswerLifetime
{
    /// <summary>When the first of what it says is no longer so; null when all of it lasts.</summary>
    public DateTimeOffset? End { get; private set; }

    /// <summary>Notes that something in the answer is so only until then.</summary>
    public void EndAt(DateTimeOffset time) => End = End < time ? End : time;
}
