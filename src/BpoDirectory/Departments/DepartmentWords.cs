using BpoDirectory.Data;

namespace BpoDirectory.Departments;

/// <summary>What the values of a department are called before a person.</summary>
public static class DepartmentWords
{
    public static string Of(Office office) => office switch
    {
        Office.Front => "Front office",
        Office.Back => "Back office",
        Office.Both => "Front and back office",
        _ => "No office",
    };

    public static string Of(OfficeBasis basis) => basis == OfficeBasis.Stated ? "Stated in a source" : "Judged by an editor";

    public static string Of(Side side) => side == Side.Client ? "Client’s side" : "Provider’s side";
}
