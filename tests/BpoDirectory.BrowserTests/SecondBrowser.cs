namespace BpoDirectory.BrowserTests;

/// <summary>
/// A browser for a third of the tests: they run beside those of <see cref="SharedBrowser"/>, each class with a program of its own.
/// </summary>
[CollectionDefinition(Name)]
public sealed class SecondBrowser : ICollectionFixture<Chromium>
{
    public const string Name = "The second browser";
}
