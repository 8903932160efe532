using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests.Components.Reader;

/// <summary>Names and texts written from right to left never turn the order of what stands around them.</summary>
public sealed class RightToLeftTests(RightToLeftCatalog catalog) : IClassFixture<RightToLeftCatalog>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/departments")]
    [InlineData("/departments?view=table")]
    [InlineData("/departments?line=human-resources&type=rpo")]
    [InlineData("/departments/human-resources")]
    [InlineData("/departments/human-resources?sources=1")]
    [InlineData("/departments/human-resources/history")]
    [InlineData("/departments/finance-and-accounting")]
    [InlineData("/functions")]
    [InlineData("/functions/payroll-processing")]
    [InlineData("/service-lines")]
    [InlineData("/service-lines/human-resources")]
    [InlineData("/outsourcing-types")]
    [InlineData("/outsourcing-types/rpo")]
    [InlineData("/compare")]
    [InlineData("/compare?department=human-resources")]
    [InlineData("/compare?department=human-resources&department=finance-and-accounting")]
    [InlineData("/coverage")]
    [InlineData("/coverage?view=table")]
    [InlineData("/coverage/organisation")]
    [InlineData("/coverage/organisation?by=line")]
    [InlineData("/guide")]
    [InlineData("/guide/what-is-bpo")]
    public async Task Every_text_has_its_own_direction(string address)
    {
        var page = new HtmlParser().ParseDocument(await catalog.App.CreateClient().GetStringAsync(new Uri(address, UriKind.Relative)));

        var texts = page.QuerySelector("main")!.GetDescendants().OfType<IText>()
            .Where(text => text.Data.Any(letter => letter is >= '\u0600' and <= '\u06FF')).ToList();

        Assert.NotEmpty(texts);
        Assert.All(texts, text => Assert.True(HasItsOwnDirection(text), $"{text.ParentElement!.OuterHtml}"));
    }

    // Paragraphs of Markdown have it by the stylesheet.
    private static bool HasItsOwnDirection(IText text) => text.ParentElement!.Closest("bdi, [dir=auto], .prose") is not null;
}

/// <summary>The program with a catalog in which one entry of each kind is written from right to left.</summary>
public sealed class RightToLeftCatalog : IAsyncLifetime
{
    private const string Sentence = "تهتم بكل ما يتعلق بالعمل (2).";

    public DirectoryApp App { get; } = new();

    public Task InitializeAsync() => App.Services.GetRequiredService<WriteGate>().WriteAsync(async db =>
    {
        var department = await db.Departments.Include(d => d.Aliases).Include(d => d.Responsibilities)
            .Include(d => d.Functions).ThenInclude(owner => owner.BusinessFunction).ThenInclude(function => function.Synonyms)
            .Include(d => d.ServiceLines).ThenInclude(member => member.ServiceLine)
            .Include(d => d.OutsourcingTypes).ThenInclude(near => near.OutsourcingType).ThenInclude(type => type.Synonyms)
            .AsSplitQuery().SingleAsync(d => d.Slug == "human-resources");
        department.Rename("الموارد البشرية", department.Slug);
        department.Describe(Sentence, Sentence);
        department.SetOffice(department.Office, OfficeBasis.Judged, Sentence, department.Side);
        department.Aliases[0].Rename("شؤون الموظفين");
        department.Responsibilities[0].Reword("دفع الرواتب (1)", Sentence);
        var owner = department.Functions.Single(o => o.BusinessFunction.Slug == "payroll-processing");
        owner.Explain(Sentence);
        owner.BusinessFunction.Rename("كشوف الرواتب", owner.BusinessFunction.Slug);
        owner.BusinessFunction.Describe(Sentence, Sentence);
        owner.BusinessFunction.Synonyms[0].Reword("أجور");
        owner.BusinessFunction.Illustrate([Sentence]);
        var line = department.ServiceLines[0].ServiceLine;
        line.Rename("خدمات الموظفين", line.Slug);
        line.Describe(Sentence);
        var near = department.OutsourcingTypes[0];
        near.Explain(Sentence);
        near.OutsourcingType.Rename("تعهيد التوظيف", near.OutsourcingType.Acronym, near.OutsourcingType.Slug);
        near.OutsourcingType.Describe(Sentence, Sentence);
        near.OutsourcingType.Synonyms[0].Reword("توظيف");
        var article = await db.GuideArticles.SingleAsync(a => a.Slug == "what-is-bpo");
        article.Rename("ما هو التعهيد", article.Slug);
        article.Rewrite(Sentence, Sentence);
    });

    public async Task DisposeAsync() => await App.DisposeAsync();
}
