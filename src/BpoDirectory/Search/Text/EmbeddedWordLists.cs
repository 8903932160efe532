using System.Reflection;
using YamlDotNet.Serialization;

namespace BpoDirectory.Search.Text;

/// <summary>The lists of words that come with the program.</summary>
internal static class EmbeddedWordLists
{
    /// <summary>Reads the lists of a file, by their names.</summary>
    public static Dictionary<string, List<string>> Lists(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Search/{file}")!;
        using var reader = new StreamReader(stream);
        return new DeserializerBuilder().Build().Deserialize<Dictionary<string, List<string>>>(reader);
    }
}
