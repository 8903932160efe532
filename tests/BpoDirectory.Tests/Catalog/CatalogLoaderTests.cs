using BpoDirectory.Catalog;
using BpoDirectory.Data;
using BpoDirectory.Search.Storage;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Tests.Catalog;

public sealed class CatalogLoaderTests : IAsyncLifetime
{
    private static readonly string[] Tables =
    [
        "Sources", "Departments", "DepartmentAliases", "Responsibilities", "BusinessFunctions", "FunctionSynonym", "FunctionOwners",
        "ServiceLines", "ServiceLineDepartment", "OutsourcingTypes", "OutsourcingTypeSynonym", "OutsourcingTypeDepartment", "GuideArticles",
        "SynonymSets", "SynonymMember", "SpellingVariants", "FormerSlugs", "DepartmentSource", "DepartmentOfficeSource",
        "DepartmentAliasSource", "ResponsibilitySource", "FunctionOwnerSource", "ServiceLineSource", "OutsourcingTypeSource",
        "GuideArticleSource",
    ];

    private readonly TestDatabase _database = new();

    private CatalogLoader Loader => _database.Get<CatalogLoader>();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task New_database_gets_every_entry_of_the_files()
    {
        Assert.True(await Loader.LoadIntoNewDatabaseAsync(Nothing));

        var files = CatalogFiles.Read();
        Assert.Equal(files.Sources.Count, await CountAsync("Sources"));
        Assert.Equal(files.Departments.Count, await CountAsync("Departments"));
        Assert.Equal(files.Departments.Values.Sum(d => d.Aliases.Count), await CountAsync("DepartmentAliases"));
        Assert.Equal(files.Departments.Values.Sum(d => d.Responsibilities.Count), await CountAsync("Responsibilities"));
        Assert.Equal(files.Departments.Values.Sum(d => d.Sources.Count), await CountAsync("DepartmentSource"));
        Assert.Equal(
            files.Departments.Values.Sum(d => d.Responsibilities.Sum(r => r.Sources.Count)), await CountAsync("ResponsibilitySource"));
        Assert.Equal(files.Departments.Values.Sum(d => d.Aliases.Sum(a => a.Sources.Count)), await CountAsync("DepartmentAliasSource"));
        Assert.Equal(files.Functions.Count, await CountAsync("BusinessFunctions"));
        Assert.Equal(files.Functions.Sum(f => f.Synonyms.Count), await CountAsync("FunctionSynonym"));
        Assert.Equal(files.Functions.Sum(f => f.Owners.Count), await CountAsync("FunctionOwners"));
        Assert.Equal(files.Functions.Sum(f => f.Owners.Sum(o => o.Sources.Count)), await CountAsync("FunctionOwnerSource"));
        Assert.Equal(files.ServiceLines.Count, await CountAsync("ServiceLines"));
        Assert.Equal(files.ServiceLines.Sum(l => l.Departments.Count), await CountAsync("ServiceLineDepartment"));
        Assert.Equal(files.OutsourcingTypes.Count, await CountAsync("OutsourcingTypes"));
        Assert.Equal(files.OutsourcingTypes.Sum(t => t.Departments.Count), await CountAsync("OutsourcingTypeDepartment"));
        Assert.Equal(files.Guide.Count, await CountAsync("GuideArticles"));
        Assert.Equal(files.Guide.Sum(g => g.Sources.Count), await CountAsync("GuideArticleSource"));
        Assert.Equal(files.Synonyms.Count, await CountAsync("SynonymSets"));
        Assert.Equal(files.Synonyms.Sum(s => s.Members.Count), await CountAsync("SynonymMember"));
        Assert.Equal(files.Spellings.Count, await CountAsync("SpellingVariants"));
    }

    [Fact]
    public async Task Every_department_is_version_1_at_the_time_of_loading()
    {
        var before = DateTime.UtcNow;
        await Loader.LoadIntoNewDatabaseAsync(Nothing);
        var after = DateTime.UtcNow;

        await using var db = await _database.Contexts.CreateDbContextAsync();
        Assert.All(await db.Departments.ToListAsync(), d =>
        {
            Assert.Equal(1, d.Version);
            Assert.InRange(d.UpdatedAt, before, after);
            Assert.False(d.IsArchived);
        });
    }

    [Fact]
    public async Task Files_arrive_word_for_word_and_in_order()
    {
        await Loader.LoadIntoNewDatabaseAsync(Nothing);
        var file = CatalogFiles.Read().Departments["payment-processing"];

        await using var db = await _database.Contexts.CreateDbContextAsync();
        var department = await db.Departments.Include(d => d.Parent).Include(d => d.Aliases).Include(d => d.Responsibilities)
            .SingleAsync(d => d.Slug == "payment-processing");
        Assert.Equal(
            (file.Name, file.Summary.Trim(), file.Description.Trim()), (department.Name, department.Summary, department.Description));
        Assert.Equal(file.Icon, department.Icon);
        Assert.Equal(
            (file.Office, file.Basis, file.OfficeReason, file.Side),
            (department.Office, department.OfficeBasis, department.OfficeReason, department.Side));
        Assert.Equal("finance-and-accounting", department.Parent!.Slug);
        Assert.Equal(file.Aliases.Select(a => a.Name), department.Aliases.OrderBy(a => a.Rank).Select(a => a.Name));
        Assert.Equal(file.Responsibilities.Select(r => r.Text), department.Responsibilities.OrderBy(r => r.Rank).Select(r => r.Text));
        Assert.Equal(Enumerable.Range(1, file.Responsibilities.Count), department.Responsibilities.Select(r => r.Rank).Order());
    }

    [Fact]
    public async Task Second_start_changes_nothing()
    {
        await Loader.LoadIntoNewDatabaseAsync(SearchIndex.RebuildAsync);
        var counts = await CountsAsync();
        var departments = await DepartmentsAsync();
        var ran = false;

        var loaded = await Loader.LoadIntoNewDatabaseAsync((_, _) =>
        {
            ran = true;
            return Task.CompletedTask;
        });

        Assert.False(loaded);
        Assert.False(ran);
        Assert.Equal(counts, await CountsAsync());
        Assert.Equal(departments, await DepartmentsAsync());
    }

    [Fact]
    public async Task Later_start_leaves_the_editors_changes_alone()
    {
        await Loader.LoadIntoNewDatabaseAsync(Nothing);
        await _database.Gate.WriteAsync(async db =>
        {
            var legal = await db.Departments.SingleAsync(d => d.Slug == "legal");
            legal.Rename("Law", "law");
            legal.Touch(DateTime.UtcNow);
            db.Remove(await db.Responsibilities.SingleAsync(r => r.Text == "Handles contracts"));
        });

        Assert.False(await Loader.LoadIntoNewDatabaseAsync(Nothing));

        Assert.Equal("Law/2", await _database.SqlAsync("SELECT Name || '/' || Version FROM Departments WHERE Slug = 'law'"));
        Assert.Equal(0L, await _database.SqlAsync("SELECT count(*) FROM Departments WHERE Slug = 'legal'"));
        Assert.Equal(0L, await _database.SqlAsync("SELECT count(*) FROM Responsibilities WHERE Text = 'Handles contracts'"));
    }

    [Fact]
    public async Task What_must_follow_the_load_sees_the_keys_in_the_same_transaction()
    {
        var departments = 0;

        await Loader.LoadIntoNewDatabaseAsync(async (db, cancellation) =>
        {
            departments = await db.Departments.CountAsync(d => d.Id > 0, cancellation);
            Assert.Equal(0L, await _database.SqlAsync("SELECT count(*) FROM Departments"));
        });

        Assert.Equal(21, departments);
    }

    [Fact]
    public async Task Load_that_fails_leaves_the_database_empty_for_the_next_one()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Loader.LoadIntoNewDatabaseAsync((_, _) => throw new InvalidOperationException("The index cannot be built.")));
        Assert.All(await CountsAsync(), table => Assert.Equal(0L, table.Value));

        Assert.True(await Loader.LoadIntoNewDatabaseAsync(SearchIndex.RebuildAsync));
        Assert.Equal(21L, await CountAsync("Departments"));
    }

    [Fact]
    public async Task Two_loads_at_once_load_once()
    {
        var loads = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Loader.LoadIntoNewDatabaseAsync(Nothing))));

        Assert.Single(loads, loaded => loaded);
        Assert.Equal(21L, await CountAsync("Departments"));
    }

    private static Task Nothing(DirectoryDbContext db, CancellationToken cancellation) => Task.CompletedTask;

    private async Task<long> CountAsync(string table) => (long)(await _database.SqlAsync($"SELECT count(*) FROM {table}"))!;

    private async Task<Dictionary<string, long>> CountsAsync()
    {
        var counts = new Dictionary<string, long>();
        foreach (var table in Tables)
            counts[table] = await CountAsync(table);
        return counts;
    }

    private async Task<object?> DepartmentsAsync() =>
        await _database.SqlAsync("SELECT string_agg(Id || Name || Version || UpdatedAt || Summary || Description, ',') FROM (SELECT * FROM Departments ORDER BY Id) AS d");
}
