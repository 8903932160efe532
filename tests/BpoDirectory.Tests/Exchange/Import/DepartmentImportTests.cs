using System.Diagnostics;
using System.Text.Json;
using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Editing;
using BpoDirectory.Exchange.Import;
using BpoDirectory.Exchange.Import.Files;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Tests.Exchange.Import;

public sealed class DepartmentImportTests : IAsyncLifetime
{
    private readonly ImportDatabase _database = new();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Dry_run_tells_each_row_and_changes_nothing()
    {
        var legal = (await _database.Editing.OpenAsync("legal")).Content;
        var before = await SnapshotAsync();

        var comparison = await _database.CompareAsync(
            $"name,summary\nUnit of Tests,Tests things.\nLegal,Another summary.\n{legal.Name.ToUpperInvariant()},twice\nHuman Resources,\"{await SummaryAsync("human-resources")}\"\n,no name\n");

        Assert.Equal(
            [ImportRowState.New, ImportRowState.Changed, ImportRowState.Wrong, ImportRowState.Unchanged, ImportRowState.Wrong],
            comparison.Rows.Select(row => row.State));
        Assert.Equal(("unit-of-tests", 2), (comparison.Rows[0].Slug, comparison.Rows[0].Number));
        Assert.Equal(new ImportChange("Summary", legal.Summary, "Another summary."), Assert.Single(comparison.Rows[1].Changes));
        Assert.Contains("Row 3", comparison.Rows[2].Problems[0].Message, StringComparison.Ordinal);
        Assert.Equal("Name", Assert.Single(comparison.Rows[4].Problems).Label);
        Assert.Equal(before, await SnapshotAsync());
    }

    [Fact]
    public async Task Import_saves_one_revision_each_and_one_audit_entry_and_is_found_at_once()
    {
        var result = await _database.ApplyAsync(
            await _database.CompareAsync("name,summary,aliases\nZubrowka Unit,Keeps zubrowka.,Zubr;Żubrówka\nLegal,Other words.,\n"));

        Assert.Equal((1, 1), (result.Added, result.Changed));
        Assert.Contains(_database.Editing.Catalog.Ask("zubrowka").Items, item => item.Name == "Zubrowka Unit");
        var unit = await _database.Editing.OpenAsync("zubrowka-unit");
        Assert.Equal(
            (1, "Zubr", Office.Back, OfficeBasis.Judged),
            (unit.Version, unit.Content.Aliases[0].Name, unit.Content.Office, unit.Content.OfficeBasis));
        await using var db = await _database.Editing.Catalog.Contexts.CreateDbContextAsync();
        var legal = await db.Departments.SingleAsync(d => d.Slug == "legal");
        Assert.Equal(2, legal.Version);
        Assert.Equal(
            [RevisionAction.Loaded, RevisionAction.Edited],
            await db.Revisions.Where(r => r.EntryType == EntryType.Department && r.EntryId == legal.Id).OrderBy(r => r.Number)
                .Select(r => r.Action).ToListAsync());
        Assert.Single(await db.Revisions.Where(r => r.EntryType == EntryType.Department && r.EntryId == unit.Id).ToListAsync());
        var audit = await db.AuditEntries.SingleAsync(entry => entry.Kind == AuditKind.Imported);
        Assert.Equal(("table units.csv", "1 new and 1 changed departments"), (audit.Subject, audit.Detail));
    }

    [Fact]
    public async Task Undo_restores_exactly_what_was_there()
    {
        var before = await SnapshotAsync();
        var functions = (await _database.Editing.OpenAsync("legal")).Content.Functions.Select(f => f.Slug).ToList();
        var result = await _database.ApplyAsync(await _database.CompareAsync(
            $"name,summary,functions,tags\nZubrowka Unit,Keeps zubrowka.,{functions[0]};{functions[1]},spirits\nLegal,Other words.,{functions[0]},law\n"));
        Assert.NotEqual(before, await SnapshotAsync());

        var undo = await _database.UndoAsync(result);

        Assert.Equal(2, undo.Undone);
        Assert.Empty(undo.Left);
        Assert.Equal(before, await SnapshotAsync());
        Assert.DoesNotContain(_database.Editing.Catalog.Ask("zubrowka").Items, item => item.Name == "Zubrowka Unit");
        await Assert.ThrowsAsync<ImportRefusedException>(() => _database.UndoAsync(result));
    }

    [Fact]
    public async Task What_was_undone_can_be_imported_again()
    {
        const string Table = "name,summary\nZubrowka Unit,Keeps zubrowka.\n";
        await _database.UndoAsync(await _database.ApplyAsync(await _database.CompareAsync(Table)));

        var again = await _database.CompareAsync(Table);

        Assert.Equal(ImportRowState.Changed, again.Rows[0].State);
        Assert.Contains(again.Notices, notice => notice.Contains("brings it back", StringComparison.Ordinal));
        await _database.ApplyAsync(again);
        Assert.Contains(_database.Editing.Catalog.Ask("zubrowka").Items, item => item.Name == "Zubrowka Unit");
    }

    [Fact]
    public async Task Entry_that_somebody_saved_since_is_told_and_not_overwritten()
    {
        var comparison = await _database.CompareAsync("name,summary\nLegal,Mine.\nZubrowka Unit,New.\n");
        await _database.Editing.EditAsync("legal", content => content.Summary = "Theirs.", by: _database.Editing.Ben);

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => _database.ApplyAsync(comparison));

        Assert.Contains("Row 2: somebody changed", refused.Message, StringComparison.Ordinal);
        Assert.Equal("Theirs.", (await _database.Editing.OpenAsync("legal")).Content.Summary);
        Assert.Null(await _database.Editing.Get<EntryStore>().OpenAsync(_database.Editing.Departments, "zubrowka-unit"));
    }

    [Fact]
    public async Task Of_two_imports_at_once_one_is_told_of_the_other()
    {
        var comparisons = new[]
        {
            await _database.CompareAsync("name,summary\nLegal,First.\n"), await _database.CompareAsync("name,summary\nLegal,Second.\n"),
        };

        var results = await Task.WhenAll(comparisons.Select(async comparison =>
        {
            try
            {
                return (await _database.ApplyAsync(comparison)).Changed;
            }
            catch (Exception refused) when (refused is ImportRefusedException or DirectoryRuleException)
            {
                return 0;
            }
        }));

        Assert.Equal(1, results.Sum());
        Assert.Equal(2, (await _database.Editing.OpenAsync("legal")).Version);
    }

    [Fact]
    public async Task Undo_leaves_later_changes_or_keeps_them_beside_what_it_takes_back()
    {
        var summary = await SummaryAsync("legal");
        var first = await _database.ApplyAsync(
            await _database.CompareAsync(
                "name,summary\nLegal,Imported.\nFacilities,Imported too.\n".Replace(
                    "Facilities", await NameAsync("human-resources"), StringComparison.Ordinal)));
        await _database.Editing.EditAsync("legal", content => content.Description = "Written since.");

        var undo = await _database.UndoAsync(first, keepsLaterChanges: true);

        Assert.Empty(undo.Left);
        var legal = (await _database.Editing.OpenAsync("legal")).Content;
        Assert.Equal((summary, "Written since."), (legal.Summary, legal.Description));

        var second = await _database.ApplyAsync(await _database.CompareAsync("name,summary\nLegal,Imported again.\n"));
        await _database.Editing.EditAsync("legal", content => content.Summary = "Written since.");
        Assert.Contains("changed since the import", Assert.Single((await _database.UndoAsync(second)).Left), StringComparison.Ordinal);
        Assert.Equal("Written since.", (await _database.Editing.OpenAsync("legal")).Content.Summary);
    }

    [Fact]
    public async Task Absent_columns_leave_fields_and_empty_cells_clear_them()
    {
        var before = (await _database.Editing.OpenAsync("legal")).Content;
        var comparison = await _database.CompareAsync("slug,description\nlegal,\n");

        Assert.Contains(comparison.Notices, notice => notice.StartsWith("Empty cells clear", StringComparison.Ordinal));
        await _database.ApplyAsync(comparison);

        var after = (await _database.Editing.OpenAsync("legal")).Content;
        Assert.Equal((before.Name, before.Summary, ""), (after.Name, after.Summary, after.Description));
        Assert.Equal(before.Responsibilities.Count, after.Responsibilities.Count);
    }

    [Fact]
    public async Task Parts_come_before_or_after_what_they_are_parts_of_and_names_stand_for_addresses()
    {
        await _database.ApplyAsync(
            await _database.CompareAsync("name,summary,parent\nChild Unit,Below.,Mother Unit\nMother Unit,Above.,Legal\n"));

        Assert.Equal("mother-unit", (await _database.Editing.OpenAsync("child-unit")).Content.Parent);
        Assert.Equal("legal", (await _database.Editing.OpenAsync("mother-unit")).Content.Parent);
    }

    [Fact]
    public async Task Row_that_names_a_wrong_row_or_a_circle_is_wrong()
    {
        var comparison = await _database.CompareAsync(
            $"name,summary,parent\nChild Unit,Below.,Mother Unit\nMother Unit,{new string('x', 600)},\nRound,A.,About\nAbout,B.,Round\nLost,C.,Nowhere\n");

        Assert.All(comparison.Rows, row => Assert.Equal(ImportRowState.Wrong, row.State));
        Assert.Contains("Row 3", comparison.Rows[0].Problems[0].Message, StringComparison.Ordinal);
        Assert.Contains("which is a part of", comparison.Rows[2].Problems[0].Message, StringComparison.Ordinal);
        Assert.Contains("no department", comparison.Rows[4].Problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Table_of_names_alone_needs_an_office_and_says_what_it_gives()
    {
        var without =
            await _database.CompareAsync(
                "Treasury Board\nRoyal Mint\n",
                choose: options =>
                    options with { ForAll = new Dictionary<string, string>(), Columns = new Dictionary<int, string> { [0] = "name" } });
        Assert.All(without.Rows, row => Assert.Equal(("Office", "Choose an office."), (row.Problems[0].Label, row.Problems[0].Message)));

        var with = await _database.CompareAsync(
            "Treasury Board\nRoyal Mint\nTreasury-Board\n",
            choose: options => options with { Columns = new Dictionary<int, string> { [0] = "name" } });
        Assert.Equal(["treasury-board", "royal-mint", "treasury-board-2"], with.Rows.Select(row => row.Slug));
        Assert.Contains(with.Notices, notice => notice.StartsWith("3 departments without a summary", StringComparison.Ordinal));
        await _database.ApplyAsync(with);
        Assert.Equal("Royal Mint", (await _database.Editing.OpenAsync("royal-mint")).Content.Summary);
    }

    [Fact]
    public async Task Office_is_asked_for_where_no_column_holds_it_and_nobody_said_it()
    {
        ImportOptions? options = null;
        await _database.CompareAsync("name,summary\nRoyal Mint,Mints.\n", choose: suggested => options = suggested);
        var importer = _database.Desk.ImporterOf(EntryType.Department);
        var unsaid = options! with { ForAll = new Dictionary<string, string>() };

        Assert.Empty(importer.Unanswered(options));
        Assert.Equal("office", Assert.Single(importer.Unanswered(unsaid)).Column.Name);
        Assert.Empty(importer.Unanswered(unsaid with { Columns = new Dictionary<int, string> { [0] = "name", [1] = "office" } }));
    }

    [Theory]
    [InlineData("kind,link,what\nOccupation,http://esco.example/mint,Minter\nOccupation,http://esco.example/clerk,Clerk\n", 2)]
    [InlineData("1,Live animals,Cat\n2,Live animals,Dog\n", 2)]
    [InlineData("1,Royal Mint\n2,Treasury\n", 1)]
    public async Task Name_is_guessed_where_each_row_has_words_of_its_own(string text, int column)
    {
        ImportOptions? options = null;
        await _database.CompareAsync(text, choose: suggested => options = suggested);

        Assert.Equal("name", options!.Columns[column]);
    }

    [Fact]
    public async Task Columns_that_are_not_imported_are_named_where_something_stands_in_them()
    {
        var comparison = await _database.CompareAsync("name,summary,Old code,Empty,title,\nRoyal Mint,Mints.,7,,Master,x\n");

        Assert.Contains("These columns are not imported: “Old code”, “title”, “Column 6”.", comparison.Notices);
    }

    [Fact]
    public async Task Row_whose_quotation_is_never_closed_is_wrong_and_those_before_it_are_right()
    {
        var comparison = await _database.CompareAsync("name,summary\nRoyal Mint,Mints.\nTreasury,\"Keeps\nArchive,Files.\n");

        Assert.Equal([(2, ImportRowState.New), (3, ImportRowState.Wrong)], comparison.Rows.Select(row => (row.Number, row.State)));
        Assert.Contains("never closed", Assert.Single(comparison.Rows[1].Problems).Message, StringComparison.Ordinal);
        await _database.ApplyAsync(comparison);
        Assert.Null(await _database.Editing.Get<EntryStore>().OpenAsync(_database.Editing.Departments, "treasury"));
    }

    [Fact]
    public async Task Headings_that_stand_there_again_are_no_department()
    {
        var comparison = await _database.CompareAsync("name,summary\nRoyal Mint,Mints.\nname,summary\nTreasury,Keeps.\n");

        Assert.Equal([ImportRowState.New, ImportRowState.Wrong, ImportRowState.New], comparison.Rows.Select(row => row.State));
        Assert.Contains("repeats the headings", Assert.Single(comparison.Rows[1].Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_editors_may_import()
    {
        var comparison = await _database.CompareAsync("name,summary\nZubrowka Unit,New.\n");
        await _database.Editing.Catalog.SqlAsync($"UPDATE Accounts SET Role = '{nameof(AccountRole.Reader)}'");

        await Assert.ThrowsAsync<BpoDirectory.Accounts.NotAllowedException>(() => _database.ApplyAsync(comparison));
    }

    [Fact]
    public async Task Table_without_a_column_of_names_is_refused() => Assert.Contains(
        "which column holds the name",
        (await Assert.ThrowsAsync<ImportRefusedException>(() =>
            _database.CompareAsync("summary,description\nx,y\n",
                choose: options => options with { Columns = new Dictionary<int, string> { [0] = "summary" } }))).Message,
        StringComparison.Ordinal);

    [Fact]
    public async Task Departments_become_co_owners_of_functions_that_are_owned_and_the_first_one_main_owner_of_others()
    {
        var owned = (await _database.Editing.OpenAsync("legal")).Content.Functions.First(f => f.Rank == 1);
        var owners = (await OwnersAsync(owned.Slug)).ToList();
        await _database.ApplyAsync(
            await _database.CompareAsync("function,description\nZubrowka keeping,Keeps it cold.\n", EntryType.Function),
            EntryType.Function);

        await _database.ApplyAsync(
            await _database.CompareAsync($"name,functions\nFirst Unit,{owned.Name};Zubrowka keeping\nSecond Unit,{owned.Slug};zubrowka-keeping\n"));

        Assert.Equal([.. owners, "first-unit", "second-unit"], await OwnersAsync(owned.Slug));
        Assert.Equal(["first-unit", "second-unit"], await OwnersAsync("zubrowka-keeping"));
    }

    [Fact]
    public async Task Rank_that_a_table_says_counts_and_moves_the_others_with_a_version_of_each()
    {
        var owned = (await _database.Editing.OpenAsync("legal")).Content.Functions.First(f => f.Rank == 1).Slug;
        var owners = (await OwnersAsync(owned)).ToList();
        var before = await _database.Editing.OpenAsync("legal");

        var result = await _database.ApplyAsync(await _database.CompareAsync(
            $"name,functions\nFirst Unit,\"[{{\"\"slug\"\":\"\"{owned}\"\",\"\"rank\"\":1}}]\"\nSecond Unit,\"[{{\"\"slug\"\":\"\"{owned}\"\",\"\"rank\"\":1}}]\"\n"));

        Assert.Equal(["second-unit", "first-unit", .. owners], await OwnersAsync(owned));
        var legal = await _database.Editing.OpenAsync("legal");
        Assert.Equal((before.Version + 1, 3), (legal.Version, legal.Content.Functions.Single(f => f.Slug == owned).Rank));
        await using (var db = await _database.Editing.Catalog.Contexts.CreateDbContextAsync())
        {
            var unit = await db.Departments.SingleAsync(d => d.Slug == "first-unit");
            var revision =
                Assert.Single(await db.Revisions.Where(r => r.EntryType == EntryType.Department && r.EntryId == unit.Id).ToListAsync());
            Assert.Equal((1, 2), (revision.Number, ContentJson.Read<DepartmentContent>(revision.Snapshot).Functions[0].Rank));
        }
        await _database.UndoAsync(result);
        Assert.Equal(owners, await OwnersAsync(owned));
    }

    [Fact]
    public async Task Another_rank_of_a_department_that_was_there_is_a_version_of_it_and_is_undone()
    {
        var legal = await _database.Editing.OpenAsync("legal");
        var owned = legal.Content.Functions.First(f => f.Rank == 1).Slug;
        await _database.ApplyAsync(await _database.CompareAsync($"name,functions\nFirst Unit,{owned}\n"));
        var owners = (await OwnersAsync(owned)).ToList();
        var functions =
            JsonSerializer.Serialize(
                legal.Content.Functions.Select(
                    f => new { slug = f.Slug, rank = f.Slug == owned ? owners.Count : f.Rank, reason = f.Reason }));

        var result = await _database.ApplyAsync(
            await _database.CompareAsync($"name,functions\n{legal.Content.Name},\"{functions.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n"));

        Assert.Equal([.. owners.Skip(1), "legal"], await OwnersAsync(owned));
        var moved = await _database.Editing.OpenAsync("legal");
        Assert.Equal((1, legal.Version + 1), (result.Changed, moved.Version));
        await using (var db = await _database.Editing.Catalog.Contexts.CreateDbContextAsync())
            Assert.Equal(
                ContentJson.Write(moved.Content),
                (await db.Revisions.SingleAsync(r => r.EntryType == EntryType.Department && r.EntryId == legal.Id
                    && r.Number == moved.Version)).Snapshot);
        await _database.UndoAsync(result);
        Assert.Equal(owners, await OwnersAsync(owned));
    }

    [Fact]
    public async Task Department_that_owns_a_function_keeps_its_rank_where_a_table_calls_that_by_its_name()
    {
        var function = (await _database.Editing.OpenAsync("legal")).Content.Functions.First(f => f.Rank == 1);
        await _database.ApplyAsync(await _database.CompareAsync($"name,functions\nFirst Unit,{function.Slug}\n"));
        var owners = await OwnersAsync(function.Slug);

        await _database.ApplyAsync(await _database.CompareAsync($"name,summary,functions\nFirst Unit,Another summary.,{function.Name}\n"));

        Assert.Equal(owners, await OwnersAsync(function.Slug));
    }

    [Fact]
    public async Task Departments_that_all_own_one_function_take_a_few_times_as_long_as_others()
    {
        const int Count = 2_000;
        await ImportSecondsAsync("Warm", 50, "");
        var without = await ImportSecondsAsync("Plain", Count, "");
        var owned = (await _database.Editing.OpenAsync("legal")).Content.Functions.First(f => f.Rank == 1).Slug;

        var with = await ImportSecondsAsync("Owner", Count, $"\"[{{\"\"slug\"\":\"\"{owned}\"\",\"\"rank\"\":1}}]\"");

        Assert.Equal("owner-unit-2000", (await OwnersAsync(owned)).First());
        // Ranks given anew with every entry grow with the square of the entries; how busy the machine is may change between the two.
        Assert.InRange(with / without, 0, 25);
    }

    [Fact]
    public async Task Many_departments_are_saved_as_one_after_the_other_would_be()
    {
        var legal = (await _database.Editing.OpenAsync("legal")).Content;
        var function = legal.Functions[0].Slug;
        await _database.ApplyAsync(await _database.CompareAsync(
            "name,slug,summary,aliases,responsibilities,tags,languages,hours,timeZone,functions,parent,office,reviewIntervalDays,sources\n"
            + $"Zubrowka Unit,zubrowka-unit,Keeps zubrowka.,Zubr;Żubr,Keeps it cold;Counts bottles,spirits,de;pl,,Europe/Warsaw,{function},legal,front,30,{legal.Sources[0]}\n"
            + "Zubrowka Store,zubrowka-store,Stores zubrowka.,,Stores it,spirits;stores,pl,,,,zubrowka-unit,back,,\n"));

        var unit = await _database.Editing.OpenAsync("zubrowka-unit");
        Assert.Equal(
            ("Zubrowka Unit", "legal", Office.Front, "Europe/Warsaw", 30, 1),
            (unit.Content.Name, unit.Content.Parent, unit.Content.Office, unit.Content.TimeZone, unit.Content.ReviewIntervalDays,
                unit.Version));
        Assert.Equal(["Zubr", "Żubr"], unit.Content.Aliases.Select(alias => alias.Name));
        Assert.Equal(["Keeps it cold", "Counts bottles"], unit.Content.Responsibilities.Select(r => r.Text));
        Assert.Equal(["spirits"], unit.Content.Tags);
        Assert.Equal(["de", "pl"], unit.Content.Languages);
        Assert.Equal([legal.Sources[0]], unit.Content.Sources);
        var store = await _database.Editing.OpenAsync("zubrowka-store");
        Assert.Equal("zubrowka-unit", store.Content.Parent);
        Assert.Equal(["spirits", "stores"], store.Content.Tags);
        await using var db = await _database.Editing.Catalog.Contexts.CreateDbContextAsync();
        foreach (var open in new[] { unit, store })
        {
            var revision =
                Assert.Single(await db.Revisions.Where(r => r.EntryType == EntryType.Department && r.EntryId == open.Id).ToListAsync());
            Assert.Equal((RevisionAction.Created, ContentJson.Write(open.Content)), (revision.Action, revision.Snapshot));
        }
    }

    [Fact]
    public async Task Line_break_in_a_name_becomes_a_blank_and_is_noted()
    {
        var comparison = await _database.CompareAsync("name\n\"Zubrowka\nUnit\"\nOther Unit\n");

        Assert.Equal("The name has a line break, which becomes a blank.", Assert.Single(comparison.Rows[0].Notes));
        Assert.Empty(comparison.Rows[1].Notes);
        await _database.ApplyAsync(comparison);
        Assert.Equal("Zubrowka Unit", (await _database.Editing.OpenAsync("zubrowka-unit")).Content.Name);
    }

    [Fact]
    public async Task Name_that_is_too_long_is_wrong_and_told_its_limit_and_length()
    {
        var row = Assert.Single((await _database.CompareAsync($"name\n{new string('z', 123)}\n")).Rows);

        Assert.Equal(ImportRowState.Wrong, row.State);
        Assert.Contains(row.Problems, problem => problem.Message == "Shorten a department name to 100 characters; it has 123.");
    }

    [Fact]
    public async Task Functions_are_imported_with_their_owners()
    {
        var comparison =
            await _database.CompareAsync(
                "function,description,owner\nZubrowka keeping,Keeps it cold.,Legal;human-resources\n", EntryType.Function);

        await _database.ApplyAsync(comparison, EntryType.Function);

        var function =
            await _database.Editing.OpenAsync(_database.Editing.Get<BpoDirectory.Functions.BusinessFunctionEditing>(), "zubrowka-keeping");
        Assert.Equal(["legal", "human-resources"], function.Content.Owners.Select(owner => owner.Slug));
        Assert.Contains((await _database.Editing.OpenAsync("legal")).Content.Functions, owned => owned.Slug == "zubrowka-keeping");
        Assert.Contains(_database.Editing.Catalog.Ask("zubrowka keeping").Items, item => item.Name == "Legal");
    }

    [Fact]
    public async Task File_and_choices_are_kept_until_they_are_applied_or_discarded()
    {
        using var content = new MemoryStream("name,summary\nZubrowka Unit,New.\n"u8.ToArray());
        var id = await _database.Store.ReceiveAsync(
            _database.Ada, EntryType.Department, "../units.csv", content, _ => { }, CancellationToken.None);
        var import = (await _database.Store.FindAsync(_database.Ada, id))!;
        var (_, options) =
            _database.Desk.Open(EntryType.Department, _database.Store.PathOf(import), import.FileName, CancellationToken.None);
        await _database.Store.ChooseAsync(_database.Ada, id, options with { LeftOut = [2] });

        var kept = (await _database.Store.FindAsync(_database.Ada, id))!;

        Assert.Equal("units.csv", kept.FileName);
        var chosen = ImportOptions.FromJson(kept.Options);
        Assert.Equal((options.Format, "name"), (chosen.Format, chosen.Columns[0]));
        Assert.Contains(2, chosen.LeftOut);
        Assert.Null(await _database.Store.FindAsync(_database.Editing.Ben, id));
        await _database.Store.DiscardAsync(_database.Ada, id);
        Assert.False(File.Exists(_database.Store.PathOf(import)));
        Assert.Empty(await _database.Store.ListAsync(_database.Ada, 10));
    }

    [Fact]
    public async Task What_an_undo_left_can_be_undone_later()
    {
        var before = await SummaryAsync("legal");
        var other = await SummaryAsync("human-resources");
        var result = await _database.ApplyAsync(
            await _database.CompareAsync("slug,summary\nlegal,Imported.\nhuman-resources,Imported too.\n"));
        await _database.Editing.EditAsync("legal", content => content.Description = "Written since.");

        var first = await _database.UndoAsync(result);

        Assert.Equal((1, 1), (first.Undone, first.Left.Count));
        Assert.Null((await _database.Store.FindAsync(_database.Ada, result.ImportId))!.UndoneAt);
        Assert.Equal(1, await _database.Store.CountNotUndoneAsync(result.ImportId));

        var second = await _database.UndoAsync(result, keepsLaterChanges: true);

        Assert.Equal((1, 0), (second.Undone, second.Left.Count));
        Assert.NotNull((await _database.Store.FindAsync(_database.Ada, result.ImportId))!.UndoneAt);
        Assert.Equal((before, other), (await SummaryAsync("legal"), await SummaryAsync("human-resources")));
    }

    [Fact]
    public async Task Note_of_imported_revisions_does_not_tell_the_file()
    {
        await _database.ApplyAsync(await _database.CompareAsync("slug,summary\nlegal,Imported.\n"));

        await using var db = await _database.Editing.Catalog.Contexts.CreateDbContextAsync();
        Assert.Equal("Imported from a table", (await db.Revisions.SingleAsync(revision => revision.Action == RevisionAction.Edited)).Note);
    }

    [Fact]
    public async Task Old_files_are_discarded_but_those_that_an_import_names()
    {
        var clock = _database.Clock;
        var old = await ReceiveAsync();
        clock.Advance(TimeSpan.FromHours(23));
        var waiting = await ReceiveAsync();
        var stray = Path.Combine(_database.Data.Imports, "stray");
        await File.WriteAllTextAsync(stray, "name\n");
        var fresh = Path.Combine(_database.Data.Imports, "fresh");
        await File.WriteAllTextAsync(fresh, "name\n");
        clock.Advance(TimeSpan.FromHours(2));
        foreach (var path in new[] { _database.Store.PathOf(waiting), stray })
            File.SetLastWriteTimeUtc(path, clock.GetUtcNow().UtcDateTime.AddHours(-25));
        File.SetLastWriteTimeUtc(fresh, clock.GetUtcNow().UtcDateTime);

        await _database.Store.DiscardOldAsync(CancellationToken.None);

        Assert.Equal(
            new[] { fresh, _database.Store.PathOf(waiting) }.Order(StringComparer.Ordinal),
            Directory.GetFiles(_database.Data.Imports).Order(StringComparer.Ordinal));
        Assert.Null(await _database.Store.FindAsync(_database.Ada, old.Id));
        Assert.NotNull(await _database.Store.FindAsync(_database.Ada, waiting.Id));
    }

    [Fact]
    public async Task Only_editors_may_choose_compare_and_discard()
    {
        var import = await ReceiveAsync();
        var (_, options) =
            _database.Desk.Open(EntryType.Department, _database.Store.PathOf(import), import.FileName, CancellationToken.None);
        await _database.Editing.Catalog.SqlAsync($"UPDATE Accounts SET Role = '{nameof(AccountRole.Reader)}'");

        await Assert.ThrowsAsync<BpoDirectory.Accounts.NotAllowedException>(
            () => _database.Store.ChooseAsync(_database.Ada, import.Id, options));
        await Assert.ThrowsAsync<BpoDirectory.Accounts.NotAllowedException>(
            () => _database.Desk.CompareAsync(_database.Ada, import, options, _ => { }, CancellationToken.None));
        await Assert.ThrowsAsync<BpoDirectory.Accounts.NotAllowedException>(() => _database.Store.DiscardAsync(_database.Ada, import.Id));
    }

    [Fact]
    public async Task File_that_is_gone_is_told()
    {
        var import = await ReceiveAsync();
        File.Delete(_database.Store.PathOf(import));

        Assert.Contains(
            "The file is gone",
            Assert.Throws<TableRefusedException>(
                () => _database.Desk.Open(EntryType.Department, _database.Store.PathOf(import), import.FileName,
                    CancellationToken.None)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_that_is_too_large_is_refused_and_not_kept()
    {
        using var content = new MemoryStream(new byte[(20 * 1024 * 1024) + 1]);

        await Assert.ThrowsAsync<TableRefusedException>(
            () => _database.Store.ReceiveAsync(_database.Ada, EntryType.Department, "a.csv", content, _ => { }, CancellationToken.None));

        Assert.Empty(await _database.Store.ListAsync(_database.Ada, 10));
    }

    private async Task<TableImport> ReceiveAsync()
    {
        using var content = new MemoryStream("name,summary\nZubrowka Unit,New.\n"u8.ToArray());
        var id = await _database.Store.ReceiveAsync(
            _database.Ada, EntryType.Department, "units.csv", content, _ => { }, CancellationToken.None);
        return (await _database.Store.FindAsync(_database.Ada, id))!;
    }

    private async Task<string> SummaryAsync(string slug) => (await _database.Editing.OpenAsync(slug)).Content.Summary;

    private async Task<string> NameAsync(string slug) => (await _database.Editing.OpenAsync(slug)).Content.Name;

    private async Task<IEnumerable<string>> OwnersAsync(string function) =>
        (await _database.Editing.OpenAsync(_database.Editing.Get<BpoDirectory.Functions.BusinessFunctionEditing>(),
            function)).Content.Owners.Select(owner => owner.Slug);

    private async Task<double> ImportSecondsAsync(string name, int count, string functions)
    {
        var rows = Enumerable.Range(1, count).Select(number => $"{name} Unit {number},Does things of number {number}.,{functions}\n");
        var comparison = await _database.CompareAsync("name,summary,functions\n" + string.Concat(rows));
        var started = Stopwatch.GetTimestamp();
        await _database.ApplyAsync(comparison);
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private async Task<string> SnapshotAsync()
    {
        await using var db = await _database.Editing.Catalog.Contexts.CreateDbContextAsync();
        var functions = _database.Editing.Get<BpoDirectory.Functions.BusinessFunctionEditing>();
        var all = new List<string>();
        foreach (var entry in await _database.Editing.Departments.LoadAllAsync(db, await db.Departments.Select(d => d.Id).ToListAsync()))
            all.Add(WithoutKeys(_database.Editing.Departments.SnapshotOf(entry)));
        foreach (var entry in await functions.LoadAllAsync(db, await db.BusinessFunctions.Select(f => f.Id).ToListAsync()))
            all.Add(functions.SnapshotOf(entry));
        return string.Join('\n', all.Order(StringComparer.Ordinal));
    }

    private static string WithoutKeys(string snapshot) => System.Text.RegularExpressions.Regex.Replace(snapshot, "\"key\":\"[^\"]*\"", "");
}
