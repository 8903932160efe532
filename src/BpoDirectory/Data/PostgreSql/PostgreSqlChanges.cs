using Npgsql;

namespace BpoDirectory.Data.PostgreSql;

/// <summary>Listens for what other programs change, on a connection of its own.</summary>
internal sealed class PostgreSqlChanges : IChangesByOthers
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _end = new();
    private readonly NpgsqlDataSource _server;
    private readonly string? _self;
    private readonly Task _listening;
    private int _isChanged;

    public PostgreSqlChanges(NpgsqlDataSource server)
    {
        _server = server;
        _self = new NpgsqlConnectionStringBuilder(server.ConnectionString).ApplicationName;
        // From here on nothing is missed.
        var connection = Listen();
        _listening = Task.Run(() => ListenAsync(connection));
    }

    public bool Look() => Interlocked.Exchange(ref _isChanged, 0) != 0;

    // What this program changes is told apart by its name.
    public void Skip()
    {
    }

    public void Dispose()
    {
        if (_end.IsCancellationRequested)
            return;
        _end.Cancel();
        _listening.Wait();
        _end.Dispose();
    }

    private NpgsqlConnection Listen()
    {
        var connection = _server.OpenConnection();
        connection.Notification += (_, told) =>
        {
            if (told.Payload != _self)
                Volatile.Write(ref _isChanged, 1);
        };
        using var listen = connection.CreateCommand();
        listen.CommandText = $"LISTEN {PostgreSqlDbContext.Channel}";
        listen.ExecuteNonQuery();
        return connection;
    }

    private async Task ListenAsync(NpgsqlConnection? connection)
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                if (connection is null)
                {
                    connection = Listen();
                    // Whatever was told meanwhile, nobody heard.
                    Volatile.Write(ref _isChanged, 1);
                }
                while (true)
                    await connection.WaitAsync(_end.Token);
            }
            catch (OperationCanceledException)
            {
                break;
            }
            catch (NpgsqlException)
            {
                connection?.Dispose();
                connection = null;
                await Task.Delay(Pause, _end.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
        connection?.Dispose();
    }
}
