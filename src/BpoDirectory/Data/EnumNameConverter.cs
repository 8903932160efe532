using System.Text.Json;
using System.Text.Json.Serialization;

namespace BpoDirectory.Data;

/// <summary>
/// Values of enumerations as JSON: by their name in camel case, whose case does not matter when it is read. The framework's converter takes
/// several names with commas between them too, of any enumeration, and makes another value of them.
/// </summary>
public sealed class EnumNameConverter : JsonConverterFactory
{
    /// <inheritdoc />
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    /// <inheritdoc />
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert))!;

    private sealed class Converter<T> : JsonConverter<T> where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String ? Find(reader.GetString()!) : throw Refusal();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(EnumNames.Of(value));

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Find(reader.GetString()!);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WritePropertyName(EnumNames.Of(value));

        private static T Find(string name) => EnumNames.Find<T>(name) ?? throw Refusal();

        private static JsonException Refusal() => new($"Allowed: {string.Join(", ", EnumNames.Of(typeof(T)))}.");
    }
}
