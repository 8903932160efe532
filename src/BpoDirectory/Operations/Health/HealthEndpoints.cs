using BpoDirectory.Data;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BpoDirectory.Operations.Health;

/// <summary>Two questions for whoever runs the program: does it live (else restart it), and is it ready (else send no one).</summary>
public static class HealthEndpoints
{
    public static void AddHealth(this IServiceCollection services) =>
        services.AddSingleton<DataFolderCheck>().AddHealthChecks().AddCheck<DatabaseAnswers>("database")
            .AddCheck<DataFolderCheck>("data folder");

    /// <summary>Answers <c>Healthy</c> with 200 or <c>Unhealthy</c> with 503, and no more than that.</summary>
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
    }

    private sealed class DatabaseAnswers(IDbContextFactory<DirectoryDbContext> contexts) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var pending = await db.Database.GetPendingMigrationsAsync(cancellationToken);
            if (pending.Any())
                return HealthCheckResult.Unhealthy("The database lacks a migration of this version.");
            return await db.Departments.IncludingArchived().AnyAsync(cancellationToken)
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("The database holds no department.");
        }
    }
}
