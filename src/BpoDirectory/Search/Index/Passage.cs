using BpoDirectory.Search.Text;

namespace BpoDirectory.Search.Index;

/// <summary>A piece of a department's text that can answer a question by itself.</summary>
/// <param name="Field">The part of the department.</param>
/// <param name="Text">The text as a reader sees it.</param>
/// <param name="Lead">
/// How many units at the start of the text say what the rest belongs to ("Payroll processing: pay slips"); not searched.
/// </param>
/// <param name="FunctionId">The function, where the passage names one.</param>
/// <param name="OwnerRank">The department's rank among the function's owners, from 1.</param>
public sealed record Passage(MatchField Field, string Text, int Lead = 0, int? FunctionId = null, int OwnerRank = 1)
{
    /// <summary>The words that are searched: "it" is none but in names, or it would answer every question about IT.</summary>
    public List<Token> Words(Tokenizer tokenizer) => tokenizer.Tokenize(Text).FindAll(word =>
        word.Start >= Lead && (Field is MatchField.Name or MatchField.Alias || !word.IsPronounIn(Text)));
}

/// <summary>Names a passage of a department, so that its text need not be kept.</summary>
/// <param name="Field">The part of the department.</param>
/// <param name="FunctionId">The function, or 0 where the passage names none.</param>
/// <param name="Ordinal">
/// Its place, from 0, among the department's passages of that part or, of a function, among the function's wordings.
/// </param>
public readonly record struct PassageKey(MatchField Field, int FunctionId, int Ordinal);
