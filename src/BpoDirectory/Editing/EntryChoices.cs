using BpoDirectory.Data;
using BpoDirectory.Data.Text;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Editing;

/// <summary>Names of entries, for editors who choose one.</summary>
public sealed class EntryChoices(IDbContextFactory<DirectoryDbContext> contexts)
{
    /// <summary>Most names offered at once.</summary>
    public const int Most = 12;

    /// <summary>Most names listed at once; beyond these one has to be typed.</summary>
    public const int MostListed = 500;

    /// <summary>Departments in use whose name contains the text; those that begin with it first.</summary>
    public async Task<IReadOnlyList<NamedLink>> DepartmentsAsync(string text)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await FirstAsync(db.Departments, text);
    }

    /// <summary>Functions in use whose name contains the text; those that begin with it first.</summary>
    public async Task<IReadOnlyList<NamedLink>> FunctionsAsync(string text)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await FirstAsync(db.BusinessFunctions, text);
    }

    /// <summary>People in use whose name contains the text; those that begin with it first.</summary>
    public async Task<IReadOnlyList<NamedLink>> PeopleAsync(string text)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await FirstAsync(db.People, text);
    }

    /// <summary>Names of the departments in use, from A to Z.</summary>
    public async Task<IReadOnlyList<string>> AllDepartmentsAsync()
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.Departments.OrderBy(d => d.NameKey).Select(d => d.Name).Take(MostListed).ToListAsync();
    }

    /// <summary>Names of the functions in use, from A to Z.</summary>
    public async Task<IReadOnlyList<string>> AllFunctionsAsync()
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.BusinessFunctions.OrderBy(f => f.Name).Select(f => f.Name).Take(MostListed).ToListAsync();
    }

    /// <summary>Names of the synonym sets in use, from A to Z.</summary>
    public async Task<IReadOnlyList<string>> AllSynonymSetsAsync()
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.SynonymSets.OrderBy(s => s.NameKey).Select(s => s.Name).Take(MostListed).ToListAsync();
    }

    /// <summary>What the department with this slug is called, archived or not; null when there is none.</summary>
    public async Task<string?> DepartmentAsync(string slug)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.Departments.IncludingArchived().Where(d => d.Slug == slug).Select(d => d.Name).SingleOrDefaultAsync();
    }

    /// <summary>What the function with this slug is called, archived or not; null when there is none.</summary>
    public async Task<string?> FunctionAsync(string slug)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.BusinessFunctions.IncludingArchived().Where(f => f.Slug == slug).Select(f => f.Name).SingleOrDefaultAsync();
    }

    /// <summary>What the person with this slug is called, archived or not; null when there is none.</summary>
    public async Task<string?> PersonAsync(string slug)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.People.IncludingArchived().Where(p => p.Slug == slug).Select(p => p.Name).SingleOrDefaultAsync();
    }

    /// <summary>How many departments own the function with this slug.</summary>
    public async Task<int> CountOwnersAsync(string functionSlug)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.FunctionOwners.CountAsync(o => o.BusinessFunction.Slug == functionSlug);
    }

    private static async Task<IReadOnlyList<NamedLink>> FirstAsync<T>(IQueryable<T> entries, string text) where T : Entry
    {
        var part = NameComparison.PartOf(text);
        return await entries
            .Where(entry => EF.Property<string>(entry, "NameKey").Contains(part))
            .OrderBy(entry => !EF.Property<string>(entry, "NameKey").StartsWith(part))
            .ThenBy(entry => EF.Property<string>(entry, "NameKey"))
            .Take(Most)
            .Select(entry => new NamedLink(EF.Property<string>(entry, "Slug"), EF.Property<string>(entry, "Name")))
            .ToListAsync();
    }
}
