using BpoDirectory.Search;
using BpoDirectory.Search.Meaning;
using BpoDirectory.Search.Ranking;

namespace BpoDirectory.Tests.Search.Meaning;

/// <summary>Nearness over a handful of passages whose vectors point in known directions.</summary>
public sealed class MeaningIndexTests
{
    private readonly Dictionary<string, SentenceVector> _vectors = [];

    [Fact]
    public void Department_is_as_near_as_its_nearest_passage_and_a_part_of_its_others()
    {
        var hit = Assert.Single(Compare([Said(1, "near", 0.8f), Said(1, "less", 0.5f), Said(1, "least", 0.3f)]).Departments);

        Assert.Equal("near", hit.Reason.Text);
        Assert.Equal(0.8 + (MeaningWeights.Others * 0.4), hit.Value, 0.02);
    }

    [Fact]
    public void What_is_said_of_one_function_counts_once()
    {
        var hit = Assert.Single(
            Compare([Said(1, "pay", 0.8f, function: 7), Said(1, "wages", 0.7f, function: 7), Said(1, "other", 0.2f)]).Departments);

        Assert.Equal(0.8 + (MeaningWeights.Others * 0.2), hit.Value, 0.02);
    }

    [Fact]
    public void Main_owner_comes_before_a_department_that_shares_the_function()
    {
        var departments = Compare([Said(1, "pay", 0.8f, function: 7, owner: 2), Said(2, "pay", 0.8f, function: 7)]).Departments;

        Assert.Equal(2, departments.OrderByDescending(hit => hit.Value).First().DepartmentId);
    }

    [Fact]
    public void Passages_of_a_department_belong_together_wherever_they_stand()
    {
        var departments = Compare([Said(1, "one", 0.5f), Said(2, "two", 0.4f), Said(1, "three", 0.7f)]).Departments;

        Assert.Equal(
            [(1, "three"), (2, "two")], departments.OrderBy(hit => hit.DepartmentId).Select(hit => (hit.DepartmentId, hit.Reason.Text)));
    }

    [Fact]
    public void Margin_is_what_the_nearest_subjects_are_nearer_than_the_nearest_outside_ones()
    {
        var passages = new[]
        {
            Said(1, "a", 0.6f, function: 1), Said(2, "a", 0.6f, function: 1), Said(1, "b", 0.5f), Said(3, "c", 0.4f), Said(3, "d", 0.1f),
        };

        var margin = Compare(passages, outside: [0.3f, 0.2f, 0.1f, 0]).Margin;

        Assert.Equal(0.5 - 0.2, margin, 0.02);
    }

    [Fact]
    public void Catalog_that_says_nothing_is_near_to_nothing()
    {
        var nearness = Compare([]);

        Assert.Empty(nearness.Departments);
        Assert.Equal(0, nearness.Margin);
    }

    private Nearness Compare(IEnumerable<MeaningPassage> passages, float[]? outside = null) =>
        new MeaningIndex(passages, _vectors, [.. (outside ?? []).Select(At)]).Compare(At(1));

    private MeaningPassage Said(int department, string text, float similarity, int function = 0, int owner = 1)
    {
        _vectors[text] = At(similarity);
        return new MeaningPassage(department, function > 0 ? MatchField.Function : MatchField.Responsibility, text, text, function, owner);
    }

    // At this cosine from the first axis, on which the question lies.
    private static SentenceVector At(float similarity)
    {
        var vector = new float[SentenceModel.Dimensions];
        (vector[0], vector[1]) = (similarity, MathF.Sqrt(1 - (similarity * similarity)));
        return SentenceVector.Round(vector);
    }
}
