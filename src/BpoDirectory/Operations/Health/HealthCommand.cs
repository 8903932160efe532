namespace BpoDirectory.Operations.Health;

/// <summary>Asks the program that runs whether it is ready, for containers and scripts that have nothing else to ask with.</summary>
public static class HealthCommand
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    /// <summary>Runs the command and says what it found.</summary>
    /// <returns>The exit code: 0 when the program is ready.</returns>
    public static async Task<int> RunAsync(IConfiguration configuration)
    {
        var address = new Uri(Serving.ReachedAt(Serving.AddressOf(configuration)), "/health/ready");
        using var client = new HttpClient { Timeout = LongestWait };
        try
        {
            using var question = new HttpRequestMessage(HttpMethod.Get, address);
            // Where only some names are answered, the program's own address is none of them.
            if (configuration["AllowedHosts"]?.Split(';')
                .FirstOrDefault(name => name.Length > 0 && !name.Contains('*', StringComparison.Ordinal)) is { } host)
                question.Headers.Host = host;
            using var answer = await client.SendAsync(question);
            if (answer.IsSuccessStatusCode)
            {
                await Console.Out.WriteLineAsync("The program is ready.");
                return 0;
            }
            await Console.Error.WriteLineAsync($"The program is not ready: {address} answers {(int)answer.StatusCode}. Its log says why.");
        }
        catch (HttpRequestException error) when (error.HttpRequestError == HttpRequestError.SecureConnectionError)
        {
            await Console.Error.WriteLineAsync($"The certificate at {address} is not for this name, or not trusted. Say with --urls by which name it answers.");
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync($"Nothing answers at {address}. Start the program, or say with --urls where it listens.");
        }
        return 1;
    }
}
