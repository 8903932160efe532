namespace BpoDirectory.Tests;

/// <summary>One running program for all tests that only ask it something.</summary>
[CollectionDefinition(Name)]
public sealed class SharedApp : ICollectionFixture<DirectoryApp>
{
    public const string Name = "The shared program";
}
