using BpoDirectory.Search.Index;

namespace BpoDirectory.Search.Ranking;

/// <summary>
/// Finds the departments that have every part of a phrase; whether its words stand together is seen when a department is
/// rated. Its arrays are clean between two phrases.
/// </summary>
internal sealed class PhraseAccumulator(int size)
{
    // How many parts a department has; the weakest field class of those before the last one; the weightiest field class of the last one.
    private readonly byte[] _parts = new byte[size];
    private readonly byte[] _before = new byte[size];
    private readonly byte[] _last = new byte[size];

    /// <summary>Hands over each department that has every part, with the weakest of its parts' field classes.</summary>
    public void Meet(Postings postings, int[][] phrase, Action<int, int> met)
    {
        // The rarest part first: what it lacks need not be looked at again.
        var parts = phrase.OrderBy(forms => forms.Sum(postings.CountOf)).ToArray();
        for (var part = 0; part < parts.Length; part++)
            foreach (var word in parts[part])
                for (var posting = postings.For(word); posting.Next();)
                    Add(part, posting.Position, (byte)posting.FieldClass);

        foreach (var word in parts[0])
            for (var posting = postings.For(word); posting.Next();)
            {
                var position = posting.Position;
                if (_parts[position] == parts.Length)
                    met(position, Math.Max(_before[position], _last[position]));
                (_parts[position], _before[position], _last[position]) = (0, 0, 0);
            }
    }

    private void Add(int part, int position, byte fieldClass)
    {
        if (_parts[position] == part)
        {
            _parts[position] = (byte)(part + 1);
            _before[position] = Math.Max(_before[position], _last[position]);
            _last[position] = fieldClass;
        }
        else if (_parts[position] == part + 1)
        {
            _last[position] = Math.Min(_last[position], fieldClass);
        }
    }
}
