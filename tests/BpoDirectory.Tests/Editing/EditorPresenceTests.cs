using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Editing;

namespace BpoDirectory.Tests.Editing;

public sealed class EditorPresenceTests
{
    private readonly TestClock _clock = new();
    private readonly EditorPresence _presence;

    public EditorPresenceTests() => _presence = new EditorPresence(_clock);

    [Fact]
    public void Others_at_the_same_entry_are_named_once_and_so_is_oneself_in_another_tab()
    {
        using var ada = Enter("Ada", 1);
        using var ben = Enter("Ben", 1);
        using var benAgain = Enter("Ben", 1);
        using var adaAgain = Enter("Ada", 1);
        using var elsewhere = Enter("Cleo", 2);

        Assert.Equal(["you, in another tab", "Ben"], _presence.OthersThan(ada));
        adaAgain.Dispose();
        Assert.Equal(["Ben"], _presence.OthersThan(ada));
    }

    [Fact]
    public void Colleague_of_the_same_name_is_another()
    {
        using var ada = Enter(new Actor(1, "Ada"));
        using var other = Enter(new Actor(2, "Ada"));
        using var another = Enter(new Actor(3, "Ada"));

        Assert.Equal(["Ada", "Ada"], _presence.OthersThan(ada));
    }

    [Fact]
    public void Whoever_leaves_is_gone()
    {
        using var ada = Enter("Ada", 1);
        var told = 0;
        _presence.Changed += () => told++;

        Enter("Ben", 1).Dispose();

        Assert.Empty(_presence.OthersThan(ada));
        Assert.Equal(2, told);
    }

    [Fact]
    public void Whoever_types_nothing_for_long_no_longer_counts_until_they_type_again()
    {
        using var ada = Enter("Ada", 1);
        using var ben = Enter("Ben", 1);

        _clock.Advance(EditorPresence.Patience + TimeSpan.FromSeconds(1));
        Assert.Empty(_presence.OthersThan(ada));
        ben.Renew();

        Assert.Equal(["Ben"], _presence.OthersThan(ada));
    }

    [Fact]
    public void Whoever_types_nothing_for_long_does_not_count_longer_although_the_clock_was_set_back()
    {
        using var ada = Enter("Ada", 1);
        using var ben = Enter("Ben", 1);

        _clock.SetBack(TimeSpan.FromDays(40));
        Assert.Equal(["Ben"], _presence.OthersThan(ada));
        _clock.Advance(EditorPresence.Patience + TimeSpan.FromSeconds(1));

        Assert.Empty(_presence.OthersThan(ada));
    }

    private EditorPresence.Visit Enter(string name, int entry) => Enter(new Actor(name.GetHashCode(StringComparison.Ordinal), name), entry);

    private EditorPresence.Visit Enter(Actor editor, int entry = 1) => _presence.Enter(EntryType.Department, entry, editor);
}
