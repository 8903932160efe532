using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Editing;

/// <summary>Everything about an entry that departments name, such as a site, that an editor can change.</summary>
/// <typeparam name="TEntry">The entry.</typeparam>
public abstract class NamedContent<TEntry> : EntryContent where TEntry : NamedEntry
{
    public string Name { get; set; } = "";

    /// <inheritdoc />
    public override string Title => Name;

    /// <inheritdoc />
    public override void ClearIdentity()
    {
        base.ClearIdentity();
        Name = "";
    }

    /// <summary>The field of the name.</summary>
    /// <param name="what">What is asked for where it is empty: “a site name”.</param>
    protected static ContentField NameField(string what) =>
        new("name", "Name", FieldShape.Text) { Rule = TextRule.Required(what, Rules.NameLength) };

    /// <summary>Gives the entry what its content says beside name, slug and whether it is archived.</summary>
    protected internal abstract void DescribeTo(TEntry entry);

    /// <summary>Makes the content what the entry says beside name, slug and whether it is archived.</summary>
    protected internal abstract void DescribeFrom(TEntry entry);
}

/// <summary>Entries that departments name, as they are edited: which departments name one is said by these.</summary>
/// <typeparam name="TEntry">The entry.</typeparam>
/// <typeparam name="TContent">Its content.</typeparam>
public abstract class NamedEntryEditing<TEntry, TContent> : EntryEditing<TContent>
    where TEntry : NamedEntry
    where TContent : NamedContent<TEntry>, new()
{
    /// <inheritdoc />
    public override IQueryable<EntryRow> Rows(DirectoryDbContext db) => db.Set<TEntry>().IncludingArchived().Select(entry => new EntryRow
    {
        Id = entry.Id, Slug = entry.Slug, Name = entry.Name, NameKey = entry.NameKey, IsArchived = entry.IsArchived,
        Version = entry.Version, LastChange = entry.UpdatedAt,
    });

    /// <inheritdoc />
    public override ContentValidator<TContent> Validator => new NamedEntryValidator<TEntry, TContent>(this);

    /// <summary>Whether no two entries may have the same name.</summary>
    public virtual bool HasUniqueNames => true;

    /// <inheritdoc />
    public override async Task<Entry?> LoadAsync(DirectoryDbContext db, int id) =>
        await db.Set<TEntry>().IncludingArchived().SingleOrDefaultAsync(entry => entry.Id == id);

    /// <inheritdoc />
    public override TContent Read(Entry entry)
    {
        var named = (TEntry)entry;
        var content = new TContent { Name = named.Name, Slug = named.Slug, Archived = named.IsArchived };
        content.DescribeFrom(named);
        return content;
    }

    /// <inheritdoc />
    public override async Task<Entry> CreateAsync(DirectoryDbContext db, TContent content)
    {
        var entry = New(content.Slug, content.Name);
        db.Add(entry);
        await ApplyAsync(db, entry, content);
        return entry;
    }

    /// <inheritdoc />
    public override Task ApplyAsync(DirectoryDbContext db, Entry entry, TContent content)
    {
        var named = (TEntry)entry;
        named.Rename(content.Name, content.Slug);
        named.SetArchived(content.Archived);
        content.DescribeTo(named);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    /// <remarks>None: a question that names such an entry is narrowed to it.</remarks>
    public override Task<IReadOnlyCollection<int>> DepartmentsAsync(DirectoryDbContext db, Entry entry) =>
        Task.FromResult<IReadOnlyCollection<int>>([]);

    /// <summary>A new entry.</summary>
    protected abstract TEntry New(string slug, string name);
}

/// <summary>What the content of an entry that departments name must keep to among all other entries.</summary>
internal sealed class NamedEntryValidator<TEntry, TContent>(NamedEntryEditing<TEntry, TContent> editing)
    : ContentValidator<TContent>(editing)
    where TEntry : NamedEntry
    where TContent : NamedContent<TEntry>, new()
{
    /// <inheritdoc />
    protected override Task CheckAgainstOthersAsync(DirectoryDbContext db, IReadOnlyList<ContentCheck<TContent>> checks) =>
        editing.HasUniqueNames ? CheckNamesAsync(db, checks, content => content.Name) : Task.CompletedTask;
}
