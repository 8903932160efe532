namespace BpoDirectory.Data.Text;

/// <summary>A text in the form in which texts are compared, and where each part of it was written.</summary>
internal sealed class NormalizedText
{
    private readonly int[]? _starts;
    private readonly int[]? _ends;

    /// <summary>A text every unit of which stands where it stood in the source.</summary>
    public NormalizedText(string text) => Text = text;

    /// <summary>A text with the start and the end of each of its units in the source.</summary>
    public NormalizedText(string text, int[] starts, int[] ends) => (Text, _starts, _ends) = (text, starts, ends);

    public string Text { get; }

    /// <summary>Where the source says what stands in <see cref="Text"/> from one place up to another; all in UTF-16 code units.</summary>
    public (int Start, int Length) InSource(int start, int end) =>
        _starts is null ? (start, end - start) : (_starts[start], _ends![end - 1] - _starts[start]);
}
