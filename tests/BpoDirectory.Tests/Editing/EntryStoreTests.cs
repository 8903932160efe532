using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Editing;
using BpoDirectory.Editing.Drafts;
using BpoDirectory.Editing.Revisions;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Tests.Editing;

public sealed class EntryStoreTests : IAsyncLifetime
{
    private const string Slug = "customer-service";

    private readonly EditingDatabase _database = new();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Every_field_comes_back_as_it_was_saved()
    {
        var other = (await _database.OpenAsync("finance-and-accounting")).Content;
        var open = await _database.OpenAsync(Slug);
        var content = open.Content;
        (content.Name, content.Slug, content.Summary, content.Description) = ("Client Care", "client-care", "Cares.", "One\n\nTwo");
        content.Icon = "mail";
        (content.Office, content.OfficeBasis, content.OfficeReason, content.Side) =
            (Office.Both, OfficeBasis.Judged, "Because.", Side.Client);
        (content.Parent, content.Sources, content.OfficeSources) = ("finance-and-accounting", ["S2"], ["S1", "S3"]);
        content.Aliases = [new AliasContent { Name = "Care", Sources = ["S1"] }, .. content.Aliases.AsEnumerable().Reverse()];
        content.Responsibilities =
            [new ResponsibilityContent { Text = "Care", Detail = "A lot", Sources = ["S2", "S4"] },
                .. content.Responsibilities.Skip(1).Reverse()];
        content.Functions =
            [content.Functions[1],
                new OwnedFunctionContent { Slug = other.Functions[0].Slug, Name = other.Functions[0].Name, Rank = 1, Reason = "Shared",
                    Sources = ["S1"] }];
        content.Channels =
        [
            new ChannelContent
            {
                Kind = ChannelKind.Email, Value = "care@example.com", Label = "Care desk", Note = "Within a day",
                Function = content.Functions[0].Slug,
            },
            new ChannelContent { Kind = ChannelKind.Phone, Value = "+63 2 8123 4567" },
        ];
        (content.TimeZone, content.HoursNote) = ("Asia/Manila", "Not on holidays");
        content.Hours = [new HoursContent { FirstDay = DayOfWeek.Monday, LastDay = DayOfWeek.Friday, Opens = "09:00", Closes = "00:00" }];
        content.ServiceLines = ["finance-and-accounting"];
        content.OutsourcingTypes = [new NearTypeContent { Slug = "kpo", Name = "Knowledge Process Outsourcing", Reason = "Near" }];

        var saved = (await _database.SaveAsync(open)).Saved!;

        Assert.Equal(open.Version + 1, saved.Version);
        var read = (await _database.OpenAsync("client-care")).Content;
        content.Functions = [.. content.Functions.OrderBy(f => f.Name, StringComparer.OrdinalIgnoreCase)];
        Assert.Equal(WithoutKeys(content), WithoutKeys(read));
        Assert.Equal(WithoutKeys(read), WithoutKeys(saved.Content));
    }

    [Fact]
    public async Task What_stays_keeps_its_key()
    {
        await _database.EditAsync(
            Slug, content =>
                content.Channels =
                    [new() { Kind = ChannelKind.Visit, Value = "Room 1" }, new() { Kind = ChannelKind.Visit, Value = "Room 2" }]);
        var before = (await _database.OpenAsync(Slug)).Content;

        await _database.EditAsync(Slug, content =>
        {
            (content.Responsibilities[0].Text, content.Aliases[0].Name, content.Channels[1].Value) = ("Answer", "Helpers", "Room 3");
            content.Channels.Reverse();
        });

        var after = (await _database.OpenAsync(Slug)).Content;
        Assert.Equal(before.Responsibilities.Select(r => r.Key), after.Responsibilities.Select(r => r.Key));
        Assert.Equal(before.Aliases.Select(a => a.Key), after.Aliases.Select(a => a.Key));
        Assert.Equal(
            [(before.Channels[1].Key, "Room 3"), (before.Channels[0].Key, "Room 1")], after.Channels.Select(c => (c.Key, c.Value)));
    }

    [Fact]
    public async Task Two_responsibilities_may_exchange_their_texts()
    {
        var before = (await _database.OpenAsync(Slug)).Content.Responsibilities.ConvertAll(r => r.Text);

        var outcome = await _database.EditAsync(Slug, content =>
            (content.Responsibilities[0].Text, content.Responsibilities[1].Text) =
                (content.Responsibilities[1].Text, content.Responsibilities[0].Text));

        Assert.Equal([before[1], before[0], .. before.Skip(2)], outcome.Saved!.Content.Responsibilities.Select(r => r.Text));
    }

    [Fact]
    public async Task Two_names_may_be_exchanged()
    {
        await _database.EditAsync(
            Slug, content => content.Aliases = [new AliasContent { Name = "One" }, new AliasContent { Name = "Two" }]);

        var outcome = await _database.EditAsync(Slug, content => (content.Aliases[0].Name, content.Aliases[1].Name) = ("two", "one"));

        Assert.Equal(["two", "one"], outcome.Saved!.Content.Aliases.Select(a => a.Name));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(RevisionAction.Edited, " ")]
    [InlineData(RevisionAction.RolledBack, null)]
    public async Task Save_that_changes_and_says_nothing_makes_no_version(RevisionAction? action, string? note)
    {
        var open = await _database.OpenAsync(Slug);
        var same = ContentJson.Copy(open.Content);
        same.Summary = $" {same.Summary} ";

        var save = new EntrySave<DepartmentContent>(open.Id, open.Version, same, note) { Action = action };
        var saved = (await _database.Get<EntryStore>().SaveAsync(_database.Departments, _database.Ada, save)).Saved!;

        Assert.Equal((open.Version, open.UpdatedAt), (saved.Version, saved.UpdatedAt));
        await using var db = await _database.Catalog.Contexts.CreateDbContextAsync();
        Assert.Equal((0, 0), (await db.Revisions.CountAsync(), await db.AuditEntries.CountAsync()));
    }

    [Fact]
    public async Task Each_new_link_alone_makes_a_version()
    {
        var all = (await _database.OpenAsync("legal")).Content;
        Action<DepartmentContent>[] changes =
        [
            content => content.ServiceLines.Add("finance-and-accounting"),
            content => content.OutsourcingTypes.Add(new NearTypeContent { Slug = "kpo", Reason = "Near" }),
            content => content.Functions.Add(new OwnedFunctionContent { Slug = all.Functions[0].Slug, Rank = int.MaxValue }),
            content => content.Parent = "operations",
            content => content.Sources = ["S1", "S2", "S3"],
            content => content.Aliases.Add(new AliasContent { Name = "Helpers" }),
        ];

        foreach (var (index, change) in changes.Index())
            Assert.Equal(index + 2, (await _database.EditAsync(Slug, change)).Saved!.Version);
    }

    [Fact]
    public async Task Text_that_differs_in_its_line_ends_only_makes_no_version()
    {
        await EditAsync("One.\r\n\r\n- two\r\n- three", "Four.\rFive.");
        var saved = (await _database.OpenAsync(Slug)).Content;
        Assert.Equal(("One.\n\n- two\n- three", "Four.\nFive."), (saved.Description, saved.Responsibilities[0].Detail));

        var again = await EditAsync("One.\n\n- two\r\n- three", "Four.\r\nFive.");

        Assert.Equal(2, again.Saved!.Version);

        Task<SaveOutcome<DepartmentContent>> EditAsync(string description, string detail) =>
            _database.EditAsync(Slug, content => (content.Description, content.Responsibilities[0].Detail) = (description, detail));
    }

    [Fact]
    public async Task Text_kept_with_other_line_ends_before_is_not_changed_by_them()
    {
        await _database.Catalog.SqlAsync("UPDATE Departments SET Description = 'One.\r\nTwo.' WHERE Slug = 'customer-service'");
        var open = await _database.OpenAsync(Slug);
        Assert.Contains('\r', open.Content.Description);

        open.Content.Description = "One.\nTwo.";

        Assert.Equal(open.Version, (await _database.SaveAsync(open)).Saved!.Version);
    }

    [Fact]
    public async Task Save_against_a_newer_version_changes_nothing_and_hands_out_the_newer_one()
    {
        var (mine, theirs) = (await _database.OpenAsync(Slug), await _database.OpenAsync(Slug));
        theirs.Content.Summary = "Theirs.";
        await _database.SaveAsync(theirs, by: _database.Ben);
        mine.Content.Summary = "Mine.";

        var outcome = await _database.SaveAsync(mine);

        Assert.Null(outcome.Saved);
        Assert.Equal((mine.Version + 1, "Theirs."), (outcome.Newer!.Version, outcome.Newer.Content.Summary));
        Assert.Equal("Theirs.", (await _database.OpenAsync(Slug)).Content.Summary);
    }

    [Fact]
    public async Task Each_save_is_exactly_one_revision_with_who_when_why_and_everything()
    {
        var before = await _database.OpenAsync(Slug);
        await _database.EditAsync(Slug, content => content.Summary = "First.", "Shorter");
        await _database.EditAsync(Slug, content => content.Summary = "Second.", by: _database.Ben);

        var revisions = await _database.Get<RevisionReader>().ListAsync(_database.Departments, before.Id);

        Assert.Equal(
            [(3, "Ben", RevisionAction.Edited, null), (2, "Ada", RevisionAction.Edited, "Shorter"),
                (1, "", RevisionAction.Loaded, (string?)null)],
            revisions.Select(r => (r.Number, r.By, r.Action, r.Note)));
        Assert.Equal(
            [ContentJson.Write((await _database.OpenAsync(Slug)).Content), ContentJson.Write(before.Content)],
            [ContentJson.Write(await RevisionAsync(3)), ContentJson.Write(await RevisionAsync(1))]);
        Assert.Equal("First.", (await RevisionAsync(2)).Summary);

        async Task<DepartmentContent> RevisionAsync(int number) =>
            (await _database.Get<RevisionReader>().FindAsync(_database.Departments, before.Id, number))!;
    }

    [Fact]
    public async Task Every_save_is_one_revision_even_where_only_its_note_says_something()
    {
        var open = await _database.OpenAsync(Slug);

        var saved = (await _database.SaveAsync(open, "Checked")).Saved!;

        Assert.Equal(open.Version + 1, saved.Version);
        Assert.Equal("Checked", (await _database.Get<RevisionReader>().ListAsync(_database.Departments, open.Id))[0].Note);
    }

    [Fact]
    public async Task Entry_that_nobody_has_changed_has_the_revision_it_was_loaded_as()
    {
        var open = await _database.OpenAsync(Slug);

        var revision = Assert.Single(await _database.Get<RevisionReader>().ListAsync(_database.Departments, open.Id));

        Assert.Equal((1, RevisionAction.Loaded), (revision.Number, revision.Action));
        Assert.Equal(
            ContentJson.Write(open.Content),
            ContentJson.Write(await _database.Get<RevisionReader>().FindAsync(_database.Departments, open.Id, 1)));
    }

    [Fact]
    public async Task Revisions_cannot_be_changed_or_deleted_even_past_the_program()
    {
        await _database.EditAsync(Slug, content => content.Summary = "First.");

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(
            () => _database.Catalog.SqlAsync("UPDATE Revisions SET Note = 'forged'"));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => _database.Catalog.SqlAsync("DELETE FROM Revisions"));
    }

    [Fact]
    public async Task Save_by_somebody_who_lost_the_right_is_refused_and_changes_nothing()
    {
        var open = await _database.OpenAsync(Slug);
        await _database.Catalog.Gate.WriteAsync(
            async db => (await db.Accounts.SingleAsync(a => a.Id == _database.Ada.AccountId)).Disable());
        open.Content.Summary = "Forbidden.";

        await Assert.ThrowsAsync<NotAllowedException>(() => _database.SaveAsync(open));

        Assert.Equal(open.Version, (await _database.OpenAsync(Slug)).Version);
    }

    [Fact]
    public async Task Save_is_written_into_the_audit_trail()
    {
        await _database.EditAsync(Slug, content => content.Summary = "First.");

        Assert.Equal("Edited|Ada|department Customer Service|version 2", await _database.Catalog.SqlAsync(
            "SELECT Kind || '|' || ActorName || '|' || Subject || '|' || Detail FROM AuditEntries ORDER BY Id DESC LIMIT 1"));
    }

    [Fact]
    public async Task Revision_brought_back_is_called_so_in_the_audit_trail()
    {
        await _database.EditAsync(Slug, content => content.Summary = "First.");

        await _database.Get<EntryLifecycle>().RollBackAsync(_database.Departments, _database.Ada, Slug, 1, present: 2);

        Assert.Equal(
            "RolledBack|version 3",
            await _database.Catalog.SqlAsync("SELECT Kind || '|' || Detail FROM AuditEntries ORDER BY Id DESC LIMIT 1"));
    }

    [Fact]
    public async Task Saved_words_are_found_by_the_next_search()
    {
        await _database.EditAsync(Slug, content => content.Aliases.Add(new AliasContent { Name = "Zebra wranglers" }));

        Assert.Equal("Customer Service", _database.Catalog.Ask("zebra").Items[0].Name);
    }

    [Fact]
    public async Task Archived_department_is_found_no_more_and_can_be_brought_back()
    {
        await _database.EditAsync(Slug, content => content.Archived = true);
        Assert.DoesNotContain(_database.Catalog.Ask("customer service").Items, item => item.Slug == Slug);

        await _database.EditAsync(Slug, content => content.Archived = false);
        Assert.Equal(Slug, _database.Catalog.Ask("customer service").Items[0].Slug);
    }

    [Fact]
    public async Task New_department_is_version_one_with_one_revision()
    {
        var content = new DepartmentContent
        {
            Name = "Facilities", Slug = "facilities", Summary = "Keeps the house.", Office = Office.Back, OfficeBasis = OfficeBasis.Judged,
            OfficeReason = "No client meets it.",
        };

        var saved = (await _database.Get<EntryStore>()
            .SaveAsync(_database.Departments, _database.Ada, new EntrySave<DepartmentContent>(0, 0, content, "New"))).Saved!;

        Assert.Equal(1, saved.Version);
        var revision = Assert.Single(await _database.Get<RevisionReader>().ListAsync(_database.Departments, saved.Id));
        Assert.Equal((1, RevisionAction.Created, "New"), (revision.Number, revision.Action, revision.Note));
        Assert.Equal("facilities", _database.Catalog.Ask("facilities").Items[0].Slug);
    }

    [Fact]
    public async Task Renamed_department_is_still_opened_by_its_former_slug()
    {
        await _database.EditAsync(Slug, content => content.Slug = "client-care");

        Assert.Equal("client-care", (await _database.OpenAsync(Slug)).Content.Slug);
    }

    [Fact]
    public async Task Owners_close_up_when_one_leaves_or_moves()
    {
        var function = (await _database.OpenAsync("finance-and-accounting")).Content.Functions.Find(f => f.Slug == "payroll-processing")!;
        Assert.Equal(1, function.Rank);

        await _database.EditAsync("finance-and-accounting", content => content.Functions.Find(f => f.Slug == function.Slug)!.Rank = 2);
        Assert.Equal(["human-resources", "finance-and-accounting"], await OwnersAsync());

        await _database.EditAsync("human-resources", content => content.Functions.RemoveAll(f => f.Slug == function.Slug));
        Assert.Equal(["finance-and-accounting"], await OwnersAsync());

        async Task<List<string>> OwnersAsync()
        {
            await using var db = await _database.Catalog.Contexts.CreateDbContextAsync();
            var owners = await db.FunctionOwners.Where(o => o.BusinessFunction.Slug == function.Slug).OrderBy(o => o.Rank)
                .Select(o => new { o.Department.Slug, o.Rank }).ToListAsync();
            Assert.Equal(Enumerable.Range(1, owners.Count), owners.Select(o => o.Rank));
            return owners.ConvertAll(o => o.Slug);
        }
    }

    [Fact]
    public async Task Draft_of_the_form_is_gone_once_it_is_saved_and_others_are_not()
    {
        var (open, drafts) = (await _database.OpenAsync(Slug), _database.Get<DraftStore>());
        var typed = new KeptDraft<DepartmentContent>(open.Id, open.Version, open.Content, open.Content, null, default);
        await drafts.KeepAsync(_database.Departments, _database.Ada, typed, "one");
        await drafts.KeepAsync(_database.Departments, _database.Ada, typed, "two");
        await drafts.KeepAsync(_database.Departments, _database.Ben, typed, "one");

        await _database.Get<EntryStore>().SaveAsync(
            _database.Departments, _database.Ada, new EntrySave<DepartmentContent>(open.Id, open.Version, open.Content)
            {
                Forms = ["one"],
            });

        Assert.Equal(["two"], (await drafts.FindAsync(_database.Departments, _database.Ada, open.Id))!.Forms);
        Assert.Equal(["one"], (await drafts.FindAsync(_database.Departments, _database.Ben, open.Id))!.Forms);
    }

    private static string WithoutKeys(DepartmentContent content)
    {
        var copy = ContentJson.Copy(content);
        copy.Aliases.ForEach(alias => alias.Key = "");
        copy.Responsibilities.ForEach(responsibility => responsibility.Key = "");
        copy.Hours.ForEach(hours => hours.Key = "");
        copy.Channels.ForEach(channel => channel.Key = "");
        return ContentJson.Write(copy);
    }
}
