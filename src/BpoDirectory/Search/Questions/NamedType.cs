using BpoDirectory.Search.Text;

namespace BpoDirectory.Search.Questions;

/// <summary>An outsourcing type, which a question may name.</summary>
/// <param name="answer">The type.</param>
/// <param name="synonyms">What it is called besides its acronym and name.</param>
/// <param name="tokenizer">Splits the names.</param>
public sealed class NamedType(TypeAnswer answer, IEnumerable<string> synonyms, Tokenizer tokenizer)
{
    private readonly string[][] _names =
    [
        .. synonyms.Prepend(answer.Name).Prepend(answer.Acronym)
            .Select(name => tokenizer.Tokenize(name).Select(token => token.Stem).Where(stem => stem != Tokenizer.And).ToArray()),
    ];

    /// <summary>The type as an answer.</summary>
    public TypeAnswer Answer => answer;

    /// <summary>Whether the terms are one of its names, word for word.</summary>
    public bool IsNamedBy(Interpretation question) =>
        _names.Any(name => name.SequenceEqual(question.Terms.Select(term => term.Token.Stem)));
}
