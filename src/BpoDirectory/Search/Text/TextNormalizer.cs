namespace BpoDirectory.Search.Text;

/// <summary>The one normalisation of texts and questions. Maps letters to the plain lower-case ones people type instead, so that "Crème" and "creme" meet.</summary>
internal static class TextNormalizer
{
    // The Latin letters with marks of Unicode's Latin-1 Supplement and Latin Extended-A blocks. The framework's own
    // normalisation needs ICU, which a bare machine does not have.
    private const string Accented = "àáâãäåāăąçćĉċčďđèéêëēĕėęěĝğġģĥħìíîïĩīĭįıİĵķĺļľŀłñńņňòóôõöøōŏőŕŗřśŝşšţťŧùúûüũūŭůűųŵýÿŷźżž";
    private const string Plain = "aaaaaaaaacccccddeeeeeeeeegggghhiiiiiiiiiijklllllnnnnooooooooorrrsssstttuuuuuuuuuuwyyyzzz";

    private static readonly Dictionary<char, char> Letters =
        Accented.Zip(Plain).ToDictionary(pair => pair.First, pair => pair.Second);

    public static char Normalize(char letter)
    {
        if (char.IsAscii(letter))
            return char.ToLowerInvariant(letter);
        // Full-width forms of ASCII stand a fixed distance away from it.
        if (letter is >= '\uFF01' and <= '\uFF5E')
            return char.ToLowerInvariant((char)(letter - 0xFEE0));
        var lower = char.ToLowerInvariant(letter);
        return Letters.GetValueOrDefault(lower, lower);
    }
}
