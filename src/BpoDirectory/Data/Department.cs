using System.Diagnostics.CodeAnalysis;
using BpoDirectory.Data.Text;

namespace BpoDirectory.Data;

/// <summary>A department of a BPO organisation, or the client's unit that outsources.</summary>
public sealed class Department : Entry, IAddressed
{
    /// <summary>The longest time between two reviews, in days.</summary>
    public const int LongestReviewInterval = 3650;

    internal const string ItsOwnPart = "A department cannot be a part of itself.";

    /// <summary>A new department, version 1.</summary>
    /// <exception cref="DirectoryRuleException">The name, slug or summary is empty, too long or malformed.</exception>
    public Department(string slug, string name, string summary)
    {
        Rename(name, slug);
        Describe(summary, description: "");
        OfficeReason = "";
        Icon = DepartmentIcons.Default;
    }

    EntryType IAddressed.Type => EntryType.Department;

    /// <summary>The department's part of its address; unique without regard to case.</summary>
    public string Slug { get; private set; }

    /// <summary>The department's name; unique by its key.</summary>
    public string Name { get; private set; }

    /// <summary>See <see cref="NameComparison"/>.</summary>
    public string NameKey { get; private set; }

    /// <summary>One or two sentences: what a reader sees first.</summary>
    public string Summary { get; private set; }

    /// <summary>Markdown: what the department does, for whom, and where its neighbours begin.</summary>
    public string Description { get; private set; }

    /// <summary>The icon's name, one of <see cref="DepartmentIcons.Names"/>.</summary>
    public string Icon { get; private set; }

    public Office Office { get; private set; }

    public OfficeBasis OfficeBasis { get; private set; }

    /// <summary>The words of the source, or the editor's reason.</summary>
    public string OfficeReason { get; private set; }

    public Side Side { get; private set; }

    /// <summary>The IANA name of the time zone of its hours; null while nothing is said of them.</summary>
    public string? TimeZone { get; private set; }

    /// <summary>Whether it can be reached at all hours; its list of hours says nothing then.</summary>
    public bool IsAlwaysOpen { get; private set; }

    /// <summary>What its hours do not say, such as holidays.</summary>
    public string? HoursNote { get; private set; }

    /// <summary>Who does its work; null while nothing is said of that.</summary>
    public Delivery? Delivery { get; private set; }

    public int? PartnerId { get; private set; }

    /// <summary>The partner that does its work, or a part of it.</summary>
    public Partner? Partner { get; private set; }

    /// <summary>Who owns the contract with the partner: a role or a department, in words.</summary>
    public string? ContractOwner { get; private set; }

    public int? ParentId { get; private set; }

    public Department? Parent { get; private set; }

    public int? SuccessorId { get; private set; }

    /// <summary>The department that took over the work of this archived one, where there is one.</summary>
    public Department? Successor { get; private set; }

    /// <summary>When an editor last confirmed that everything is still correct, in UTC; null when nobody has yet.</summary>
    public DateTime? ReviewedAt { get; private set; }

    public int? KeeperId { get; private set; }

    /// <summary>Whose list of reviews it is on; null for everybody's.</summary>
    public Account? Keeper { get; private set; }

    /// <summary>Days after which its review is due again; null for the directory's usual ones.</summary>
    public int? ReviewIntervalDays { get; private set; }

    public List<Department> Children { get; } = [];

    public List<DepartmentAlias> Aliases { get; } = [];

    public List<Responsibility> Responsibilities { get; } = [];

    public List<OpeningInterval> Hours { get; } = [];

    public List<DepartmentChannel> Channels { get; } = [];

    public List<FunctionOwner> Functions { get; } = [];

    public List<ServiceLineDepartment> ServiceLines { get; } = [];

    public List<OutsourcingTypeDepartment> OutsourcingTypes { get; } = [];

    /// <summary>Where it works.</summary>
    public List<Site> Sites { get; } = [];

    public List<Language> Languages { get; } = [];

    /// <summary>Whom it serves.</summary>
    public List<Client> Clients { get; } = [];

    public List<Tag> Tags { get; } = [];

    public List<DepartmentPerson> People { get; } = [];

    public List<EscalationStep> Escalation { get; } = [];

    public List<ServiceLevel> ServiceLevels { get; } = [];

    public List<DepartmentLink> Links { get; } = [];

    /// <summary>The sources that name this department.</summary>
    public List<Source> Sources { get; } = [];

    /// <summary>The sources of the statement about its office.</summary>
    public List<Source> OfficeSources { get; } = [];

    /// <summary>Replaces the summary and the Markdown description.</summary>
    /// <exception cref="DirectoryRuleException">The summary is empty or a text is too long.</exception>
    [MemberNotNull(nameof(Summary), nameof(Description))]
    public void Describe(string summary, string description) => (Summary, Description) = (
        Rules.Required(summary, "a summary", Rules.SentenceLength),
        Rules.Optional(description, "the description", Rules.MarkdownLength) ?? "");

    /// <summary>States the office, with the words of the source or the editor's reason.</summary>
    /// <exception cref="DirectoryRuleException">There is no reason, or it is too long.</exception>
    public void SetOffice(Office office, OfficeBasis basis, string reason, Side side)
    {
        OfficeReason = Rules.Required(reason, "a reason for the office", Rules.SentenceLength);
        (Office, OfficeBasis, Side) = (office, basis, side);
    }

    /// <summary>States in which time zone its hours are, and what its list of hours does not say.</summary>
    /// <exception cref="DirectoryRuleException">
    /// There is no such time zone, it is missing where it is open at all hours, or the note is too long.
    /// </exception>
    public void SetHours(string? timeZone, bool isAlwaysOpen, string? note)
    {
        TimeZone = string.IsNullOrWhiteSpace(timeZone) ? null : timeZone.Trim();
        if (TimeZone is null ? isAlwaysOpen : OpeningHours.FindZone(TimeZone) is null)
            throw new DirectoryRuleException("Choose a time zone, such as Asia/Manila.");
        (IsAlwaysOpen, HoursNote) = (isAlwaysOpen, Rules.Optional(note, "the note on the hours", Rules.SentenceLength));
    }

    /// <summary>States who does its work.</summary>
    /// <exception cref="DirectoryRuleException">
    /// A partner is named where the work is in-house or nothing is said of it, or a text is too long.
    /// </exception>
    public void SetDelivery(Delivery? delivery, Partner? partner, string? contractOwner)
    {
        if (CheckDelivery(delivery, partner is not null || !string.IsNullOrWhiteSpace(contractOwner)) is { } problem)
            throw new DirectoryRuleException(problem);
        (Delivery, Partner, PartnerId) = (delivery, partner, partner?.Id);
        ContractOwner = Rules.Optional(contractOwner, "who owns the contract", Rules.NameLength);
    }

    /// <summary>What is wrong with a delivery, in words for the editor; null when nothing is.</summary>
    /// <param name="delivery">Who does the work.</param>
    /// <param name="hasContract">Whether a partner, or the owner of a contract, is named.</param>
    public static string? CheckDelivery(Delivery? delivery, bool hasContract) => hasContract && delivery is null or Data.Delivery.Inhouse
        ? "Choose outsourced or shared where there is a partner or a contract, or take these out."
        : null;

    /// <summary>Gives the department an icon.</summary>
    /// <exception cref="DirectoryRuleException">There is no icon of that name.</exception>
    public void SetIcon(string icon) =>
        Icon = DepartmentIcons.Check(icon) is { } problem ? throw new DirectoryRuleException(problem) : icon;

    /// <summary>Makes this department a part of another, or of none.</summary>
    /// <exception cref="DirectoryRuleException">The parent is the department itself or one of its own parts.</exception>
    public void MoveUnder(Department? parent)
    {
        if (ReferenceEquals(parent, this))
            throw new DirectoryRuleException(ItsOwnPart);
        for (var ancestor = parent; ancestor is not null; ancestor = ancestor.Parent)
            if (ReferenceEquals(ancestor, this))
                throw new DirectoryRuleException($"{Name} cannot be a part of {parent!.Name}, which is a part of {Name}.");
        Parent = parent;
        ParentId = parent?.Id;
    }

    /// <summary>Gives the department a new name and slug; the slug it had keeps leading to it.</summary>
    /// <exception cref="DirectoryRuleException">The name or slug is empty, too long or malformed.</exception>
    [MemberNotNull(nameof(Name), nameof(NameKey), nameof(Slug))]
    public void Rename(string name, string slug)
    {
        (Name, Slug) = (Rules.Required(name, "a department name", Rules.NameLength), Rules.Slug(slug));
        NameKey = NameComparison.KeyOf(Name);
    }

    /// <summary>Names the department that took over the work of this archived one, or none.</summary>
    /// <exception cref="DirectoryRuleException">It is the department itself.</exception>
    public void SucceedBy(Department? successor)
    {
        if (ReferenceEquals(successor, this))
            throw new DirectoryRuleException($"{Name} cannot be its own successor.");
        Successor = successor;
        SuccessorId = successor?.Id;
    }

    /// <summary>Says who keeps it right, and how often it is reviewed.</summary>
    /// <exception cref="DirectoryRuleException">The interval is out of bounds.</exception>
    public void SetCare(Account? keeper, int? reviewIntervalDays)
    {
        if (CheckReviewInterval(reviewIntervalDays) is { } problem)
            throw new DirectoryRuleException(problem);
        (Keeper, KeeperId, ReviewIntervalDays) = (keeper, keeper?.Id, reviewIntervalDays);
    }

    /// <summary>What is wrong with an interval between reviews, in words for the editor; null when nothing is.</summary>
    public static string? CheckReviewInterval(int? days) =>
        days is null or (>= 1 and <= LongestReviewInterval)
            ? null
            : $"Enter a number of days from 1 to {LongestReviewInterval}, or none for the usual one.";

    /// <summary>Confirms that everything said is still correct, at the time given (UTC). This is no change of it.</summary>
    public void ConfirmReview(DateTime reviewedAt) => ReviewedAt = reviewedAt;

    /// <summary>Withdraws the latest review: what counts is the one before, at the time given (UTC), or none.</summary>
    public void WithdrawReview(DateTime? before) => ReviewedAt = before;
}
