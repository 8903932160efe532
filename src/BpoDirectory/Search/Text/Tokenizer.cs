using BpoDirectory.Data.Text;

namespace BpoDirectory.Search.Text;

/// <summary>Splits texts and questions into words, in the same way for both.</summary>
/// <param name="spellings">Standard spellings by their variants, such as "organization" by "organisation".</param>
public sealed class Tokenizer(IReadOnlyDictionary<string, string> spellings)
{
    /// <summary>The word that "&amp;" stands for.</summary>
    public const string And = "and";

    private const int LongestWord = 64;

    /// <summary>The words of a text, in order. Of a script without blanks between words, each pair of letters is one.</summary>
    public List<Token> Tokenize(string text)
    {
        var normalized = TextNormalizer.Normalize(text);
        var letters = normalized.Text;
        var words = new List<Token>();
        for (var start = 0; start < letters.Length;)
        {
            var kind = LetterKinds.At(letters, start, out var units);
            var end = start + units;
            if (letters[start] == '&')
                words.Add(At(normalized, And, start, end));
            else if (kind is LetterKind.Letter)
                words.Add(Word(normalized, start, out end));
            else if (kind is LetterKind.Unspaced)
                AddPairs(normalized, start, out end, words);
            start = end;
        }
        return JoinInitials(words);
    }

    /// <summary>The standard spellings of the variants that begin with <paramref name="beginning"/>.</summary>
    public IEnumerable<string> StandardsOf(string beginning) =>
        spellings.Where(spelling => spelling.Key.StartsWith(beginning, StringComparison.Ordinal)).Select(spelling => spelling.Value);

    private Token Word(NormalizedText text, int start, out int end)
    {
        var letters = text.Text;
        Span<char> word = stackalloc char[LongestWord];
        var length = 0;
        var isPossessive = false;
        for (end = start; end < letters.Length;)
        {
            if (LetterKinds.At(letters, end, out var units) is LetterKind.Letter or LetterKind.Mark)
            {
                if (length + units <= word.Length)
                {
                    letters.AsSpan(end, units).CopyTo(word[length..]);
                    length += units;
                }
                end += units;
            }
            else if (letters[end] is '\'' or '·' && IsLetterAt(letters, end + 1))
            {
                isPossessive = letters[end] == '\'' && letters[end + 1] == 's' && !IsLetterAt(letters, end + 2);
                end++;
            }
            else
            {
                break;
            }
        }
        var plain = new string(word[..(isPossessive && length > 1 ? length - 1 : length)]);
        return At(text, spellings.GetValueOrDefault(plain, plain), start, end);
    }

    // 人事 and 事部 find 人事部 in 東京人事部.
    private static void AddPairs(NormalizedText text, int start, out int end, List<Token> words)
    {
        var letters = text.Text;
        var (first, second) = (start, -1);
        for (end = start; end < letters.Length;)
        {
            var kind = LetterKinds.At(letters, end, out var units);
            if (kind is LetterKind.Unspaced && end > start)
            {
                if (second >= 0)
                {
                    words.Add(At(text, letters[first..end], first, end));
                    first = second;
                }
                second = end;
            }
            else if (kind is not (LetterKind.Unspaced or LetterKind.Mark))
            {
                break;
            }
            end += units;
        }
        words.Add(At(text, letters[first..end], first, end));
    }

    private static Token At(NormalizedText text, string word, int start, int end)
    {
        var (from, length) = text.InSource(start, end);
        return new Token(word, from, length);
    }

    private static bool IsLetterAt(string letters, int at) =>
        at < letters.Length && LetterKinds.At(letters, at, out _) is LetterKind.Letter;

    // "R&D", "R & D" and "R and D" are one word, not two letters that occur everywhere.
    private static List<Token> JoinInitials(List<Token> words)
    {
        for (var i = 1; i + 1 < words.Count; i++)
        {
            var (first, last) = (words[i - 1], words[i + 1]);
            if (words[i].Text != And || !IsInitial(first) || !IsInitial(last))
                continue;
            words[i - 1] = new Token(first.Text + last.Text, first.Start, last.Start + last.Length - first.Start);
            words.RemoveRange(i, 2);
        }
        return words;
    }

    private static bool IsInitial(Token word) => word.Text.Length == 1 && char.IsLetter(word.Text[0]);
}
