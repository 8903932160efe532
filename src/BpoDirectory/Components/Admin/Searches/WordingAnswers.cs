using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Editing;
using BpoDirectory.Functions;

namespace BpoDirectory.Components.Admin.Searches;

/// <summary>Makes wordings names of departments, functions and synonym sets.</summary>
public sealed class WordingAnswers(
    SearchedWordings wordings, DepartmentEditing departments, BusinessFunctionEditing functions, SynonymSetEditing synonymSets)
{
    /// <summary>Adds the wording to an entry.</summary>
    /// <returns>What the entry is called.</returns>
    public Task<string> AddAsync(Actor actor, string text, EntryType type, string target) => type switch
    {
        EntryType.Department => wordings.AddNameAsync(actor, departments, text, target),
        EntryType.Function => wordings.AddNameAsync(actor, functions, text, target),
        _ => wordings.AddNameAsync(actor, synonymSets, text, target),
    };

    /// <summary>Undoes what <see cref="AddAsync"/> did.</summary>
    /// <returns>What the entry is called.</returns>
    public Task<string> RemoveAsync(Actor actor, string text, GivenAnswer given) => given.Type switch
    {
        EntryType.Department => wordings.RemoveNameAsync(actor, departments, text, given.Target),
        EntryType.Function => wordings.RemoveNameAsync(actor, functions, text, given.Target),
        _ => wordings.RemoveNameAsync(actor, synonymSets, text, given.Target),
    };
}
