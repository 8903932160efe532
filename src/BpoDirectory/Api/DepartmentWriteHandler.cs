using System.Globalization;
using System.Text.Json;
using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Editing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace BpoDirectory.Api;

/// <summary>Runs a change that a program asks for in one write, once for each idempotency key, and puts what came of it into words.</summary>
internal sealed class DepartmentWriteHandler(
    WriteGate gate, EntryStore store, DepartmentEditing editing, DepartmentReader reader, TimeProvider clock, IOptions<JsonOptions> json)
{
    private const string Replayed = "Idempotency-Replayed";

    public Task<OpenEntry<DepartmentContent>?> OpenAsync(DirectoryDbContext db, string slug) => store.OpenAsync(editing, db, slug);

    public async Task<WriteAnswer> SaveAsync(DirectoryDbContext db, Actor actor, EntrySave<DepartmentContent> save, int status) =>
        WriteAnswer.From(await store.SaveAsync(editing, db, actor, save), status);

    /// <summary>Reads the body and runs the change in one transaction; what it says again under the same key is answered as before.</summary>
    public async Task<IResult> RunAsync<TBody>(HttpContext context, Func<DirectoryDbContext, Actor, TBody, Task<WriteAnswer>> change) where TBody : class
    {
        var bytes = await ReadAsync(context.Request);
        if (Parse<TBody>(bytes, out var mistake) is not { } body)
            return TypedResults.Problem(mistake, statusCode: StatusCodes.Status400BadRequest);
        var key = context.Request.Headers[Idempotency.Header].ToString();
        if (key.Length > Idempotency.LongestKey)
            return TypedResults.Problem($"Shorten the {Idempotency.Header} to {Idempotency.LongestKey} characters.", statusCode: StatusCodes.Status400BadRequest);

        var (actor, hash) = (Actor.From(context.User), Idempotency.HashOf(context.Request, bytes));
        IResult? result = null;
        try
        {
            await gate.WriteAsync(async db => result = await RunAsync(db, context, actor, key, hash, () => change(db, actor, body)));
        }
        catch (NotAllowedException refused)
        {
            return TypedResults.Problem(refused.Message, statusCode: StatusCodes.Status403Forbidden);
        }
        return result!;
    }

    private async Task<IResult> RunAsync(DirectoryDbContext db, HttpContext context, Actor actor, string key, string hash, Func<Task<WriteAnswer>> change)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (key.Length > 0 && await Idempotency.FindAsync(db, actor, key, now) is { } known)
        {
            if (known.RequestHash != hash)
                return TypedResults.Problem($"This {Idempotency.Header} was used for another request: choose a new one.", statusCode: StatusCodes.Status422UnprocessableEntity);
            context.Response.Headers[Replayed] = "true";
            return Sent(context, JsonSerializer.Deserialize<SavedDepartment>(known.Body, json.Value.SerializerOptions)!, known.Status);
        }

        var answer = await change();
        if (answer.Saved is { } saved && key.Length > 0)
            await Idempotency.KeepAsync(db, new IdempotentAnswer
            {
                AccountId = actor.AccountId, Key = key, RequestHash = hash, Status = answer.Status, AnsweredAt = now,
                Body = JsonSerializer.Serialize(saved, json.Value.SerializerOptions),
            });
        return ToResult(context, answer);
    }

    private IResult ToResult(HttpContext context, WriteAnswer answer) => answer switch
    {
        { Saved: { } saved } => Sent(context, saved, answer.Status),
        { Newer: { } newer } => TypedResults.Problem(
            $"The department is at version {newer.Version} now. Read it, and make the change again from that version.",
            statusCode: StatusCodes.Status412PreconditionFailed,
            extensions: new Dictionary<string, object?>
            {
                ["currentVersion"] = newer.Version,
                ["current"] = reader.Find(newer.Content.Slug, evenArchived: true) is { } department ? DepartmentAnswer.From(department) : null,
            }),
        { Missing: { } slug } => ReadApi.NotFound("department", slug),
        _ => TypedResults.ValidationProblem(
            answer.Problems.GroupBy(problem => problem.Field).ToDictionary(field => field.Key, field => field.Select(problem => problem.Message).ToArray())),
    };

    private static JsonHttpResult<SavedDepartment> Sent(HttpContext context, SavedDepartment saved, int status)
    {
        context.Response.Headers.ETag = $"\"{saved.Version.ToString(CultureInfo.InvariantCulture)}\"";
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
}
