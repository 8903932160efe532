namespace BpoDirectory.BrowserTests;

/// <summary>An assertion that tells every finding whole; xunit's own cuts them short.</summary>
public static class Nothing
{
    public static void In(IEnumerable<string> findings) => Assert.True(!findings.Any(), string.Join(Environment.NewLine, findings));
}
