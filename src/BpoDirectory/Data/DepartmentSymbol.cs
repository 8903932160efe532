namespace BpoDirectory.Data;

/// <summary>The icon of a department, and the office whose tints it has.</summary>
public sealed record DepartmentSymbol(string Icon, Office Office)
{
    internal static DepartmentSymbol Usual { get; } = new(DepartmentIcons.Default, Office.None);
}
