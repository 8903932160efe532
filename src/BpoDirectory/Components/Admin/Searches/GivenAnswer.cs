namespace BpoDirectory.Components.Admin.Searches;

/// <summary>What a wording that found nothing was added to.</summary>
/// <param name="Target">The name of the department or synonym set.</param>
/// <param name="IsSynonym">Whether it is a synonym set.</param>
public sealed record GivenAnswer(string Target, bool IsSynonym);
