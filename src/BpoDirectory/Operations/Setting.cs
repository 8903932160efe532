using System.Globalization;
using System.Net;

namespace BpoDirectory.Operations;

/// <summary>Reads settings so that a wrong one ends the start with a line that names it.</summary>
internal static class Setting
{
    /// <summary>A whole number, or <paramref name="usual"/> where nothing is configured.</summary>
    /// <param name="configuration">All settings.</param>
    /// <param name="key">The key of the setting.</param>
    /// <param name="unit">What is counted, for the message.</param>
    /// <param name="usual">The value when nothing is configured.</param>
    /// <param name="least">The smallest value allowed.</param>
    /// <param name="most">The largest value allowed.</param>
    /// <exception cref="SettingException">It is no number, or out of bounds.</exception>
    public static int WholeNumber(IConfiguration configuration, string key, string unit, int usual, int least, int most)
    {
        if (configuration[key] is not { Length: > 0 } text)
            return usual;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new SettingException($"{key} is “{text}”. Allowed: a whole number of {unit} from {least} to {most}.");
    }

    /// <summary>One of a few words; the first where nothing is configured.</summary>
    /// <exception cref="SettingException">It is another one.</exception>
    public static string OneOf(IConfiguration configuration, string key, params string[] words)
    {
        if (configuration[key] is not { Length: > 0 } text)
            return words[0];
        return words.FirstOrDefault(word => string.Equals(word, text, StringComparison.OrdinalIgnoreCase))
            ?? throw new SettingException($"{key} is “{text}”. Allowed: {string.Join(", ", words)}.");
    }

    /// <summary>Addresses and networks; none where nothing is configured.</summary>
    /// <exception cref="SettingException">One of them is neither.</exception>
    public static List<IPNetwork> Networks(IConfiguration configuration, string key)
    {
        var networks = new List<IPNetwork>();
        foreach (var text in (configuration[key] ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))
            if (IPNetwork.TryParse(text, out var network))
                networks.Add(network);
            else if (IPAddress.TryParse(text, out var address))
                networks.Add(new IPNetwork(address, address.GetAddressBytes().Length * 8));
            else
                throw new SettingException(
                    $"{key} holds “{text}”. Allowed: addresses and networks, such as 127.0.0.1 or 10.0.0.0/8, joined by commas.");
        return networks;
    }

    /// <summary>Refuses keys of a section other than these.</summary>
    /// <exception cref="SettingException">There is another one.</exception>
    public static void RefuseUnknown(IConfiguration configuration, string section, params string[] known)
    {
        var unknown = configuration.GetSection(section).GetChildren()
            .FirstOrDefault(setting => !known.Contains(setting.Path, StringComparer.OrdinalIgnoreCase));
        if (unknown is not null)
            throw new SettingException($"{unknown.Path} is not a setting of this program. Allowed under {section}: {string.Join(", ", known)}.");
    }
}
