using System.Text.Json;
using BpoDirectory.Data;
using BpoDirectory.Search;
using BpoDirectory.Search.Facets;
using BpoDirectory.Search.Index;
using BpoDirectory.Search.Meaning;
using BpoDirectory.Search.Storage;
using BpoDirectory.Search.Suggestions;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Tests.Search.Index;

/// <summary>What is changed through the write gate is what the next question finds.</summary>
public sealed class SearchUpdateTests : IAsyncLifetime
{
    private static readonly string?[] Questions =
        [null, "zeppelin", "zeppelin works", "legal", "selling", "sales", "support", "data", "help desk", "payr", "marketng",
            "who handles invoices", "qwrtplkj"];

    private readonly CatalogDatabase _database = new();

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        // A question before the change: what is kept in memory must follow.
        Assert.Equal(0, _database.Ask("zeppelin").Total);
    }

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task New_description_is_found_by_the_next_question()
    {
        await _database.EditAsync("logistics", d => d.Describe("Moves goods by zeppelin.", "It keeps **zeppelins** in a hangar."));

        var item = Assert.Single(_database.Ask("zeppelin").Items);
        Assert.Equal(("logistics", "Moves goods by zeppelin."), (item.Slug, item.Summary));
        Assert.Equal((MatchField.Summary, 2), (item.Match!.Field, item.Version));
    }

    [Fact]
    public async Task Text_that_is_gone_is_found_no_more()
    {
        await _database.EditAsync("logistics", d => d.Describe("Moves goods by zeppelin.", ""));
        await _database.EditAsync("logistics", d => d.Describe("Moves goods.", ""));

        Assert.Equal(0, _database.Ask("zeppelin").Total);
    }

    [Fact]
    public async Task New_name_is_found_and_the_old_one_no_more()
    {
        Assert.Contains(_database.Ask("content moderation").Items, i => i.Slug == "content-moderation");

        await _database.EditAsync("content-moderation", d => d.Rename("Zeppelin Patrol", "zeppelin-patrol"));

        var item = _database.Ask("zeppelin patrol").Items[0];
        Assert.Equal(("zeppelin-patrol", "Zeppelin Patrol", MatchField.Name), (item.Slug, item.Name, item.Match!.Field));
        Assert.Equal(
            "Zeppelin Patrol", _database.Search.Search(new SearchRequest { Sort = DepartmentSort.Name, PageSize = 100 }).Items[^1].Name);
    }

    [Fact]
    public async Task New_alias_is_found()
    {
        await _database.EditAsync("logistics", d => d.Aliases.Add(new DepartmentAlias("Zeppelin Fleet", 99)));

        var item = _database.Ask("zeppelin fleet").Items[0];
        Assert.Equal(("logistics", MatchField.Alias), (item.Slug, item.Match!.Field));
    }

    [Fact]
    public async Task Archived_department_is_found_no_more_until_it_is_restored()
    {
        await _database.EditAsync("logistics", d => d.Describe("Moves goods by zeppelin.", ""));

        await _database.EditAsync("logistics", d => d.Archive());
        Assert.Equal(0, _database.Ask("zeppelin").Total);
        Assert.Equal(20, _database.Ask(null).Total);
        Assert.Equal(20L, await _database.SqlAsync("SELECT count(*) FROM DepartmentIndex WHERE length(Passages) > 0"));
        Assert.DoesNotContain(_database.Ask("warehousing").Items, i => i.Slug == "logistics");

        await _database.EditAsync("logistics", d => d.Restore());
        Assert.Equal("logistics", Assert.Single(_database.Ask("zeppelin").Items).Slug);
        Assert.Equal(21, _database.Ask(null).Total);
    }

    [Fact]
    public async Task New_department_is_found_listed_and_counted()
    {
        await AddAsync("zeppelins", "Zeppelin Works", "Builds zeppelins.");

        Assert.Equal("zeppelins", _database.Ask("zeppelin").Items[0].Slug);
        Assert.Equal(22, _database.Ask(null).Total);
        Assert.Equal(5, _database.Ask(null).Facets[Facet.Office].Single(o => o.Value == "front").Count);
    }

    [Fact]
    public async Task Moved_office_moves_in_the_facets()
    {
        await _database.EditAsync("legal", d => d.SetOffice(Office.Front, OfficeBasis.Judged, "A new reason.", Side.Client));

        var answer = _database.Search.Search(new SearchRequest { Offices = [Office.Front], Sides = [Side.Client] });
        Assert.Equal("legal", Assert.Single(answer.Items).Slug);
    }

    [Fact]
    public async Task New_function_is_found_through_its_owners_in_order()
    {
        await _database.Gate.WriteAsync(async db =>
        {
            var function = new BusinessFunction("zeppelin-repair", "Zeppelin repair", "Mends zeppelins.");
            function.Owners.Add(new FunctionOwner(await db.Departments.SingleAsync(d => d.Slug == "operations"), 1));
            function.Owners.Add(new FunctionOwner(await db.Departments.SingleAsync(d => d.Slug == "logistics"), 2));
            db.Add(function);
            await db.SaveChangesAsync();
            await SearchIndex.UpdateAsync(db, [.. function.Owners.Select(o => o.Department.Id)], CancellationToken.None);
        });

        Assert.Equal(["operations", "logistics"], _database.Ask("who does zeppelin repair?").Items.Take(2).Select(i => i.Slug));
    }

    [Fact]
    public async Task New_synonym_set_is_understood()
    {
        await _database.Gate.WriteAsync(db =>
        {
            var set = new SynonymSet("Zeppelins");
            set.Members.AddRange([new SynonymMember("zeppelin"), new SynonymMember("payroll")]);
            db.Add(set);
            return Task.CompletedTask;
        });

        Assert.Equal("finance-and-accounting", _database.Ask("zeppelin").Items[0].Slug);
    }

    [Fact]
    public async Task Words_that_are_gone_correct_and_complete_no_more()
    {
        await _database.EditAsync("logistics", d => d.Describe("Moves goods by zeppelin.", ""));
        Assert.Equal("zeppelin", _database.Ask("zeppelim").CorrectedQuery);
        Assert.Equal(1, _database.Ask("zeppel").Total);

        await _database.EditAsync("logistics", d => d.Describe("Moves goods.", ""));

        Assert.Null(_database.Ask("zeppelim").CorrectedQuery);
        Assert.Equal(0, _database.Ask("zeppel").Total);
    }

    [Fact]
    public async Task Edit_of_sources_alone_shows_the_new_version()
    {
        var version = _database.Ask("logistics").Items[0].Version;

        await _database.Gate.WriteAsync(async db =>
        {
            var logistics = await db.Departments.Include(d => d.Sources).SingleAsync(d => d.Slug == "logistics");
            logistics.Sources.Clear();
            logistics.Touch(new DateTime(2031, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        });

        Assert.Equal(version + 1, _database.Ask("logistics").Items[0].Version);
        Assert.Equal("logistics", _database.Search.Search(new SearchRequest { Sort = DepartmentSort.Updated }).Items[0].Slug);
    }

    [Fact]
    public async Task Renamed_service_line_is_renamed_in_facets_and_results()
    {
        await _database.Gate.WriteAsync(async db =>
        {
            var first = await db.ServiceLines.OrderBy(l => l.Rank).FirstAsync();
            first.Rename("Zeppelin Line", first.Slug);
        });

        var answer = _database.Ask(null);
        Assert.Equal("Zeppelin Line", answer.Facets[Facet.Line][0].Label);
        Assert.Contains(answer.Items, item => item.ServiceLines.Any(line => line.Name == "Zeppelin Line"));
    }

    [Fact]
    public async Task New_wording_is_completed_and_the_one_before_no_more()
    {
        var completions = _database.Get<Completions>();
        Assert.Contains(completions.Complete("content mod").Departments, w => w.Slug == "content-moderation");

        await _database.EditAsync("content-moderation", d => d.Rename("Zeppelin Patrol", "zeppelin-patrol"));
        await _database.EditAsync("legal", d => d.Archive());

        Assert.Contains(completions.Complete("zeppelin pa").Departments, w => w.Slug == "zeppelin-patrol");
        Assert.DoesNotContain(completions.Complete("content mod").Departments, w => w.Name == "Content Moderation");
        Assert.DoesNotContain(completions.Complete("legal").Departments, w => w.Slug == "legal");
    }

    [Fact]
    public async Task New_function_synonym_is_completed()
    {
        Assert.Empty(_database.Get<Completions>().Complete("zeppelin").Functions);

        await _database.Gate.WriteAsync(async db =>
            (await db.BusinessFunctions.Include(f => f.Synonyms).FirstAsync(f => f.Slug == "payroll-processing")).Synonyms.Add(
                new FunctionSynonym("zeppelin wages", 99)));

        Assert.Contains(_database.Get<Completions>().Complete("zeppelin").Functions, w => w.Slug == "payroll-processing");
    }

    [Fact]
    public async Task Change_by_another_program_is_found_too()
    {
        await _database.SqlAsync("UPDATE Departments SET Name = 'Law' WHERE Slug = 'legal'");

        // Changes from outside are looked for every few milliseconds.
        Assert.True(SpinWait.SpinUntil(() => _database.Ask(null).Items.Any(i => i.Name == "Law"), TimeSpan.FromMinutes(2)));
    }

    [Fact]
    public async Task Failed_change_leaves_the_answers_as_they_were()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _database.Gate.WriteAsync(async db =>
        {
            var legal = await db.Departments.SingleAsync(d => d.Slug == "legal");
            legal.Describe("Flies a zeppelin.", "");
            await db.SaveChangesAsync();
            await SearchIndex.UpdateAsync(db, [legal.Id], CancellationToken.None);
            throw new InvalidOperationException();
        }));

        Assert.Equal(0, _database.Ask("zeppelin").Total);
        Assert.Equal("Legal", _database.Ask("legal").Items[0].Name);
    }

    [Fact]
    public async Task Many_edits_in_a_row_are_each_found_at_once()
    {
        for (var i = 0; i < 20; i++)
        {
            await _database.EditAsync("legal", d => d.Describe($"Keeps zeppelin number {i}.", ""));

            Assert.Equal($"Keeps zeppelin number {i}.", Assert.Single(_database.Ask("zeppelin").Items).Match!.Text);
        }
    }

    [Fact]
    public async Task Hostile_text_is_indexed_like_any_other()
    {
        var random = new Random(37);
        for (var i = 0; i < 20; i++)
        {
            var summary = $"zeppelin {HostileText.Random(random, 300).Replace('\0', ' ')}";
            await _database.EditAsync(
                "legal", d =>
                    d.Describe(summary.Length > 500 ? summary[..499] : summary,
                        "# " + HostileText.Random(random, 2_000).Replace('\0', ' ')));

            var answer = _database.Ask("zeppelin");
            Assert.Equal("legal", answer.Items[0].Slug);
            SearchAssert.IsProper(answer);
        }
        await AssertIndexIsSoundAsync();
    }

    [Fact]
    public async Task Index_stays_sound_through_all_kinds_of_changes()
    {
        await AssertIndexIsSoundAsync();
        await AddAsync("zeppelins", "Zeppelin Works", "Builds zeppelins.");
        await _database.EditAsync("legal", d => d.Archive());
        await _database.EditAsync("sales", d => d.Rename("Selling Things", "selling-things"));
        await _database.EditAsync("legal", d => d.Restore());
        await AssertIndexIsSoundAsync();

        await _database.Gate.WriteAsync(db => SearchIndex.RebuildAsync(db, CancellationToken.None));
        await AssertIndexIsSoundAsync();
        Assert.Equal(22L, await _database.SqlAsync("SELECT count(*) FROM DepartmentIndex WHERE length(Passages) > 0"));
    }

    // What was brought up to date change by change answers like what is read from scratch.
    private async Task AssertIndexIsSoundAsync()
    {
        var reads = _database.Get<SearchDatabase>();
        var metrics = _database.Get<DirectoryMetrics>();
        using var reloaded = new SearchState(reads, _database.Get<CatalogVersion>(), metrics, TimeProvider.System);
        var search = new DepartmentSearch(reads, reloaded, _database.Get<FormerChoices>(), _database.Get<MeaningSearch>(), metrics);
        foreach (var question in Questions)
            foreach (var sort in Enum.GetValues<DepartmentSort>())
            {
                var request = new SearchRequest { Text = question, Sort = sort, PageSize = SearchRequest.LargestPage };
                Assert.Equal(JsonSerializer.Serialize(search.Search(request)), JsonSerializer.Serialize(_database.Search.Search(request)));
            }
        if (!TestServer.IsUsual)
            Assert.Equal("ok", await _database.SqlAsync("PRAGMA integrity_check"));
    }

    private Task AddAsync(string slug, string name, string summary) => _database.Gate.WriteAsync(async db =>
    {
        var department = new Department(slug, name, summary);
        department.SetOffice(Office.Front, OfficeBasis.Judged, "A reason.", Side.Provider);
        department.Touch(DateTime.UtcNow);
        db.Add(department);
        await db.SaveChangesAsync();
        await SearchIndex.UpdateAsync(db, [department.Id], CancellationToken.None);
    });
}
