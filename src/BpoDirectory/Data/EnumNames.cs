using System.Text.Json;

namespace BpoDirectory.Data;

/// <summary>
/// Values of enumerations by their names, as addresses, JSON and names of files hold them. <see cref="Enum.TryParse{T}(string, out T)"/>
/// takes numbers too, and several names with commas between them, and makes another value of these.
/// </summary>
public static class EnumNames
{
    /// <summary>The names of an enumeration's values in camel case, in their order.</summary>
    public static IReadOnlyList<string> Of(Type enumeration) =>
        [.. Enum.GetNames(enumeration).Select(JsonNamingPolicy.CamelCase.ConvertName)];

    /// <summary>The name of a value in camel case.</summary>
    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>The value with a name, whose case does not matter; null where none has it.</summary>
    public static T? Find<T>(string? name) where T : struct, Enum =>
        name is not null && Values<T>.ByName.TryGetValue(name, out var value) ? value : null;

    private static class Values<T> where T : struct, Enum
    {
        public static readonly Dictionary<string, T> ByName =
            Enum.GetValues<T>().ToDictionary(value => value.ToString(), StringComparer.OrdinalIgnoreCase);
    }
}
