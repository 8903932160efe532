namespace BpoDirectory.BrowserTests;

/// <summary>One browser and one running program for all tests; each has a reader of its own.</summary>
[CollectionDefinition(Name)]
public sealed class SharedBrowser : ICollectionFixture<Chromium>, ICollectionFixture<DirectoryServer>
{
    public const string Name = "The shared browser";
}
