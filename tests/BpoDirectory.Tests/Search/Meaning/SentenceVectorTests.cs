using System.Numerics.Tensors;
using BpoDirectory.Search.Meaning;

namespace BpoDirectory.Tests.Search.Meaning;

public sealed class SentenceVectorTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Rounding_changes_a_similarity_by_less_than_a_hundredth(int seed)
    {
        var (left, right) = (Direction(seed), Direction(seed + 100));

        var rounded = SentenceVector.Round(left).SimilarityTo(SentenceVector.Round(right));

        Assert.Equal(TensorPrimitives.Dot<float>(left, right), rounded, 0.01f);
        Assert.Equal(1, SentenceVector.Round(left).SimilarityTo(SentenceVector.Round(left)), 0.01f);
    }

    [Fact]
    public void Largest_number_may_be_a_negative_one()
    {
        var vector = new float[SentenceModel.Dimensions];
        (vector[0], vector[1]) = (-0.8f, 0.6f);

        var rounded = SentenceVector.Round(vector);

        Assert.Equal((-127, 95), (rounded.Numbers[0], rounded.Numbers[1]));
    }

    [Fact]
    public void Vector_without_a_direction_is_near_nothing() =>
        Assert.Equal(0, SentenceVector.Round(new float[SentenceModel.Dimensions]).SimilarityTo(SentenceVector.Round(Direction(1))));

    [Fact]
    public void Stored_vector_comes_back_as_it_was()
    {
        var vector = SentenceVector.Round(Direction(4));

        var stored = vector.ToBytes();
        var back = SentenceVector.FromBytes(stored);

        Assert.Equal(SentenceVector.StoredLength, stored.Length);
        Assert.Equal(vector.Numbers, back.Numbers);
        Assert.Equal(vector.Scale, back.Scale);
    }

    private static float[] Direction(int seed)
    {
        var dice = new Random(seed);
        float[] vector = [.. Enumerable.Range(0, SentenceModel.Dimensions).Select(_ => (float)(dice.NextDouble() - 0.5))];
        TensorPrimitives.Divide(vector, TensorPrimitives.Norm<float>(vector), vector);
        return vector;
    }
}
