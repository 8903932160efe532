using System.Text.Json;
using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Editing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace BpoDirectory.Api;

/// <summary>
/// Runs a change that a program asks for in one write, once for each idempotency key, and puts what came of it into words.
/// </summary>
internal sealed class EntryWriteHandler(
    WriteGate gate, IDbContextFactory<DirectoryDbContext> contexts, EntryStore store, DirectoryMetrics metrics, TimeProvider clock,
    IOptions<JsonOptions> json)
{
    /// <summary>What bodies call the reason of a change, where nothing else is called so.</summary>
    public const string ReasonField = "note";

    private const string Replayed = "Idempotency-Replayed";

    public Task<OpenEntry<TContent>?> OpenAsync<TContent>(WritableEntries<TContent> entries, DirectoryDbContext db, string slug)
        where TContent : EntryContent, new() =>
        store.OpenAsync(entries.Editing, db, slug);

    /// <summary>
    /// Reads the body and makes the change in one transaction; what is said again under the same key is answered as before. All that
    /// takes time is looked into before, so that a change that is refused keeps nobody from writing.
    /// </summary>
    /// <param name="entries">What is changed.</param>
    /// <param name="context">The request.</param>
    /// <param name="status">The status of the answer to a change that was made.</param>
    /// <param name="read">Makes the body into what is to be saved; null when there is no such entry.</param>
    public async Task<IResult> RunAsync<TContent, TBody>(
        WritableEntries<TContent> entries, HttpContext context, int status,
        Func<DirectoryDbContext, TBody, Task<EntrySave<TContent>?>> read)
        where TContent : EntryContent, new()
        where TBody : class
    {
        var bytes = await ReadAsync(context.Request);
        // A change that needs no words may come without a body; one that says nothing about an entry is none.
        var isAboutEntry = typeof(TBody).IsAssignableTo(typeof(IEntryBody<TContent>));
        if (Parse<TBody>(bytes, isAboutEntry ? "null"u8 : "{}"u8, out var mistake) is not { } body)
            return TypedResults.Problem(mistake, statusCode: StatusCodes.Status400BadRequest);
        var key = context.Request.Headers[Idempotency.Header].ToString();
        if (key.Length > Idempotency.LongestKey)
            return TypedResults.Problem(
                $"Shorten the {Idempotency.Header} to {Idempotency.LongestKey} characters.", statusCode: StatusCodes.Status400BadRequest);

        var change = new Change<TContent>(
            entries, context, Actor.From(context.User), key, Idempotency.HashOf(context.Request, bytes), status,
            isAboutEntry ? entries.ReasonField : ReasonField);
        try
        {
            if (await FindAnswerAsync(change, body, read) is { } early)
                return early;
            IResult? result = null;
            await gate.WriteAsync(
                async db => result = await ReplayAsync(db, change) ?? await MakeAsync(db, change, save: await read(db, body)));
            return result!;
        }
        catch (NotAllowedException refused)
        {
            return TypedResults.Problem(refused.Message, statusCode: StatusCodes.Status403Forbidden);
        }
    }

    private async Task<IResult?> FindAnswerAsync<TContent, TBody>(
        Change<TContent> change, TBody body, Func<DirectoryDbContext, TBody, Task<EntrySave<TContent>?>> read)
        where TContent : EntryContent, new()
        where TBody : class
    {
        if (BodyItems.CheckLengths(body) is { Count: > 0 } problems)
            return Refused(problems);
        await using var db = await contexts.CreateDbContextAsync();
        if (await ReplayAsync(db, change) is { } replayed)
            return replayed;
        if (await read(db, body) is not { } save)
            return null;
        if (CheckReason(change, save) is { } problem)
            return Refused([problem]);
        if (await store.FindRefusalAsync(change.Entries.Editing, change.Actor, save) is not { } refusal)
            return null;
        // It may be refused because the same, sent at the same time, has just been done.
        return await ReplayAsync(db, change) ?? await ToResultAsync(change, refusal);
    }

    private async Task<IResult?> ReplayAsync<TContent>(DirectoryDbContext db, Change<TContent> change) where TContent : EntryContent, new()
    {
        if (change.Key.Length == 0 || await Idempotency.FindAsync(db, change.Actor, change.Key, Now) is not { } known)
            return null;
        if (known.RequestHash != change.Hash)
            return TypedResults.Problem(
                $"This {Idempotency.Header} was used for another request: choose a new one.",
                statusCode: StatusCodes.Status422UnprocessableEntity);
        change.Context.Response.Headers[Replayed] = "true";
        return Sent(change, JsonSerializer.Deserialize<SavedEntry>(known.Body, json.Value.SerializerOptions)!);
    }

    private async Task<IResult> MakeAsync<TContent>(DirectoryDbContext db, Change<TContent> change, EntrySave<TContent>? save)
        where TContent : EntryContent, new()
    {
        if (save is null)
            return ReadApi.NotFound(change.Entries.Editing.Noun, (string)change.Context.GetRouteValue("slug")!);
        var outcome = await store.SaveAsync(change.Entries.Editing, db, change.Actor, save);
        if (outcome.Saved is { } saved && change.Key.Length > 0)
            await Idempotency.KeepAsync(db, new IdempotentAnswer
            {
                AccountId = change.Actor.AccountId, Key = change.Key, RequestHash = change.Hash, Status = change.Status, AnsweredAt = Now,
                Body = JsonSerializer.Serialize(ToSaved(saved), json.Value.SerializerOptions),
            });
        return await ToResultAsync(change, outcome);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task<IResult> ToResultAsync<TContent>(Change<TContent> change, SaveOutcome<TContent> outcome)
        where TContent : EntryContent, new() => outcome switch
    {
        { Saved: { } saved } => Sent(change, ToSaved(saved)),
        { Newer: { } newer } => await RefuseAsync(change, newer),
        _ => Refused([.. outcome.Problems.Select(problem => problem with { Field = change.Entries.FieldOf(problem.Field) })]),
    };

    private async Task<IResult> RefuseAsync<TContent>(Change<TContent> change, OpenEntry<TContent> newer)
        where TContent : EntryContent, new()
    {
        metrics.CountConflict(change.Entries.Editing.Type);
        return TypedResults.Problem(
            $"The {change.Entries.Editing.Noun} is at version {newer.Version} now. Read it, and make the change again from that version.",
            statusCode: StatusCodes.Status412PreconditionFailed,
            extensions: new Dictionary<string, object?>
            {
                ["currentVersion"] = newer.Version,
                ["current"] = await change.Entries.Read(change.Context, newer.Content.Slug),
            });
    }

    // The store tells of it by the name that a field of the entry has here.
    private static FieldProblem? CheckReason<TContent>(Change<TContent> change, EntrySave<TContent> save)
        where TContent : EntryContent, new() =>
        change.ReasonField != ReasonField && Rules.CheckOptional(save.Note, "the note", Rules.SentenceLength) is { } message
            ? new FieldProblem(change.ReasonField, message)
            : null;

    private static ValidationProblem Refused(IReadOnlyList<FieldProblem> problems) => TypedResults.ValidationProblem(
        problems.GroupBy(problem => problem.Field)
            .ToDictionary(field => field.Key, field => field.Select(problem => problem.Message).ToArray()));

    private static JsonHttpResult<SavedEntry> Sent<TContent>(Change<TContent> change, SavedEntry saved) where TContent : EntryContent, new()
    {
        change.Context.Response.Headers.ETag = VersionTag.Of(saved.Version);
        if (change.Status == StatusCodes.Status201Created)
            change.Context.Response.Headers[HeaderNames.Location] = $"{ReadApi.Root}/{change.Entries.Path}/{saved.Slug}";
        return TypedResults.Json(saved, statusCode: change.Status);
    }

    private static SavedEntry ToSaved<TContent>(OpenEntry<TContent> saved) where TContent : EntryContent =>
        new(saved.Content.Slug, saved.Content.Title, saved.Version, saved.UpdatedAt);

    private static async Task<byte[]> ReadAsync(HttpRequest request)
    {
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private T? Parse<T>(byte[] body, ReadOnlySpan<byte> instead, out string mistake) where T : class
    {
        mistake = "Send a JSON object; /openapi/v1.json says what it may hold.";
        try
        {
            var text = body.Length > 0 ? body : instead;
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

    private sealed record Change<TContent>(
        WritableEntries<TContent> Entries, HttpContext Context, Actor Actor, string Key, string Hash, int Status, string ReasonField)
        where TContent : EntryContent, new();
}
