using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Editing.Revisions;
using BpoDirectory.Reports;
using BpoDirectory.Tests.Editing;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Tests.Reports;

public sealed class MistakeReportsTests : IAsyncLifetime
{
    private readonly EditingDatabase _database = new();

    private MistakeReports Reports => _database.Get<MistakeReports>();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Theory]
    [InlineData("/departments/legal", "Legal")]
    [InlineData("/departments/legal/history?from=1", "Legal")]
    [InlineData("/functions/payroll-processing", "Payroll processing")]
    [InlineData("/guide/what-is-bpo", "What is BPO?")]
    [InlineData("/departments/atlantis", null)]
    [InlineData("/admin/users", null)]
    [InlineData("//evil.example/departments/legal", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData(null, null)]
    public async Task Page_is_about_the_entry_whose_address_it_has(string? page, string? title) =>
        Assert.Equal(title, (await Reports.FindAsync(page)).Title);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/\t/evil.example/")]
    [InlineData(null)]
    public async Task Page_that_is_no_path_of_this_site_is_the_home_page(string? page) =>
        Assert.Equal("/", (await Reports.FindAsync(page)).Page);

    [Fact]
    public async Task Proposal_is_compared_with_the_present_text_and_accepted_as_one_credited_revision()
    {
        await Reports.SendAsync(
            new SentReport("/departments/legal", "summary", true, "Handles contracts and disputes.", "Grace", "grace@example.com"));
        var open = Assert.Single(await Reports.ListOpenAsync(10));
        Assert.Equal(("summary", 1, true), (open.Field?.Name, open.Version, open.Difference is not null));

        var problems =
            await Reports.AcceptAsync(_database.Ada, open.Report.Id, open.Version, "Handles contracts, disputes and compliance.");

        Assert.Empty(problems);
        var legal = await _database.OpenAsync("legal");
        Assert.Equal(("Handles contracts, disputes and compliance.", 2), (legal.Content.Summary, legal.Version));
        var revision = (await _database.Get<RevisionReader>().ListAsync(_database.Departments, legal.Id))[0];
        Assert.Equal(("Ada", "Reported by Grace"), (revision.By, revision.Note));
        Assert.Empty(await Reports.ListOpenAsync(10));
        Assert.Equal(ReportOutcome.Accepted, Assert.Single(await Reports.ListClosedAsync(10)).Outcome);
        Assert.Equal("Report decided", (await AuditAsync())[^1].Kind.ToLabel());
    }

    [Fact]
    public async Task Text_that_cannot_be_saved_leaves_report_and_entry_as_they_are()
    {
        await Reports.SendAsync(new SentReport("/departments/legal", "summary", true, "Shorter."));
        var open = (await Reports.ListOpenAsync(10))[0];

        Assert.Equal("summary", Assert.Single(await Reports.AcceptAsync(_database.Ada, open.Report.Id, open.Version, " ")).Field);

        Assert.Single(await Reports.ListOpenAsync(10));
        Assert.Equal(1, (await _database.OpenAsync("legal")).Version);
    }

    [Fact]
    public async Task Entry_that_somebody_changed_meanwhile_is_compared_again()
    {
        await Reports.SendAsync(new SentReport("/departments/legal", "summary", true, "Shorter."));
        var open = (await Reports.ListOpenAsync(10))[0];
        await _database.EditAsync("legal", content => content.Summary = "Of somebody else.", by: _database.Ben);

        var refused =
            await Assert.ThrowsAsync<DirectoryRuleException>(
                () => Reports.AcceptAsync(_database.Ada, open.Report.Id, open.Version, "Shorter."));

        Assert.Contains("changed this department meanwhile", refused.Message, StringComparison.Ordinal);
        Assert.Single(await Reports.ListOpenAsync(10));
        Assert.Equal("Of somebody else.", (await _database.OpenAsync("legal")).Content.Summary);
    }

    [Fact]
    public async Task Report_is_decided_once_and_declined_with_a_reason_only()
    {
        await Reports.SendAsync(new SentReport("/departments/legal", null, false, "The phone rings out."));
        var id = (await Reports.ListOpenAsync(10))[0].Report.Id;

        await Assert.ThrowsAsync<DirectoryRuleException>(() => Reports.DeclineAsync(_database.Ada, id, " "));
        await Reports.DeclineAsync(_database.Ada, id, "It was answered today.");
        await Assert.ThrowsAsync<DirectoryRuleException>(() => Reports.AcceptAsync(_database.Ben, id, 1, null));

        var closed = Assert.Single(await Reports.ListClosedAsync(10));
        Assert.Equal((ReportOutcome.Declined, "It was answered today.", "Ada"), (closed.Outcome, closed.Answer, closed.ClosedBy));
    }

    [Fact]
    public async Task Same_report_sent_twice_is_kept_once()
    {
        var report = new SentReport("/departments/legal", "summary", false, "Wrong.");
        await Task.WhenAll(Reports.SendAsync(report), Reports.SendAsync(report));

        Assert.Equal(1, await Reports.CountOpenAsync());
    }

    [Fact]
    public async Task Same_text_about_another_part_is_another_report()
    {
        await Reports.SendAsync(new SentReport("/departments/legal", "summary", false, "Wrong."));
        await Reports.SendAsync(new SentReport("/departments/legal", "description", false, "Wrong."));

        Assert.Equal(2, await Reports.CountOpenAsync());
    }

    [Fact]
    public async Task Report_that_there_is_not_is_refused()
    {
        await Assert.ThrowsAsync<DirectoryRuleException>(() => Reports.AcceptAsync(_database.Ada, 4711, 1, null));
        await Assert.ThrowsAsync<DirectoryRuleException>(() => Reports.DeclineAsync(_database.Ada, 4711, "Not ours."));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \u200B ")]
    public async Task Report_without_a_text_is_refused(string text) =>
        await Assert.ThrowsAsync<DirectoryRuleException>(() => Reports.SendAsync(new SentReport("/departments/legal", null, false, text)));

    [Fact]
    public async Task Field_that_readers_do_not_see_as_a_text_is_no_part_of_a_report()
    {
        await Reports.SendAsync(new SentReport("/departments/legal", "slug", true, "other"));

        var open = (await Reports.ListOpenAsync(10))[0];
        Assert.Equal((null, false), (open.Field, open.Report.IsProposal));
        Assert.Empty(await Reports.AcceptAsync(_database.Ada, open.Report.Id, open.Version, "other"));
        Assert.Equal("legal", (await _database.OpenAsync("legal")).Content.Slug);
    }

    [Fact]
    public async Task Report_about_an_entry_that_was_archived_can_still_be_decided()
    {
        await Reports.SendAsync(new SentReport("/departments/legal", "summary", true, "Shorter."));
        await _database.EditAsync("legal", content => content.Archived = true);
        var open = (await Reports.ListOpenAsync(10))[0];

        Assert.Empty(await Reports.AcceptAsync(_database.Ada, open.Report.Id, open.Version, null));
    }

    private async Task<List<AuditEntry>> AuditAsync()
    {
        await using var db = await _database.Catalog.Contexts.CreateDbContextAsync();
        return await db.AuditEntries.OrderBy(entry => entry.Id).ToListAsync();
    }
}
