using Serilog;
using Serilog.Configuration;
using Serilog.Events;
using Serilog.Extensions.Logging;

namespace BpoDirectory.Operations;

/// <summary>
/// Readable lines on the console and JSON lines in the data folder. Levels come from the configuration in Serilog's own
/// form: <c>Serilog:MinimumLevel:Default</c>, and <c>Serilog:MinimumLevel:Override:Some.Category</c> for one category.
/// </summary>
public static class DirectoryLogging
{
    private const string Section = "Serilog";
    private const string MinimumLevel = "Serilog:MinimumLevel";
    private const string DefaultLevel = "Serilog:MinimumLevel:Default";
    private const string LevelOverrides = "Serilog:MinimumLevel:Override";

    // One JSON file per day and per 10 MB, 14 of them: at most 140 MB of logs.
    private const int LargestFile = 10 * 1024 * 1024;
    private const int FilesKept = 14;

    private const string HostingDiagnostics = "Microsoft.AspNetCore.Hosting.Diagnostics";

    // Each request has its own line here; the framework's lines say the same again, with the text of the query.
    private static readonly string[] TellQueries = [HostingDiagnostics, "Microsoft.AspNetCore.Server.Kestrel.BadRequests"];

    private static readonly (string Category, LogEventLevel Level)[] Quiet =
    [
        ("Microsoft", LogEventLevel.Warning),
        ("System", LogEventLevel.Warning),
        ("Microsoft.Hosting.Lifetime", LogEventLevel.Information),
        // It warns that keys are not encrypted: their files are for their owner alone, as is the key that would decrypt them.
        ("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error),
        // What goes wrong there is thrown, and told by whoever catches it.
        ("Microsoft.EntityFrameworkCore.Database", LogEventLevel.Fatal),
    ];

    /// <summary>Replaces the framework's log providers.</summary>
    /// <exception cref="SettingException">A level is unknown, or the section holds an unknown key.</exception>
    public static void AddDirectoryLogging(this WebApplicationBuilder builder, DataFolder data)
    {
        var console = new ConsoleLines();
        var files = new LogFileStreams();
        var levels = Configure(builder.Configuration);
        LogQueue? queue = null;
        levels.WriteTo.Sink(LoggerSinkConfiguration.Wrap(
            places => queue = new LogQueue(places, () =>
            {
                console.Flush();
                files.FlushLines();
            }),
            places =>
            {
                places.Sink(console);
                places.File(
                    new JsonLine(),
                    Path.Combine(data.Logs, "directory-.json"),
                    rollingInterval: RollingInterval.Day,
                    fileSizeLimitBytes: LargestFile,
                    rollOnFileSizeLimit: true,
                    retainedFileCountLimit: FilesKept,
                    hooks: files);
            }));
        var logger = levels.CreateLogger();

        builder.Services.AddSingleton<Serilog.ILogger>(logger).AddSingleton(queue!);
        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(logger, dispose: true);
        builder.Logging.AddFilter<SerilogLoggerProvider>(null, LogLevel.Trace);
        // It begins an activity and a scope for each request only when it may log; RequestTrace does what is needed of that.
        builder.Logging.AddFilter<SerilogLoggerProvider>(HostingDiagnostics, LogLevel.None);
        // Serilog reads the trace from the activity itself; scopes would repeat it.
        builder.Logging.Configure(options => options.ActivityTrackingOptions = ActivityTrackingOptions.None);
    }

    /// <summary>The levels that the configuration asks for, without any place to write to.</summary>
    /// <exception cref="SettingException">A level is unknown, or the section holds an unknown key.</exception>
    internal static LoggerConfiguration Configure(IConfiguration configuration)
    {
        RefuseUnknownKeys(configuration);
        var levels = new LoggerConfiguration()
            .MinimumLevel.Is(Level(configuration, configuration[DefaultLevel] is null ? MinimumLevel : DefaultLevel));
        foreach (var (category, level) in Quiet)
            levels.MinimumLevel.Override(category, level);
        foreach (var category in Categories(configuration.GetSection(LevelOverrides)))
            levels.MinimumLevel.Override(category.Path[(LevelOverrides.Length + 1)..], Level(configuration, category.Path));
        foreach (var category in TellQueries)
            levels.MinimumLevel.Override(category, LogEventLevel.Warning);
        return levels;
    }

    private static void RefuseUnknownKeys(IConfiguration configuration)
    {
        var unknown = configuration.GetSection(Section).GetChildren().Where(setting => !Is(setting, MinimumLevel))
            .Concat(configuration.GetSection(MinimumLevel).GetChildren().Where(setting => !Is(setting, DefaultLevel) && !Is(setting, LevelOverrides)))
            .FirstOrDefault();
        if (unknown is not null)
            throw new SettingException($"{unknown.Path} is not a setting of this program. Allowed under {Section}: {DefaultLevel}, and {LevelOverrides}:<category>.");
    }

    private static bool Is(IConfigurationSection setting, string key) => setting.Path.Equals(key, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<IConfigurationSection> Categories(IConfigurationSection overrides) =>
        overrides.GetChildren().Where(setting => setting.Value is not null);

    private static LogEventLevel Level(IConfiguration configuration, string key)
    {
        if (configuration[key] is not { } name)
            return LogEventLevel.Information;
        foreach (var level in Enum.GetValues<LogEventLevel>())
            if (level.ToString().Equals(name, StringComparison.OrdinalIgnoreCase))
                return level;
        throw new SettingException($"{key} is “{name}”. Allowed: {string.Join(", ", Enum.GetNames<LogEventLevel>())}.");
    }
}
