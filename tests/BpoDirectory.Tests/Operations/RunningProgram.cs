using System.Net.Sockets;
using System.Text;

namespace BpoDirectory.Tests.Operations;

/// <summary>The real program behind its real web server, for tests of what only that server does.</summary>
public sealed class RunningProgram : IAsyncLifetime
{
    private readonly TestFolder _folder = new();
    private ProgramProcess _program = null!;

    public Uri Address { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        CatalogDatabase.CopyInto(_folder);
        _program = ProgramProcess.Start(_folder.Path);
        Address = await _program.AddressAsync();
    }

    public Task DisposeAsync()
    {
        _program.Dispose();
        _folder.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>
    /// Sends bytes as they are, one per character, on a connection of their own; answers all that comes back until the program closes it.
    /// </summary>
    public async Task<string> SendAsync(string request)
    {
        using var connection = new TcpClient(Address.Host, Address.Port);
        await using var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync().WaitAsync(TimeSpan.FromMinutes(2));
    }

    /// <summary>Sends a request for a target as it is, without encoding; answers the status and the whole answer.</summary>
    public async Task<(int Status, string Answer)> RequestAsync(string target, string method = "GET", string headers = "")
    {
        var answer = await SendAsync($"{method} {target} HTTP/1.1\r\nHost: {Address.Authority}\r\nConnection: close\r\n{headers}\r\n");
        return (int.Parse(answer.AsSpan("HTTP/1.1 ".Length, 3), System.Globalization.CultureInfo.InvariantCulture), answer);
    }
}
