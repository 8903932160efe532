using BpoDirectory.Operations;
using BpoDirectory.Operations.Logging;
using Microsoft.Extensions.Configuration;
using Serilog.Core;
using Serilog.Events;

namespace BpoDirectory.Tests.Operations.Logging;

public sealed class DirectoryLoggingTests
{
    [Theory]
    [InlineData("BpoDirectory.Search.SearchState", LogEventLevel.Information)]
    [InlineData("Microsoft.Hosting.Lifetime", LogEventLevel.Information)]
    [InlineData("Microsoft.EntityFrameworkCore.Query", LogEventLevel.Warning)]
    [InlineData("Microsoft.EntityFrameworkCore.Database.Command", LogEventLevel.Fatal)]
    [InlineData("Microsoft.AspNetCore.Routing.EndpointMiddleware", LogEventLevel.Warning)]
    [InlineData("System.Net.Http", LogEventLevel.Warning)]
    public void Noise_of_the_framework_is_left_out_unless_asked_for(string category, LogEventLevel expected) =>
        Assert.Equal(expected, LeastLevel(Logger(), category));

    [Fact]
    public void Configuration_sets_the_level_of_everything_and_of_one_category()
    {
        using var logger = Logger(
            ("Serilog:MinimumLevel:Default", "error"),
            ("Serilog:MinimumLevel:Override:BpoDirectory.Search", "Debug"),
            ("Serilog:MinimumLevel:Override:Microsoft.EntityFrameworkCore.Database", "Information"));

        Assert.Equal(LogEventLevel.Error, LeastLevel(logger, "BpoDirectory.Departments.DepartmentReader"));
        Assert.Equal(LogEventLevel.Debug, LeastLevel(logger, "BpoDirectory.Search.SearchState"));
        Assert.Equal(LogEventLevel.Information, LeastLevel(logger, "Microsoft.EntityFrameworkCore.Database.Command"));
    }

    [Fact]
    public void Short_form_sets_the_level_of_everything() =>
        Assert.Equal(LogEventLevel.Debug, LeastLevel(Logger(("Serilog:MinimumLevel", "Debug")), "BpoDirectory.Search.SearchState"));

    [Theory]
    [InlineData("Microsoft.AspNetCore.Hosting.Diagnostics")]
    [InlineData("Microsoft.AspNetCore.Server.Kestrel.BadRequests")]
    public void Category_that_tells_questions_cannot_be_asked_for(string category) =>
        Assert.Equal(LogEventLevel.Warning, LeastLevel(Logger(("Serilog:MinimumLevel:Override:" + category, "Verbose")), category));

    [Theory]
    [InlineData("Serilog:MinimumLevel:Default", "Loud")]
    [InlineData("Serilog:MinimumLevel:Default", "2")]
    [InlineData("Serilog:MinimumLevel:Default", "")]
    [InlineData("Serilog:MinimumLevel", "Info")]
    [InlineData("Serilog:MinimumLevel:Override:Microsoft.AspNetCore", "Off")]
    public void Unknown_level_is_refused_with_its_key_and_the_levels(string key, string value)
    {
        var error = Assert.Throws<SettingException>(() => Logger((key, value)));

        Assert.Equal($"{key} is “{value}”. Allowed: Verbose, Debug, Information, Warning, Error, Fatal.", error.Message);
    }

    [Theory]
    [InlineData("Serilog:MinimumLevels")]
    [InlineData("Serilog:MinimumLevel:Standard")]
    [InlineData("Serilog:Enrich:0")]
    [InlineData("Serilog:Audit:0")]
    public void Unknown_key_is_refused(string key) =>
        Assert.Contains(
            key.Replace(":0", "", StringComparison.Ordinal), Assert.Throws<SettingException>(() => Logger((key, "Debug"))).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("Serilog:WriteTo:Files:Name", "Seq")]
    [InlineData("Serilog:WriteTo:Files:Args:configure:0:Name", "Rolling")]
    public void Unknown_sink_is_refused_with_its_key_and_the_sinks(string key, string value) =>
        Assert.Equal(
            $"{key} is “{value}”. Allowed: Async, Console, File.", Assert.Throws<SettingException>(() => Logger((key, value))).Message);

    [Fact]
    public void Sink_with_a_wrong_value_is_refused() =>
        Assert.StartsWith("Serilog", Assert.Throws<SettingException>(
            () => Logger(("Serilog:WriteTo:Files:Args:configure:0:Args:rollingInterval", "Fortnight"))).Message, StringComparison.Ordinal);

    // With the settings that the program comes with.
    private static Logger Logger(params (string Key, string Value)[] settings) =>
        DirectoryLogging.Configure(new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"))
            .AddInMemoryCollection(
                [new("Serilog:WriteTo:Files:Args:configure:0:Args:path", Path.Combine(Path.GetTempPath(), "unused-.json"))])
            .AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value))
            .Build()).CreateLogger();

    private static LogEventLevel LeastLevel(Logger logger, string category) =>
        Enum.GetValues<LogEventLevel>().First(logger.ForContext(Constants.SourceContextPropertyName, category).IsEnabled);
}
