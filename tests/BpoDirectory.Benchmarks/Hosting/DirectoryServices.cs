using BpoDirectory.Accounts;
using BpoDirectory.Catalog;
using BpoDirectory.Data;
using BpoDirectory.Search;
using BpoDirectory.Search.Index;
using BpoDirectory.Search.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Benchmarks.Hosting;

/// <summary>The directory's own classes over one database file, without the web server.</summary>
internal static class DirectoryServices
{
    /// <summary>Opens the database, which gets the present schema and, when it is new, the built-in catalog.</summary>
    public static async Task<ServiceProvider> OpenAsync(string file, TimeProvider? clock = null, Action<IServiceCollection>? more = null)
    {
        var classes = new ServiceCollection()
            .AddLogging()
            .AddDirectoryDatabase(new DatabaseSetting(file))
            .AddSingleton(clock ?? TimeProvider.System)
            .AddSingleton<CatalogLoader>().AddSingleton<SearchDatabase>().AddSingleton<SearchState>()
            .AddSingleton<FormerChoices>().AddSingleton<DepartmentSearch>().AddMeaning()
            .AddSingleton<AccountRights>().AddSingleton<AuditTrail>().AddSingleton<ApiTokens>();
        more?.Invoke(classes);
        var services = classes.BuildServiceProvider();
        await services.GetRequiredService<DirectoryDatabase>().OpenAsync();
        await services.GetRequiredService<CatalogLoader>().LoadIntoNewDatabaseAsync(SearchIndex.RebuildAsync);
        return services;
    }
}
