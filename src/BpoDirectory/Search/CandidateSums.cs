using System.Buffers;

namespace BpoDirectory.Search;

/// <summary>
/// Adds up, for every department, what its words count for the terms of a question. Plain arrays over all departments,
/// because a frequent word touches tens of thousands of them.
/// </summary>
internal sealed class CandidateSums(int size) : IDisposable
{
    private readonly float[] _sum = Rent<float>(size);
    private readonly float[] _best = Rent<float>(size);
    private readonly ushort[] _terms = Rent<ushort>(size);
    private readonly int[] _touched = ArrayPool<int>.Shared.Rent(size + 1);
    private readonly int[] _met = ArrayPool<int>.Shared.Rent(size + 1);
    private int _touchedCount;
    private int _metCount;
    private byte[]? _parts;
    private byte[]? _tiers;

    /// <summary>The place that a rank of <see cref="Candidates(Interpretation)"/> belongs to.</summary>
    public static int PositionOf(ulong rank) => (int)~(uint)rank;

    /// <summary>Counts for the present term the departments that have every part of a phrase; of several ways to meet a term the best counts.</summary>
    public void Meet(Posting[][] phrase, double quality)
    {
        if (phrase.Length == 1)
            foreach (var posting in phrase[0])
                Count(posting.Positions, (float)(quality * Tier.Weight(posting.Tier)));
        else
            MeetAll(phrase, quality);
    }

    /// <summary>Adds what was met for the present term, and begins the next one.</summary>
    public void CloseTerm(int term, double weight)
    {
        var bit = (ushort)(1 << term);
        foreach (var position in _met.AsSpan(0, _metCount))
        {
            if (_terms[position] == 0)
                _touched[_touchedCount++] = position;
            _terms[position] |= bit;
            _sum[position] += (float)weight * _best[position];
            _best[position] = 0;
        }
        _metCount = 0;
    }

    /// <summary>The departments that cover enough of the question.</summary>
    public Candidates Candidates(Interpretation question)
    {
        var departments = new PositionSet(size);
        var ranks = new ulong[_touchedCount];
        var count = 0;
        // Few sets of terms occur among many departments: whether a set is enough is asked once.
        var (lastTerms, isEnough) = (0, false);
        foreach (var position in _touched.AsSpan(0, _touchedCount))
        {
            if (_terms[position] != lastTerms)
                (lastTerms, isEnough) = (_terms[position], question.IsCoveredBy(_terms[position]));
            if (!isEnough)
                continue;
            departments.Add(position);
            // The bits of positive floats order like the floats; the inverted position puts earlier names first.
            ranks[count++] = ((ulong)BitConverter.SingleToUInt32Bits(_sum[position]) << 32) | ~(uint)position;
        }
        return new Candidates(departments, ranks[..count]);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        ArrayPool<float>.Shared.Return(_sum);
        ArrayPool<float>.Shared.Return(_best);
        ArrayPool<ushort>.Shared.Return(_terms);
        ArrayPool<int>.Shared.Return(_touched);
        ArrayPool<int>.Shared.Return(_met);
        if (_parts is not null)
            ArrayPool<byte>.Shared.Return(_parts);
        if (_tiers is not null)
            ArrayPool<byte>.Shared.Return(_tiers);
    }

    // All words of a phrase must be there; whether they stand together is seen when the department is rated.
    private void MeetAll(Posting[][] phrase, double quality)
    {
        // The rarest part first: what it lacks need not be looked at again.
        var parts = phrase.OrderBy(postings => postings.Sum(posting => posting.Positions.Length)).ToArray();
        _parts ??= Rent<byte>(size);
        _tiers ??= Rent<byte>(size);
        for (var part = 0; part < parts.Length; part++)
            foreach (var posting in parts[part])
                foreach (var position in posting.Positions)
                    if (_parts[position] == part)
                    {
                        _parts[position] = (byte)(part + 1);
                        _tiers[position] = Math.Max(_tiers[position], (byte)posting.Tier);
                    }

        Span<int> one = stackalloc int[1];
        foreach (var posting in parts[0])
            foreach (var position in posting.Positions)
            {
                if (_parts[position] == parts.Length)
                {
                    one[0] = position;
                    Count(one, (float)(quality * Tier.Weight(_tiers[position])));
                }
                (_parts[position], _tiers[position]) = (0, 0);
            }
    }

    private void Count(ReadOnlySpan<int> positions, float value)
    {
        foreach (var position in positions)
        {
            if (_best[position] == 0)
                _met[_metCount++] = position;
            if (_best[position] < value)
                _best[position] = value;
        }
    }

    private static T[] Rent<T>(int size)
    {
        var array = ArrayPool<T>.Shared.Rent(size + 1);
        Array.Clear(array, 0, size);
        return array;
    }
}
