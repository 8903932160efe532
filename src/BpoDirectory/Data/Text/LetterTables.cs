using System.Globalization;
using System.Reflection;
using System.Text;

namespace BpoDirectory.Data.Text;

/// <summary>
/// What Unicode says of single letters. The framework's own normalisation needs ICU, which a bare machine does not have; the tables
/// are read from <c>letters.txt</c> when the first text that is not ASCII asks for them.
/// </summary>
internal sealed class LetterTables
{
    private static readonly Lazy<LetterTables> Loaded = new(() => new LetterTables());

    private readonly Dictionary<int, string> _decompositions = [];
    private readonly Dictionary<int, string> _plain = [];
    private readonly Dictionary<int, byte> _classes = [];

    private LetterTables()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Data/Text/letters.txt")!;
        using var reader = new StreamReader(stream);
        foreach (var parts in Section(reader))
            _decompositions[Number(parts[0])] = Text(parts[1]);
        foreach (var parts in Section(reader))
            _plain[Number(parts[0])] = Text(parts[1]);
        foreach (var parts in Section(reader))
        {
            var (first, last) = (Number(parts[0].Split(' ')[0]), Number(parts[0].Split(' ')[1]));
            for (var mark = first; mark <= last; mark++)
                _classes[mark] = byte.Parse(parts[1], CultureInfo.InvariantCulture);
        }
    }

    public static LetterTables Instance => Loaded.Value;

    /// <summary>The letters and marks that a letter is made of or stands for; null when it is whole.</summary>
    public string? Decompose(Rune letter) => _decompositions.GetValueOrDefault(letter.Value);

    /// <summary>What people type instead of a Latin letter of its own, such as “ø”; null for other letters.</summary>
    public string? Plain(Rune letter) => _plain.GetValueOrDefault(letter.Value);

    /// <summary>The canonical combining class of a mark; 0 for letters.</summary>
    public byte ClassOf(Rune mark) => _classes.GetValueOrDefault(mark.Value);

    private static IEnumerable<string[]> Section(StreamReader reader)
    {
        while (reader.ReadLine() is { Length: > 0 } line)
            if (line[0] != '#')
                yield return line.Split(';');
    }

    private static string Text(string codes) => string.Concat(codes.Split(' ').Select(code => new Rune(Number(code)).ToString()));

    private static int Number(string code) => int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
