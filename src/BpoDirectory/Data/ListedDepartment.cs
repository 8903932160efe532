namespace BpoDirectory.Data;

/// <summary>A department in a list about something else.</summary>
public sealed record ListedDepartment(string Slug, string Name, string Icon, Office Office, string Summary);
