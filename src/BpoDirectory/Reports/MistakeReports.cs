using System.Text.Json.Nodes;
using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Editing;
using BpoDirectory.Editing.Revisions;
using BpoDirectory.Operations.Security;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Reports;

/// <summary>What a page is about that can be reported.</summary>
/// <param name="Page">Its path.</param>
/// <param name="Editing">How the entry that it is about is edited; null where it is about none.</param>
/// <param name="EntryId">The entry's key; 0 where there is none.</param>
/// <param name="Title">What the entry is called; null where there is none.</param>
/// <param name="Texts">The fields that a reader can propose another text for, each with its present one.</param>
public sealed record ReportedPage(
    string Page, EntryEditing? Editing, int EntryId, string? Title, IReadOnlyList<(ContentField Field, string Text)> Texts);

/// <summary>What a reader sends.</summary>
/// <param name="Page">Path of the page.</param>
/// <param name="Field">The field that is meant; null or empty where no single one is.</param>
/// <param name="IsProposal">Whether the text is how the field should read.</param>
/// <param name="Text">That text, or what is wrong.</param>
/// <param name="Credit">Who is to be credited in the history; null where nobody is named.</param>
/// <param name="Contact">How to answer; null where they do not say.</param>
public sealed record SentReport(string? Page, string? Field, bool IsProposal, string? Text, string? Credit = null, string? Contact = null);

/// <summary>A report as editors decide it.</summary>
/// <param name="Report">What was sent.</param>
/// <param name="Page">What it is about now; the entry may have been renamed or archived since.</param>
/// <param name="Field">The field that it means; null where no single one is, or the entry is gone.</param>
/// <param name="Version">The entry's version now; 0 where there is none.</param>
/// <param name="Difference">How the present text differs from the proposed one; null where none is proposed or they are the same.</param>
public sealed record OpenReport(MistakeReport Report, ReportedPage Page, ContentField? Field, int Version, FieldDifference? Difference);

/// <summary>Takes what readers report, without an account and without script, and what editors decide.</summary>
public sealed class MistakeReports(
    WriteGate gate, IDbContextFactory<DirectoryDbContext> contexts, IEnumerable<EntryEditing> editings, EntryStore store,
    AccountRights rights, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Most reports that wait at once: beyond these none is taken until some are decided.</summary>
    public const int MostOpen = 1_000;

    // Where readers meet entries.
    private static readonly Dictionary<string, EntryType> Folders = new(StringComparer.OrdinalIgnoreCase)
    {
        ["departments"] = EntryType.Department, ["functions"] = EntryType.Function, ["service-lines"] = EntryType.ServiceLine,
        ["outsourcing-types"] = EntryType.OutsourcingType, ["sites"] = EntryType.Site, ["guide"] = EntryType.GuideArticle,
    };

    /// <summary>What a page is about; a page about no entry, or one that is not there, is just a page.</summary>
    public async Task<ReportedPage> FindAsync(string? page)
    {
        var path = LocalPath.OrNull((page ?? "").Split('?', '#')[0]) is { Length: <= Rules.SentenceLength } local ? local : "/";
        if (path.Trim('/').Split('/') is not [var folder, var slug, ..] || !Folders.TryGetValue(folder, out var type))
            return new ReportedPage(path, null, 0, null, []);
        await using var db = await contexts.CreateDbContextAsync();
        var editing = editings.Single(editing => editing.Type == type);
        return await editing.FindAsync(db, Uri.UnescapeDataString(slug)) is { } id
            && await DescribeAsync(db, editing, id, path) is var (found, isArchived, _) && !isArchived
            ? found
            : new ReportedPage(path, null, 0, null, []);
    }

    /// <summary>Keeps a report for the editors. The same one sent twice, as by a double click, is kept once.</summary>
    /// <exception cref="DirectoryRuleException">The text is empty, a text is too long, or too many wait already.</exception>
    public async Task SendAsync(SentReport sent)
    {
        var page = await FindAsync(sent.Page);
        var report = new MistakeReport(page.Page, sent.Text ?? "", sent.Credit, sent.Contact, clock.GetUtcNow().UtcDateTime);
        if (page.Editing is { } editing)
        {
            var isKnown = page.Texts.Any(text => text.Field.Name == sent.Field);
            report.PointAt(editing.Type, page.EntryId, isKnown ? sent.Field : null, sent.IsProposal);
        }
        await gate.WriteAsync(async db =>
        {
            var open = db.MistakeReports.Where(r => r.Outcome == ReportOutcome.Open);
            if (await open.AnyAsync(r => r.Page == report.Page && r.Field == report.Field && r.Text == report.Text))
                return;
            if (await open.CountAsync() >= MostOpen)
                throw new DirectoryRuleException("Too many reports wait to be read at present. Please try again in a few days.");
            db.Add(report);
        });
    }

    /// <summary>How many reports wait.</summary>
    public async Task<int> CountOpenAsync()
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.MistakeReports.CountAsync(r => r.Outcome == ReportOutcome.Open);
    }

    /// <summary>The reports that wait, earliest first.</summary>
    public async Task<IReadOnlyList<OpenReport>> ListOpenAsync(int most)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var open = new List<OpenReport>();
        foreach (var report in await db.MistakeReports.AsNoTracking().Where(r => r.Outcome == ReportOutcome.Open).OrderBy(r => r.SentAt)
            .Take(most).ToListAsync())
            open.Add(await OpenAsync(db, report));
        return open;
    }

    /// <summary>The reports decided last, latest first.</summary>
    public async Task<IReadOnlyList<MistakeReport>> ListClosedAsync(int most)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.MistakeReports.AsNoTracking().Where(r => r.Outcome != ReportOutcome.Open).OrderByDescending(r => r.ClosedAt)
            .Take(most).ToListAsync();
    }

    /// <summary>
    /// Accepts a report: where a field and a text are given, the entry gets that text in one revision that credits whoever reported it.
    /// </summary>
    /// <param name="actor">Who accepts.</param>
    /// <param name="id">The report.</param>
    /// <param name="version">The version of the entry that the text was compared with.</param>
    /// <param name="text">How the field is to read; null where the editor has mended it already.</param>
    /// <returns>What has to be mended in the text first; empty when it is done.</returns>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    /// <exception cref="DirectoryRuleException">
    /// There is no such report, or somebody decided it or changed the entry meanwhile.
    /// </exception>
    public async Task<IReadOnlyList<FieldProblem>> AcceptAsync(Actor actor, int id, int version, string? text)
    {
        IReadOnlyList<FieldProblem> problems = [];
        await gate.WriteAsync(async db =>
        {
            await rights.DemandAsync(db, actor, AccountRole.Editor);
            var report = await LoadAsync(db, id);
            report.Close(ReportOutcome.Accepted, null, actor.Name, clock.GetUtcNow().UtcDateTime);
            if (text is not null && report is { EntryType: { } type, EntryId: { } entryId, Field: { } field })
            {
                var editing = editings.Single(editing => editing.Type == type);
                problems = await editing.SaveFieldAsync(
                    store, db, actor, new FieldSave(entryId, version, field, text, $"Reported by {report.Credit ?? "a reader"}"));
            }
            if (problems.Count > 0)
                db.ChangeTracker.Clear();
            else
                audit.Add(db, AuditKind.ReportClosed, report.Page, "accepted", actor);
        });
        return problems;
    }

    /// <summary>Declines a report with a reason.</summary>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    /// <exception cref="DirectoryRuleException">
    /// There is no such report or no reason, or somebody decided it meanwhile.
    /// </exception>
    public Task DeclineAsync(Actor actor, int id, string reason) => gate.WriteAsync(async db =>
    {
        await rights.DemandAsync(db, actor, AccountRole.Editor);
        var report = await LoadAsync(db, id);
        report.Close(ReportOutcome.Declined, reason, actor.Name, clock.GetUtcNow().UtcDateTime);
        audit.Add(db, AuditKind.ReportClosed, report.Page, $"declined: {reason.Trim()}", actor);
    });

    private static async Task<MistakeReport> LoadAsync(DirectoryDbContext db, int id) =>
        await db.MistakeReports.SingleOrDefaultAsync(r => r.Id == id) ?? throw new DirectoryRuleException("There is no such report.");

    private async Task<OpenReport> OpenAsync(DirectoryDbContext db, MistakeReport report)
    {
        if (report is not { EntryType: { } type, EntryId: { } id }
            || await DescribeAsync(db, editings.Single(editing => editing.Type == type), id, report.Page) is not var (page, _, version))
            return new OpenReport(report, new ReportedPage(report.Page, null, 0, null, []), null, 0, null);
        var (field, present) = page.Texts.FirstOrDefault(text => text.Field.Name == report.Field);
        var difference = field is null || !report.IsProposal ? null
            : ContentComparison.Compare(field, JsonValue.Create(present), JsonValue.Create(report.Text));
        return new OpenReport(report, page, field, version, difference);
    }

    private static async Task<(ReportedPage Page, bool IsArchived, int Version)?> DescribeAsync(
        DirectoryDbContext db, EntryEditing editing, int id, string path)
    {
        if (await editing.LoadAsync(db, id) is not { } entry)
            return null;
        var snapshot = editing.SnapshotOf(entry);
        var values = JsonNode.Parse(snapshot)!.AsObject();
        var texts = editing.Fields
            .Where(field => field.Shape is FieldShape.Text or FieldShape.Lines && field.TellsOf is null)
            .Select(field => (field, values[field.Name]?.ToString() ?? "")).ToList();
        return (new ReportedPage(path, editing, id, editing.TitleOf(snapshot), texts), entry.IsArchived, entry.Version);
    }
}
