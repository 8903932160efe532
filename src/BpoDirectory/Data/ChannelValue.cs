using System.Net.Mail;
using PhoneNumbers;

namespace BpoDirectory.Data;

/// <summary>What stands in a channel: an e-mail address, a phone number, a web address or a place, by the channel's kind.</summary>
public static class ChannelValue
{
    /// <summary>The longest value, in UTF-16 code units.</summary>
    public const int Longest = Rules.SentenceLength;

    private static readonly PhoneNumberUtil Phones = PhoneNumberUtil.GetInstance();

    /// <summary>What to do about a value that is none of its kind; null when it is right.</summary>
    public static string? Check(ChannelKind kind, string text) =>
        Rules.CheckItem(text, Noun(kind), Longest)
            ?? (TryNormalize(kind, text) is null ? Advice(kind, text.Trim()) : null);

    /// <summary>
    /// The form in which a value is kept: a phone number in E.164 (ITU-T), with its extension as in RFC 3966; everything else as it is,
    /// without blanks around it.
    /// </summary>
    /// <exception cref="DirectoryRuleException">The value breaks <see cref="Check"/>.</exception>
    public static string Normalize(ChannelKind kind, string text) =>
        Check(kind, text) is { } problem ? throw new DirectoryRuleException(problem) : TryNormalize(kind, text)!;

    /// <summary>The same of a value that may be absent; null when there is none.</summary>
    /// <exception cref="DirectoryRuleException">The value breaks <see cref="Check"/>.</exception>
    public static string? NormalizeOptional(ChannelKind kind, string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : Normalize(kind, text);

    /// <summary>A kept value as people write it: "+63 2 8123 4567".</summary>
    public static string ToText(ChannelKind kind, string value) =>
        kind == ChannelKind.Phone && FindNumber(value) is { } number ? Phones.Format(number, PhoneNumberFormat.INTERNATIONAL) : value;

    /// <summary>The address that a browser follows to use a kept value; null for a place.</summary>
    public static string? ToAddress(ChannelKind kind, string value) => kind switch
    {
        ChannelKind.Email when value.LastIndexOf('@') is > 0 and var at =>
            $"mailto:{Uri.EscapeDataString(value[..at])}@{Uri.EscapeDataString(value[(at + 1)..])}",
        ChannelKind.Phone => $"tel:{value}",
        ChannelKind.Chat or ChannelKind.Form or ChannelKind.Web => value,
        _ => null,
    };

    /// <summary>The form in which a value is kept; null when it is none of its kind. How long it is does not count.</summary>
    internal static string? TryNormalize(ChannelKind kind, string text)
    {
        var value = text.Trim();
        return kind switch
        {
            ChannelKind.Email => IsEmail(value) ? value : null,
            ChannelKind.Phone => FindNumber(value) is { } number && Phones.IsValidNumber(number) ? Keep(number) : null,
            ChannelKind.Visit => Rules.WithoutHidden(value),
            _ => IsWeb(value) ? value : null,
        };
    }

    private static bool IsEmail(string text) =>
        !text.Any(letter => char.IsWhiteSpace(letter) || letter is '"' or '\\') && MailAddress.TryCreate(text, out var address)
        && address.Address == text && Uri.CheckHostName(address.Host) == UriHostNameType.Dns;

    private static bool IsWeb(string text) =>
        !text.Any(char.IsWhiteSpace) && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address.UserInfo.Length == 0 && Uri.CheckHostName(address.IdnHost) != UriHostNameType.Unknown;

    private static PhoneNumber? FindNumber(string text)
    {
        try
        {
            return text.StartsWith('+') ? Phones.Parse(text, defaultRegion: null) : null;
        }
        catch (NumberParseException)
        {
            // The library has no other way to say so.
            return null;
        }
    }

    private static string Keep(PhoneNumber number) =>
        Phones.Format(number, PhoneNumberFormat.E164) + (number.HasExtension ? $";ext={number.Extension}" : "");

    private static string Noun(ChannelKind kind) => kind switch
    {
        ChannelKind.Email => "an e-mail address",
        ChannelKind.Phone => "a phone number",
        ChannelKind.Visit => "the place",
        _ => "a web address",
    };

    private static string Advice(ChannelKind kind, string text) => kind switch
    {
        ChannelKind.Email => $"“{text}” is no e-mail address: write it like payroll@example.com.",
        ChannelKind.Phone when !text.StartsWith('+') => $"Begin “{text}” with + and the country code, like +63 2 8123 4567.",
        ChannelKind.Phone =>
            $"“{text}” is no phone number of its country: write it like +63 2 8123 4567, with an extension like +63 2 8123 4567 ext. 12.",
        _ => $"“{text}” is no web address: write it with https, like https://example.com/help.",
    };
}
