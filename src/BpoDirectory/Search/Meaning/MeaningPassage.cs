using BpoDirectory.Search.Ranking;

namespace BpoDirectory.Search.Meaning;

/// <summary>A piece of a department's text that a question may be close to in meaning.</summary>
/// <param name="DepartmentId">The department.</param>
/// <param name="Field">The part of the department.</param>
/// <param name="Shown">The text as a reason: "Payroll processing: pay slips".</param>
/// <param name="Text">The text that is compared: "pay slips".</param>
/// <param name="FunctionId">The function that it is about; 0 where there is none.</param>
/// <param name="OwnerRank">The department's rank among the function's owners, from 1.</param>
public sealed record MeaningPassage(int DepartmentId, MatchField Field, string Shown, string Text, int FunctionId = 0, int OwnerRank = 1)
{
    /// <summary>The passage as a reason.</summary>
    public SearchMatch ToMatch() => Snippet.Create(Field, Shown, []) with { By = MatchKind.Meaning };
}
