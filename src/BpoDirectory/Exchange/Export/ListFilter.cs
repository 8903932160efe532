using BpoDirectory.Data;
using BpoDirectory.Operations;
using BpoDirectory.Search;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace BpoDirectory.Exchange.Export;

/// <summary>The filter of a list of departments as it stands in the list's address.</summary>
internal static class ListFilter
{
    /// <summary>What the part of an address behind its question mark asks for: <c>office=back&amp;sort=updated</c>.</summary>
    /// <exception cref="SettingException">A parameter or a value of it is unknown.</exception>
    public static SearchRequest Parse(string? filter)
    {
        var request = new SearchRequest { Audience = Audience.Editors };
        foreach (var (name, values) in QueryHelpers.ParseQuery(filter))
            request = name switch
            {
                "q" => request with { Text = values.ToString() },
                "office" => request with { Offices = Known<Office>(name, values) },
                "line" => request with { ServiceLines = Named(values) },
                "type" => request with { OutsourcingTypes = Named(values) },
                "site" => request with { Sites = Named(values) },
                "language" => request with { Languages = Named(values) },
                "client" => request with { Clients = Named(values) },
                "delivery" => request with { Deliveries = Known<Delivery>(name, values) },
                "partner" => request with { Partners = Named(values) },
                "tag" => request with { Tags = Named(values) },
                "side" => request with { Sides = Known<Side>(name, values) },
                "sort" => request with { Sort = Known<DepartmentSort>(name, values)[^1] },
                "reverse" => request with { IsReversed = values == "1" },
                "breadth" => request with { Breadth = Known<SearchBreadth>(name, values)[^1] },
                "reading" => request with { IsAsWords = values == "words" },
                // How the list is shown, which changes nothing of what is on it.
                "view" or "page" or "all" => request,
                _ => throw new SettingException($"--filter: “{name}” is no parameter of the list. Allowed: q, office, line, type, site, language, client, delivery, partner, tag, side, sort, reverse, breadth, reading."),
            };
        return request;
    }

    private static string[] Named(StringValues values) => [.. values.OfType<string>()];

    private static TValue[] Known<TValue>(string name, StringValues values) where TValue : struct, Enum =>
        [.. values.Select(value => EnumNames.Find<TValue>(value)
            ?? throw new SettingException($"--filter: {name} is “{value}”. Allowed: {string.Join(", ", EnumNames.Of(typeof(TValue)))}."))];
}
