using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using BpoDirectory.Data;
using BpoDirectory.Data.Text;
using BpoDirectory.Departments;

namespace BpoDirectory.Api;

/// <summary>What a program says about a department. What it leaves out stays as it is; an empty list empties.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Slug">
/// Its part of an address; the one it had keeps leading to it. Left out of a new department, it is made of the name.
/// </param>
/// <param name="Aliases">
/// Other names of it: texts, or objects with a name and the codes of its sources. Left out, those of the same name stay.
/// </param>
/// <param name="Icon">The name of its icon, of Google's Material set.</param>
/// <param name="Office">Whether its work faces the client's customers.</param>
/// <param name="OfficeBasis">Whether a source states the office or an editor judged it.</param>
/// <param name="OfficeReason">The words of the source, or the editor's reason.</param>
/// <param name="OfficeSources">The sources of the office: codes, or objects with a code.</param>
/// <param name="Side">Its side of an outsourcing contract.</param>
/// <param name="Parent">Slug of the department that it is a part of; empty for none.</param>
/// <param name="ServiceLines">Slugs of the service lines that it delivers.</param>
/// <param name="OutsourcingTypes">The outsourcing types near it: slugs, or objects with slug and reason. A new one needs a reason.</param>
/// <param name="Summary">One or two sentences about it.</param>
/// <param name="Description">The description, in Markdown.</param>
/// <param name="Responsibilities">What it is responsible for, in order.</param>
/// <param name="Channels">How it is reached, the best way first.</param>
/// <param name="Hours">When it can be reached; all of it at once.</param>
/// <param name="People">Who has which role in it, in order.</param>
/// <param name="Escalation">Whom to turn to when it did not help, in order.</param>
/// <param name="ServiceLevels">What it promises, in order.</param>
/// <param name="Links">What it has elsewhere, in order.</param>
/// <param name="Delivery">Who does its work; an empty text says nothing of it any more.</param>
/// <param name="Partner">Slug of the partner that does its work, or a part of it; an empty text names none.</param>
/// <param name="ContractOwner">Who owns the contract with the partner; an empty text clears it.</param>
/// <param name="Clients">Slugs of the clients that it serves.</param>
/// <param name="Tags">Its tags.</param>
/// <param name="Sites">Slugs of the sites where it works.</param>
/// <param name="Languages">BCP 47 tags of the languages in which people can be served.</param>
/// <param name="Functions">The functions that it owns or co-owns.</param>
/// <param name="Sources">
/// The sources that name it: codes, or objects with a code. As they were read, with those of all its facts, they stay.
/// </param>
/// <param name="Keeper">User name of the editor on whose list its reviews are; an empty text puts them on everybody's.</param>
/// <param name="ReviewIntervalDays">Days between two reviews; 0 for the directory's usual ones.</param>
/// <param name="Note">What changed and why, for the history.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record DepartmentBody(
    [property: MaxLength(Rules.NameLength)] string? Name, [property: MaxLength(Rules.SlugLength)] string? Slug,
    [property: MaxLength(Rules.MostItems)] IReadOnlyList<AliasBody>? Aliases, string? Icon, Office? Office,
    OfficeBasis? OfficeBasis, [property: MaxLength(Rules.SentenceLength)] string? OfficeReason,
    [property: MaxLength(Rules.MostItems)] IReadOnlyList<Reference>? OfficeSources,
    Side? Side, string? Parent, [property: MaxLength(Rules.MostLinks)] IReadOnlyList<string>? ServiceLines,
    [property: MaxLength(Rules.MostLinks)] IReadOnlyList<Reference>? OutsourcingTypes,
    [property: MaxLength(Rules.SentenceLength)] string? Summary, [property: MaxLength(Rules.MarkdownLength)] string? Description,
    [property: MaxLength(Rules.MostItems)] IReadOnlyList<ResponsibilityBody>? Responsibilities,
    [property: MaxLength(Rules.MostItems)] IReadOnlyList<ChannelBody>? Channels, HoursBody? Hours,
    [property: MaxLength(Rules.MostItems)] IReadOnlyList<AssignedPersonBody>? People,
    [property: MaxLength(Rules.MostItems)] IReadOnlyList<EscalationBody>? Escalation,
    [property: MaxLength(Rules.MostItems)] IReadOnlyList<ServiceLevelBody>? ServiceLevels,
    [property: MaxLength(Rules.MostItems)] IReadOnlyList<LinkBody>? Links, DeliveryBody? Delivery, string? Partner,
    [property: MaxLength(Rules.NameLength)] string? ContractOwner,
    [property: MaxLength(Rules.MostLinks)] IReadOnlyList<string>? Clients,
    [property: MaxLength(Rules.MostItems)] IReadOnlyList<string>? Tags,
    [property: MaxLength(Rules.MostLinks)] IReadOnlyList<string>? Sites,
    [property: MaxLength(Rules.MostItems)] IReadOnlyList<string>? Languages,
    [property: MaxLength(Rules.MostLinks)] IReadOnlyList<FunctionBody>? Functions,
    [property: MaxLength(Rules.MostItems)] IReadOnlyList<Reference>? Sources, string? Keeper,
    [property: Range(0, Department.LongestReviewInterval)] int? ReviewIntervalDays,
    [property: MaxLength(Rules.SentenceLength)] string? Note)
    : IEntryBody<DepartmentContent>
{
    /// <summary>As it was read; follows from the parents of others.</summary>
    public JsonElement? Children { get; init; }

    /// <summary>As it was read; follows from the hours.</summary>
    public JsonElement? Open { get; init; }

    /// <summary>As it was read; follows from the channels.</summary>
    public JsonElement? Channel { get; init; }

    /// <summary>As it was read; follows from the functions.</summary>
    public JsonElement? Related { get; init; }

    /// <summary>As it was read; If-Match names the version that counts.</summary>
    public JsonElement? Version { get; init; }

    /// <summary>As it was read; the save sets it.</summary>
    public JsonElement? UpdatedAt { get; init; }

    /// <summary>As it was read; a review sets it.</summary>
    public JsonElement? ReviewedAt { get; init; }

    string? IEntryBody<DepartmentContent>.Reason => Note;

    /// <summary>Makes a content what this says. Items that stay are known by their text.</summary>
    /// <param name="db">The directory, which knows what the department names that reading does not show.</param>
    /// <param name="content">What the department is.</param>
    public async Task ApplyToAsync(DirectoryDbContext db, DepartmentContent content)
    {
        var archived = await ArchivedNames.ReadAsync(db, content);
        (content.Name, content.Slug) = (Name ?? content.Name, Slug ?? content.Slug);
        (content.Summary, content.Description) = (Summary ?? content.Summary, Description ?? content.Description);
        (content.Office, content.OfficeBasis) = (Office ?? content.Office, OfficeBasis ?? content.OfficeBasis);
        (content.OfficeReason, content.Side) = (OfficeReason ?? content.OfficeReason, Side ?? content.Side);
        (content.Icon, content.Parent) = (Icon ?? content.Icon, Parent ?? content.Parent);
        content.ServiceLines = Kept(ServiceLines, content.ServiceLines, archived.ServiceLines);
        content.People = ArchivedNames.Keep(
            BodyItems.Merge(
                content.People, assigned => $"{assigned.Role} {assigned.Person}", People, body => $"{body.ToContent().Role} {body.Person}",
                (known, body) => known ?? body.ToContent()),
            content.People, assigned => assigned.Person, archived.People);
        content.Escalation = EscalationOf(content.Escalation, archived.People);
        content.ServiceLevels =
            BodyItems.Merge(content.ServiceLevels, level => level.Measure, ServiceLevels, body => body.Measure, Promised);
        content.Links = BodyItems.Merge(
            content.Links, link => $"{link.Kind} {link.Label} {link.Address}", Links, body => $"{body.Kind} {body.Label} {body.Address}",
            Linked, StringComparer.Ordinal);
        content.Delivery = Delivery is { } delivery ? delivery.Value : content.Delivery;
        content.Keeper = Keeper ?? content.Keeper;
        content.ReviewIntervalDays = ReviewIntervalDays is { } days ? days == 0 ? null : days : content.ReviewIntervalDays;
        (content.Partner, content.ContractOwner) = (Partner ?? content.Partner, ContractOwner ?? content.ContractOwner);
        content.Tags = Tags?.ToList() ?? content.Tags;
        content.Clients = Kept(Clients, content.Clients, archived.Clients);
        content.Sites = Kept(Sites, content.Sites, archived.Sites);
        content.Languages = Languages?.Select(tag => LocaleNames.TryNormalizeTag(tag) ?? tag).ToList() ?? content.Languages;
        content.Sources = Sources is { } sources && !IsAsRead(content, sources)
            ? [.. sources.Select(source => source.Key)]
            : content.Sources;
        content.OfficeSources = OfficeSources?.Select(source => source.Key).ToList() ?? content.OfficeSources;
        content.Aliases =
            BodyItems.Merge(
                content.Aliases, alias => NameComparison.KeyOf(alias.Name), Aliases, body => NameComparison.KeyOf(body.Name), Alias);
        content.OutsourcingTypes = ArchivedNames.Keep(
            BodyItems.Merge(content.OutsourcingTypes, type => type.Slug, OutsourcingTypes, type => type.Key, Near),
            content.OutsourcingTypes, type => type.Slug, archived.OutsourcingTypes);
        content.Responsibilities = BodyItems.Merge(content.Responsibilities, r => r.Text, Responsibilities, body => body.Text, Responsible);
        content.Channels = ArchivedNames.KeepUnseen(
            BodyItems.Merge(content.Channels, KeyOf, Channels, body => KeyOf(body.ToContent()), Reached, StringComparer.Ordinal),
            content.Channels, channel => archived.Functions.Contains(channel.Function));
        Hours?.ApplyTo(content);
        content.Functions = ArchivedNames.Keep(
            BodyItems.Merge(content.Functions, function => function.Slug, Functions, body => body.Slug, Owned),
            content.Functions, function => function.Slug, archived.Functions);
    }

    // Reading tells every source that a fact cites: what is sent back unchanged must not make them the department's own.
    private static bool IsAsRead(DepartmentContent content, IReadOnlyList<Reference> sources) =>
        sources.Select(source => source.Key).ToHashSet().SetEquals([
            .. content.Sources, .. content.OfficeSources, .. content.Aliases.SelectMany(a => a.Sources),
            .. content.Responsibilities.SelectMany(r => r.Sources), .. content.Functions.SelectMany(f => f.Sources)]);

    private static AliasContent Alias(AliasContent? known, AliasBody body)
    {
        var alias = known ?? new AliasContent { Name = body.Name };
        alias.Sources = body.Sources?.ToList() ?? alias.Sources;
        return alias;
    }

    private static NearTypeContent Near(NearTypeContent? known, Reference type)
    {
        var near = known ?? new NearTypeContent { Slug = type.Key };
        near.Reason = type.Reason ?? near.Reason;
        return near;
    }

    private static ResponsibilityContent Responsible(ResponsibilityContent? known, ResponsibilityBody body)
    {
        var responsibility = known ?? new ResponsibilityContent();
        (responsibility.Text, responsibility.Detail) = (body.Text ?? "", body.Detail ?? responsibility.Detail);
        responsibility.Sources = body.Sources?.ToList() ?? responsibility.Sources;
        return responsibility;
    }

    private static ChannelContent Reached(ChannelContent? known, ChannelBody body)
    {
        var channel = known ?? body.ToContent();
        (channel.Label, channel.Note) = (body.Label ?? channel.Label, body.Note ?? channel.Note);
        return channel;
    }

    private static List<string> Kept(IReadOnlyList<string>? sent, List<string> present, HashSet<string> archived) =>
        sent is null ? present : ArchivedNames.Keep([.. sent], present, slug => slug, archived);

    // A step that names nobody but somebody archived is not read, and one that has a channel too is read without them.
    private List<EscalationStepContent> EscalationOf(List<EscalationStepContent> present, HashSet<string> archived)
    {
        if (Escalation is null)
            return present;
        bool IsUnseen(EscalationStepContent step) => step.Kind is null && archived.Contains(step.Person);
        var steps = BodyItems.Merge(
            present.FindAll(step => !IsUnseen(step)), KeyOf, Escalation, body => KeyOf(body.ToContent()), (known, body) =>
        {
            var step = body.ToContent();
            if (known is not null)
            {
                step.Key = known.Key;
                if (step.Person.Length == 0 && archived.Contains(known.Person))
                    step.Person = known.Person;
            }
            return step;
        });
        return ArchivedNames.KeepUnseen(steps, present, IsUnseen);

        string KeyOf(EscalationStepContent step) =>
            $"{step.When} {step.Kind} {step.KeptValue} {(archived.Contains(step.Person) ? "" : step.Person)}";
    }

    private static ServiceLevelContent Promised(ServiceLevelContent? known, ServiceLevelBody body)
    {
        var level = known ?? new ServiceLevelContent();
        (level.Measure, level.Target) = (body.Measure ?? "", body.Target ?? "");
        (level.Note, level.Link) = (body.Note ?? level.Note, body.Link ?? level.Link);
        return level;
    }

    private static LinkContent Linked(LinkContent? known, LinkBody body)
    {
        var link = known ?? new LinkContent();
        (link.Kind, link.Label, link.Address) = (body.Kind ?? LinkKind.Other, body.Label ?? "", body.Address ?? "");
        return link;
    }

    private static string KeyOf(ChannelContent channel) => $"{channel.Kind} {channel.KeptValue} {channel.Function}";

    private static OwnedFunctionContent Owned(OwnedFunctionContent? known, FunctionBody body)
    {
        var function = known ?? new OwnedFunctionContent { Slug = body.Slug ?? "", Rank = int.MaxValue };
        (function.Rank, function.Reason) = (body.Rank ?? function.Rank, body.Reason ?? function.Reason);
        function.Sources = body.Sources?.ToList() ?? function.Sources;
        return function;
    }
}

/// <summary>Another name: as a plain text, or as an object with its sources.</summary>
/// <param name="Name">The name.</param>
/// <param name="Sources">Codes of the sources that use it; left out, those of the same name stay.</param>
[JsonConverter(typeof(Converter))]
public sealed record AliasBody(string Name, IReadOnlyList<string>? Sources = null)
{
    internal sealed class Converter : JsonConverter<AliasBody>
    {
        public override AliasBody Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.String)
                return new AliasBody(reader.GetString()!);
            using var read = JsonDocument.ParseValue(ref reader);
            return read.RootElement.ValueKind == JsonValueKind.Object
                && read.RootElement.EnumerateObject().All(field => field.Name is "name" or "sources")
                && read.RootElement.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String
                ? new AliasBody(name.GetString()!, read.RootElement.TryGetProperty("sources", out var sources) ? Codes(sources) : null)
                : throw new JsonException("Give the name as a text, or as an object with name and sources.");
        }

        public override void Write(Utf8JsonWriter writer, AliasBody value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Name);

        private static string[] Codes(JsonElement sources) =>
            sources.ValueKind == JsonValueKind.Array && sources.EnumerateArray().All(code => code.ValueKind == JsonValueKind.String)
                ? [.. sources.EnumerateArray().Select(code => code.GetString()!)]
                : throw new JsonException("Give the sources as a list of codes.");
    }
}

/// <summary>A responsibility.</summary>
/// <param name="Text">The responsibility in a few words.</param>
/// <param name="Detail">
/// One more sentence. Left out or null, the one of a responsibility of the same text stays; an empty text clears it.
/// </param>
/// <param name="Sources">Codes of the sources that state it; left out, they stay too.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ResponsibilityBody(
    string? Text, string? Detail, [property: MaxLength(Rules.MostItems)] IReadOnlyList<string>? Sources);

/// <summary>A function that the department owns.</summary>
/// <param name="Slug">The function's slug.</param>
/// <param name="Rank">1 for the main owner; left out for the last place.</param>
/// <param name="Reason">Why the department owns the function, where that needs saying.</param>
/// <param name="Sources">Codes of the sources that state it.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record FunctionBody(
    string? Slug, int? Rank, string? Reason, [property: MaxLength(Rules.MostItems)] IReadOnlyList<string>? Sources)
{
    /// <summary>As it was read; the slug says which function it is.</summary>
    public JsonElement? Name { get; init; }
}

/// <summary>Something named by its slug or code: as a plain text, or as an object with more to say.</summary>
/// <param name="Key">The slug or the code.</param>
/// <param name="Reason">Why it is named, where that needs saying.</param>
[JsonConverter(typeof(Converter))]
public sealed record Reference(string Key, string? Reason = null)
{
    /// <summary>The key and the reason, and what reading tells beside them.</summary>
    internal static IReadOnlyList<string> Known { get; } = ["code", "slug", "reason", "title", "name", "icon", "office", "summary"];

    internal sealed class Converter : JsonConverter<Reference>
    {
        public override Reference Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var read = JsonDocument.ParseValue(ref reader);
            return read.RootElement.ValueKind switch
            {
                JsonValueKind.String => new Reference(read.RootElement.GetString()!),
                JsonValueKind.Object when read.RootElement.EnumerateObject().All(field => Known.Contains(field.Name)) => new Reference(
                    Text(read.RootElement, "code") ?? Text(read.RootElement, "slug")
                        ?? throw new JsonException("Name it by its slug or code."),
                    Text(read.RootElement, "reason")),
                _ => throw new JsonException("Name it by a text, or by an object with a slug or code."),
            };
        }

        public override void Write(Utf8JsonWriter writer, Reference value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Key);

        private static string? Text(JsonElement item, string name) =>
            item.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
    }
}

/// <summary>Who does a department's work; an empty text for nothing.</summary>
/// <param name="Value">Who does; null for nothing.</param>
[JsonConverter(typeof(Converter))]
public sealed record DeliveryBody(Delivery? Value)
{
    /// <summary>The texts that stand for one, the empty one first.</summary>
    internal static IReadOnlyList<string> Words { get; } =
        ["", .. EnumNames.Of(typeof(Delivery))];

    internal sealed class Converter : JsonConverter<DeliveryBody>
    {
        public override DeliveryBody Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            return Words.Contains(text, StringComparer.OrdinalIgnoreCase)
                ? new DeliveryBody(text is { Length: > 0 } word ? Enum.Parse<Delivery>(word, ignoreCase: true) : null)
                : throw new JsonException("Give one of the words, or an empty text.");
        }

        public override void Write(Utf8JsonWriter writer, DeliveryBody value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value is { } delivery ? JsonNamingPolicy.CamelCase.ConvertName(delivery.ToString()) : "");
    }
}
