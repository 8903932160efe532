using BpoDirectory.Search.Index;

namespace BpoDirectory.Tests.Search.Index;

public sealed class PositionSetTests
{
    [Fact]
    public void Set_after_changes_holds_them_and_the_set_before_does_not()
    {
        var set = new PositionSet(70).With([(3, true), (69, true)], 70);

        var changed = set.With([(3, false), (200, true)], 201);

        Assert.Equal([3, 69], set.Ascending());
        Assert.Equal([69, 200], changed.Ascending());
        Assert.Equal((2, 1), (changed.Count, changed.CountAnd(new PositionSet(201).With([(200, true), (5, true)], 201))));
    }

    [Fact]
    public void Set_that_no_change_touches_is_shared()
    {
        var set = new PositionSet(70).With([(3, true)], 70);

        Assert.Same(set, set.With([(3, true), (4, false)], 71));
    }
}
