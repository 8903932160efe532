using BpoDirectory.Components.Shared;

namespace BpoDirectory.Tests.Components.Shared;

public sealed class InitialsTests
{
    [Theory]
    [InlineData("Ada Lovelace", "AL")]
    [InlineData("Ada Byron King  Lovelace ", "AL")]
    [InlineData("ada", "A")]
    [InlineData("élan 👩‍👩‍👧", "É👩‍👩‍👧")]
    [InlineData(" ", "")]
    public void They_are_the_first_characters_of_the_first_word_and_the_last(string name, string initials) =>
        Assert.Equal(initials, Initials.From(name));
}
