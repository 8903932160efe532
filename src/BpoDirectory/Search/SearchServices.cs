using BpoDirectory.Search.Index;
using BpoDirectory.Search.Meaning;
using BpoDirectory.Search.Questions;
using BpoDirectory.Search.Storage;
using BpoDirectory.Search.Suggestions;

namespace BpoDirectory.Search;

/// <summary>What search offers to pages and endpoints.</summary>
public static class SearchServices
{
    /// <summary>Registers search, suggestions and the counting of searches; the index is read into memory soon after the start.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="isMeaningOn">Whether questions are understood by their meaning too.</param>
    public static void AddSearch(this IServiceCollection services, bool isMeaningOn)
    {
        services.AddSingleton<SearchDatabase>().AddSingleton<SearchState>().AddSingleton<FormerChoices>()
            .AddSingleton<DepartmentSearch>().AddSingleton<Completions>().AddHostedService<SearchWarmUp>();
        services.AddSingleton<SearchCounter>().AddHostedService<SearchCountWriter>();
        services.AddSingleton<SearchOutcomes>().AddHostedService<SearchOutcomeUpdates>();
        services.AddMeaning();
        if (isMeaningOn)
            services.AddHostedService<MeaningIndexing>();
    }

    /// <summary>Registers search by meaning, which says nothing until <see cref="MeaningIndexer"/> has run once.</summary>
    public static IServiceCollection AddMeaning(this IServiceCollection services) =>
        services.AddSingleton<SentenceEncoder>().AddSingleton<MeaningSearch>().AddSingleton<VectorStore>()
            .AddSingleton<MeaningProgress>().AddSingleton<MeaningIndexer>();
}
