namespace BpoDirectory.Departments;

/// <summary>How long a review of a department counts.</summary>
public sealed record ReviewInterval(TimeSpan Length);
