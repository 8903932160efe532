using BpoDirectory.Data;

namespace BpoDirectory.Departments;

/// <summary>What a department’s office, its basis and its side are called before a person.</summary>
public static class OfficeLabels
{
    /// <summary>“Front office”.</summary>
    public static string ToLabel(this Office office) => office switch
    {
        Office.Front => "Front office",
        Office.Back => "Back office",
        Office.Both => "Front and back office",
        _ => "Not applicable",
    };

    /// <summary>What departments of an office do, in a few words.</summary>
    public static string ToExplanation(this Office office) => office switch
    {
        Office.Front => "Talks to the client’s customers",
        Office.Back => "Works inside, away from the client’s customers",
        Office.Both => "Serves the inside and the client’s customers",
        _ => "Gives work away and does none of it",
    };

    /// <summary>How the office is known.</summary>
    public static string ToLabel(this OfficeBasis basis) => basis == OfficeBasis.Stated ? "Stated in a source" : "Judged by an editor";

    /// <summary>Whose side of the contract it is.</summary>
    public static string ToLabel(this Side side) => side == Side.Client ? "Client’s side" : "Provider’s side";
}
