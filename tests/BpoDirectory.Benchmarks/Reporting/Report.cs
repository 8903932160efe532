using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BpoDirectory.Benchmarks.Reporting;

/// <summary>Whether a bound holds; null when there was nothing to compare.</summary>
internal sealed record Check(string Name, double? Value, string Bound, bool? Holds);

/// <summary>Gathers figures, prints each table as soon as it is full, and writes all of them as JSON.</summary>
internal sealed class Report(TextWriter to)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly List<Table> _tables = [];
    private readonly List<Check> _checks = [];

    public bool HasFailures => _checks.Exists(check => check.Holds == false);

    public void Add(Table table)
    {
        _tables.Add(table);
        table.Print(to);
    }

    public void Note(string text) => to.WriteLine(text);

    public void AtLeast(string name, double value, double bound) => Add(name, value, ">=", bound, value >= bound);

    public void AtMost(string name, double value, double bound) => Add(name, value, "<=", bound, value <= bound);

    public void Below(string name, double value, double bound) => Add(name, value, "<", bound, value < bound);

    /// <summary>Tells of a bound that could not be looked at.</summary>
    public void Skip(string name, string reason)
    {
        _checks.Add(new Check(name, null, reason, null));
        to.WriteLine($"SKIP  {name}: {reason}");
    }

    /// <summary>Writes everything with the facts of the machine.</summary>
    public void WriteJson(string file, string command, Machine machine)
    {
        var json = new JsonObject
        {
            ["command"] = command,
            ["machine"] = JsonSerializer.SerializeToNode(machine, JsonSerializerOptions.Web),
            ["tables"] = new JsonArray([.. _tables.Select(AsJson)]),
            ["checks"] = JsonSerializer.SerializeToNode(_checks, JsonSerializerOptions.Web),
        };
        File.WriteAllText(file, json.ToJsonString(Indented) + "\n");
    }

    private void Add(string name, double value, string comparison, double bound, bool holds)
    {
        var shown = bound.ToString("0.##", CultureInfo.InvariantCulture);
        _checks.Add(new Check(name, double.IsFinite(value) ? value : null, $"{comparison} {shown}", holds));
        to.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture, $"{(holds ? "PASS" : "FAIL")}  {name}: {value:0.###} (bound {comparison} {shown})"));
    }

    private static JsonObject AsJson(Table table) => new()
    {
        ["title"] = table.Title,
        ["rows"] = new JsonArray([.. table.Rows.Select(row =>
            new JsonObject(table.Columns.Select((column, i) => KeyValuePair.Create(column.Key, AsJson(row[i])))))]),
    };

    private static JsonNode? AsJson(object? value) => value switch
    {
        null => null,
        double number => double.IsFinite(number) ? JsonValue.Create(number) : null,
        _ => JsonSerializer.SerializeToNode(value),
    };
}
