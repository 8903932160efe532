using System.Globalization;

namespace BpoDirectory.Benchmarks;

/// <summary>The words after a command: values, and options as <c>--name value</c> or, for a switch, <c>--name</c>.</summary>
internal sealed class CommandLine
{
    private readonly List<string> _values = [];
    private readonly Dictionary<string, string> _options = [];

    /// <summary>Parses the words.</summary>
    /// <exception cref="UsageException">
    /// An option is not among <paramref name="options"/> and <paramref name="switches"/>, or lacks its value.
    /// </exception>
    public CommandLine(IEnumerable<string> words, IReadOnlyCollection<string> options, params IReadOnlyCollection<string> switches)
    {
        using var word = words.GetEnumerator();
        while (word.MoveNext())
        {
            if (!word.Current.StartsWith("--", StringComparison.Ordinal))
            {
                _values.Add(word.Current);
                continue;
            }
            var name = word.Current[2..];
            if (switches.Contains(name))
                _options[name] = "";
            else if (!options.Contains(name))
                throw new UsageException($"--{name} is no option of this command.");
            else if (word.MoveNext())
                _options[name] = word.Current;
            else
                throw new UsageException($"--{name} needs a value.");
        }
    }

    /// <summary>The words that are no options.</summary>
    public IReadOnlyList<string> Values => _values;

    public bool Has(string name) => _options.ContainsKey(name);

    public string? Text(string name) => _options.GetValueOrDefault(name);

    /// <summary>A whole number from 0.</summary>
    /// <exception cref="UsageException">The option's value is something else.</exception>
    public int Number(string name, int usual) => Text(name) is { } text ? Whole(name, text) : usual;

    /// <summary>A number with or without decimals, from 0.</summary>
    /// <exception cref="UsageException">The option's value is something else.</exception>
    public double Decimal(string name, double usual) =>
        Text(name) is not { } text ? usual
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value
        : throw new UsageException($"--{name} is “{text}”, which is no number.");

    /// <summary>Whole numbers joined by commas.</summary>
    /// <exception cref="UsageException">One of them is something else.</exception>
    public IReadOnlyList<int> Numbers(string name, IReadOnlyList<int> usual) =>
        Text(name) is { } text ? [.. text.Split(',').Select(part => Whole(name, part))] : usual;

    /// <summary>Words joined by commas, or null when the option is absent.</summary>
    public IReadOnlyList<string>? Words(string name) => Text(name)?.Split(',');

    private static int Whole(string name, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new UsageException($"--{name} is “{text}”, which is no whole number.");
}

/// <summary>What was typed cannot be run; the message says why in one line.</summary>
public sealed class UsageException(string message) : Exception(message);

/// <summary>A measurement cannot be made, or would say nothing; the message says why.</summary>
internal sealed class MeasurementException(string message) : Exception(message);
