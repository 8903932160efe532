using System.Text.Json;
using BpoDirectory.Data;

namespace BpoDirectory.Tests.Data;

public sealed class EnumNameConverterTests
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new EnumNameConverter() } };

    [Theory]
    [InlineData("front", Office.Front)]
    [InlineData("Both", Office.Both)]
    [InlineData("NONE", Office.None)]
    public void Value_is_read_by_its_name_in_any_case(string name, Office office) =>
        Assert.Equal(office, JsonSerializer.Deserialize<Office>($"\"{name}\"", Options));

    [Theory]
    [InlineData("\"front, back\"")]
    [InlineData("\"front,\"")]
    [InlineData("\"\"")]
    [InlineData("\"0\"")]
    [InlineData("\"99\"")]
    [InlineData("\"middle\"")]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("[\"front\"]")]
    public void What_is_not_one_name_is_refused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Office>(json, Options));

    [Fact]
    public void Value_is_written_by_its_name_as_a_key_too()
    {
        var written =
            JsonSerializer.Serialize(
                new Dictionary<OfficeBasis, Office?> { [OfficeBasis.Judged] = Office.Back, [OfficeBasis.Stated] = null }, Options);

        Assert.Equal("""{"judged":"back","stated":null}""", written);
        Assert.Equal(Office.Back, JsonSerializer.Deserialize<Dictionary<OfficeBasis, Office?>>(written, Options)![OfficeBasis.Judged]);
    }
}
