using System.Net;
using BpoDirectory.Data;
using Microsoft.AspNetCore.Components.Server.Circuits;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace BpoDirectory.Operations.Health;

/// <summary>
/// Traces and metrics of the framework, the runtime and the program itself: sent to a collector when
/// <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names one, and read at <c>/metrics</c> by those that <c>Metrics:Allow</c> names.
/// Without either, nothing is measured.
/// </summary>
public static class Telemetry
{
    private const string Collector = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Section = "Metrics";
    private const string AllowKey = "Metrics:Allow";

    /// <summary>Registers what the configuration asks for.</summary>
    /// <exception cref="SettingException">An address is malformed, or the section holds an unknown key.</exception>
    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<CircuitHandler, CircuitCount>();
        var isCollected = !string.IsNullOrEmpty(configuration[Collector]);
        var isRead = ReadAllowed(configuration).Count > 0;
        if (!isCollected && !isRead)
            return;
        var telemetry = services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("bpo-directory"));
        telemetry.WithMetrics(metrics =>
        {
            metrics.AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddRuntimeInstrumentation()
                .AddMeter(DirectoryMetrics.MeterName);
            if (isRead)
                metrics.AddPrometheusExporter();
            if (isCollected)
                metrics.AddOtlpExporter();
        });
        if (isCollected)
            telemetry.WithTracing(traces => traces.AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddOtlpExporter());
    }

    /// <summary>Answers <c>/metrics</c> in the form of Prometheus to those allowed; for everybody else there is no such page.</summary>
    public static void UseMetrics(this WebApplication app)
    {
        var allowed = ReadAllowed(app.Configuration);
        if (allowed.Count > 0)
            app.UseOpenTelemetryPrometheusScrapingEndpoint(context =>
                context.Request.Path == "/metrics" && IsAllowed(allowed, context.Connection.RemoteIpAddress));
    }

    private static bool IsAllowed(List<IPNetwork> allowed, IPAddress? address)
    {
        if (address is { IsIPv4MappedToIPv6: true })
            address = address.MapToIPv4();
        return address is not null && allowed.Any(network => network.Contains(address));
    }

    private static List<IPNetwork> ReadAllowed(IConfiguration configuration)
    {
        Setting.RefuseUnknown(configuration, Section, AllowKey);
        return Setting.Networks(configuration, AllowKey);
    }
}
