using BpoDirectory.Search.Facets;
using BpoDirectory.Search.Index;

namespace BpoDirectory.Tests.Search.Facets;

public sealed class DepartmentSetTests
{
    private const int Positions = 1000;

    [Theory]
    [InlineData(0, true)]
    [InlineData(31, true)]
    [InlineData(32, false)]
    [InlineData(1000, false)]
    public void Few_are_listed_and_many_are_not(int count, bool isListed)
    {
        var set = DepartmentSet.Create(Enumerable.Range(0, count).Reverse(), Positions);

        Assert.Equal((count, isListed), (set.Count, set.IsListed));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(300)]
    public void Set_answers_alike_whether_it_is_listed_or_not(int count)
    {
        int[] departments = [.. new Random(count).GetItems([.. Enumerable.Range(0, Positions)], count).Distinct()];
        var set = DepartmentSet.Create(departments, Positions);
        var found = Set(Enumerable.Range(100, 500));
        var union = Set([7]);

        set.AddTo(union);

        Assert.Equal(departments.Order(), Enumerable.Range(0, Positions).Where(set.Contains));
        Assert.Equal(departments.Count(position => position is >= 100 and < 600), set.CountIn(found));
        Assert.Equal(departments.Append(7).Distinct().Order(), union.Ascending());
    }

    [Fact]
    public void Changes_leave_what_a_new_set_would_hold_and_the_set_before_as_it_was()
    {
        var random = new Random(11);
        var (positions, held, forms) = (Positions, new SortedSet<int>(), new HashSet<bool>());
        var set = DepartmentSet.Create([], positions);
        for (var round = 0; round < 600; round++)
        {
            var positionsBefore = positions;
            positions += random.Next(3);
            int[] changed = [.. random.GetItems([.. Enumerable.Range(0, positions)], random.Next(30)).Distinct()];
            // The set grows from few to many and back.
            int[] now = round < 100 ? changed : [];
            var (before, heldBefore) = (set, held.ToArray());

            set = set.With(Set(changed, positions), now, positions);

            held.ExceptWith(changed);
            held.UnionWith(now);
            Assert.Equal(held, Enumerable.Range(0, positions).Where(set.Contains));
            Assert.Equal(held.Count, set.Count);
            Assert.Equal(heldBefore, Enumerable.Range(0, positionsBefore).Where(before.Contains));
            forms.Add(set.IsListed);
        }
        Assert.Equal((2, true), (forms.Count, set.IsListed));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(300)]
    public void Set_that_no_change_is_about_is_shared(int count)
    {
        var set = DepartmentSet.Create(Enumerable.Range(0, count), Positions);

        Assert.Same(set, set.With(Set([count, count + 1]), [], Positions));
    }

    private static PositionSet Set(IEnumerable<int> departments, int positions = Positions)
    {
        var set = new PositionSet(positions);
        foreach (var position in departments)
            set.Add(position);
        return set;
    }
}
