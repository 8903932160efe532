using System.Net;
using System.Net.Sockets;
using System.Text;
using BpoDirectory.Operations.Mail;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace BpoDirectory.Tests.Operations.Mail;

/// <summary>Messages to a server that says what the test wants.</summary>
public sealed class MailSenderTests : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public MailSenderTests() => _listener.Start();

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task Server_is_given_the_message()
    {
        var served = ServeAsync("250 OK");
        await Sender().SendAsync(Message(), CancellationToken.None);

        var said = await served;
        Assert.Contains("MAIL FROM:<directory@example.com>", said, StringComparison.Ordinal);
        Assert.Contains("RCPT TO:<ada@example.com>", said, StringComparison.Ordinal);
        Assert.Contains("Subject: News", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_that_the_server_refuses_is_not_sent()
    {
        var served = ServeAsync("550 No such user");

        await Assert.ThrowsAsync<SmtpCommandException>(() => Sender().SendAsync(Message(), CancellationToken.None));
        Assert.DoesNotContain("Subject: News", await served, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_without_the_encryption_that_is_asked_for_is_told_nothing()
    {
        var served = ServeAsync("250 OK");

        await Assert.ThrowsAsync<NotSupportedException>(
            () => Sender(SecureSocketOptions.StartTls).SendAsync(Message(), CancellationToken.None));
        Assert.DoesNotContain("MAIL FROM", await served, StringComparison.Ordinal);
    }

    private MailSender Sender(SecureSocketOptions security = SecureSocketOptions.None) => new(new MailSettings
    {
        Host = "127.0.0.1", Port = ((IPEndPoint)_listener.LocalEndpoint).Port, Security = security,
        From = new MailboxAddress("Directory", "directory@example.com"),
    });

    private static MimeMessage Message()
    {
        var message = new MimeMessage { Subject = "News", Body = new TextPart("plain") { Text = "Hello." } };
        message.To.Add(new MailboxAddress("Ada", "ada@example.com"));
        return message;
    }

    // Serves one connection; what the client said.
    private async Task<string> ServeAsync(string answerToRecipient)
    {
        using var client = await _listener.AcceptTcpClientAsync();
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.ASCII) { AutoFlush = true, NewLine = "\r\n" };
        var (said, isInData) = (new StringBuilder(), false);
        await writer.WriteLineAsync("220 test");
        while (await reader.ReadLineAsync() is { } line)
        {
            said.AppendLine(line);
            isInData &= line != ".";
            if (isInData)
                continue;
            var answer = line.StartsWith("RCPT", StringComparison.Ordinal) ? answerToRecipient
                : line.StartsWith("DATA", StringComparison.Ordinal) ? "354 Go on"
                : line.StartsWith("QUIT", StringComparison.Ordinal) ? "221 Bye" : "250 OK";
            isInData = answer.StartsWith("354", StringComparison.Ordinal);
            await writer.WriteLineAsync(answer);
            if (answer.StartsWith("221", StringComparison.Ordinal))
                break;
        }
        return said.ToString();
    }
}
