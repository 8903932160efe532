using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Editing;
using BpoDirectory.Editing.Merge;
using BpoDirectory.Editing.Revisions;
using BpoDirectory.Functions;
using BpoDirectory.Guide;
using BpoDirectory.OutsourcingTypes;
using BpoDirectory.ServiceLines;

namespace BpoDirectory.Tests.Editing;

/// <summary>A comparison says names and words, never slugs, codes or identifiers: for every kind of entry.</summary>
public sealed class ContentNamesTests : IAsyncLifetime
{
    private readonly EditingDatabase _database = new();

    private ContentNames Names => _database.Get<ContentNames>();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Department_is_compared_in_names_and_words()
    {
        var said = await CompareAsync(_database.Departments, "legal", content =>
        {
            (content.Office, content.OfficeBasis, content.Side, content.Parent) =
                (Office.Both, OfficeBasis.Stated, Side.Client, "customer-service");
            (content.ServiceLines, content.Sources, content.OfficeSources) = (["customer-support"], ["S4"], ["S3"]);
            content.Functions = [new OwnedFunctionContent { Slug = "payroll-processing", Name = "Payroll processing", Sources = ["ED"] }];
            content.OutsourcingTypes = [new NearTypeContent { Slug = "kpo", Name = "Knowledge process outsourcing", Reason = "Near." }];
        });

        Assert.Contains("Front and back office", said["office"]);
        Assert.Contains("Stated in a source", said["officeBasis"]);
        Assert.Contains("Client’s side", said["side"]);
        Assert.Contains("Customer Service", said["parent"]);
        Assert.Contains("Customer support", said["serviceLines"], StringComparison.OrdinalIgnoreCase);
        Assert.Contains("What is the full form of BPO?", said["sources"]);
        Assert.Contains("What BPO is and the services it covers", said["officeSources"]);
        Assert.Contains("Payroll processing — rank 1 — [Editors' judgement]", said["functions"]);
        Assert.All(said.Values,
            text => Assert.DoesNotMatch("\\b(S[0-9]|ED|payroll-processing|customer-s[a-z]+|kpo|both|stated|provider)\\b", text));
    }

    [Fact]
    public async Task Function_service_line_type_article_and_synonym_set_are_compared_in_names()
    {
        var function = await CompareAsync(new BusinessFunctionEditing(), "payroll-processing", content =>
            content.Owners = [new OwnerContent { Slug = "legal", Sources = ["S0"] }]);
        var line = await CompareAsync(new ServiceLineEditing(), "customer-support", content =>
            (content.Departments, content.Sources) = ([new MemberContent { Slug = "legal" }], ["S0"]));
        var type = await CompareAsync(new OutsourcingTypeEditing(), "kpo", content =>
            (content.Departments, content.Sources) = ([new NearDepartmentContent { Slug = "legal", Reason = "Near." }], ["S0"]));
        var article = await CompareAsync(new GuideArticleEditing(), "what-is-bpo", content => content.Sources = ["ED"]);
        var set = await CompareAsync(
            new SynonymSetEditing(), "1", content => (content.Department, content.Function) = ("legal", "payroll-processing"));

        Assert.Contains("Legal — [BPO bank department list]", function["owners"]);
        Assert.Contains("Legal", line["departments"]);
        Assert.Contains("Legal — Near.", type["departments"]);
        Assert.All([line["sources"], type["sources"]], text => Assert.Contains("BPO bank department list", text));
        Assert.Contains("Editors' judgement", article["sources"]);
        Assert.Contains("Legal", set["department"]);
        Assert.Contains("Payroll processing", set["function"]);
    }

    [Fact]
    public async Task Archived_entry_is_named_as_such_and_one_that_was_never_there_too()
    {
        await _database.Get<EntryLifecycle>().ArchiveAsync(_database.Departments, _database.Ada, "sales");

        var said = await CompareAsync(
            _database.Departments, "legal", content => (content.Parent, content.ServiceLines) = ("sales", ["no-such-line"]));

        Assert.Contains("Sales (archived)", said["parent"]);
        Assert.Contains("“no-such-line”, which is not there", said["serviceLines"]);
    }

    [Fact]
    public async Task Another_address_of_a_named_entry_is_no_difference()
    {
        var function = await _database.OpenAsync(new BusinessFunctionEditing(), "payroll-processing");
        var before = function.Content;
        await _database.EditAsync("human-resources", content => (content.Name, content.Slug) = ("People", "people"));
        var after = (await _database.OpenAsync(new BusinessFunctionEditing(), "payroll-processing")).Content;

        var changes = ContentComparison.Compare(BusinessFunctionContent.Fields, ContentJson.ToNode(before), ContentJson.ToNode(after));

        Assert.NotEmpty(changes);
        Assert.Empty(await Names.OfAsync(changes));
    }

    [Fact]
    public async Task Conflict_is_shown_in_names()
    {
        var field = DepartmentContent.Fields.Single(field => field.Name == "parent");

        var conflict = await Names.OfAsync(new MergeConflict(field, null, false, "", "sales", "customer-service"));

        Assert.Equal(
            ("", "Sales", "Customer Service"), (conflict.Original!.ToString(), conflict.Mine!.ToString(), conflict.Theirs!.ToString()));
    }

    [Fact]
    public async Task Revision_that_names_a_department_by_its_former_address_can_be_restored()
    {
        var editing = new BusinessFunctionEditing();
        var open = await _database.OpenAsync(editing, "payroll-processing");
        open.Content.Owners.RemoveAll(owner => owner.Slug == "human-resources");
        await _database.Get<EntryStore>()
            .SaveAsync(editing, _database.Ada, new EntrySave<BusinessFunctionContent>(open.Id, open.Version, open.Content));
        await _database.EditAsync("human-resources", content => (content.Name, content.Slug) = ("People", "people"));

        var outcome = await _database.Get<EntryLifecycle>().RollBackAsync(editing, _database.Ada, "payroll-processing", 1, present: 2);

        Assert.Empty(outcome!.Problems);
        Assert.Equal(["finance-and-accounting", "people"], outcome.Saved!.Content.Owners.Select(owner => owner.Slug));
    }

    // What a change of the entry is said to be, by field.
    private async Task<Dictionary<string, string>> CompareAsync<T>(EntryEditing<T> editing, string slug, Action<T> change)
        where T : EntryContent, new()
    {
        var before = (await _database.OpenAsync(editing, slug)).Content;
        var after = ContentJson.Copy(before);
        change(after);
        var changes = await Names.OfAsync(ContentComparison.Compare(editing.Fields, ContentJson.ToNode(before), ContentJson.ToNode(after)));
        return changes.ToDictionary(
            difference => difference.Field.Name,
            difference => string.Join('\n', [.. difference.Items.Select(item => Text(item.Pieces)), Text(difference.Pieces)]));
    }

    private static string Text(IEnumerable<TextPiece> pieces) =>
        string.Concat(pieces.Where(piece => piece.Kind is not PieceKind.Removed).Select(piece => piece.Text));
}
