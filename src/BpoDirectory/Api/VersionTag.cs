using System.Globalization;
using System.IO.Hashing;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace BpoDirectory.Api;

/// <summary>The entity tags of entries: the version and, where the answer says more than the entry does itself, a hash of that.</summary>
internal static class VersionTag
{
    /// <summary>
    /// <c>"5"</c>, or <c>"5-8f3a..."</c> where it names sites, people, clients or a partner, which can be renamed or archived without a
    /// version of the department, and not all of which everyone sees; or where it says whether it is open, or when it was reviewed.
    /// </summary>
    public static string Of(DepartmentAnswer answer)
    {
        string?[] said =
        [
            .. answer.Sites, answer.Partner, answer.Open?.ToString(), answer.ReviewedAt?.ToString("O", CultureInfo.InvariantCulture),
            .. answer.People is { } people ? people.Select(assigned => $"{assigned.Role} {assigned.Person}").Prepend("people") : [],
            .. answer.Clients?.Prepend("clients") ?? [], .. answer.Escalation.Select(step => step.Person),
        ];
        var text = string.Join('\n', said.OfType<string>());
        return text.Length == 0 ? Of(answer.Version) : Of(answer.Version, Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Answers with an entry and <c>"5-8f3a..."</c>: what else it names can change without a version of it.</summary>
    public static Ok<T> Answer<T>(HttpContext context, int version, T entry)
    {
        var json = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        context.Response.Headers.ETag = Of(version, JsonSerializer.SerializeToUtf8Bytes(entry, json));
        return TypedResults.Ok(entry);
    }

    /// <summary><c>"5"</c>.</summary>
    public static string Of(int version) => $"\"{Number(version)}\"";

    /// <summary>The version that a tag names; null where it names none.</summary>
    public static int? Read(ReadOnlySpan<char> tag)
    {
        var text = tag.Trim('"');
        var number = text.IndexOf('-') is > 0 and var end ? text[..end] : text;
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            && Number(version).AsSpan().SequenceEqual(number) ? version : null;
    }

    private static string Of(int version, byte[] said) => $"\"{Number(version)}-{Convert.ToHexStringLower(XxHash3.Hash(said))}\"";

    private static string Number(int version) => version.ToString(CultureInfo.InvariantCulture);
}
