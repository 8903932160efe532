using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json.Nodes;
using BpoDirectory.Data;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.OpenApi;

namespace BpoDirectory.Api;

/// <summary>
/// What the values of a query parameter must be, as validation and the OpenAPI document see it. Parameters are bound as texts:
/// bound as numbers or enumerations, a wrong one would be refused alone and without a word about the values allowed.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public abstract class QueryRuleAttribute : ValidationAttribute
{
    /// <summary>Writes the rule into the schema of the parameter, which is that of a list of texts.</summary>
    public abstract void Describe(OpenApiSchema schema);

    /// <summary>What is wrong with the values given, of which there is at least one; null when nothing is.</summary>
    protected abstract string? FindProblem(string[] values);

    /// <inheritdoc />
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is string[] { Length: > 0 } values && FindProblem(values) is { } problem
            ? new ValidationResult(problem)
            : ValidationResult.Success;

    /// <summary>Describes the parameters that have a rule by it.</summary>
    internal static Task DescribeAsync(
        OpenApiSchema schema, Microsoft.AspNetCore.OpenApi.OpenApiSchemaTransformerContext context, CancellationToken _)
    {
        if (context.JsonTypeInfo.Type == typeof(string[])
            && context.ParameterDescription?.ParameterDescriptor is IParameterInfoParameterDescriptor { ParameterInfo: var parameter }
            && parameter.GetCustomAttributes(typeof(QueryRuleAttribute), inherit: false) is [QueryRuleAttribute rule])
            rule.Describe(schema);
        return Task.CompletedTask;
    }

    /// <summary>The problem of a parameter that is given more than once.</summary>
    protected static string? FindRepetition(string[] values) => values.Length > 1 ? "Give this parameter once." : null;
}

/// <summary>One text in any form and length.</summary>
public sealed class SingleTextAttribute : QueryRuleAttribute
{
    /// <inheritdoc />
    public override void Describe(OpenApiSchema schema) => (schema.Type, schema.Items) = (JsonSchemaType.String, null);

    /// <inheritdoc />
    protected override string? FindProblem(string[] values) => FindRepetition(values);
}

/// <summary>One whole number from 1.</summary>
/// <param name="byDefault">The number that counts when none is given.</param>
/// <param name="largest">The largest number allowed.</param>
public sealed class WholeNumberAttribute(int byDefault, int largest = int.MaxValue) : QueryRuleAttribute
{
    /// <inheritdoc />
    public override void Describe(OpenApiSchema schema)
    {
        (schema.Type, schema.Items, schema.Format) = (JsonSchemaType.Integer, null, "int32");
        (schema.Minimum, schema.Maximum) = ("1", largest.ToString(CultureInfo.InvariantCulture));
        schema.Default = byDefault;
    }

    /// <summary>The number of values that this rule allows.</summary>
    internal static int Parse(string[]? values, int byDefault) =>
        values is [var text] ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : byDefault;

    /// <inheritdoc />
    protected override string? FindProblem(string[] values) => FindRepetition(values)
        ?? (int.TryParse(values[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= largest
            ? null
            : $"Allowed: a whole number from 1{(largest < int.MaxValue || HasManyDigits(values[0]) ? $" to {Largest}" : "")}.");

    private string Largest => largest.ToString(CultureInfo.InvariantCulture);

    // Only who asks for more than any number can be has to know how large one can be.
    private static bool HasManyDigits(string text) => text.Length >= 10 && text.All(char.IsAsciiDigit);
}

/// <summary>Values of an enumeration, by their names in lower case.</summary>
/// <param name="isRepeatable">Whether more than one may be given.</param>
public sealed class OneOfAttribute<T>(bool isRepeatable = false) : QueryRuleAttribute where T : struct, Enum
{
    private static readonly Dictionary<string, T> Known =
        Enum.GetValues<T>().ToDictionary(value => EnumNames.Of(value), StringComparer.Ordinal);

    /// <inheritdoc />
    public override void Describe(OpenApiSchema schema)
    {
        List<JsonNode> names = [.. Known.Keys.Select(name => (JsonNode)name)];
        if (isRepeatable)
            schema.Items = new OpenApiSchema { Type = JsonSchemaType.String, Enum = names };
        else
            (schema.Type, schema.Items, schema.Enum) = (JsonSchemaType.String, null, names);
    }

    /// <summary>The enumeration's values for texts that this rule allows, each once.</summary>
    internal static T[] Parse(string[]? values) => [.. (values ?? []).Select(text => Known[text]).Distinct()];

    /// <inheritdoc />
    protected override string? FindProblem(string[] values) => (isRepeatable ? null : FindRepetition(values))
        ?? (values.All(Known.ContainsKey) ? null : $"Allowed: {string.Join(", ", Known.Keys)}.");
}
