using System.Text.Json;
using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Editing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace BpoDirectory.Api;

/// <summary>Runs a change that a program asks for in one write, once for each idempotency key, and puts what came of it into words.</summary>
internal sealed class DepartmentWriteHandler(
    WriteGate gate, IDbContextFactory<DirectoryDbContext> contexts, EntryStore store, DepartmentEditing editing, DepartmentReader reader, TimeProvider clock, IOptions<JsonOptions> json)
{
    private const string Replayed = "Idempotency-Replayed";

    public Task<OpenEntry<DepartmentContent>?> OpenAsync(DirectoryDbContext db, string slug) => store.OpenAsync(editing, db, slug);

    /// <summary>
    /// Reads the body and makes the change in one transaction; what is said again under the same key is answered as before. All that
    /// takes time is looked into before, so that a change that is refused keeps nobody from writing.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="status">The status of the answer to a change that was made.</param>
    /// <param name="read">Makes the body into what is to be saved; null when there is no such department.</param>
    public async Task<IResult> RunAsync<TBody>(HttpContext context, int status, Func<DirectoryDbContext, TBody, Task<EntrySave<DepartmentContent>?>> read)
        where TBody : class
    {
        var bytes = await ReadAsync(context.Request);
        if (Parse<TBody>(bytes, out var mistake) is not { } body)
            return TypedResults.Problem(mistake, statusCode: StatusCodes.Status400BadRequest);
        var key = context.Request.Headers[Idempotency.Header].ToString();
        if (key.Length > Idempotency.LongestKey)
            return TypedResults.Problem($"Shorten the {Idempotency.Header} to {Idempotency.LongestKey} characters.", statusCode: StatusCodes.Status400BadRequest);

        var change = new Change(context, Actor.From(context.User), key, Idempotency.HashOf(context.Request, bytes), status);
        try
        {
            if (await FindAnswerAsync(change, body, read) is { } early)
                return early;
            IResult? result = null;
            await gate.WriteAsync(async db => result = await ReplayAsync(db, change) ?? await MakeAsync(db, change, save: await read(db, body)));
            return result!;
        }
        catch (NotAllowedException refused)
        {
            return TypedResults.Problem(refused.Message, statusCode: StatusCodes.Status403Forbidden);
        }
    }

    private async Task<IResult?> FindAnswerAsync<TBody>(Change change, TBody body, Func<DirectoryDbContext, TBody, Task<EntrySave<DepartmentContent>?>> read)
    {
        if (body is DepartmentBody department && department.CheckLengths() is { Count: > 0 } problems)
            return ToResult(change.Context, new WriteAnswer { Problems = problems });
        await using var db = await contexts.CreateDbContextAsync();
        if (await ReplayAsync(db, change) is { } replayed)
            return replayed;
        if (await read(db, body) is not { } save || await store.FindRefusalAsync(editing, change.Actor, save) is not { } refusal)
            return null;
        // It may be refused because the same, sent at the same time, has just been done.
        return await ReplayAsync(db, change) ?? ToResult(change.Context, WriteAnswer.From(refusal, change.Status));
    }

    private async Task<IResult?> ReplayAsync(DirectoryDbContext db, Change change)
    {
        if (change.Key.Length == 0 || await Idempotency.FindAsync(db, change.Actor, change.Key, Now) is not { } known)
            return null;
        if (known.RequestHash != change.Hash)
            return TypedResults.Problem($"This {Idempotency.Header} was used for another request: choose a new one.", statusCode: StatusCodes.Status422UnprocessableEntity);
        change.Context.Response.Headers[Replayed] = "true";
        return Sent(change.Context, JsonSerializer.Deserialize<SavedDepartment>(known.Body, json.Value.SerializerOptions)!, known.Status);
    }

    private async Task<IResult> MakeAsync(DirectoryDbContext db, Change change, EntrySave<DepartmentContent>? save)
    {
        if (save is null)
            return ReadApi.NotFound("department", (string)change.Context.GetRouteValue("slug")!);
        var answer = WriteAnswer.From(await store.SaveAsync(editing, db, change.Actor, save), change.Status);
        if (answer.Saved is { } saved && change.Key.Length > 0)
            await Idempotency.KeepAsync(db, new IdempotentAnswer
            {
                AccountId = change.Actor.AccountId, Key = change.Key, RequestHash = change.Hash, Status = answer.Status, AnsweredAt = Now,
                Body = JsonSerializer.Serialize(saved, json.Value.SerializerOptions),
            });
        return ToResult(change.Context, answer);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private IResult ToResult(HttpContext context, WriteAnswer answer) => answer switch
    {
        { Saved: { } saved } => Sent(context, saved, answer.Status),
        { Newer: { } newer } => TypedResults.Problem(
            $"The department is at version {newer.Version} now. Read it, and make the change again from that version.",
            statusCode: StatusCodes.Status412PreconditionFailed,
            extensions: new Dictionary<string, object?>
            {
                ["currentVersion"] = newer.Version,
                ["current"] = reader.Find(newer.Content.Slug, Audience.Editors, evenArchived: true) is { } department
                    ? DepartmentAnswer.From(department, Audience.Editors, context.RequestServices.GetRequiredService<OpenNow>())
                    : null,
            }),
        _ => TypedResults.ValidationProblem(
            answer.Problems.GroupBy(problem => problem.Field).ToDictionary(field => field.Key, field => field.Select(problem => problem.Message).ToArray())),
    };

    private static JsonHttpResult<SavedDepartment> Sent(HttpContext context, SavedDepartment saved, int status)
    {
        context.Response.Headers.ETag = VersionTag.Of(saved.Version);
        if (status == StatusCodes.Status201Created)
            context.Response.Headers[HeaderNames.Location] = $"{ReadApi.Root}/departments/{saved.Slug}";
        return TypedResults.Json(saved, statusCode: status);
    }

    private static async Task<byte[]> ReadAsync(HttpRequest request)
    {
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private T? Parse<T>(byte[] body, out string mistake) where T : class
    {
        mistake = "Send a JSON object; /openapi/v1.json says what it may hold.";
        try
        {
            // A change that needs no words may come without a body; one that says nothing about a department is none.
            var text = body.Length > 0 ? body : typeof(T) == typeof(DepartmentBody) ? "null"u8 : "{}"u8;
            if (!HoldsNothing(text))
                return JsonSerializer.Deserialize<T>(text, json.Value.SerializerOptions);
            mistake = "A list of the body holds null: leave it out.";
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            var place = wrong is JsonException { Path: { Length: > 1 } path } ? $" at {path}" : "";
            mistake = $"The body cannot be read{place}: it is no JSON, or has a field that there is not, or one of another kind. /openapi/v1.json says what it may hold.";
        }
        return null;
    }

    // JSON's null passes for an item of every kind.
    private static bool HoldsNothing(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text);
        var isInList = new Stack<bool>();
        while (reader.Read())
            switch (reader.TokenType)
            {
                case JsonTokenType.StartArray or JsonTokenType.StartObject:
                    isInList.Push(reader.TokenType == JsonTokenType.StartArray);
                    break;
                case JsonTokenType.EndArray or JsonTokenType.EndObject:
                    isInList.Pop();
                    break;
                case JsonTokenType.Null when isInList.TryPeek(out var inList) && inList:
                    return true;
            }
        return false;
    }

    private sealed record Change(HttpContext Context, Actor Actor, string Key, string Hash, int Status);
}
