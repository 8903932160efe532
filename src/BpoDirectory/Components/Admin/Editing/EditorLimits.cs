namespace BpoDirectory.Components.Admin.Editing;

/// <summary>What an editing page may send.</summary>
public static class EditorLimits
{
    /// <summary>Largest message from a page, in bytes: twice the longest text, each character escaped, with room to spare.</summary>
    public const int LargestMessage = 512 * 1024;
}
