using System.Net;
using BpoDirectory.Departments;
using BpoDirectory.Editing.Drafts;

namespace BpoDirectory.Tests.Api;

/// <summary>Changes that are sent more than once, and what a program's change leaves alone.</summary>
public sealed class IdempotencyTests : IAsyncLifetime
{
    private const string Address = $"{WritingProgram.Departments}/legal";
    private const string New =
        """{"name": "Facilities", "slug": "facilities", "summary": "Keeps the house.", "officeReason": "No client meets it."}""";

    private readonly WritingProgram _program = new();

    public Task InitializeAsync() => _program.InitializeAsync();

    public Task DisposeAsync() => _program.DisposeAsync();

    [Fact]
    public async Task Same_change_sent_by_many_at_once_is_made_once_and_answered_alike()
    {
        var answers =
            await Task.WhenAll(
                Enumerable.Range(0, 8).Select(_ => SendAsync(_program.Client, HttpMethod.Post, WritingProgram.Departments, New, "same")));

        Assert.Equal(
            [(HttpStatusCode.Created, "/api/v1/departments/facilities")],
            answers.Select(answer => (answer.StatusCode, answer.Headers.Location?.OriginalString)).Distinct());
        Assert.Single(
            await Task.WhenAll(answers.Select(answer => answer.Content.ReadAsStringAsync()))
                .ContinueWith(read => read.Result.Distinct(), TaskScheduler.Default));
        Assert.Equal(7, answers.Count(answer => answer.Headers.Contains("Idempotency-Replayed")));
        Assert.Equal(1, await _program.VersionAsync("facilities"));
    }

    [Fact]
    public async Task Key_of_somebody_else_is_another_key()
    {
        var (ben, _) = await _program.LetInAsync("Ben");
        using var first = await SendAsync(_program.Client, HttpMethod.Put, Address, """{"summary": "Of Ada."}""", "same");
        using var second = await SendAsync(ben, HttpMethod.Put, Address, """{"summary": "Of Ben."}""", "same", "\"2\"");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.False(second.Headers.Contains("Idempotency-Replayed"));
        Assert.Equal(3, await _program.VersionAsync("legal"));
    }

    [Fact]
    public async Task Key_that_met_a_newer_version_may_be_used_again()
    {
        using var stale = await SendAsync(_program.Client, HttpMethod.Put, Address, """{"summary": "Of Ada."}""", "same", "\"9\"");
        using var again = await SendAsync(_program.Client, HttpMethod.Put, Address, """{"summary": "Of Ada."}""", "same");

        Assert.Equal((HttpStatusCode.PreconditionFailed, HttpStatusCode.OK), (stale.StatusCode, again.StatusCode));
    }

    [Fact]
    public async Task Draft_that_its_owner_is_typing_survives_their_program()
    {
        var (drafts, editing) = (_program.Get<DraftStore>(), _program.Get<DepartmentEditing>());
        await drafts.KeepAsync(
            editing, _program.Ada, new(0, 0, new DepartmentContent(), new DepartmentContent { Name = "Typed for an hour" }, null, default));

        using var created = await SendAsync(_program.Client, HttpMethod.Post, WritingProgram.Departments, New, "new");

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal("Typed for an hour", (await drafts.FindAsync(editing, _program.Ada, 0))?.Content.Name);
    }

    private static async Task<HttpResponseMessage> SendAsync(
        HttpClient client, HttpMethod method, string address, string body, string key, string version = "\"1\"")
    {
        using var request = WritingProgram.Request(method, address, body, version, key: key);
        return await client.SendAsync(request);
    }
}
