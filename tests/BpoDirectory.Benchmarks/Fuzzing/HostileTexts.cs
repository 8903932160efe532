using System.Text;
using BpoDirectory.Benchmarks.Generation;

namespace BpoDirectory.Benchmarks.Fuzzing;

/// <summary>
/// Texts that cost a careless program much: a few pieces, in rows and nested, of any length up to <paramref name="longest"/>; short ones
/// are as frequent as long ones.
/// </summary>
internal sealed class HostileTexts(Dice dice, string[] pieces, int longest)
{
    private const int MostDifferent = 4;
    private const double OddLetters = 0.1;
    private const double Nested = 0.2;

    public string Next()
    {
        var length = (int)Math.Pow(longest, dice.Unit());
        var chosen = Enumerable.Range(0, dice.Between(1, MostDifferent)).Select(_ => Piece()).ToArray();
        return dice.Chance(Nested) ? Nest(chosen, length) : Row(chosen, length);
    }

    /// <summary>The text with some part of it cut out, repeated or replaced.</summary>
    public string Changed(string text)
    {
        for (var changes = dice.Between(1, 5); changes > 0; changes--)
        {
            var from = dice.Below(text.Length + 1);
            var end = Math.Min(text.Length, from + dice.Below(text.Length - from + 1));
            var middle = dice.Below(3) switch { 0 => "", 1 => text[from..end] + text[from..end],
                _ => Row([Piece(), Piece()], end - from + 1) };
            text = text[..from] + middle + text[end..];
        }
        return text.Length <= longest ? text : text[..longest];
    }

    private string Piece() => dice.Chance(OddLetters) ? ((char)dice.Between(1, char.MaxValue)).ToString() : dice.Pick(pieces);

    private string Row(string[] chosen, int length)
    {
        var text = new StringBuilder();
        while (text.Length < length)
            text.Append(dice.Pick(chosen));
        return text.ToString(0, length);
    }

    private static string Nest(string[] chosen, int length)
    {
        var (open, close) = (chosen[0], chosen[^1]);
        var depth = length / (open.Length + close.Length);
        return string.Concat(Enumerable.Repeat(open, depth)) + string.Concat(Enumerable.Repeat(close, depth));
    }
}
