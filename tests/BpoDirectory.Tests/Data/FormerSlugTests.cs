using BpoDirectory.Data;
using BpoDirectory.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Tests.Data;

/// <summary>Whatever changes a slug, the one before keeps leading to the entry: for every kind that readers reach.</summary>
public sealed class FormerSlugTests : IAsyncLifetime
{
    private readonly CatalogDatabase _database = new();

    private SlugRedirects Former => _database.Get<SlugRedirects>();

    public static TheoryData<EntryType, string> Kinds => new()
    {
        { EntryType.Department, "legal" },
        { EntryType.Function, "payroll-processing" },
        { EntryType.ServiceLine, "customer-support" },
        { EntryType.OutsourcingType, "kpo" },
        { EntryType.GuideArticle, "what-is-bpo" },
    };

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_slug_an_entry_had_leads_to_its_present_one_without_regard_to_case(EntryType type, string slug)
    {
        await MoveAsync(type, slug, "second");
        await MoveAsync(type, "second", "third");

        Assert.Equal("third", Former.FindPresentSlug(type, slug));
        Assert.Equal("third", Former.FindPresentSlug(type, slug.ToUpperInvariant()));
        Assert.Equal("third", Former.FindPresentSlug(type, "second"));
        Assert.Null(Former.FindPresentSlug(type, "third"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Slug_that_is_taken_back_is_no_former_one_any_more(EntryType type, string slug)
    {
        for (var i = 0; i < 2; i++)
        {
            await MoveAsync(type, slug, "second");
            await MoveAsync(type, "second", slug);
        }

        Assert.Equal((null, slug), (Former.FindPresentSlug(type, slug), Former.FindPresentSlug(type, "second")));
        Assert.Equal("second", await _database.SqlAsync("SELECT string_agg(Slug, ',') FROM FormerSlugs"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Former_slug_of_an_archived_entry_leads_nowhere_until_it_is_restored(EntryType type, string slug)
    {
        await MoveAsync(type, slug, "second");
        await ChangeAsync(type, "second", entry => entry.Archive());
        Assert.Null(Former.FindPresentSlug(type, slug));

        await ChangeAsync(type, "second", entry => entry.Restore());

        Assert.Equal("second", Former.FindPresentSlug(type, slug));
    }

    [Fact]
    public async Task Former_slugs_of_one_kind_say_nothing_of_another()
    {
        await MoveAsync(EntryType.ServiceLine, "finance-and-accounting", "money");

        Assert.Equal("money", Former.FindPresentSlug(EntryType.ServiceLine, "finance-and-accounting"));
        Assert.Null(Former.FindPresentSlug(EntryType.Department, "finance-and-accounting"));
    }

    [Fact]
    public async Task Change_that_keeps_the_slug_leaves_none_behind()
    {
        await ChangeAsync(EntryType.Department, "legal", entry => ((Department)entry).Rename("LEGAL", "legal"));

        Assert.Equal(0L, await _database.SqlAsync("SELECT count(*) FROM FormerSlugs"));
    }

    private Task MoveAsync(EntryType type, string slug, string to) => ChangeAsync(type, slug, entry => Move(entry, to));

    private static void Move(Entry entry, string slug)
    {
        switch (entry)
        {
            case Department department: department.Rename(department.Name, slug); break;
            case BusinessFunction function: function.Rename(function.Name, slug); break;
            case ServiceLine line: line.Rename(line.Name, slug); break;
            case OutsourcingType type: type.Rename(type.Name, type.Acronym, slug); break;
            case GuideArticle article: article.Rename(article.Title, slug); break;
        }
    }

    private Task ChangeAsync(EntryType type, string slug, Action<Entry> change) => _database.Gate.WriteAsync(async db => change(type switch
    {
        EntryType.Department => await db.Departments.IncludingArchived().SingleAsync(d => d.Slug == slug),
        EntryType.Function => await db.BusinessFunctions.IncludingArchived().SingleAsync(f => f.Slug == slug),
        EntryType.ServiceLine => await db.ServiceLines.IncludingArchived().SingleAsync(l => l.Slug == slug),
        EntryType.OutsourcingType => await db.OutsourcingTypes.IncludingArchived().SingleAsync(t => t.Slug == slug),
        _ => await db.GuideArticles.IncludingArchived().SingleAsync(a => a.Slug == slug),
    }));
}
