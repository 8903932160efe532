using System.Globalization;
using System.Text;
using BpoDirectory.Data;

namespace BpoDirectory.Accounts;

/// <summary>
/// What a password must be: long, and not one that others would try first. Nothing is asked about kinds of characters
/// (NIST SP 800-63B, 5.1.1.2).
/// </summary>
public static class PasswordRules
{
    /// <summary>Fewest characters.</summary>
    public const int Shortest = 12;

    /// <summary>Most characters, so that hashing one is never a burden.</summary>
    public const int Longest = 256;

    /// <summary>Most characters of one that is typed to be compared: a keyboard that encodes its marks apart makes more of it.</summary>
    public const int LongestTyped = 4 * Longest;

    // What is left of a password without a word that everyone knows must itself be worth this many characters.
    private const int LeastBesideKnownWord = 6;
    private const int FewestDifferentCharacters = 5;
    private const int LeastBesideKnownWordLength = 3;

    private static readonly string[] ProductWords = ["bpodirectory", "bpo", "directory", "outsourcing"];

    /// <summary>Checks a new password of the account with these names.</summary>
    /// <exception cref="DirectoryRuleException">It is too short or too long, or easily guessed.</exception>
    public static void Check(string password, params IEnumerable<string> names)
    {
        var length = new StringInfo(password).LengthInTextElements;
        if (length < Shortest)
            throw new DirectoryRuleException($"Choose a password of {Shortest} characters or more; a few words in a row are easy to remember.");
        if (password.Length > Longest)
            throw new DirectoryRuleException($"Choose a password of {Longest} characters at most.");
        var lower = password.ToLowerInvariant();
        if (lower.Distinct().Count() < FewestDifferentCharacters || IsRepetition(lower) || IsMostlySequence(lower)
            || LeansOnKnownWord(lower, [.. ProductWords, .. names.SelectMany(Words)]) || CommonPasswords.Contains(lower))
            throw new DirectoryRuleException("This password is one of the first that others would try. Choose another one.");
    }

    private static IEnumerable<string> Words(string name) =>
        name.ToLowerInvariant().Split([' ', '.', '_', '-', '@', '+'], StringSplitOptions.RemoveEmptyEntries)
            .Append(name.ToLowerInvariant())
            .Where(word => word.Length >= LeastBesideKnownWordLength);

    // The same few characters again and again: "abcdabcdabcd".
    private static bool IsRepetition(string text) =>
        Enumerable.Range(1, text.Length / 2)
            .Any(period => Enumerable.Range(period, text.Length - period).All(at => text[at] == text[at - period]));

    // Each character next to the one before it, in the alphabet or in the digits, up or down, except for a few.
    private static bool IsMostlySequence(string text)
    {
        var steps = text.Zip(text.Skip(1)).Count(pair => Math.Abs(pair.First - pair.Second) <= 1 || pair is ('9', '0') or ('0', '9'));
        return steps >= (text.Length - 1) * 3 / 4;
    }

    private static bool LeansOnKnownWord(string text, IReadOnlyList<string> words)
    {
        var rest = new StringBuilder(text);
        foreach (var word in words.OrderByDescending(word => word.Length))
            rest.Replace(word, "");
        return rest.Length < text.Length && rest.Length < LeastBesideKnownWord;
    }
}
