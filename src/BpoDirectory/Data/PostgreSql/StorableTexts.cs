using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BpoDirectory.Data.PostgreSql;

/// <summary>
/// Texts as PostgreSQL can keep them, which refuses what a file keeps: NUL, and one half of a pair of surrogates. The sign for what cannot
/// be read stands in their place.
/// </summary>
internal sealed class StorableTexts : DbCommandInterceptor
{
    private const char Unreadable = '\uFFFD';

    private StorableTexts()
    {
    }

    public static StorableTexts Instance { get; } = new();

    /// <summary>The text, or one that can be kept.</summary>
    public static string Of(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
            text = text.Replace('\0', Unreadable);
        return text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;
    }

    /// <inheritdoc />
    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => Adapt(command, result);

    /// <inheritdoc />
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default) =>
        new(Adapt(command, result));

    /// <inheritdoc />
    public override InterceptionResult<int> NonQueryExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result) => Adapt(command, result);

    /// <inheritdoc />
    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result,
        CancellationToken cancellationToken = default) =>
        new(Adapt(command, result));

    private static T Adapt<T>(DbCommand command, T result)
    {
        foreach (DbParameter parameter in command.Parameters)
            parameter.Value = parameter.Value switch
            {
                string text => Of(text),
                IEnumerable<string?> texts => texts.Select(text => text is null ? null : Of(text)).ToList(),
                var value => value,
            };
        return result;
    }
}
