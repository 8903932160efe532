using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace BpoDirectory.Benchmarks.Durability;

/// <summary>An edit that the program said was saved.</summary>
internal sealed record Acknowledged(string Slug, int Version, string Note);

/// <summary>Edits one department after the other through the API, as fast as the answers come.</summary>
internal sealed class ApiEditor(Uri address, string token, string name) : IDisposable
{
    private readonly HttpClient _client = new()
    {
        BaseAddress = address,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
    };

    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _edits;

    /// <summary>Done when the first edit is acknowledged.</summary>
    public Task First => _first.Task;

    /// <summary>What was acknowledged so far.</summary>
    public List<Acknowledged> Saved { get; } = [];

    /// <summary>Answers that were neither a success nor “somebody else was first”.</summary>
    public List<string> Unexpected { get; } = [];

    /// <summary>How often somebody else was first.</summary>
    public int Refused { get; private set; }

    /// <summary>Reads a department and changes it, counting on from the count that it finds.</summary>
    /// <exception cref="HttpRequestException">The program is gone.</exception>
    public async Task EditAsync(string slug)
    {
        var department = (await _client.GetFromJsonAsync<Department>($"/api/v1/departments/{slug}"))!;
        var note = string.Create(CultureInfo.InvariantCulture, $"{name} {_edits++}");
        var count = department.Summary.StartsWith("Count ", StringComparison.Ordinal)
            ? int.Parse(department.Summary.AsSpan(6), CultureInfo.InvariantCulture)
            : 0;
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/departments/{slug}");
        request.Content = JsonContent.Create(new { summary = string.Create(CultureInfo.InvariantCulture, $"Count {count + 1}"), note });
        request.Headers.Add("If-Match", string.Create(CultureInfo.InvariantCulture, $"\"{department.Version}\""));
        using var answer = await _client.SendAsync(request);
        if (answer.StatusCode == HttpStatusCode.OK)
        {
            Saved.Add(new Acknowledged(slug, (await answer.Content.ReadFromJsonAsync<Department>())!.Version, note));
            _first.TrySetResult();
        }
        else if (answer.StatusCode == HttpStatusCode.PreconditionFailed)
            Refused++;
        else
            Unexpected.Add($"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }

    public void Dispose() => _client.Dispose();

    private sealed record Department(int Version, string Summary = "");
}
