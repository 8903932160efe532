using System.Diagnostics;
using System.Reflection;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Filters;
using Serilog.Formatting.Compact;
using Serilog.Settings.Configuration;

namespace BpoDirectory.Operations.Logging;

/// <summary>
/// Readable lines on the console and JSON lines in the data folder, as the section <c>Serilog</c> of the configuration says
/// in Serilog's own form.
/// </summary>
public static class DirectoryLogging
{
    private const string Section = "Serilog";
    private const string MinimumLevel = "Serilog:MinimumLevel";
    private const string DefaultLevel = "Serilog:MinimumLevel:Default";
    private const string LevelOverrides = "Serilog:MinimumLevel:Override";
    private const string Sinks = "Serilog:WriteTo";
    private const string FileSink = "Serilog:WriteTo:Files:Args:configure:0";

    // A start that fails is explained in one line, by the program itself.
    private const string FailedStart = "Hosting failed to start";

    private static readonly Func<LogEvent, bool> IsOfHost = Matching.FromSource("Microsoft.Extensions.Hosting.Internal.Host");

    private static readonly string[] SinkNames = ["Async", "Console", "File"];

    // Each request has its own line here; the framework's lines say the same again, with the text of the query.
    private static readonly string[] CategoriesWithQueries =
        ["Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.Server.Kestrel.BadRequests"];

    /// <summary>Replaces the framework's log providers; files stand in the log folder of <paramref name="data"/>.</summary>
    /// <returns>The log, to be closed when nothing writes to it any more.</returns>
    /// <exception cref="SettingException">A level or sink is unknown, or the section holds an unknown key.</exception>
    public static IDisposable AddDirectoryLogging(this WebApplicationBuilder builder, DataFolder data)
    {
        // Without settings of its own, another content root has those that the program comes with.
        builder.Configuration.Sources.Insert(0, new JsonConfigurationSource
        {
            FileProvider = new PhysicalFileProvider(AppContext.BaseDirectory), Path = "appsettings.json", Optional = true,
        });
        if (builder.Configuration.GetSection(FileSink).Exists())
            builder.Configuration[FileSink + ":Args:path"] ??= Path.Combine(data.Logs, "directory-.json");
        // Whoever hands settings on as a list gives the section itself an empty value.
        if (builder.Configuration[MinimumLevel] is "")
            builder.Configuration[MinimumLevel] = null;
        var logger = Configure(builder.Configuration).CreateLogger();
        builder.Services.AddSerilog(logger);
        return new OpenLog(logger);
    }

    /// <summary>Writes one line for each request. What was asked for stays private: the query is never written.</summary>
    public static void UseRequestLogging(this IApplicationBuilder app) =>
        app.UseSerilogRequestLogging(options =>
        {
            options.Logger = app.ApplicationServices.GetService<Serilog.ILogger>();
            options.MessageTemplate = "{Method} {Path} {Status} in {Elapsed:0.00} ms, trace {Trace}";
            options.GetMessageTemplateProperties = (context, _, elapsed, status) =>
            [
                new("Method", new ScalarValue(context.Request.Method)),
                // As in the address, still encoded: a line break in a path must not begin a line of the log.
                new("Path", new ScalarValue(context.Request.Path.ToUriComponent())),
                new("Status", new ScalarValue(status)),
                new("Elapsed", new ScalarValue(elapsed)),
                new("Trace", new ScalarValue(Activity.Current?.TraceId.ToHexString())),
            ];
        });

    /// <summary>The logger that the configuration asks for.</summary>
    /// <exception cref="SettingException">A level or sink is unknown, or the section holds an unknown key.</exception>
    internal static LoggerConfiguration Configure(IConfiguration configuration)
    {
        Check(configuration);
        try
        {
            var logger = new LoggerConfiguration().ReadFrom.Configuration(configuration, new ConfigurationReaderOptions(
                typeof(ConsoleLoggerConfigurationExtensions).Assembly, typeof(FileLoggerConfigurationExtensions).Assembly,
                typeof(LoggerConfigurationAsyncExtensions).Assembly, typeof(CompactJsonFormatter).Assembly));
            logger.Filter.ByExcluding(line => line.MessageTemplate.Text == FailedStart && IsOfHost(line));
            foreach (var category in CategoriesWithQueries)
                logger.MinimumLevel.Override(category, LogEventLevel.Warning);
            return logger;
        }
        catch (Exception error) when (error
            is InvalidOperationException or ArgumentException or FormatException or TargetInvocationException)
        {
            var reason = error.GetBaseException().Message.ReplaceLineEndings(" ").TrimEnd('.');
            throw new SettingException($"{Section} cannot be used ({reason}).", error);
        }
    }

    // Serilog passes over what it does not know.
    private static void Check(IConfiguration configuration)
    {
        Setting.RefuseUnknown(configuration, Section, MinimumLevel, Sinks);
        Setting.RefuseUnknown(configuration, MinimumLevel, DefaultLevel, LevelOverrides);
        foreach (var level in configuration.GetSection(LevelOverrides).GetChildren()
            .Prepend(configuration.GetSection(DefaultLevel)).Prepend(configuration.GetSection(MinimumLevel)))
            if (level.Value is not null)
                Demand(level, Enum.GetNames<LogEventLevel>());
        foreach (var sink in SinksIn(configuration.GetSection(Sinks)))
            Demand(sink.GetSection("Name"), SinkNames);
    }

    private static void Demand(IConfigurationSection setting, string[] allowed)
    {
        if (!allowed.Contains(setting.Value, StringComparer.OrdinalIgnoreCase))
            throw new SettingException($"{setting.Path} is “{setting.Value}”. Allowed: {string.Join(", ", allowed)}.");
    }

    private static IEnumerable<IConfigurationSection> SinksIn(IConfigurationSection section) =>
        section.GetChildren().SelectMany(sink => SinksIn(sink.GetSection("Args:configure")).Prepend(sink));

    private sealed class OpenLog(Logger logger) : IDisposable
    {
        // A full disk costs the last lines, not the end as usual. The second is how the framework tells that a file may not grow.
        public void Dispose()
        {
            try
            {
                logger.Dispose();
            }
            catch (Exception error) when (error is IOException or ArgumentOutOfRangeException)
            {
                Console.Error.WriteLine($"The last lines of the log were not kept ({error.Message.ReplaceLineEndings(" ").TrimEnd('.')}).");
            }
        }
    }
}
