using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using BpoDirectory.Data;
using BpoDirectory.Accounts;
using BpoDirectory.Settings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace BpoDirectory.Api;

/// <summary>What the OpenAPI document at <c>/openapi/v1.json</c> says beside what the endpoints say of themselves.</summary>
internal static class ApiDescription
{
    private const string Token = "token";

    private static readonly JsonNode[] Null = [JsonNullSentinel.JsonNull];

    public static void AddApiDescription(this IServiceCollection services) =>
        services.AddOpenApi("v1", options => options
            .AddSchemaTransformer(QueryRuleAttribute.DescribeAsync)
            .AddSchemaTransformer(ListIconsAsync)
            .AddSchemaTransformer(ListNamesAsync)
            .AddSchemaTransformer(DescribeBodyAsync)
            .AddOperationTransformer(RequireTokenAsync)
            .AddDocumentTransformer(DescribeAsync));

    private static Task ListIconsAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        if (context.JsonPropertyInfo is { Name: "icon" })
            schema.Enum = [.. DepartmentIcons.Names.Select(name => (JsonNode)name)];
        return Task.CompletedTask;
    }

    private static Task ListNamesAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        var type = context.JsonTypeInfo.Type;
        if ((Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } enumeration)
            schema.Enum = [.. EnumNames.Of(enumeration).Select(name => (JsonNode)name), .. enumeration == type ? [] : Null];
        return Task.CompletedTask;
    }

    // What is sent may be left out, and must be known; what is sent in one of two forms is described as both.
    private static Task DescribeBodyAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        var type = context.JsonTypeInfo.Type;
        if (type.IsDefined(typeof(JsonUnmappedMemberHandlingAttribute), inherit: false))
            (schema.Required, schema.AdditionalPropertiesAllowed) = (null, false);
        else if (type == typeof(DeliveryBody))
            (schema.Type, schema.Enum) = (JsonSchemaType.String, [.. DeliveryBody.Words.Select(word => (JsonNode)word)]);
        else if (type == typeof(AliasBody))
            schema.OneOf = [Text(), Item("name", "sources")];
        else if (type == typeof(Reference))
            schema.OneOf = [Text(), Item([.. Reference.Known])];
        return Task.CompletedTask;

        static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };

        static OpenApiSchema Item(params string[] names) => new()
        {
            Type = JsonSchemaType.Object,
            AdditionalPropertiesAllowed = false,
            Properties = names.ToDictionary(name => name, IOpenApiSchema (name) =>
                name == "sources" ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = Text() } : new OpenApiSchema
                {
                    Type = JsonSchemaType.String | JsonSchemaType.Null,
                }),
        };
    }

    // What needs no token says so with an empty list.
    private static Task RequireTokenAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var needsToken = context.Description.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>()
            .Any(rule => rule.Policy != Policies.ReadByProgram);
        operation.Security = needsToken
            ? [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Token, context.Document)] = [] }]
            : [];
        return Task.CompletedTask;
    }

    private static Task DescribeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info = new OpenApiInfo
        {
            Title = context.ApplicationServices.GetRequiredService<CurrentSettings>().Content.Name,
            Version = "1",
            Description = "Who does what in business process outsourcing. Times are UTC; errors are RFC 9457 problem details.",
            License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
        };
        foreach (var server in document.Servers ?? [])
            server.Url = server.Url?.TrimEnd('/');
        document.Tags = new HashSet<OpenApiTag>
        {
            new() { Name = "Departments", Description = "The departments, their search, their history and their changes." },
            new() { Name = "Functions", Description = "What is done, and which departments own it, in order." },
            new() { Name = "Sites", Description = "Where departments work." },
            new() { Name = "People", Description = "Who has which role in departments, for those who may see people." },
            new() { Name = "Clients", Description = "Whom departments serve, for those who may see clients." },
            new() { Name = "Partners", Description = "Who does departments' work for them." },
            new() { Name = "Service lines", Description = "What providers sell, and which departments deliver it." },
            new() { Name = "Outsourcing types", Description = "BPO and its relatives, and the departments near them." },
            new() { Name = "Guide", Description = "Articles on what the words of the trade mean." },
            new() { Name = "Synonym sets", Description = "Words and phrases that mean the same to search, for those who keep them." },
            new() { Name = "Suggestions", Description = "What a question could become while it is typed." },
        };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Token] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description =
                    "An access token, which everyone with an account creates at /account. Changes need one, and so does reading people, clients and synonym sets; reading anything else needs none, unless the directory is closed.",
            },
        };
        return Task.CompletedTask;
    }
}
