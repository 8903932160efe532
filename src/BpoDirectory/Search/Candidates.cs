using BpoDirectory.Data;

namespace BpoDirectory.Search;

/// <summary>Finds, through the index, the departments worth rating for a question.</summary>
public static class Candidates
{
    /// <summary>Keys of the departments that cover enough of the question, those that cover most first.</summary>
    public static async Task<List<int>> FindAsync(DirectoryDbContext db, Knowledge knowledge, Interpretation question, CancellationToken cancellation)
    {
        var covered = new Dictionary<int, bool[]>();
        foreach (var reading in question.Readings)
            Cover(await SearchIndex.FindAsync(db, reading, cancellation), reading.First, reading.Count);
        foreach (var signpost in question.Signposts)
        {
            if (signpost.FunctionId is { } function)
                Cover(knowledge.OwnersByFunction[function], signpost.First, signpost.Count);
            else if (signpost.DepartmentId is { } department)
                Cover([department], signpost.First, signpost.Count);
        }
        return [.. covered
            .Select(department => (department.Key, Share: Share(question, department.Value)))
            .Where(department => department.Share >= Ranking.LeastCoverage)
            .OrderByDescending(department => department.Share).ThenBy(department => department.Key)
            .Select(department => department.Key)];

        void Cover(IEnumerable<int> departments, int first, int count)
        {
            foreach (var department in departments)
            {
                if (!covered.TryGetValue(department, out var terms))
                    covered[department] = terms = new bool[question.Terms.Count];
                Array.Fill(terms, true, first, count);
            }
        }
    }

    private static double Share(Interpretation question, bool[] covered) =>
        question.Terms.Where((_, i) => covered[i]).Sum(term => term.Weight) / question.Weight;
}
