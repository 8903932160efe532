namespace BpoDirectory.Operations.Backups;

/// <summary>Backups by the program itself.</summary>
public static class BackupServices
{
    /// <summary>Registers the folder of backups, and what fills it every night.</summary>
    public static void AddBackups(this IServiceCollection services, BackupSettings settings) =>
        services.AddSingleton(settings).AddSingleton<BackupFolder>()
            .AddSingleton<NightlyBackups>().AddHostedService(provider => provider.GetRequiredService<NightlyBackups>());
}
