namespace BpoDirectory.Accounts;

/// <summary>The passwords that many people have, in <c>Data/common-passwords.txt</c>, which names its source.</summary>
internal static class CommonPasswords
{
    private const string Resource = "Accounts/common-passwords.txt";

    // Letters that many write as the digit or sign that looks alike.
    private const string Disguised = "013457@$!";
    private const string Plain = "oieastasi";

    /// <summary>Whether a password in lower case is on the list: as it is, without what stands around its letters, or disguised.</summary>
    public static bool Contains(string password)
    {
        var core = Core(password);
        HashSet<string> forms = [password, core, Unmask(password), Core(Unmask(password)), Unit(core), Unit(password)];
        forms.RemoveWhere(form => form.Length < password.Length / 3);
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        // Asked so rarely that nothing of it is kept in memory.
        while (reader.ReadLine() is { } line)
            if (!line.StartsWith("# ", StringComparison.Ordinal) && forms.Contains(line))
                return true;
        return false;
    }

    private static string Unmask(string password) =>
        string.Create(password.Length, password, (plain, text) =>
        {
            for (var i = 0; i < plain.Length; i++)
                plain[i] = Disguised.IndexOf(text[i], StringComparison.Ordinal) is >= 0 and var at ? Plain[at] : text[i];
        });

    private static string Core(string password)
    {
        var first = password.AsSpan().IndexOfAnyInRange('a', 'z');
        var last = password.AsSpan().LastIndexOfAnyInRange('a', 'z');
        return first < 0 ? password : password[first..(last + 1)];
    }

    // The half of what is said twice.
    private static string Unit(string text) =>
        text.Length % 2 == 0 && text.AsSpan(0, text.Length / 2).SequenceEqual(text.AsSpan(text.Length / 2))
            ? text[..(text.Length / 2)]
            : text;
}
