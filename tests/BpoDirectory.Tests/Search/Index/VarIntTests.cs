using System.Buffers;
using BpoDirectory.Search.Index;

namespace BpoDirectory.Tests.Search.Index;

public sealed class VarIntTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(127, 1)]
    [InlineData(128, 2)]
    [InlineData(16_383, 2)]
    [InlineData(16_384, 3)]
    [InlineData(2_097_152, 4)]
    [InlineData(int.MaxValue, 5)]
    public void Number_takes_as_many_bytes_as_it_needs_and_is_read_back(int value, int length)
    {
        var bytes = new byte[VarInt.Longest];

        Assert.Equal((length, length), (VarInt.Length(value), VarInt.Write(bytes, value)));
        var at = 0;
        Assert.Equal((value, length), (VarInt.Read(bytes, ref at), at));
    }

    [Fact]
    public void Numbers_stand_one_behind_the_other()
    {
        var random = new Random(11);
        var values = Enumerable.Range(0, 500).Select(_ => random.Next() >> random.Next(31)).ToList();
        var written = new ArrayBufferWriter<byte>();
        values.ForEach(value => VarInt.Write(written, value));

        var at = 0;
        Assert.Equal(values, values.Select(_ => VarInt.Read(written.WrittenSpan, ref at)).ToList());
        Assert.Equal(written.WrittenCount, at);
    }
}
