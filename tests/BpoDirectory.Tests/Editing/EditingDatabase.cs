using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Editing;

namespace BpoDirectory.Tests.Editing;

/// <summary>The built-in catalog with two people who may edit it.</summary>
public sealed class EditingDatabase : IAsyncLifetime
{
    private readonly CatalogDatabase _catalog = new();

    public CatalogDatabase Catalog => _catalog;

    public DepartmentEditing Departments { get; } = new();

    public Actor Ada { get; private set; } = null!;

    public Actor Ben { get; private set; } = null!;

    public T Get<T>() where T : notnull => _catalog.Get<T>();

    public Task<OpenEntry<DepartmentContent>> OpenAsync(string slug) => OpenAsync(Departments, slug);

    public async Task<OpenEntry<T>> OpenAsync<T>(EntryEditing<T> editing, string slug) where T : EntryContent, new() =>
        (await Get<EntryStore>().OpenAsync(editing, slug))!;

    /// <summary>Opens, changes and saves a department.</summary>
    public async Task<SaveOutcome<DepartmentContent>> EditAsync(
        string slug, Action<DepartmentContent> change, string? note = null, Actor? by = null)
    {
        var open = await OpenAsync(slug);
        change(open.Content);
        return await SaveAsync(open, note, by);
    }

    public Task<SaveOutcome<DepartmentContent>> SaveAsync(OpenEntry<DepartmentContent> open, string? note = null, Actor? by = null) =>
        Get<EntryStore>().SaveAsync(Departments, by ?? Ada, new EntrySave<DepartmentContent>(open.Id, open.Version, open.Content, note));

    public async Task InitializeAsync()
    {
        await _catalog.InitializeAsync();
        (Ada, Ben) = (await AddAsync("Ada"), await AddAsync("Ben"));
    }

    public Task DisposeAsync() => _catalog.DisposeAsync();

    private async Task<Actor> AddAsync(string name)
    {
        var account = new Account(name, name, AccountRole.Editor, DateTime.UtcNow) { NormalizedUserName = name.ToUpperInvariant() };
        await _catalog.Gate.WriteAsync(db => db.AddAsync(account).AsTask());
        return new Actor(account.Id, name);
    }
}
