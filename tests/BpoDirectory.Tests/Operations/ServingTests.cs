using BpoDirectory.Operations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BpoDirectory.Tests.Operations;

public sealed class ServingTests
{
    [Fact]
    public void Program_listens_at_port_5080_of_this_machine_by_itself() =>
        Assert.Equal("http://localhost:5080", Serve().Configuration["urls"]);

    [Theory]
    [InlineData("urls", "http://localhost:6000")]
    [InlineData("urls", "http://*:80;https://[::1]:443")]
    [InlineData("urls", "http://unix:/tmp/directory.sock")]
    public void Addresses_that_are_configured_stay(string key, string value) =>
        Assert.Equal(value, Serve((key, value)).Configuration["urls"]);

    [Theory]
    [InlineData("http_ports", "8080")]
    [InlineData("Kestrel:Endpoints:Http:Url", "http://localhost:6000")]
    public void Other_ways_to_configure_addresses_are_left_to_the_server(string key, string value) =>
        Assert.Null(Serve((key, value)).Configuration["urls"]);

    [Theory]
    [InlineData("urls", "http://*:80;https://[::1]:443", "http://*:80")]
    [InlineData("http_ports", "8080;8081", "http://localhost:8080")]
    [InlineData("https_ports", "8443", "https://localhost:8443")]
    [InlineData("Kestrel:Endpoints:Http:Url", "http://localhost:6000", "http://localhost:6000")]
    [InlineData("unrelated", "x", "http://localhost:5080")]
    public void First_address_is_known_however_it_is_configured(string key, string value, string address) =>
        Assert.Equal(address, Serving.AddressOf(Serve((key, value)).Configuration));

    [Theory]
    [InlineData("nonsense")]
    [InlineData("localhost:5080")]
    [InlineData("ftp://localhost")]
    [InlineData("http://localhost:99999")]
    [InlineData("http://localhost:5080/path")]
    [InlineData("http://localhost:5080;nonsense")]
    public void Malformed_address_is_refused(string urls)
    {
        var error = Assert.Throws<SettingException>(() => Serve(("urls", urls)));

        Assert.StartsWith("Urls holds ", error.Message, StringComparison.Ordinal);
        Assert.Contains($"“{urls.Split(';')[^1]}”", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Program_asked_to_end_before_it_listens_ends_as_usual()
    {
        var builder = Serve(("urls", "http://127.0.0.1:0"));
        builder.Services.AddHostedService<Ending>();

        await builder.Build().ServeAsync();
    }

    [Fact]
    public void Requests_are_limited_and_stopping_is_too()
    {
        using var app = Serve().Build();

        var kestrel = app.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value;
        Assert.Equal(
            (false, 65536, 65536), (kestrel.AddServerHeader, kestrel.Limits.MaxRequestLineSize, kestrel.Limits.MaxRequestBodySize));
        Assert.InRange(
            app.Services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout, TimeSpan.FromSeconds(1),
            TimeSpan.FromSeconds(3.5));
    }

    private static WebApplicationBuilder Serve(params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        foreach (var (key, value) in settings)
            builder.Configuration[key] = value;
        builder.WebHost.UseKestrelCore();
        builder.AddServing();
        return builder;
    }

    private sealed class Ending(IHostApplicationLifetime lifetime) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            lifetime.StopApplication();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
