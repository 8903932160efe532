using BpoDirectory.Data;
using BpoDirectory.Data.Text;
using BpoDirectory.Editing;

namespace BpoDirectory.Departments;

/// <summary>Everything about a department that an editor can change.</summary>
public sealed class DepartmentContent : EntryContent, IOtherNames
{
    /// <summary>What can be changed, how it is compared and merged, and what it must keep to, in the order in which it is shown.</summary>
    public static IReadOnlyList<ContentField> Fields { get; } =
    [
        new("name", "Name", FieldShape.Text) { Rule = TextRule.Required("a department name", Rules.NameLength) },
        SlugField,
        new("aliases", "Other names", FieldShape.Items)
        {
            Texts = [new("name", "Other name") { Rule = TextRule.RequiredItem("an alias", Rules.NameLength) }],
            Unique = new("alias", "name"),
        },
        new("summary", "Summary", FieldShape.Text) { Rule = TextRule.Required("a summary", Rules.SentenceLength) },
        new("description", "Description", FieldShape.Lines) { Rule = TextRule.Optional("the description", Rules.MarkdownLength) },
        new("icon", "Icon") { Rule = TextRule.Icon, WordOf = DepartmentIcons.ToLabel },
        new("sources", "Sources of the department", FieldShape.Set) { HoldsSources = true },
        new("office", "Office") { WordOf = ContentField.Words<Office>(OfficeLabels.ToLabel) },
        new("officeBasis", "Basis of the office") { WordOf = ContentField.Words<OfficeBasis>(OfficeLabels.ToLabel) },
        new("officeReason", "Reason for the office", FieldShape.Text)
        {
            Rule = TextRule.Optional("the reason for the office", Rules.SentenceLength),
        },
        new("officeSources", "Sources of the office", FieldShape.Set) { HoldsSources = true },
        new("side", "Side") { WordOf = ContentField.Words<Side>(OfficeLabels.ToLabel) },
        new("parent", "Part of") { RefersTo = EntryType.Department },
        new("successor", "Successor") { RefersTo = EntryType.Department },
        new("responsibilities", "Responsibilities", FieldShape.Items)
        {
            Texts =
            [
                new("text", "Responsibility") { Rule = TextRule.RequiredItem("a responsibility", Rules.SentenceLength) },
                new("detail", "Detail") { Rule = TextRule.Optional("the detail", Rules.SentenceLength) },
            ],
            Unique = new("responsibility", "text"),
        },
        new("channels", "How to reach it", FieldShape.Items)
        {
            ItemReferences = new Dictionary<string, EntryType> { ["function"] = EntryType.Function },
            ItemWords = new Dictionary<string, Func<string, string>> { ["kind"] = ContentField.Words<ChannelKind>(ChannelLabels.ToLabel) },
            Texts =
            [
                new("value", "Address, number or place"),
                new("label", "Label") { Rule = TextRule.Optional("the label", Rules.NameLength) },
                new("note", "Note") { Rule = TextRule.Optional("the note", Rules.SentenceLength) },
            ],
        },
        new("timeZone", "Time zone"),
        new("alwaysOpen", "Open at all hours"),
        new("hours", "Hours", FieldShape.Items)
        {
            ItemWords = new Dictionary<string, Func<string, string>>
            {
                ["firstDay"] = ContentField.Words<DayOfWeek>(d => $"{d}"), ["lastDay"] = ContentField.Words<DayOfWeek>(d => $"{d}"),
            },
            Texts = [new("opens", "From"), new("closes", "To")],
        },
        new("hoursNote", "Note on the hours", FieldShape.Text) { Rule = TextRule.Optional("the note on the hours", Rules.SentenceLength) },
        new("people", "People", FieldShape.Items)
        {
            TellsOf = EntryType.Person,
            ItemReferences = new Dictionary<string, EntryType> { ["person"] = EntryType.Person },
            ItemWords = new Dictionary<string, Func<string, string>> { ["role"] = ContentField.Words<PersonRole>(ReachLabels.ToLabel) },
        },
        new("escalation", "Escalation", FieldShape.Items)
        {
            ItemReferences = new Dictionary<string, EntryType> { ["person"] = EntryType.Person },
            ItemWords = new Dictionary<string, Func<string, string>> { ["kind"] = ContentField.Words<ChannelKind>(ChannelLabels.ToLabel) },
            Texts =
            [
                new("when", "When") { Rule = TextRule.RequiredItem("when to take this step", Rules.NameLength) },
                new("value", "Address, number or place"),
                new("note", "Note") { Rule = TextRule.Optional("the note", Rules.SentenceLength) },
            ],
        },
        new("serviceLevels", "Service levels", FieldShape.Items)
        {
            Texts =
            [
                new("measure", "Measure") { Rule = TextRule.RequiredItem("what is measured", Rules.NameLength) },
                new("target", "Target") { Rule = TextRule.Required("the target", Rules.NameLength) },
                new("note", "Note") { Rule = TextRule.Optional("the note", Rules.SentenceLength) },
                new("link", "Link") { Rule = TextRule.OptionalChannel(ChannelKind.Web) },
            ],
            Unique = new("measure", "measure"),
        },
        new("links", "Links", FieldShape.Items)
        {
            ItemWords = new Dictionary<string, Func<string, string>> { ["kind"] = ContentField.Words<LinkKind>(ReachLabels.ToLabel) },
            Texts =
            [
                new("label", "Label") { Rule = TextRule.RequiredItem("a label", Rules.NameLength) },
                new("address", "Address") { Rule = TextRule.Channel(ChannelKind.Web) },
            ],
        },
        new("delivery", "Delivery") { WordOf = ContentField.Words<Delivery>(ReachLabels.ToLabel) },
        new("partner", "Partner") { RefersTo = EntryType.Partner },
        new("contractOwner", "Owner of the contract", FieldShape.Text)
        {
            Rule = TextRule.Optional("who owns the contract", Rules.NameLength),
        },
        new("clients", "Clients", FieldShape.Set) { RefersTo = EntryType.Client, TellsOf = EntryType.Client },
        new("tags", "Tags", FieldShape.Set) { Rule = TextRule.RequiredItem("a tag", Tag.Longest), Unique = new("tag") },
        new("sites", "Sites", FieldShape.Set) { RefersTo = EntryType.Site },
        new("languages", "Languages", FieldShape.Set) { Rule = TextRule.Language, WordOf = LocaleNames.ToLanguage },
        new("functions", "Functions", FieldShape.Items, "slug")
        {
            RefersTo = EntryType.Function,
            Texts = [ItemText.Reason],
            Unique = new("function", "slug"),
            Rank = "rank",
        },
        new("serviceLines", "Service lines", FieldShape.Set) { RefersTo = EntryType.ServiceLine },
        new("outsourcingTypes", "Outsourcing types", FieldShape.Items, "slug")
        {
            RefersTo = EntryType.OutsourcingType,
            Texts = [ItemText.Reason with { Rule = TextRule.Required("what brings the two together", Rules.SentenceLength) }],
            Unique = new("outsourcing type", "slug"),
        },
        new("keeper", "Keeper") { TellsOf = EntryType.Person },
        new("reviewIntervalDays", "Days between reviews"),
        ArchivedField,
    ];

    public string Name { get; set; } = "";

    public List<AliasContent> Aliases { get; set; } = [];

    public string Summary { get; set; } = "";

    /// <summary>Markdown.</summary>
    public string Description { get; set; } = "";

    /// <summary>The icon's name, one of <see cref="DepartmentIcons.Names"/>.</summary>
    public string Icon { get; set; } = DepartmentIcons.Default;

    /// <summary>Null in a new department until it is chosen, and its basis likewise.</summary>
    public Office? Office { get; set; }

    public OfficeBasis? OfficeBasis { get; set; }

    public string OfficeReason { get; set; } = "";

    /// <summary>Codes of sources.</summary>
    public List<string> OfficeSources { get; set; } = [];

    public Side Side { get; set; }

    /// <summary>Slug of the department that this one is a part of; empty for none.</summary>
    public string Parent { get; set; } = "";

    public List<ResponsibilityContent> Responsibilities { get; set; } = [];

    public List<ChannelContent> Channels { get; set; } = [];

    /// <summary>The IANA name of the time zone of the hours; empty while nothing is said of them.</summary>
    public string TimeZone { get; set; } = "";

    public bool AlwaysOpen { get; set; }

    public List<HoursContent> Hours { get; set; } = [];

    public string HoursNote { get; set; } = "";

    public List<AssignedPersonContent> People { get; set; } = [];

    public List<EscalationStepContent> Escalation { get; set; } = [];

    public List<ServiceLevelContent> ServiceLevels { get; set; } = [];

    public List<LinkContent> Links { get; set; } = [];

    /// <summary>Null while nothing is said of it.</summary>
    public Delivery? Delivery { get; set; }

    /// <summary>Slug of the partner that does its work, or a part of it; empty for none.</summary>
    public string Partner { get; set; } = "";

    public string ContractOwner { get; set; } = "";

    /// <summary>Slugs.</summary>
    public List<string> Clients { get; set; } = [];

    public List<string> Tags { get; set; } = [];

    /// <summary>Slugs.</summary>
    public List<string> Sites { get; set; } = [];

    /// <summary>BCP 47 tags.</summary>
    public List<string> Languages { get; set; } = [];

    public List<OwnedFunctionContent> Functions { get; set; } = [];

    /// <summary>Slugs.</summary>
    public List<string> ServiceLines { get; set; } = [];

    public List<NearTypeContent> OutsourcingTypes { get; set; } = [];

    /// <summary>Codes of sources.</summary>
    public List<string> Sources { get; set; } = [];

    /// <summary>Slug of the department that took over an archived one's work; empty for none.</summary>
    public string Successor { get; set; } = "";

    /// <summary>User name of the account whose list of reviews it is on; empty for everybody's.</summary>
    public string Keeper { get; set; } = "";

    /// <summary>Null for the directory's usual ones.</summary>
    public int? ReviewIntervalDays { get; set; }

    /// <inheritdoc />
    public override string Title => Name;

    /// <inheritdoc />
    public bool HasName(string name) => Aliases.Exists(alias => NameComparison.AreSame(alias.Name, name));

    /// <inheritdoc />
    public void AddName(string name) => Aliases.Add(new AliasContent { Name = name });

    /// <inheritdoc />
    public void RemoveName(string name) => Aliases.RemoveAll(alias => NameComparison.AreSame(alias.Name, name));

    /// <inheritdoc />
    public override void Restore() => (Archived, Successor) = (false, "");

    /// <inheritdoc />
    public override void ClearIdentity()
    {
        base.ClearIdentity();
        (Name, Aliases, Successor) = ("", [], "");
        foreach (var part in (KeyedContent[])[.. Responsibilities, .. Channels, .. Hours, .. People, .. Escalation, .. ServiceLevels,
            .. Links])
            part.Key = KeyedContent.NewKey();
    }

    /// <summary>Gives a department what is its own; what it shares with other entries is <see cref="DepartmentWriter"/>'s.</summary>
    internal void ApplyTo(Department department)
    {
        department.Rename(Name, Slug);
        department.Describe(Summary, Description);
        department.SetIcon(Icon);
        department.SetOffice(Office!.Value, OfficeBasis!.Value, OfficeReason, Side);
        department.SetHours(TimeZone, AlwaysOpen, HoursNote);
        department.SetArchived(Archived);
    }

    /// <summary>The content of a department that is loaded with everything its content shows.</summary>
    internal static DepartmentContent From(Department department) => new()
    {
        Name = department.Name,
        Slug = department.Slug,
        Summary = department.Summary,
        Description = department.Description,
        Icon = department.Icon,
        Office = department.Office,
        OfficeBasis = department.OfficeBasis,
        OfficeReason = department.OfficeReason,
        OfficeSources = Citations.ToCodes(department.OfficeSources),
        Side = department.Side,
        Parent = department.Parent?.Slug ?? "",
        Archived = department.IsArchived,
        Successor = department.Successor?.Slug ?? "",
        Sources = Citations.ToCodes(department.Sources),
        Aliases = [.. department.Aliases.OrderBy(a => a.Rank)
            .Select(a => new AliasContent { Key = KeyedContent.KeyOf(a.Id), Name = a.Name, Sources = Citations.ToCodes(a.Sources) })],
        Responsibilities = [.. department.Responsibilities.OrderBy(r => r.Rank)
            .Select(r => new ResponsibilityContent { Key = KeyedContent.KeyOf(r.Id), Text = r.Text, Detail = r.Detail ?? "",
                Sources = Citations.ToCodes(r.Sources) })],
        Channels = [.. department.Channels.OrderBy(c => c.Rank).Select(c => new ChannelContent
        {
            Key = KeyedContent.KeyOf(c.Id), Kind = c.Kind, Value = ChannelValue.ToText(c.Kind, c.Value), Label = c.Label ?? "",
            Note = c.Note ?? "", Function = c.BusinessFunction?.Slug ?? "",
        })],
        TimeZone = department.TimeZone ?? "",
        AlwaysOpen = department.IsAlwaysOpen,
        HoursNote = department.HoursNote ?? "",
        Hours = [.. department.Hours.OrderBy(h => h.Rank).Select(h => new HoursContent
        {
            Key = KeyedContent.KeyOf(h.Id), FirstDay = h.FirstDay, LastDay = h.LastDay,
            Opens = OpeningInterval.ToText(h.Opens), Closes = OpeningInterval.ToText(h.Closes),
        })],
        Functions = [.. department.Functions.OrderBy(o => o.BusinessFunction.NameKey, StringComparer.Ordinal)
            .Select(o => new OwnedFunctionContent
        {
            Slug = o.BusinessFunction.Slug, Name = o.BusinessFunction.Name, Rank = o.Rank, Reason = o.Reason ?? "",
            Sources = Citations.ToCodes(o.Sources),
        })],
        People = [.. department.People.OrderBy(r => r.Rank).Select(r => new AssignedPersonContent
        {
            Key = KeyedContent.KeyOf(r.Id), Person = r.Person.Slug, Role = r.Role,
        })],
        Escalation = [.. department.Escalation.OrderBy(s => s.Rank).Select(s => new EscalationStepContent
        {
            Key = KeyedContent.KeyOf(s.Id), When = s.When, Person = s.Person?.Slug ?? "", Kind = s.Kind,
            Value = s.Kind is { } kind ? ChannelValue.ToText(kind, s.Value!) : "", Note = s.Note ?? "",
        })],
        ServiceLevels = [.. department.ServiceLevels.OrderBy(l => l.Rank).Select(l => new ServiceLevelContent
        {
            Key = KeyedContent.KeyOf(l.Id), Measure = l.Measure, Target = l.Target, Note = l.Note ?? "", Link = l.Link ?? "",
        })],
        Links = [.. department.Links.OrderBy(l => l.Rank)
            .Select(l => new LinkContent { Key = KeyedContent.KeyOf(l.Id), Kind = l.Kind, Label = l.Label, Address = l.Address })],
        Keeper = department.Keeper?.UserName ?? "",
        ReviewIntervalDays = department.ReviewIntervalDays,
        Delivery = department.Delivery,
        Partner = department.Partner?.Slug ?? "",
        ContractOwner = department.ContractOwner ?? "",
        Clients = [.. department.Clients.Select(c => c.Slug).Order(StringComparer.Ordinal)],
        Tags = [.. department.Tags.Select(t => t.Name).Order(StringComparer.Ordinal)],
        Sites = [.. department.Sites.Select(s => s.Slug).Order(StringComparer.Ordinal)],
        Languages = [.. department.Languages.Select(l => l.Tag).Order(StringComparer.Ordinal)],
        ServiceLines = [.. department.ServiceLines.Select(m => m.ServiceLine.Slug).Order(StringComparer.Ordinal)],
        OutsourcingTypes = [.. department.OutsourcingTypes.OrderBy(n => n.OutsourcingType.AcronymKey, StringComparer.Ordinal)
            .Select(n => new NearTypeContent { Slug = n.OutsourcingType.Slug, Name = n.OutsourcingType.Name, Reason = n.Reason })],
    };
}

/// <summary>Another name of the department.</summary>
public sealed class AliasContent : KeyedContent
{
    public string Name { get; set; } = "";

    public List<string> Sources { get; set; } = [];
}

/// <summary>A responsibility of the department.</summary>
public sealed class ResponsibilityContent : KeyedContent
{
    public string Text { get; set; } = "";

    public string Detail { get; set; } = "";

    public List<string> Sources { get; set; } = [];
}

/// <summary>A function that the department owns.</summary>
public sealed class OwnedFunctionContent
{
    public string Slug { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>1 for the main owner, then the co-owners in order.</summary>
    public int Rank { get; set; } = 1;

    /// <summary>Why the department owns the function, where that needs saying.</summary>
    public string Reason { get; set; } = "";

    public List<string> Sources { get; set; } = [];
}

/// <summary>An outsourcing type near the department.</summary>
public sealed class NearTypeContent
{
    public string Slug { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>What brings the two together.</summary>
    public string Reason { get; set; } = "";
}
