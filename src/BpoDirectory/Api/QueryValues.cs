namespace BpoDirectory.Api;

/// <summary>Reads the parameters of one request's query and gathers what is wrong with them; unknown parameters are not looked at.</summary>
internal sealed class QueryValues(IQueryCollection query)
{
    private readonly Dictionary<string, string[]> _errors = [];

    /// <summary>What is wrong, by parameter, each with the values allowed; empty when all could be read.</summary>
    public IDictionary<string, string[]> Errors => _errors;

    public string? Text(TextParameter parameter) => Single(parameter);

    public string[] Slugs(SlugsParameter parameter) => [.. query[parameter.Name].OfType<string>()];

    public T Choice<T>(ChoiceParameter<T> parameter, T usual) where T : struct, Enum =>
        Single(parameter) is { } text ? Read(parameter, text) ?? usual : usual;

    public T[] Choices<T>(ChoiceParameter<T> parameter) where T : struct, Enum =>
        [.. query[parameter.Name].OfType<string>().Select(text => Read(parameter, text)).OfType<T>().Distinct()];

    public int Number(NumberParameter parameter)
    {
        if (Single(parameter) is not { } text)
            return parameter.Usual;
        if (parameter.TryRead(text, out var value))
            return value;
        Refuse(parameter, $"Allowed: {parameter.Allowed}.");
        return parameter.Usual;
    }

    private string? Single(QueryParameter parameter)
    {
        var values = query[parameter.Name];
        if (values.Count > 1)
            Refuse(parameter, "Give this parameter once.");
        return values.Count == 1 ? values[0] : null;
    }

    private T? Read<T>(ChoiceParameter<T> parameter, string text) where T : struct, Enum
    {
        if (ChoiceParameter<T>.TryRead(text, out var value))
            return value;
        Refuse(parameter, $"Allowed: {ChoiceParameter<T>.Allowed}.");
        return null;
    }

    private void Refuse(QueryParameter parameter, string reason) => _errors[parameter.Name] = [reason];
}
