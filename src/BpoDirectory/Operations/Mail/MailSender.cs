using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace BpoDirectory.Operations.Mail;

/// <summary>Sends messages by the configured server, or puts them as files into a folder from which another program does.</summary>
public sealed class MailSender(MailSettings settings)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>Whether there is a way to send anything.</summary>
    public bool IsOn => settings.IsOn;

    /// <summary>Sends a message from the directory; it returns when the server has taken it.</summary>
    /// <exception cref="IOException">It was not taken; other exceptions of MailKit say so too.</exception>
    public async Task SendAsync(MimeMessage message, CancellationToken cancellation)
    {
        message.From.Add(settings.From);
        if (settings.PickupFolder is { } folder)
        {
            await PutAsync(message, folder, cancellation);
            return;
        }
        using var client = new SmtpClient { Timeout = (int)LongestWait.TotalMilliseconds };
        await client.ConnectAsync(settings.Host!, settings.Port, settings.Security, cancellation);
        if (settings.User is { } user)
            await client.AuthenticateAsync(user, settings.Password, cancellation);
        await client.SendAsync(message, cancellation);
        await client.DisconnectAsync(quit: true, cancellation);
    }

    /// <summary>Whether it is the way that failed, and not one message: the next message would fare no better.</summary>
    public static bool IsOfTheWay(Exception error) =>
        error is IOException or SocketException or TimeoutException or ProtocolException or AuthenticationException or SslHandshakeException;

    // Whoever collects them must not meet half of one.
    private static async Task PutAsync(MimeMessage message, string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, $"{Guid.NewGuid():N}.eml");
        await message.WriteToAsync($"{file}.part", cancellation);
        File.Move($"{file}.part", file);
    }
}
