using System.Reflection;

namespace BpoDirectory.Data.Text;

/// <summary>
/// What languages and countries are called in English. The program runs with invariant globalization, which knows no names; these are
/// those of CLDR, read from <c>locale-names.txt</c> when the first is asked for.
/// </summary>
public static class LocaleNames
{
    private static readonly Lazy<ILookup<string, (string Code, string Name)>> Loaded = new(Load);

    private static readonly Lazy<Dictionary<string, string>> LanguageNames = new(() => ByCode("language"));
    private static readonly Lazy<Dictionary<string, string>> CountryNames = new(() => ByCode("country"));
    private static readonly Lazy<Dictionary<string, string>> ScriptNames = new(() => ByCode("script"));

    /// <summary>All countries by ISO 3166 code and name, by name.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Countries { get; } =
        [.. CountryNames.Value.OrderByName(country => country.Value)];

    /// <summary>The languages that have a name of their own, by BCP 47 tag and name, by name.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Languages { get; } =
        [.. LanguageNames.Value.OrderByName(language => language.Value)];

    /// <summary>The name of the country with this ISO 3166 code, in capitals; null when there is none.</summary>
    public static string? FindCountry(string code) => CountryNames.Value.GetValueOrDefault(code);

    /// <summary>All that a country is called, its usual name first: Türkiye, Turkey.</summary>
    public static IEnumerable<string> NamesOfCountry(string code) =>
        Loaded.Value["country"].Concat(Loaded.Value["other"]).Where(name => name.Code == code).Select(name => name.Name);

    /// <summary>
    /// A BCP 47 tag of language, script and region in its usual form: <c>pt-BR</c> of <c>PT_br</c>. Null when one of them is unknown; see
    /// https://www.rfc-editor.org/rfc/rfc5646.
    /// </summary>
    public static string? TryNormalizeTag(string text)
    {
        var parts = text.Trim().Split('-', '_');
        var language = parts[0].ToLowerInvariant();
        if (!LanguageNames.Value.ContainsKey(language))
            return null;
        var (script, region) = parts[1..] switch
        {
            [] => ("", ""),
            [{ Length: 4 } one] => (Capitalized(one), ""),
            [var one] => ("", one.ToUpperInvariant()),
            [{ Length: 4 } one, var two] => (Capitalized(one), two.ToUpperInvariant()),
            _ => ("?", ""),
        };
        if (script.Length > 0 && !ScriptNames.Value.ContainsKey(script) || region.Length > 0 && !CountryNames.Value.ContainsKey(region)
            && region != "419")
            return null;
        return string.Join('-', new[] { language, script, region }.Where(part => part.Length > 0));
    }

    /// <summary>
    /// What the language of a tag is called: “Brazilian Portuguese”, “English (India)”. The tag itself where it is unknown.
    /// </summary>
    public static string ToLanguage(string tag)
    {
        if (LanguageNames.Value.TryGetValue(tag, out var name))
            return name;
        var parts = tag.Split('-');
        return parts.Length > 1 && LanguageNames.Value.TryGetValue(parts[0], out var language)
            ? $"{language} ({string.Join(", ", parts[1..].Select(part => ScriptNames.Value.GetValueOrDefault(part) ?? FindCountry(part) ?? part))})"
            : tag;
    }

    private static string Capitalized(string text) => char.ToUpperInvariant(text[0]) + text[1..].ToLowerInvariant();

    private static Dictionary<string, string> ByCode(string kind) => Loaded.Value[kind].ToDictionary(name => name.Code, name => name.Name);

    private static ILookup<string, (string Code, string Name)> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Data/Text/locale-names.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')
            .Select(line => line.Split('\t'))
            .ToLookup(parts => parts[0], parts => (parts[1], parts[2]));
    }
}
