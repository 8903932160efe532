using BpoDirectory.Data;
using BpoDirectory.Data.Text;

namespace BpoDirectory.Departments;

/// <summary>All that the directory says about one department.</summary>
public sealed record DepartmentDetails
{
    public required string Slug { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<CitedText> Aliases { get; init; }

    /// <summary>The icon's name, one of <see cref="DepartmentIcons.Names"/>.</summary>
    public required string Icon { get; init; }

    public required Office Office { get; init; }

    public required OfficeBasis OfficeBasis { get; init; }

    public required string OfficeReason { get; init; }

    public required IReadOnlyList<string> OfficeSources { get; init; }

    public required Side Side { get; init; }

    public required NamedLink? Parent { get; init; }

    public required IReadOnlyList<NamedLink> Children { get; init; }

    public required string Summary { get; init; }

    /// <summary>Markdown.</summary>
    public required string Description { get; init; }

    public required IReadOnlyList<ResponsibilityDetails> Responsibilities { get; init; }

    /// <summary>How it is reached, the best way first.</summary>
    public required IReadOnlyList<ChannelDetails> Channels { get; init; }

    /// <summary>The best way to reach it about all that it does; null where nothing says how.</summary>
    public ChannelDetails? BestChannel => Channels.FirstOrDefault(channel => channel.Function is null);

    /// <summary>When it can be reached; null where nothing says so.</summary>
    public required OpeningHours? Hours { get; init; }

    /// <summary>Who has which role, in order; nobody where the reader may not see people.</summary>
    public required IReadOnlyList<AssignedPerson> People { get; init; }

    /// <summary>Whom to turn to when it did not help, in order.</summary>
    public required IReadOnlyList<EscalationDetails> Escalation { get; init; }

    public required IReadOnlyList<ServiceLevelDetails> ServiceLevels { get; init; }

    public required IReadOnlyList<LinkDetails> Links { get; init; }

    /// <summary>Who does its work; null where nothing says so.</summary>
    public required DeliveryDetails? Delivery { get; init; }

    /// <summary>Whom it serves, by name; none where the reader may not see clients.</summary>
    public required IReadOnlyList<NamedLink> Clients { get; init; }

    public required IReadOnlyList<NamedLink> Tags { get; init; }

    /// <summary>Where it works, by name.</summary>
    public required IReadOnlyList<SiteLink> Sites { get; init; }

    /// <summary>In which languages people can be served: BCP 47 tags and English names, by name.</summary>
    public required IReadOnlyList<NamedLink> Languages { get; init; }

    /// <summary>Functions this department owns or co-owns: those it is the main owner of come first, then by name.</summary>
    public required IReadOnlyList<OwnedFunction> Functions { get; init; }

    /// <summary>Departments that share functions with this one, most shared first.</summary>
    public required IReadOnlyList<RelatedDepartment> Related { get; init; }

    public required IReadOnlyList<NamedLink> ServiceLines { get; init; }

    public required IReadOnlyList<NearOutsourcingType> OutsourcingTypes { get; init; }

    /// <summary>Every source that any fact of this department cites, by code.</summary>
    public required IReadOnlyList<SourceLink> Sources { get; init; }

    public required int Version { get; init; }

    /// <summary>When this version was saved, in UTC.</summary>
    public required DateTime UpdatedAt { get; init; }

    /// <summary>When an editor last confirmed that everything is still correct, in UTC; null when nobody has yet.</summary>
    public required DateTime? ReviewedAt { get; init; }

    /// <summary>
    /// User name of the editor on whose list its reviews are; null where nobody is named, or the reader may not see people.
    /// </summary>
    public required string? Keeper { get; init; }

    /// <summary>Days between two reviews; null for the directory's usual ones.</summary>
    public required int? ReviewIntervalDays { get; init; }
}

/// <summary>A text with the codes of the sources that state it.</summary>
public sealed record CitedText(string Text, IReadOnlyList<string> Sources);

/// <summary>A responsibility with the codes of the sources that state it.</summary>
public sealed record ResponsibilityDetails(string Text, string? Detail, IReadOnlyList<string> Sources);

/// <summary>A function as seen from one of its owners.</summary>
/// <param name="Slug">The function's slug.</param>
/// <param name="Name">The function's name.</param>
/// <param name="Rank">1 when the department is the main owner.</param>
/// <param name="Reason">Why the department owns the function, where that needs saying.</param>
/// <param name="Note">Why there are several owners, where the sources disagree.</param>
/// <param name="CoOwners">The other owners, in order.</param>
/// <param name="Sources">Codes of the sources that state this ownership.</param>
public sealed record OwnedFunction(
    string Slug, string Name, int Rank, string? Reason, string? Note, IReadOnlyList<NamedLink> CoOwners, IReadOnlyList<string> Sources);

/// <summary>A neighbour, with the names of the functions it shares.</summary>
public sealed record RelatedDepartment(string Slug, string Name, IReadOnlyList<string> SharedFunctions)
{
    /// <summary>Most neighbours named, those that share most functions first.</summary>
    public const int Most = 12;

    internal static List<RelatedDepartment> SharingMost(List<OwnedFunction> functions)
    {
        var sharing = new Dictionary<string, (string Name, List<string> Functions)>();
        foreach (var function in functions)
            foreach (var owner in function.CoOwners)
            {
                if (!sharing.TryGetValue(owner.Slug, out var with))
                    sharing[owner.Slug] = with = (owner.Name, []);
                with.Functions.Add(function.Name);
            }
        return [.. sharing
            .OrderByDescending(with => with.Value.Functions.Count).ThenByName(with => with.Value.Name)
            .Take(Most)
            .Select(with => new RelatedDepartment(with.Key, with.Value.Name, with.Value.Functions))];
    }
}

/// <summary>An outsourcing type near a department, and why.</summary>
public sealed record NearOutsourcingType(string Slug, string Acronym, string Name, string Reason);
