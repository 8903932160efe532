using BpoDirectory.Data;

namespace BpoDirectory.Benchmarks.Generation;

/// <summary>An invented function.</summary>
public sealed record SyntheticFunction(string Slug, string Name, string Description, IReadOnlyList<string> Synonyms);

/// <summary>An invented responsibility.</summary>
public sealed record SyntheticResponsibility(string Text, string? Detail);

/// <summary>An invented department; others are named by their places from 0.</summary>
public sealed record SyntheticDepartment(
    string Slug, string Name, string Summary, string Description, Office Office, OfficeBasis OfficeBasis, string OfficeReason, Side Side,
    int? Parent, IReadOnlyList<string> Aliases, IReadOnlyList<SyntheticResponsibility> Responsibilities,
    IReadOnlyList<int> Functions, IReadOnlyList<int> ServiceLines, IReadOnlyList<int> OutsourcingTypes);

/// <summary>What the invented departments stand beside and must not repeat.</summary>
/// <param name="Names">Names, aliases and function names that are taken.</param>
/// <param name="Words">Real words of the field, most frequent first.</param>
/// <param name="ServiceLines">How many service lines there are.</param>
/// <param name="OutsourcingTypes">How many outsourcing types there are.</param>
public sealed record Surroundings(IReadOnlyCollection<string> Names, IReadOnlyList<string> Words, int ServiceLines, int OutsourcingTypes);

/// <summary>Invents departments and functions: the same ones for the same count, seed and surroundings.</summary>
public sealed class SyntheticCatalog
{
    private const int OwnersOfRareWord = 5;
    private const int DepartmentsPerFunction = 8;
    private const int LeastFunctions = 40;

    // A few functions are everywhere, most are owned by a handful of departments.
    private const double PopularityOfFunctions = 0.5;

    private readonly Dice _dice;
    private readonly Surroundings _surroundings;
    private readonly NameMaker _names;
    private readonly Prose _prose;
    private readonly ILookup<int, string> _rareWords;
    private readonly Skew _functions;
    private readonly Skew _serviceLines;

    public SyntheticCatalog(int count, int seed, Surroundings surroundings)
    {
        (Count, _surroundings) = (count, surroundings);
        _dice = new Dice(seed);
        Lexis = new Lexis(_dice, surroundings.Words, count);
        _prose = new Prose(Lexis, _dice);
        _names = new NameMaker(_prose, _dice, surroundings.Names);
        _rareWords = Lexis.Rare.SelectMany(word => Owners(word, count)).ToLookup(owner => owner.Department, owner => owner.Word);
        Functions = [.. Enumerable.Range(0, Math.Max(LeastFunctions, count / DepartmentsPerFunction)).Select(_ => NewFunction())];
        _functions = new Skew(Functions.Count, PopularityOfFunctions);
        _serviceLines = new Skew(surroundings.ServiceLines, 0.5);
    }

    public int Count { get; }

    public Lexis Lexis { get; }

    public IReadOnlyList<SyntheticFunction> Functions { get; }

    /// <summary>Invents the departments, one after the other; to be run through once.</summary>
    public IEnumerable<SyntheticDepartment> Departments()
    {
        for (var place = 0; place < Count; place++)
            yield return NewDepartment(place);
    }

    private IEnumerable<(int Department, string Word)> Owners(string word, int count)
    {
        var owners = new HashSet<int>();
        while (owners.Count < Math.Min(OwnersOfRareWord, count))
            owners.Add(_dice.Below(count));
        return owners.Select(owner => (owner, word));
    }

    private SyntheticFunction NewFunction()
    {
        var (name, slug) = _names.Function();
        var synonyms = Enumerable.Range(0, _dice.Between(0, 8)).Select(_ => _prose.Phrase(_dice.Between(1, 3)))
            .Distinct(StringComparer.OrdinalIgnoreCase);
        return new SyntheticFunction(slug, name, _prose.Sentence(_dice.Between(12, 20)), [.. synonyms]);
    }

    private SyntheticDepartment NewDepartment(int place)
    {
        var (name, slug) = _names.Department();
        var planted = Lexis.Common.Where(_ => _dice.Chance(Lexis.CommonShare)).Concat(_rareWords[place]).ToList();
        return new SyntheticDepartment(
            slug,
            name,
            _prose.Sentence(_dice.Between(12, 20)),
            _prose.Description(planted),
            Weighted((0.5, Office.Back), (0.25, Office.Front), (0.2, Office.Both), (0.05, Office.None)),
            _dice.Chance(0.6) ? OfficeBasis.Stated : OfficeBasis.Judged,
            _prose.Sentence(_dice.Between(8, 14)),
            _dice.Chance(0.05) ? Side.Client : Side.Provider,
            place > 0 && _dice.Chance(0.15) ? _dice.Below(place) : null,
            [.. Enumerable.Range(0, _dice.Between(0, 4)).Select(_ => _names.Alias())],
            [.. Enumerable.Range(0, _dice.Between(3, 9)).Select(_ => NewResponsibility())
                .DistinctBy(r => r.Text, StringComparer.OrdinalIgnoreCase)],
            Several(_dice.Between(3, 10), () => _functions.Draw(_dice)),
            Several(Weighted((0.6, 1), (0.2, 0), (0.15, 2), (0.05, 3)), () => _serviceLines.Draw(_dice)),
            Several(Weighted((0.7, 0), (0.25, 1), (0.05, 2)), () => _dice.Below(_surroundings.OutsourcingTypes)));
    }

    private SyntheticResponsibility NewResponsibility() => new(
        $"{_dice.Pick(NameMaker.Verbs)} {_prose.Phrase(_dice.Between(2, 6))}",
        _dice.Chance(0.3) ? _prose.Sentence(_dice.Between(10, 18)) : null);

    private static int[] Several(int count, Func<int> draw)
    {
        var drawn = new HashSet<int>();
        while (drawn.Count < count)
            drawn.Add(draw());
        return [.. drawn];
    }

    private T Weighted<T>(params ReadOnlySpan<(double Share, T Value)> values)
    {
        var left = _dice.Unit();
        foreach (var (share, value) in values)
            if ((left -= share) < 0)
                return value;
        return values[^1].Value;
    }
}
