namespace BpoDirectory.Search.Text;

/// <summary>Splits texts and questions into words, in the same way for both.</summary>
/// <param name="spellings">Standard spellings by their variants, such as "organization" by "organisation".</param>
public sealed class Tokenizer(IReadOnlyDictionary<string, string> spellings)
{
    /// <summary>The word that "&amp;" stands for.</summary>
    public const string And = "and";

    /// <summary>The words of a text, in order.</summary>
    public List<Token> Tokenize(string text)
    {
        var words = new List<Token>();
        Span<char> letters = stackalloc char[64];
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '&')
            {
                words.Add(new Token(And, i, 1));
            }
            else if (char.IsLetterOrDigit(text[i]))
            {
                var word = Next(text, i, letters);
                words.Add(word);
                i += word.Length - 1;
            }
        }
        return JoinInitials(words, text);
    }

    /// <summary>The standard spellings of the variants that begin with <paramref name="beginning"/>.</summary>
    public IEnumerable<string> StandardsOf(string beginning) =>
        spellings.Where(spelling => spelling.Key.StartsWith(beginning, StringComparison.Ordinal)).Select(spelling => spelling.Value);

    private Token Next(string text, int start, Span<char> letters)
    {
        var length = 0;
        var end = start;
        var possessive = false;
        for (; end < text.Length; end++)
        {
            if (char.IsLetterOrDigit(text[end]))
            {
                if (length < letters.Length)
                    letters[length++] = TextNormalizer.Normalize(text[end]);
            }
            else if (text[end] is '\'' or '’' && end + 1 < text.Length && char.IsLetter(text[end + 1]))
            {
                possessive = text[end + 1] is 's' or 'S' && (end + 2 == text.Length || !char.IsLetterOrDigit(text[end + 2]));
            }
            else
            {
                break;
            }
        }
        var word = new string(letters[..(possessive && length > 1 ? length - 1 : length)]);
        return new Token(spellings.GetValueOrDefault(word, word), start, end - start);
    }

    // "R&D", "R & D" and "R and D" are one word, not two letters that occur everywhere.
    private static List<Token> JoinInitials(List<Token> words, string text)
    {
        for (var i = 1; i + 1 < words.Count; i++)
        {
            if (words[i].Text != And || words[i - 1].Length != 1 || words[i + 1].Length != 1)
                continue;
            var (first, last) = (words[i - 1], words[i + 1]);
            if (!char.IsLetter(text[first.Start]) || !char.IsLetter(text[last.Start]))
                continue;
            words[i - 1] = new Token(first.Text + last.Text, first.Start, last.Start + last.Length - first.Start);
            words.RemoveRange(i, 2);
        }
        return words;
    }
}
