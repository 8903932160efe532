using System.Text.Json;
using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Operations.Caching;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BpoDirectory.Api;

/// <summary>The directory as JSON over HTTP: the same answers as the pages, described at <c>/openapi/v1.json</c>.</summary>
public static class ReadApi
{
    internal const string Root = "/api/v1";

    public static void AddReadApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Converters.Add(new EnumNameConverter());
            json.SerializerOptions.AllowDuplicateProperties = false;
            // Problems are told by the name of the property that a parameter is bound to.
            json.SerializerOptions.DictionaryKeyPolicy = JsonNamingPolicy.CamelCase;
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default);
        });
        services.AddSingleton<EntryWriteHandler>().AddScoped<OpenNow>();
        services.AddValidation();
        services.AddApiDescription();
    }

    public static void MapReadApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup(Root).CacheOutput(CatalogCachePolicy.Name);
        var reading = api.MapGroup("").RequireAuthorization(Policies.ReadByProgram);
        reading.MapDepartments();
        reading.MapComparison();
        reading.MapFunctions();
        reading.MapServiceLines();
        reading.MapSites();
        reading.MapPartners();
        reading.MapClients();
        reading.MapPeople();
        reading.MapOutsourcingTypes();
        reading.MapGuide();
        reading.MapSuggestions();
        api.MapDepartmentWrites();
        api.MapFunctionWrites();
        api.MapServiceLineWrites();
        api.MapSiteWrites();
        api.MapPartnerWrites();
        api.MapClientWrites();
        api.MapPersonWrites();
        api.MapOutsourcingTypeWrites();
        api.MapGuideArticleWrites();
        api.MapSynonyms();
        app.MapOpenApi().CacheOutput(CatalogCachePolicy.Name).RequireAuthorization(Policies.ReadByProgram);
    }

    /// <summary>Leads from an address that an entry had before to its present one, under the same path.</summary>
    internal static RedirectHttpResult MovedTo(string path, string slug) => TypedResults.Redirect($"{Root}/{path}/{slug}", permanent: true);

    internal static ProblemHttpResult NotFound(string what, string slug) =>
        TypedResults.Problem($"No {what} has the slug “{slug}”.", statusCode: StatusCodes.Status404NotFound);
}
