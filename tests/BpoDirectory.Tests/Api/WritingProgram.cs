using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using BpoDirectory.Accounts;
using BpoDirectory.Data;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests.Api;

/// <summary>The program, and an editor's program that changes departments by token.</summary>
public sealed class WritingProgram : IAsyncLifetime
{
    public const string Departments = "/api/v1/departments";

    private readonly DirectoryApp _app = new();

    public Actor Ada { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    public async Task InitializeAsync() => (Client, Ada) = await LetInAsync("Ada");

    public async Task DisposeAsync() => await _app.DisposeAsync();

    /// <summary>Another editor, with a client that sends a token of theirs.</summary>
    public async Task<(HttpClient Client, Actor Actor)> LetInAsync(string name)
    {
        var account = new Account(name, name, AccountRole.Editor, DateTime.UtcNow);
        await Get<WriteGate>().WriteAsync(db => db.AddAsync(account).AsTask());
        var (client, actor) = (_app.CreateClient(), new Actor(account.Id, name));
        client.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", await Get<ApiTokens>().CreateAsync(actor, "Tests", 1));
        return (client, actor);
    }

    /// <summary>The present version of a department.</summary>
    public async Task<int> VersionAsync(string slug) =>
        (int)(await Client.GetFromJsonAsync<JsonObject>($"{Departments}/{slug}"))!["version"]!;

    /// <summary>Sends a body as it is, with the headers that it needs to be taken.</summary>
    public static HttpRequestMessage Request(
        HttpMethod method, string address, string? body, string? version = "\"1\"", string type = "application/json", string? key = null)
    {
        var request = new HttpRequestMessage(method, address);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse(type));
        if (version is not null)
            request.Headers.TryAddWithoutValidation("If-Match", version);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return request;
    }
}
