using BpoDirectory.Accounts;
using BpoDirectory.Api;
using BpoDirectory.Catalog;
using BpoDirectory.Components;
using BpoDirectory.Components.Admin.Editing;
using BpoDirectory.Components.Layout;
using BpoDirectory.Data;
using BpoDirectory.Data.Sqlite;
using BpoDirectory.Departments;
using BpoDirectory.Editing;
using BpoDirectory.Functions;
using BpoDirectory.Guide;
using BpoDirectory.Operations;
using BpoDirectory.OutsourcingTypes;
using BpoDirectory.Search;
using BpoDirectory.Search.Index;
using BpoDirectory.Search.Questions;
using BpoDirectory.Search.Storage;
using BpoDirectory.Search.Suggestions;
using BpoDirectory.ServiceLines;

DataFolder? data = null;
try
{
    _ = Task.Run(DirectoryConnection.WarmUp);
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = ContentRoot.Of(args) });
    data = DataFolder.Open(builder.Configuration, builder.Environment.ContentRootPath);
    builder.AddDirectoryLogging(data);
    builder.AddServing();

    builder.Services.AddSingleton(data);
    builder.Services.AddSingleton(TimeProvider.System);
    builder.Services.AddDirectoryDatabase(data.DatabaseFile);
    builder.Services.AddSingleton<DirectoryDatabase>().AddSingleton<CatalogLoader>();
    builder.Services.AddSingleton<DepartmentNames>().AddSingleton<DepartmentReader>().AddSingleton<DepartmentGroups>().AddSingleton<BusinessFunctionReader>()
        .AddSingleton<ServiceLineReader>().AddSingleton<SourceReader>().AddSingleton<DepartmentAddresses>()
        .AddSingleton<DepartmentWorkList>().AddSingleton<DepartmentReviews>().AddSingleton(new ReviewInterval(ReviewSetting.Read(builder.Configuration)));
    builder.Services.AddEditing().AddEntryEditing<DepartmentEditing>().AddEntryEditing<BusinessFunctionEditing>().AddEntryEditing<ServiceLineEditing>()
        .AddEntryEditing<OutsourcingTypeEditing>().AddEntryEditing<GuideArticleEditing>().AddSingleton<UnansweredSearches>();
    builder.Services.AddSingleton<GuideReader>().AddSingleton<OutsourcingTypeReader>();
    builder.Services.AddSingleton<SearchDatabase>().AddSingleton<SearchState>().AddSingleton<DepartmentSearch>().AddSingleton<Completions>().AddHostedService<SearchWarmUp>();
    builder.Services.AddSingleton<SearchCounter>().AddHostedService<SearchCountWriter>();
    builder.Services.AddAccounts(data.Keys);
    builder.Services.AddRazorComponents().AddInteractiveServerComponents()
        .AddHubOptions(hub => hub.MaximumReceiveMessageSize = EditorLimits.LargestMessage);
    builder.Services.AddReadApi();
    builder.Services.AddCompression();
    builder.Services.AddErrorAnswers();
    builder.Services.AddHealth();

    var app = builder.Build();

    app.UseMiddleware<RequestLog>();
    app.UseHeadAsGet();
    app.UseMiddleware<AnswerCache>(Theme.Cookie);
    app.UseRequestTrace();
    app.UseSecurityHeaders();
    app.UseCrossSiteRefusal();
    app.UseConnectionsThatEnd();
    app.UseCompression();
    app.UseErrorAnswers();
    app.UseRouting();
    app.UseAuthentication();
    app.UseAuthorization();
    app.UseAntiforgery();

    app.MapAccounts();
    app.MapHealth();
    app.MapReadApi();
    app.MapStaticAssets();
    app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    app.MapTheme();
    app.MapSiteFiles();

    await app.Services.GetRequiredService<DirectoryDatabase>().OpenAsync();
    if (args.Contains(SetUpLink.Command))
        return await app.Services.GetRequiredService<SetUpLink>().PrintAsync(Serving.AddressOf(app.Configuration));
    await app.Services.GetRequiredService<CatalogLoader>().LoadIntoNewDatabaseAsync(SearchIndex.RebuildAsync);
    await SearchIndex.EnsureAsync(app.Services.GetRequiredService<PreparedReads>(), app.Services.GetRequiredService<WriteGate>());
    await app.RunAsync();
    return 0;
}
catch (Exception error) when (StartFailure.Explain(error, data) is { } reason)
{
    await Console.Error.WriteLineAsync(reason);
    return 1;
}

/// <summary>The program, visible to tests that start it.</summary>
public sealed partial class Program;
