using System.Text.Encodings.Web;
using System.Text.Json;

namespace BpoDirectory.Exchange.Columns;

/// <summary>How JSON in cells is written and read.</summary>
internal static class ColumnJson
{
    /// <summary>In one line, with letters of other scripts as they are.</summary>
    public static JsonSerializerOptions Compact { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Without properties that are there twice, of which one would be lost.</summary>
    public static JsonDocumentOptions Strict { get; } = new() { AllowDuplicateProperties = false };
}
