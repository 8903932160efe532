using BpoDirectory.Data;

namespace BpoDirectory.Components.Admin.Functions;

/// <summary>Which department is to own functions.</summary>
/// <param name="Department">The department.</param>
/// <param name="IsMain">Whether as the main owner, or as a co-owner.</param>
public sealed record OwnerChoice(NamedLink Department, bool IsMain);
