using System.Globalization;
using System.Security.Cryptography;
using BpoDirectory.Data;
using Microsoft.AspNetCore.DataProtection;

namespace BpoDirectory.Watching;

/// <summary>The addresses of this directory that mails lead to; what they prove is sealed with the keys of the data folder.</summary>
/// <param name="protection">Seals.</param>
/// <param name="site">Where browsers reach the program, and the paths of entries.</param>
public sealed class MailLinks(IDataProtectionProvider protection, MailSite site)
{
    /// <summary>Path of the page that confirms an address.</summary>
    public const string ConfirmPath = "/account/mail/confirm";

    /// <summary>Path of the page that ends the mails, and of what mail programs send to.</summary>
    public const string UnsubscribePath = "/account/mail/unsubscribe";

    private readonly ITimeLimitedDataProtector _confirming = protection.CreateProtector("Watching.ConfirmAddress")
        .ToTimeLimitedDataProtector();
    private readonly IDataProtector _unsubscribing = protection.CreateProtector("Watching.Unsubscribe");

    /// <summary>A path of this site, as a mail names it.</summary>
    public string To(string path) => new Uri(site.Address, path).AbsoluteUri;

    /// <summary>Where readers see the entry of a change; null where they do not.</summary>
    public string? To(EntryType type, string slug) => site.PathOf(type, slug) is { } path ? To(path) : null;

    /// <summary>The host that messages are named after.</summary>
    public string Host => site.Address.Host;

    /// <summary>A link by which the owner of an address confirms it, good for <see cref="MailSubscription.LinkTime"/>.</summary>
    public string ToConfirm(int accountId, string address) => To(
        $"{ConfirmPath}?code={_confirming.Protect($"{accountId.ToString(CultureInfo.InvariantCulture)} {address}", MailSubscription.LinkTime)}");

    /// <summary>What such a link says; null where it is none, or too old.</summary>
    public (int AccountId, string Address)? ReadConfirmation(string? code) =>
        Read(code, _confirming.Unprotect)?.Split(' ', 2) is [var id, var address]
            ? (int.Parse(id, CultureInfo.InvariantCulture), address)
            : null;

    /// <summary>A link by which whoever gets an account's mails ends them; good for ever.</summary>
    public string ToUnsubscribe(int accountId) =>
        To($"{UnsubscribePath}?code={_unsubscribing.Protect(accountId.ToString(CultureInfo.InvariantCulture))}");

    /// <summary>The account that such a link names; null where it is none.</summary>
    public int? ReadUnsubscribing(string? code) =>
        Read(code, _unsubscribing.Unprotect) is { } id ? int.Parse(id, CultureInfo.InvariantCulture) : null;

    private static string? Read(string? code, Func<string, string> unprotect)
    {
        try
        {
            return string.IsNullOrEmpty(code) ? null : unprotect(code);
        }
        catch (Exception error) when (error is CryptographicException or FormatException)
        {
            return null;
        }
    }
}

/// <summary>What mails must know of the pages.</summary>
/// <param name="Address">Where browsers reach the program.</param>
/// <param name="PathOf">Where readers see an entry; null where they do not.</param>
public sealed record MailSite(Uri Address, Func<EntryType, string, string?> PathOf);
