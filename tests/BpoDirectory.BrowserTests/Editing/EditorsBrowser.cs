namespace BpoDirectory.BrowserTests.Editing;

/// <summary>A browser of their own for the tests of those who edit, which then run beside those of readers.</summary>
[CollectionDefinition(Name)]
public sealed class EditorsBrowser : ICollectionFixture<Chromium>
{
    public const string Name = "The editors' browser";
}
