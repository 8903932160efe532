namespace BpoDirectory.Search.Index;

/// <summary>Names a passage of a department, so that its text need not be at hand.</summary>
/// <param name="Field">The part of the department.</param>
/// <param name="FunctionId">The function, or 0 where the passage names none.</param>
/// <param name="Place">Its place, from 0, among the department's passages of that part or, of a function, among the function's wordings.</param>
public readonly record struct PassageKey(MatchField Field, int FunctionId, int Place);
