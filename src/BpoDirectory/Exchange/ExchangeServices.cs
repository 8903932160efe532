using BpoDirectory.Exchange.Export;
using BpoDirectory.Exchange.WholeDirectory;

namespace BpoDirectory.Exchange;

/// <summary>What the exchange of files offers to pages, endpoints and the command line.</summary>
public static class ExchangeServices
{
    public static void AddExchange(this IServiceCollection services, ExportLimit limit) =>
        services.AddSingleton(limit).AddSingleton<DepartmentExport>().AddSingleton<DirectoryExport>().AddSingleton<DirectoryImport>()
            .AddSingleton<ExchangeCommands>();
}
