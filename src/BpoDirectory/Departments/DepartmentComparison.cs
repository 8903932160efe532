using BpoDirectory.Data;

namespace BpoDirectory.Departments;

/// <summary>
/// What departments own together, and what each of them alone. A function is shared when its entry in the directory names both
/// as owners: nothing is concluded from words that are alike.
/// </summary>
public sealed class DepartmentComparison
{
    /// <summary>Most departments that are compared at once.</summary>
    public const int Most = 3;

    /// <summary>Compares the departments with each other.</summary>
    public DepartmentComparison(IReadOnlyList<DepartmentDetails> departments)
    {
        Departments = departments;
        var functions = departments.SelectMany(department => department.Functions).DistinctBy(function => function.Slug)
            .Select(function => new ComparedFunction(function.Slug, function.Name, departments)).ToList();
        OfAll = [.. functions.Where(function => function.OwnerCount == departments.Count)];
        OfSome = [.. functions.Where(function => function.OwnerCount > 1 && function.OwnerCount < departments.Count)];
        var shared = OfAll.Concat(OfSome).Select(function => function.Slug).ToHashSet();
        OfOneOnly = [.. departments.Select(department => department.Functions.Where(function => !shared.Contains(function.Slug)).ToList())];
    }

    /// <summary>The departments, in the order in which they were asked for.</summary>
    public IReadOnlyList<DepartmentDetails> Departments { get; }

    /// <summary>The functions that all of them own.</summary>
    public IReadOnlyList<ComparedFunction> OfAll { get; }

    /// <summary>The functions that two of three own.</summary>
    public IReadOnlyList<ComparedFunction> OfSome { get; }

    /// <summary>For each department the functions that none of the others owns.</summary>
    public IReadOnlyList<IReadOnlyList<OwnedFunction>> OfOneOnly { get; }

    /// <summary>The functions that a department owns and none of the others, as main owner or as co-owner.</summary>
    public IEnumerable<OwnedFunction> AloneOf(DepartmentDetails department, bool isMain) =>
        OfOneOnly[Departments.Index().First(one => one.Item == department).Index].Where(function => function.Rank == 1 == isMain);
}

/// <summary>A function that more than one of the compared departments owns.</summary>
public sealed class ComparedFunction
{
    internal ComparedFunction(string slug, string name, IReadOnlyList<DepartmentDetails> departments)
    {
        (Slug, Name) = (slug, name);
        Parts = [.. departments.Select(department => department.Functions.FirstOrDefault(function => function.Slug == slug))];
        var owned = Parts.OfType<OwnedFunction>().ToList();
        Others = [.. owned[0].CoOwners.Where(owner => !departments.Any(department => department.Slug == owner.Slug))];
        MainOwner = Others is [var first, ..]
            && owned.TrueForAll(function => function.Rank > 1 && function.CoOwners[0] == first) ? first : null;
    }

    public string Slug { get; }

    public string Name { get; }

    /// <summary>The function as each department owns it; null for one that does not.</summary>
    public IReadOnlyList<OwnedFunction?> Parts { get; }

    /// <summary>Its owners beside the compared departments, in order.</summary>
    public IReadOnlyList<NamedLink> Others { get; }

    /// <summary>The main owner where that is one of the others.</summary>
    public NamedLink? MainOwner { get; }

    internal int OwnerCount => Parts.Count(part => part is not null);
}
