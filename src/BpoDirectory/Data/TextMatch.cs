namespace BpoDirectory.Data;

/// <summary>How the database compares texts.</summary>
internal static class TextMatch
{
    /// <summary>The collation of slugs and codes, which are compared without regard to the case of ASCII letters.</summary>
    public const string IgnoreCase = "NOCASE";
}
