using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace BpoDirectory.Api;

/// <summary>A parameter of the query: the same declaration reads it and describes it in the OpenAPI document.</summary>
internal abstract record QueryParameter(string Name, string Description)
{
    public abstract OpenApiSchema Schema { get; }
}

/// <summary>A text in any form and length.</summary>
internal sealed record TextParameter(string Name, string Description) : QueryParameter(Name, Description)
{
    public override OpenApiSchema Schema => new() { Type = JsonSchemaType.String };
}

/// <summary>Slugs, any of which may hold.</summary>
internal sealed record SlugsParameter(string Name, string Description) : QueryParameter(Name, Description)
{
    public override OpenApiSchema Schema =>
        new() { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } };
}

/// <summary>Words for the values of <typeparamref name="T"/>.</summary>
internal sealed record ChoiceParameter<T>(string Name, string Description, bool Repeatable = false) : QueryParameter(Name, Description)
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> Values =
        Enum.GetValues<T>().ToDictionary(value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()), StringComparer.Ordinal);

    public static string Allowed => string.Join(", ", Values.Keys);

    public static bool TryRead(string text, out T value) => Values.TryGetValue(text, out value);

    public override OpenApiSchema Schema
    {
        get
        {
            var word = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. Values.Keys.Select(name => (JsonNode)name)] };
            return Repeatable ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = word } : word;
        }
    }
}

/// <summary>A whole number from 1.</summary>
internal sealed record NumberParameter(string Name, string Description, int Usual, int Largest = int.MaxValue) : QueryParameter(Name, Description)
{
    public string Allowed => Largest == int.MaxValue ? "a whole number from 1" : $"a whole number from 1 to {Largest}";

    public bool TryRead(string text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= 1 && value <= Largest;

    public override OpenApiSchema Schema => new()
    {
        Type = JsonSchemaType.Integer,
        Format = "int32",
        Minimum = "1",
        Maximum = Largest.ToString(CultureInfo.InvariantCulture),
        Default = Usual,
    };
}
