using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Editing;

namespace BpoDirectory.Departments;

/// <summary>What came of archiving a department.</summary>
/// <param name="Archived">What came of the department itself.</param>
/// <param name="Handover">What came of its successor; null where it took over no functions.</param>
/// <param name="SuccessorBefore">The successor before it took over functions; null where it did not.</param>
public sealed record SuccessionOutcome(
    SaveOutcome<DepartmentContent> Archived, SaveOutcome<DepartmentContent>? Handover = null, DepartmentContent? SuccessorBefore = null);

/// <summary>
/// Archives departments whose work another one takes over, so that no function is left without an owner whom readers see.
/// </summary>
public sealed class DepartmentSuccession(WriteGate gate, EntryStore store, DepartmentEditing editing)
{
    /// <summary>Archives a department, and gives functions of it to its successor: in each, the place after the department's own.</summary>
    /// <param name="actor">Who archives it.</param>
    /// <param name="shown">The department as it was shown when this was chosen.</param>
    /// <param name="successor">The slug of the department that takes over; empty for none.</param>
    /// <param name="functions">The slugs of the functions that the successor takes over.</param>
    /// <param name="note">Why, where the editor says so.</param>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public async Task<SuccessionOutcome> ArchiveAsync(
        Actor actor, OpenEntry<DepartmentContent> shown, string successor, IReadOnlyCollection<string> functions, string? note = null)
    {
        SuccessionOutcome? outcome = null;
        await gate.WriteAsync(async db =>
        {
            var content = ContentJson.Copy(shown.Content);
            (content.Archived, content.Successor) = (true, successor);
            var save = new EntrySave<DepartmentContent>(shown.Id, shown.Version, content, note) { Action = RevisionAction.Archived };
            outcome = new SuccessionOutcome(await store.SaveAsync(editing, db, actor, save));
            if (outcome.Archived.Saved is not null && functions.Count > 0 && await store.OpenAsync(editing, db, successor) is { } heir)
                outcome = await HandOverAsync(db, actor, outcome, heir, content, functions);
        });
        return outcome!;
    }

    /// <summary>Undoes both, unless somebody saved one of them since; then neither is changed.</summary>
    /// <param name="actor">Who undoes it.</param>
    /// <param name="done">What came of the archiving.</param>
    /// <param name="before">The department before it.</param>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public async Task<SaveOutcome<DepartmentContent>> UndoAsync(Actor actor, SuccessionOutcome done, DepartmentContent before)
    {
        SaveOutcome<DepartmentContent>? outcome = null;
        await gate.WriteAsync(async db =>
        {
            var archived = done.Archived.Saved!;
            if (done is { Handover.Saved: { } heir, SuccessorBefore: { } heirBefore })
            {
                if (await store.OpenAsync(editing, db, archived.Content.Slug) is { } now && now.Version != archived.Version)
                {
                    outcome = new SaveOutcome<DepartmentContent>(null, now, []);
                    return;
                }
                outcome = await store.SaveAsync(editing, db, actor, EntryLifecycle.Undoing(heir, heirBefore));
                if (outcome.Saved is null)
                    return;
            }
            outcome = await store.SaveAsync(editing, db, actor, EntryLifecycle.Undoing(archived, before));
        });
        return outcome!;
    }

    private async Task<SuccessionOutcome> HandOverAsync(
        DirectoryDbContext db, Actor actor, SuccessionOutcome outcome, OpenEntry<DepartmentContent> heir, DepartmentContent archived,
        IReadOnlyCollection<string> functions)
    {
        var content = ContentJson.Copy(heir.Content);
        content.Functions.AddRange(archived.Functions
            .Where(function => functions.Contains(function.Slug) && !heir.Content.Functions.Exists(own => own.Slug == function.Slug))
            .Select(function => new OwnedFunctionContent
            {
                Slug = function.Slug, Name = function.Name, Rank = function.Rank + 1, Sources = [.. function.Sources],
            }));
        var note = $"Takes over functions of {archived.Name}";
        var save = new EntrySave<DepartmentContent>(heir.Id, heir.Version, content, note) { Action = RevisionAction.Edited };
        return content.Functions.Count == heir.Content.Functions.Count
            ? outcome
            : outcome with { Handover = await store.SaveAsync(editing, db, actor, save), SuccessorBefore = heir.Content };
    }
}
