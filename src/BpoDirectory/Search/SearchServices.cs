using BpoDirectory.Search.Index;
using BpoDirectory.Search.Questions;
using BpoDirectory.Search.Storage;
using BpoDirectory.Search.Suggestions;

namespace BpoDirectory.Search;

/// <summary>What search offers to pages and endpoints.</summary>
public static class SearchServices
{
    /// <summary>Registers search, suggestions and the counting of searches; the index is read into memory soon after the start.</summary>
    public static void AddSearch(this IServiceCollection services)
    {
        services.AddSingleton<SearchDatabase>().AddSingleton<SearchState>().AddSingleton<DepartmentSearch>().AddSingleton<Completions>().AddHostedService<SearchWarmUp>();
        services.AddSingleton<SearchCounter>().AddHostedService<SearchCountWriter>();
    }
}
