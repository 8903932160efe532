using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace BpoDirectory.Search.Meaning;

/// <summary>A vector of the model with a byte for each number, a quarter of its size; similarities change by less than 0.01.</summary>
/// <param name="Numbers">The numbers, the largest of them 127 or -127.</param>
/// <param name="Scale">What each is to be multiplied with.</param>
internal readonly record struct SentenceVector(sbyte[] Numbers, float Scale)
{
    /// <summary>The bytes of a stored vector.</summary>
    public const int StoredLength = SentenceModel.Dimensions + sizeof(float);

    /// <summary>Rounds a vector of the model.</summary>
    public static SentenceVector Round(ReadOnlySpan<float> vector)
    {
        var largest = MathF.Abs(TensorPrimitives.MaxMagnitude(vector));
        var scale = largest > 0 ? largest / sbyte.MaxValue : 1;
        var numbers = new sbyte[vector.Length];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = (sbyte)MathF.Round(vector[i] / scale);
        return new SentenceVector(numbers, scale);
    }

    /// <summary>A vector as <see cref="ToBytes"/> wrote it.</summary>
    public static SentenceVector FromBytes(ReadOnlySpan<byte> bytes) =>
        new(MemoryMarshal.Cast<byte, sbyte>(bytes[..SentenceModel.Dimensions]).ToArray(),
            BitConverter.ToSingle(bytes[SentenceModel.Dimensions..]));

    /// <summary>The numbers, then the scale.</summary>
    public byte[] ToBytes() => [.. MemoryMarshal.Cast<sbyte, byte>(Numbers), .. BitConverter.GetBytes(Scale)];

    /// <summary>How near another vector is: the cosine of the angle between them, 1 for the same direction.</summary>
    public float SimilarityTo(SentenceVector other) => Dot(Numbers, other.Numbers) * Scale * other.Scale;

    // TensorPrimitives.Dot would add the products up in a byte.
    private static int Dot(ReadOnlySpan<sbyte> left, ReadOnlySpan<sbyte> right)
    {
        var lefts = MemoryMarshal.Cast<sbyte, Vector<sbyte>>(left);
        var rights = MemoryMarshal.Cast<sbyte, Vector<sbyte>>(right);
        var sum = Vector<int>.Zero;
        for (var i = 0; i < lefts.Length; i++)
        {
            Vector.Widen(lefts[i], out var leftLow, out var leftHigh);
            Vector.Widen(rights[i], out var rightLow, out var rightHigh);
            // Two products of at most 127 times 127 have room in a short.
            Vector.Widen((leftLow * rightLow) + (leftHigh * rightHigh), out var first, out var second);
            sum += first + second;
        }
        return Vector.Sum(sum);
    }
}
