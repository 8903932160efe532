namespace BpoDirectory.Search.Index;

/// <summary>The different words of one department at a time, each with its weightiest field class.</summary>
/// <param name="words">The highest number of a word.</param>
internal sealed class DepartmentTerms(int words)
{
    private readonly byte[] _classes = new byte[words + 1];
    private int[] _words = [];
    private int[] _different = [];
    private int _count;

    /// <summary>The field class of a word of the department last asked for.</summary>
    public int this[int word] => _classes[word];

    /// <summary>The words of a department; valid until the next department is asked for.</summary>
    public ReadOnlySpan<int> Read(byte[]? passages)
    {
        foreach (var word in _different.AsSpan(0, _count))
            _classes[word] = 0;
        _count = 0;
        var passage = new PassageCursor(passages);
        while (passage.Next(ref _words))
        {
            if (_different.Length < _count + passage.Count)
                Array.Resize(ref _different, (_count + passage.Count) * 2);
            var fieldClass = (byte)passage.FieldClass;
            foreach (var word in _words.AsSpan(0, passage.Count))
            {
                if (_classes[word] == 0)
                    _different[_count++] = word;
                if (_classes[word] == 0 || fieldClass < _classes[word])
                    _classes[word] = fieldClass;
            }
        }
        return _different.AsSpan(0, _count);
    }
}
