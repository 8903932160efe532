namespace BpoDirectory.Benchmarks.Generation;

/// <summary>
/// Draws places that get rarer the farther back they are: the probability of place r is proportional to 1/r^exponent
/// (G. K. Zipf's law; words of a language follow it with an exponent near 1).
/// </summary>
public sealed class Skew
{
    private readonly double[] _upTo;

    /// <summary>A skew over <paramref name="count"/> places.</summary>
    public Skew(int count, double exponent)
    {
        _upTo = new double[count];
        var sum = 0.0;
        for (var i = 0; i < count; i++)
            _upTo[i] = sum += Math.Pow(i + 1, -exponent);
    }

    /// <summary>A place from 0.</summary>
    public int Draw(Dice dice)
    {
        var at = Array.BinarySearch(_upTo, dice.Unit() * _upTo[^1]);
        return at >= 0 ? at + 1 : ~at;
    }
}
