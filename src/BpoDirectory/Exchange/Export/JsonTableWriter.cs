using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using BpoDirectory.Exchange.Columns;

namespace BpoDirectory.Exchange.Export;

/// <summary>A table as an array of objects with a property for each column.</summary>
internal sealed class JsonTableWriter(Stream stream, IReadOnlyList<TableColumn> columns) : TableWriter
{
    private const int Buffered = 64 * 1024;

    // Never part of a page: letters of other scripts stay readable.
    private readonly Utf8JsonWriter _json = new(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <inheritdoc />
    public override Task BeginAsync(CancellationToken cancellation)
    {
        _json.WriteStartArray();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override async Task WriteAsync(IReadOnlyList<JsonNode?> row, CancellationToken cancellation)
    {
        _json.WriteStartObject();
        foreach (var (index, value) in row.Index())
        {
            _json.WritePropertyName(columns[index].Name);
            if (value is null)
                _json.WriteNullValue();
            else
                value.WriteTo(_json);
        }
        _json.WriteEndObject();
        if (_json.BytesPending > Buffered)
            await _json.FlushAsync(cancellation);
    }

    /// <inheritdoc />
    public override Task EndAsync(CancellationToken cancellation)
    {
        _json.WriteEndArray();
        return _json.FlushAsync(cancellation);
    }

    /// <inheritdoc />
    public override ValueTask DisposeAsync() => _json.DisposeAsync();
}
