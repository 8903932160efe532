namespace BpoDirectory.Components.Admin.Users;

/// <summary>What the page of users does to one of them.</summary>
public enum UserChange
{
    MakeReader,
    MakeEditor,
    MakeAdministrator,
    Disable,
    Enable,
    Reset,
}
