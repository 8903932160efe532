using BpoDirectory.Accounts;
using BpoDirectory.Accounts.Provider;
using BpoDirectory.Api;
using BpoDirectory.Api.Assistants;
using BpoDirectory.Api.Feeds;
using BpoDirectory.Catalog;
using BpoDirectory.Clients;
using BpoDirectory.Components;
using BpoDirectory.Components.Admin;
using BpoDirectory.Components.Admin.Backups;
using BpoDirectory.Components.Admin.Editing;
using BpoDirectory.Components.Admin.Searches;
using BpoDirectory.Components.Layout;
using BpoDirectory.Components.Reader.Search;
using BpoDirectory.Components.Reader.Watching;
using BpoDirectory.Components.Theming;
using BpoDirectory.Data;
using BpoDirectory.Data.Queries;
using BpoDirectory.Data.Sqlite;
using BpoDirectory.Departments;
using BpoDirectory.Editing;
using BpoDirectory.Exchange;
using BpoDirectory.Exchange.Export;
using BpoDirectory.Exchange.Import;
using BpoDirectory.Functions;
using BpoDirectory.Guide;
using BpoDirectory.Operations;
using BpoDirectory.Operations.Backups;
using BpoDirectory.Operations.Caching;
using BpoDirectory.Operations.Health;
using BpoDirectory.Operations.Logging;
using BpoDirectory.Operations.Mail;
using BpoDirectory.Operations.Security;
using BpoDirectory.OutsourcingTypes;
using BpoDirectory.Partners;
using BpoDirectory.People;
using BpoDirectory.Reports;
using BpoDirectory.Search;
using BpoDirectory.Search.Storage;
using BpoDirectory.ServiceLines;
using BpoDirectory.Settings;
using BpoDirectory.Sites;
using BpoDirectory.Watching;
using BpoDirectory.Webhooks;
using Microsoft.AspNetCore.Components.Server.Circuits;
using MudBlazor.Services;

DataFolder? data = null;
try
{
    var line = CommandLine.Parse(args);
    if (line.IsForHelp)
    {
        await Console.Out.WriteLineAsync(CommandLine.Help);
        return 0;
    }
    _ = Task.Run(DirectoryConnection.WarmUp);
    var builder =
        WebApplication.CreateBuilder(new WebApplicationOptions { Args = line.Settings, ContentRootPath = ContentRoot.Of(line.Settings) });
    if (line.Command is CommandLine.Health)
        return await HealthCommand.RunAsync(builder.Configuration);
    data = DataFolder.Open(builder.Configuration, builder.Environment.ContentRootPath);
    var database = DatabaseSettings.Read(builder.Configuration, data);
    // Most commands do their one write beside the program that serves.
    using var claim = line.Command is null or CommandLine.Restore ? data.Claim() : null;
    if (BackupCommands.Has(line))
        return await BackupCommands.RunAsync(line, database, data, DateTime.UtcNow);
    using var log = line.Command is null ? builder.AddDirectoryLogging(data) : null;
    if (log is null)
        builder.Logging.ClearProviders();
    builder.AddServing();

    builder.Services.AddSingleton(data).AddSingleton(TimeProvider.System);
    builder.Services.AddSingleton(database).AddDirectoryDatabase(database).AddSingleton<CatalogLoader>();
    builder.Services.AddSearch(MeaningSetting.Read(builder.Configuration));
    builder.Services.AddEditing();
    builder.Services.AddDepartments(ReviewSetting.Read(builder.Configuration));
    builder.Services.AddSingleton<BusinessFunctionReader>().AddSingleton<FunctionCoverage>().AddSingleton<FunctionOwnership>()
        .AddEntryEditing<BusinessFunctionEditing>();
    builder.Services.AddSingleton<ServiceLineReader>().AddEntryEditing<ServiceLineEditing>();
    builder.Services.AddSingleton<SiteReader>().AddSingleton<ClientReader>().AddSingleton<PartnerReader>().AddEntryEditing<SiteEditing>()
        .AddEntryEditing<ClientEditing>().AddEntryEditing<PartnerEditing>();
    builder.Services.AddSingleton<PersonReader>().AddEntryEditing<PersonEditing>();
    builder.Services.AddSingleton<OutsourcingTypeReader>().AddEntryEditing<OutsourcingTypeEditing>();
    builder.Services.AddSingleton<GuideReader>().AddEntryEditing<GuideArticleEditing>();
    builder.Services.AddExchange(ExportLimit.Read(builder.Configuration));
    builder.Services.AddSingleton<MistakeReports>();
    builder.Services.AddWatching(
        MailSettings.Read(builder.Configuration), new MailSite(Serving.PublicAddressOf(builder.Configuration), WatchedPages.PathOf));
    builder.Services.AddSingleton<WordingAnswers>();
    builder.Services.AddWebhooks(WebhookSettings.Read(builder.Configuration));
    builder.Services.AddImport(ImportLimits.Read(builder.Configuration));
    builder.Services.AddSettings();
    builder.Services.AddAccounts(
        data.Keys, SessionLimits.Read(builder.Configuration), ReadRights.Read(builder.Configuration),
        ProviderSettings.Read(builder.Configuration));
    builder.Services.AddRazorComponents().AddInteractiveServerComponents()
        .AddHubOptions(hub => hub.MaximumReceiveMessageSize = EditorLimits.LargestMessage);
    builder.Services.AddScoped<CircuitConnection>().AddScoped<CircuitHandler>(provider => provider.GetRequiredService<CircuitConnection>());
    builder.Services.AddSingleton<BackupAdministration>();
    builder.Services.AddMudServices().AddScoped<UndoMessages>();
    builder.Services.DisableServiceStatePersistence();
    builder.Services.AddSingleton<ThemeStylesheet>();
    builder.Services.AddReadApi();
    builder.Services.AddAssistants(AssistantSetting.Read(builder.Configuration));
    builder.Services.AddCaching(Theme.Cookie);
    builder.Services.AddCompression();
    builder.Services.AddRateLimits(RateLimits.Read(builder.Configuration));
    builder.Services.AddTrustedProxies(builder.Configuration);
    builder.Services.AddSecurityHeaders();
    builder.Services.AddErrorAnswers();
    builder.Services.AddHealth();
    builder.Services.AddDraining(builder.Configuration);
    builder.Services.AddBackups(BackupSettings.Read(builder.Configuration, builder.Environment.ContentRootPath, data, database));
    builder.Services.AddTelemetry(builder.Configuration);

    await using var app = builder.Build();

    using var connections = ConnectionLimits.Read(app.Configuration).CreateLimiter();
    app.UseTrustedProxies();
    app.UseRequestLogging();
    app.UseHeadAsGet();
    app.UseSecurityHeaders();
    app.UseCacheHeaders();
    app.UseErrorAnswers();
    app.UseMetrics();
    app.UseRouting();
    app.UseConnectionShutdown();
    app.UseKnownParameters();
    app.UseCrossSiteRefusal();
    app.UseRateLimiter();
    app.UseOpenedAnswers();
    app.UseConditionalRequests();
    app.UseOutputCache();
    app.UseEntityTags();
    app.UseAnswerLifetimes();
    app.UseResponseCompression();
    app.UseAuthentication();
    app.UseAuthorization();
    app.UseConnectionLimits(connections);
    app.UseAntiforgery();

    app.MapAccounts();
    app.MapHealth();
    app.MapReadApi();
    app.MapChangeFeeds();
    app.MapAssistants();
    app.MapExports();
    app.MapStaticAssets().AllowAnonymous();
    // SecurityHeaders sets the whole policy, frame-ancestors too.
    app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null)
        .WithoutCircuitStateOnStaticPages().ForEditorsOnly();
    app.MapTheme();
    app.MapWatching();
    app.MapImport();
    app.MapLogo();
    app.MapBackups();
    ThemeStylesheet.Map(app);
    app.MapSiteFiles();

    var backups = app.Services.GetRequiredService<BackupFolder>();
    var directory = app.Services.GetRequiredService<DirectoryDatabase>();
    await directory.OpenAsync(() => backups.MakeAsync(BackupKind.Update));
    if (line.Command is CommandLine.Import)
        return await app.Services.GetRequiredService<ImportCommand>().RunAsync(line);
    if (line.Command is CommandLine.Export or CommandLine.ImportEverything)
        return await app.Services.GetRequiredService<ExchangeCommands>().RunAsync(line);
    if (line.Command is not null)
        return await app.Services.GetRequiredService<AccountCommands>().RunAsync(line, Serving.AddressOf(app.Configuration));
    await directory.ClaimAsync();
    await app.Services.GetRequiredService<CatalogLoader>().LoadIntoNewDatabaseAsync(SearchIndex.RebuildAsync);
    await SearchIndex.EnsureAsync(app.Services.GetRequiredService<PreparedReads>(), app.Services.GetRequiredService<WriteGate>());
    data.Try();
    await app.ServeAsync();
    return 0;
}
catch (Exception error) when (StartFailure.Explain(error, data) is { } reason)
{
    await Console.Error.WriteLineAsync(reason);
    return 1;
}

/// <summary>The program, visible to tests that start it.</summary>
public sealed partial class Program;
