using System.Buffers;
using BpoDirectory.Search.Text;

namespace BpoDirectory.Search.Index;

/// <summary>
/// A department's passages as the index keeps them: in their order, for each a byte that says what it is, for a function
/// its key and the department's rank among its owners, then the number of its words, and the words as their numbers in
/// the index. All numbers are <see cref="VarInt"/>s.
/// </summary>
internal static class PackedPassages
{
    /// <summary>Set in a passage's first byte when it is another wording for what the passage before it names.</summary>
    public const int IsOtherWording = 0x10;

    /// <summary>The bits of a passage's first byte that are its <see cref="MatchField"/>.</summary>
    public const int FieldBits = 0x0F;

    /// <summary>Packs passages, whose words are split by <paramref name="tokenizer"/> and numbered by <paramref name="number"/>.</summary>
    public static byte[] Pack(IEnumerable<Passage> passages, Tokenizer tokenizer, Func<string, int> number)
    {
        var packed = new ArrayBufferWriter<byte>();
        foreach (var passage in passages)
        {
            packed.GetSpan(1)[0] = (byte)((int)passage.Field | (passage.Lead > 0 ? IsOtherWording : 0));
            packed.Advance(1);
            if (passage.Field == MatchField.Function)
            {
                VarInt.Write(packed, passage.FunctionId!.Value);
                VarInt.Write(packed, passage.OwnerRank);
            }
            var words = passage.Words(tokenizer);
            VarInt.Write(packed, words.Count);
            foreach (var word in words)
                VarInt.Write(packed, number(word.Text));
        }
        return packed.WrittenSpan.ToArray();
    }
}
