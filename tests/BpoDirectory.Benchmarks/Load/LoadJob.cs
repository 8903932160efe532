namespace BpoDirectory.Benchmarks.Load;

/// <summary>What to ask of a server, and for how long.</summary>
/// <param name="Port">The server's port on the loopback interface.</param>
/// <param name="File">A file with one path in each line; the next job with the same file and port goes on where this one stops.</param>
/// <param name="Connections">Kept-alive connections, each with one request at a time.</param>
/// <param name="Seconds">The time in which answers count; after it no request begins any more.</param>
/// <param name="LeadIn">Seconds before that, for what the server still does about the requests of another job.</param>
internal sealed record LoadJob(int Port, string File, int Connections, double Seconds, double LeadIn = 0.5);

/// <summary>What a server answered.</summary>
/// <param name="Answers">Good answers within the time: status 200 and a body.</param>
/// <param name="Seconds">The time asked for.</param>
/// <param name="P50">Half of the answers took at most so many milliseconds.</param>
/// <param name="P99">All but one answer in a hundred took at most so many milliseconds.</param>
/// <param name="BodyBytes">Bytes of a body on average.</param>
/// <param name="Busy">The share of its core that the load generator itself needed.</param>
/// <param name="All">All good answers, those of the lead-in and those after the time among them.</param>
/// <param name="Failures">How many answers were not good.</param>
/// <param name="FirstFailure">The first one of them: its path and what was wrong.</param>
internal sealed record LoadResult(
    long Answers, double Seconds, double P50, double P99, double BodyBytes, double Busy, long All, long Failures, string? FirstFailure)
{
    public double PerSecond => Answers / Seconds;
}
