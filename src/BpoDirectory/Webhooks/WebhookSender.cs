using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using BpoDirectory.Data;

namespace BpoDirectory.Webhooks;

/// <summary>What came of sending a message.</summary>
/// <param name="IsDelivered">Whether the receiver said that it has it.</param>
/// <param name="Outcome">In words.</param>
public sealed record WebhookOutcome(bool IsDelivered, string Outcome);

/// <summary>Sends messages. Where a name leads is looked at when the connection is made: no name can lead elsewhere in between.</summary>
public sealed class WebhookSender : IDisposable
{
    private static readonly TimeSpan LongestAttempt = TimeSpan.FromSeconds(10);

    private readonly WebhookSettings _settings;
    private readonly TimeProvider _clock;
    private readonly HttpClient _client;

    /// <summary>Sends to what <paramref name="settings"/> allow.</summary>
    public WebhookSender(WebhookSettings settings, TimeProvider clock)
    {
        (_settings, _clock) = (settings, clock);
        _client = new HttpClient(new SocketsHttpHandler
        {
            // Either could lead where a webhook may not.
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            ConnectCallback = ConnectAsync,
        })
        {
            Timeout = LongestAttempt,
            DefaultRequestHeaders = { { "User-Agent", "BpoDirectory" } },
        };
    }

    /// <summary>Sends a message once.</summary>
    public async Task<WebhookOutcome> SendAsync(Webhook webhook, WebhookDelivery delivery, CancellationToken cancellation)
    {
        var now = _clock.GetUtcNow();
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Address)
        {
            Content = new StringContent(delivery.Body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add(WebhookSignature.IdHeader, delivery.MessageId);
        request.Headers.Add(WebhookSignature.TimeHeader, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(
            WebhookSignature.SignatureHeader, WebhookSignature.Sign(webhook.Secret, delivery.MessageId, now, delivery.Body));
        try
        {
            using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return new WebhookOutcome(answer.IsSuccessStatusCode, Describe(answer.StatusCode));
        }
        catch (HttpRequestException error)
        {
            return new WebhookOutcome(false, Describe(error));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new WebhookOutcome(false, $"No answer within {LongestAttempt.TotalSeconds:0} seconds");
        }
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var found = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellation);
        var allowed = _settings.AllowsPrivateAddresses ? found : [.. found.Where(WebhookAddress.IsPublic)];
        if (allowed.Length == 0)
            throw new RefusedException("Not sent: the address leads into the directory’s own network");
        // It may have been registered when more was allowed.
        if (WebhookAddress.Check(context.InitialRequestMessage.RequestUri?.OriginalString, _settings) is not null)
            throw new RefusedException("Not sent: this address is not allowed any more");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static string Describe(HttpStatusCode status) => (int)status is >= 300 and < 400
        ? $"Answered {(int)status}: a redirect is not followed, register the address that it leads to"
        : $"Answered {(int)status}";

    private static string Describe(HttpRequestException error) => error switch
    {
        _ when RefusalOf(error) is { } refusal => refusal,
        { HttpRequestError: HttpRequestError.NameResolutionError } => "The name cannot be found",
        { HttpRequestError: HttpRequestError.SecureConnectionError } => "The certificate cannot be trusted",
        { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData } } =>
            "The name cannot be found",
        { InnerException: SocketException } => "Nobody answers there",
        _ => "The connection broke",
    };

    private static string? RefusalOf(Exception? error) => error switch
    {
        null => null,
        RefusedException => error.Message,
        _ => RefusalOf(error.InnerException),
    };

    private sealed class RefusedException(string message) : HttpRequestException(message);
}
