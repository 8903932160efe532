using BpoDirectory.Data;

namespace BpoDirectory.Departments;

/// <summary>What a row of a comparison is about, in the order in which readers see the rows.</summary>
public enum ComparedField
{
    Summary,
    Channels,
    Hours,

    /// <summary>A function that all of the departments own.</summary>
    FunctionOfAll,

    /// <summary>A function that two of three own.</summary>
    FunctionOfSome,

    /// <summary>The functions that it alone owns as main owner.</summary>
    MainOwner,

    /// <summary>Those that it alone owns as co-owner.</summary>
    CoOwner,
    Responsibilities,
    Sites,
    Languages,
    Delivery,
    Clients,
    People,
    ServiceLevels,
    Office,
    Side,
    Parent,
    Children,
    ServiceLines,
    Aliases,

    /// <summary>What it does and where that ends.</summary>
    Description,
}

/// <summary>A row of a comparison, as texts.</summary>
/// <param name="Field">What it is about.</param>
/// <param name="Title">What that is called: the name, where it is a function.</param>
/// <param name="Cells">For each department what it has of it, in order; nothing where it has none.</param>
/// <param name="Function">The function that it is about, if it is about one.</param>
public sealed record ComparedRow(
    ComparedField Field, string Title, IReadOnlyList<IReadOnlyList<string>> Cells, ComparedFunction? Function = null)
{
    /// <summary>Whether all departments have the same.</summary>
    public bool IsSame => Cells.Skip(1).All(cell => cell.SequenceEqual(Cells[0]));
}

/// <summary>
/// The rows in which departments are compared: those in which any of them has something, or of these only those that differ.
/// </summary>
public sealed class ComparisonRows
{
    /// <summary>Lays out a comparison.</summary>
    /// <param name="comparison">What is compared.</param>
    /// <param name="isOnlyDifferent">Whether rows that are the same are left out.</param>
    public ComparisonRows(DepartmentComparison comparison, bool isOnlyDifferent)
    {
        (Comparison, IsOnlyDifferent) = (comparison, isOnlyDifferent);
        var all = Rows(comparison).Where(row => row.Cells.Any(cell => cell.Count > 0)).ToList();
        SameCount = all.Count(row => row.IsSame);
        Shown = isOnlyDifferent ? [.. all.Where(row => !row.IsSame)] : all;
    }

    /// <summary>What is compared.</summary>
    public DepartmentComparison Comparison { get; }

    /// <summary>The departments, in the order of the cells.</summary>
    public IReadOnlyList<DepartmentDetails> Departments => Comparison.Departments;

    /// <summary>Whether rows that are the same are left out.</summary>
    public bool IsOnlyDifferent { get; }

    /// <summary>The rows, in order.</summary>
    public IReadOnlyList<ComparedRow> Shown { get; }

    /// <summary>How many rows are the same, shown or not.</summary>
    public int SameCount { get; }

    /// <summary>The functions of the rows of a field.</summary>
    public IReadOnlyList<ComparedFunction> FunctionsOf(ComparedField field) =>
        [.. Shown.Where(row => row.Field == field).Select(row => row.Function).OfType<ComparedFunction>()];

    /// <summary>The row of a field; null where it is not shown.</summary>
    public ComparedRow? Find(ComparedField field) => Shown.FirstOrDefault(row => row.Field == field);

    /// <summary>Whether any of these fields is shown.</summary>
    public bool HasAny(params IEnumerable<ComparedField> fields) => fields.Any(field => Find(field) is not null);

    /// <summary>The heading above the rows of a field; null for the first, which have none.</summary>
    public string? HeadingOf(ComparedField field) => field switch
    {
        < ComparedField.FunctionOfAll => null,
        ComparedField.FunctionOfAll => Departments.Count == 2 ? "Functions both own" : "Functions all three own",
        ComparedField.FunctionOfSome => "Functions two of them own",
        ComparedField.MainOwner or ComparedField.CoOwner => "Functions of one only",
        ComparedField.Responsibilities => "Responsibilities",
        _ => "Place in the organisation",
    };

    private static IEnumerable<ComparedRow> Rows(DepartmentComparison comparison)
    {
        ComparedRow Row(ComparedField field, string title, Func<DepartmentDetails, IEnumerable<string?>> texts) =>
            new(field, title, [.. comparison.Departments.Select(department => Told(texts(department)))]);

        yield return Row(ComparedField.Summary, "In short", department => [department.Summary]);
        yield return Row(ComparedField.Channels, "How to reach it", department => department.Channels.Select(ToText));
        yield return Row(ComparedField.Hours, "Hours", department => ToTexts(department.Hours));
        foreach (var function in comparison.OfAll)
            yield return ToRow(ComparedField.FunctionOfAll, function);
        foreach (var function in comparison.OfSome)
            yield return ToRow(ComparedField.FunctionOfSome, function);
        yield return Row(ComparedField.MainOwner, "Main owner", department => comparison.AloneOf(department, isMain: true).Select(ToText));
        yield return Row(ComparedField.CoOwner, "Co-owner", department => comparison.AloneOf(department, isMain: false).Select(ToText));
        yield return Row(
            ComparedField.Responsibilities, "Responsible for", department => department.Responsibilities.Select(one => one.Text));
        yield return Row(ComparedField.Sites, "Sites", department => department.Sites.Select(site => site.Name));
        yield return Row(ComparedField.Languages, "Languages", department => Names(department.Languages));
        yield return Row(ComparedField.Delivery, "Delivery", department => [ToText(department.Delivery)]);
        yield return Row(ComparedField.Clients, "Clients", department => Names(department.Clients));
        yield return Row(
            ComparedField.People, "People", department => department.People.Select(one => $"{one.Role.ToLabel()}: {one.Person.Name}"));
        yield return Row(
            ComparedField.ServiceLevels, "Service levels",
            department => department.ServiceLevels.Select(level => $"{level.Measure}: {level.Target}"));
        yield return Row(
            ComparedField.Office, "Office",
            department => [department.Office.ToLabel(), $"{department.OfficeBasis.ToLabel()}: {department.OfficeReason}"]);
        // Nearly all are on the provider’s side: worth a row only where one is not.
        if (comparison.Departments.Any(department => department.Side != comparison.Departments[0].Side))
            yield return Row(ComparedField.Side, "Side of the contract", department => [department.Side.ToLabel()]);
        yield return Row(ComparedField.Parent, "Part of", department => [department.Parent?.Name]);
        yield return Row(ComparedField.Children, "Includes", department => Names(department.Children));
        yield return Row(ComparedField.ServiceLines, "Service lines", department => Names(department.ServiceLines));
        yield return Row(ComparedField.Aliases, "Also called", department => department.Aliases.Select(alias => alias.Text));
        yield return Row(ComparedField.Description, "Where it ends", department => [department.Description]);
    }

    private static ComparedRow ToRow(ComparedField field, ComparedFunction function) => new(
        field, function.Name, [.. function.Parts.Select(part => Told(part is null ? [] : [ToLabel(part.Rank), part.Reason]))], function);

    private static List<string> Told(IEnumerable<string?> texts) => [.. texts.OfType<string>().Where(text => text.Length > 0)];

    private static IEnumerable<string> Names(IEnumerable<NamedLink> links) => links.Select(link => link.Name);

    private static string ToLabel(int rank) => rank == 1 ? "Main owner" : "Co-owner";

    private static string ToText(OwnedFunction function) =>
        function.Rank > 1 && function.CoOwners is [var main, ..] ? $"{function.Name} with {main.Name}" : function.Name;

    private static string ToText(ChannelDetails channel) =>
        $"{channel.Kind.ToLabel()}: {channel.Text}{(channel.Label is null ? "" : $", {channel.Label}")}"
        + (channel.Function is null ? "" : $", for {channel.Function.Name}");

    private static string? ToText(DeliveryDetails? delivery) => delivery is null
        ? null
        : delivery.Partner is null ? delivery.Delivery.ToLabel() : $"{delivery.Delivery.ToLabel()} with {delivery.Partner.Name}";

    private static IEnumerable<string> ToTexts(OpeningHours? hours) => hours switch
    {
        { IsAlways: true } => ["Open at all hours"],
        { IsTold: true } => [.. hours.Days.Select(days => $"{days.ToDayLabel()}, {days.ToTimeLabel()}"), $"Time in {hours.Place}"],
        _ => [],
    };
}
