using System.IO.Hashing;
using System.Text;
using BpoDirectory.Data;
using BpoDirectory.Data.Queries;
using BpoDirectory.Search.Meaning;

namespace BpoDirectory.Search.Storage;

/// <summary>
/// Keeps the vectors of texts, by a hash of the text and of the model's name: another model's are never taken for its own.
/// </summary>
public sealed class VectorStore(WriteGate gate)
{
    private const int KeysPerRead = 1000;

    /// <summary>Adds the stored vectors of those texts that have none in <paramref name="vectors"/> yet; answers how many.</summary>
    internal static int ReadInto(SearchReader reader, IReadOnlyList<string> texts, Dictionary<string, SentenceVector> vectors)
    {
        var before = vectors.Count;
        foreach (var batch in texts.Where(text => !vectors.ContainsKey(text)).Chunk(KeysPerRead))
        {
            var byKey = batch.ToDictionary(KeyOf);
            reader.Session.Each(
                "SELECT Key, Vector FROM PassageVectors WHERE Key IN (SELECT value FROM json_each($1))",
                row =>
                {
                    if (row.GetFieldValue<byte[]>(1) is { Length: SentenceVector.StoredLength } stored)
                        vectors[byKey[row.GetString(0)]] = SentenceVector.FromBytes(stored);
                },
                byKey.Keys);
        }
        return vectors.Count - before;
    }

    /// <summary>Stores vectors, each in place of what is stored for its text.</summary>
    internal Task WriteAsync(IEnumerable<(string Text, SentenceVector Vector)> vectors, CancellationToken cancellation) =>
        gate.WriteAsync(
            db =>
            {
                using var commands = new PreparedCommands(db);
                foreach (var (text, vector) in vectors)
                    commands.Execute(
                        """
                        INSERT INTO PassageVectors(Key, Vector) VALUES ($1, $2)
                        ON CONFLICT (Key) DO UPDATE SET Vector = excluded.Vector
                        """,
                        KeyOf(text), vector.ToBytes());
                return Task.CompletedTask;
            },
            cancellation);

    private static string KeyOf(string text) =>
        Convert.ToHexStringLower(XxHash128.Hash(Encoding.UTF8.GetBytes($"{SentenceModel.Name}\n{text}")));
}
