namespace BpoDirectory.Tests.Data.PostgreSql;

/// <summary>A test that needs a server.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgreSqlFactAttribute : FactAttribute
{
    public PostgreSqlFactAttribute()
    {
        if (!TestServer.IsThere)
            Skip = $"There is no PostgreSQL server: {TestServer.ServerVariable} says how one is reached.";
    }
}
