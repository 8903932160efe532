using BpoDirectory.Data;
using BpoDirectory.Data.Text;
using BpoDirectory.Functions;
using BpoDirectory.Tests.Catalog;

namespace BpoDirectory.Tests.Functions;

public sealed class BusinessFunctionReaderTests(CatalogDatabase database) : IClassFixture<CatalogDatabase>
{
    private readonly BusinessFunctionReader _reader = database.Get<BusinessFunctionReader>();

    [Fact]
    public async Task List_holds_every_function_by_name_with_its_owners_in_order()
    {
        var (total, functions) = await _reader.FindAllAsync("", 0, 1_000);

        var expected = BuiltInCatalog.Files.Functions.OrderBy(f => f.Name, StringComparer.OrdinalIgnoreCase).ToList();
        Assert.Equal(
            expected.Select(f => (f.Slug, f.Name, f.Description.Trim())),
            functions.Select(f => (f.Slug, f.Name, f.Description)));
        Assert.Equal(expected.Select(f => f.Owners.Select(o => o.Department)), functions.Select(f => f.Owners.Select(o => o.Slug)));
        Assert.Equal(expected.Select(f => f.Synonyms), functions.Select(f => f.Synonyms));
        Assert.Equal(expected.Count, total);
    }

    [Fact]
    public async Task Details_hold_owners_with_rank_reason_and_sources()
    {
        var support = await _reader.FindAsync("technical-support");

        Assert.Equal(
            [("it-support", 1, null), ("information-technology", 2, "Assists employees and in some instances clients"),
                ("customer-service", 3, "Often gives the first answer to customers")],
            support!.Owners.Select(o => (o.Slug, o.Rank, o.Reason)));
        Assert.Equal(["S0 S4", "S2", "ED"], support.Owners.Select(o => string.Join(' ', o.Sources)));
        Assert.Equal([Office.Both, Office.Back, Office.Front], support.Owners.Select(o => o.Office));
        Assert.All(support.Owners, owner => Assert.Equal(BuiltInCatalog.Departments[owner.Slug].Summary, owner.Summary));
    }

    [Fact]
    public async Task Details_hold_every_source_once_in_the_catalogs_order()
    {
        var support = await _reader.FindAsync("technical-support");
        Assert.Equal(["S0", "S2", "S4", "ED"], support!.Sources.Select(s => s.Code));

        var leads = await _reader.FindAsync("lead-generation");
        Assert.Equal(["S0", "S3"], leads!.Sources.Select(s => s.Code));
        Assert.Equal(["department-list", "bpo-services"], leads.Sources.Select(s => s.Slug));
    }

    [Fact]
    public async Task Details_hold_description_synonyms_situations_and_the_note_on_disagreeing_documents()
    {
        var file = BuiltInCatalog.Files.Functions.Single(f => f.Slug == "payroll-processing");

        var payroll = await _reader.FindAsync("payroll-processing");

        Assert.Equal((file.Name, file.Description.Trim(), file.Note!.Trim()), (payroll!.Name, payroll.Description, payroll.Note));
        Assert.Equal(file.Synonyms, payroll.Synonyms);
        Assert.Equal(file.Situations, payroll.Situations);
    }

    [Theory]
    [InlineData("")]
    [InlineData("payroll")]
    [InlineData("no-such-function")]
    public async Task Unknown_slug_finds_nothing(string slug) => Assert.Null(await _reader.FindAsync(slug));

    [Fact]
    public async Task Slug_is_found_without_regard_to_case() =>
        Assert.Equal("payroll-processing", (await _reader.FindAsync("Payroll-Processing"))!.Slug);

    [Fact]
    public async Task Owners_come_in_parts_and_are_counted()
    {
        var whole = await _reader.FindAsync("technical-support");
        var first = await _reader.FindAsync("technical-support", 0, 2);
        var rest = await _reader.FindAsync("technical-support", 2, 2);

        Assert.Equal(3, await _reader.CountOwnersAsync("technical-support"));
        Assert.Equal(whole!.Owners.Select(o => o.Slug), first!.Owners.Concat(rest!.Owners).Select(o => o.Slug));
        Assert.Equal(2, first.Owners.Count);
        Assert.Equal(["ED"], rest.Sources.Select(s => s.Code));
        Assert.Empty((await _reader.FindAsync("technical-support", 9, 2))!.Owners);
        Assert.Equal(0, await _reader.CountOwnersAsync("no-such-function"));
    }

    [Fact]
    public async Task Slugs_are_those_of_all_functions() =>
        Assert.Equal(BuiltInCatalog.Files.Functions.Select(f => f.Slug).Order(), (await _reader.SlugsAsync()).Order());

    [Fact]
    public async Task Letters_are_those_that_names_begin_with_each_with_its_count()
    {
        var letters = await _reader.LettersAsync("");

        Assert.Equal(
            BuiltInCatalog.Files.Functions.GroupBy(f => f.Name[..1].ToUpperInvariant()).OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => (g.Key, g.Count())),
            letters.Select(letter => (letter.Letter, letter.Count)));
    }

    [Theory]
    [InlineData("payroll")]
    [InlineData("PAYROLL")]
    [InlineData("pay sl")]
    [InlineData("")]
    public async Task Functions_with_a_text_in_name_or_synonym_come_by_name(string text)
    {
        var part = NameComparison.PartOf(text);
        var expected = BuiltInCatalog.Files.Functions
            .Where(f => f.Synonyms.Prepend(f.Name).Any(wording => wording.Contains(text, StringComparison.OrdinalIgnoreCase)))
            .OrderBy(f => f.Name, StringComparer.OrdinalIgnoreCase).Select(f => f.Slug).ToList();

        var found = await _reader.ListAsync(part, null, 0, 1_000);

        Assert.NotEmpty(expected);
        Assert.Equal(expected, found.Select(f => f.Slug));
        Assert.Equal(expected.Count, (await _reader.LettersAsync(part)).Sum(letter => letter.Count));
        Assert.Equal(
            expected, (await _reader.ListAsync(part, null, 0, 3)).Concat(await _reader.ListAsync(part, null, 3, 1_000))
                .Select(f => f.Slug));
    }

    [Theory]
    [InlineData("P")]
    [InlineData("p")]
    public async Task Functions_of_a_letter_begin_with_it_and_name_their_owners_in_order(string letter)
    {
        var found = await _reader.ListAsync("", letter, 0, 1_000);

        Assert.Equal(
            BuiltInCatalog.Files.Functions.Where(f => f.Name.StartsWith('P')).OrderBy(f => f.Name, StringComparer.OrdinalIgnoreCase)
                .Select(f => (f.Slug, string.Join(' ', f.Owners.Select(o => o.Department)), f.Owners.Count)),
            found.Select(f => (f.Slug, string.Join(' ', f.Owners.Select(o => o.Slug)), f.OwnerCount)));
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("\\")]
    [InlineData("%a%")]
    [InlineData("'; DROP TABLE BusinessFunctions; --")]
    public async Task Wildcards_are_text(string text)
    {
        Assert.Empty(await _reader.ListAsync(NameComparison.PartOf(text), null, 0, 10));
        Assert.Empty(await _reader.ListAsync("", text, 0, 10));
    }

    [Theory]
    [InlineData("Payroll", "P")]
    [InlineData("payroll", "P")]
    [InlineData("économie", "E")]
    [InlineData("Œuvres", "O")]
    [InlineData("Łódź", "L")]
    [InlineData("人事", "人")]
    [InlineData("𐐨 services", "𐐀")]
    [InlineData("24-hour support", "2")]
    [InlineData("🏦 banking", "#")]
    [InlineData("🇩🇪 taxes", "#")]
    [InlineData("👩‍👩‍👧 care", "#")]
    [InlineData("(Re)insurance", "#")]
    [InlineData("\u0301 alone", "A")]
    public void A_name_stands_under_its_letter_or_digit_or_among_the_signs(string name, string letter) =>
        Assert.Equal(letter, FunctionLetter.LetterOf(name));
}
