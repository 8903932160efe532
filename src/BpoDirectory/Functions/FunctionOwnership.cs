using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Editing;

namespace BpoDirectory.Functions;

/// <summary>What came of making a department an owner of a function.</summary>
/// <param name="Outcome">What came of the save.</param>
/// <param name="Before">The function before it.</param>
public sealed record OwnerAssignment(SaveOutcome<BusinessFunctionContent> Outcome, BusinessFunctionContent Before);

/// <summary>Makes departments owners of functions, each as a new revision of the function and of the department.</summary>
public sealed class FunctionOwnership(EntryStore store, BusinessFunctionEditing editing)
{
    /// <summary>
    /// Makes a department the main owner of a function, before those who own it already, or a co-owner after them. Whoever is
    /// an owner already is left where they are, unless they become the main one; then nothing is saved.
    /// </summary>
    /// <param name="actor">Who does it.</param>
    /// <param name="slug">The function.</param>
    /// <param name="present">The version that was shown when this was chosen.</param>
    /// <param name="department">The department.</param>
    /// <param name="isMain">Whether it becomes the main owner.</param>
    /// <returns>What came of it; null when there is no such function.</returns>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public async Task<OwnerAssignment?> AssignAsync(Actor actor, string slug, int present, NamedLink department, bool isMain)
    {
        if (await store.OpenAsync(editing, slug) is not { } open)
            return null;
        var before = ContentJson.Copy(open.Content);
        var owners = open.Content.Owners;
        var index = owners.FindIndex(owner => owner.Slug == department.Slug);
        if (index == 0 || (index > 0 && !isMain))
            return new OwnerAssignment(new SaveOutcome<BusinessFunctionContent>(open, null, []), before);
        var owner = index < 0 ? new OwnerContent { Slug = department.Slug, Name = department.Name } : owners[index];
        owners.Remove(owner);
        owners.Insert(isMain ? 0 : owners.Count, owner);
        var note = $"{department.Name} as {(isMain ? "main owner" : "co-owner")}";
        var save = new EntrySave<BusinessFunctionContent>(open.Id, present, open.Content, note)
        {
            Action = RevisionAction.Edited,
        };
        return new OwnerAssignment(await store.SaveAsync(editing, actor, save), before);
    }
}
