namespace BpoDirectory.BrowserTests.Editing;

/// <summary>One browser for the tests of editing, which run beside those of readers; each class has a program of its own.</summary>
[CollectionDefinition(Name)]
public sealed class EditorsBrowser : ICollectionFixture<Chromium>
{
    public const string Name = "The editors' browser";
}
