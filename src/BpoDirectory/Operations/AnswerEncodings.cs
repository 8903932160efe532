using System.Collections.Concurrent;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace BpoDirectory.Operations;

/// <summary>Chooses the encoding of an answer: the better one of those made here that the client takes, whatever else it takes.</summary>
internal static class AnswerEncodings
{
    private const string Identity = "identity";

    // Browsers send a handful of wishes in all; whoever invents more has them read each time.
    private const int MostRemembered = 100;

    private static readonly string[] Known = ["br", "gzip"];
    private static readonly ConcurrentDictionary<string, string> Remembered = new();

    /// <summary>The encoding for the value of <c>Accept-Encoding</c>.</summary>
    public static string Best(StringValues accepted)
    {
        if (accepted is not [{ Length: > 0 } wishes])
            return StringValues.IsNullOrEmpty(accepted) ? Identity : Choose(accepted);
        if (Remembered.TryGetValue(wishes, out var best))
            return best;
        best = Choose(accepted);
        if (Remembered.Count < MostRemembered)
            Remembered[wishes] = best;
        return best;
    }

    private static string Choose(StringValues accepted)
    {
        var wishes = StringWithQualityHeaderValue.TryParseList(accepted, out var parsed) ? parsed : [];
        return Array.Find(Known, encoding =>
            (wishes.FirstOrDefault(wish => wish.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase)) ?? wishes.FirstOrDefault(wish => wish.Value == "*"))
            is { Quality: null or > 0 }) ?? Identity;
    }
}
