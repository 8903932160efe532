using System.Globalization;
using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Search;

namespace BpoDirectory.Components.Shared;

/// <summary>What the program's values are called before a reader.</summary>
public static class Words
{
    public static string Of(Office office) => DepartmentWords.Of(office);

    /// <summary>What an office means, in one line.</summary>
    public static string Explain(Office office) => office switch
    {
        Office.Front => "The work talks to the client’s customers.",
        Office.Back => "The work happens inside, away from the client’s customers.",
        Office.Both => "The work serves both the inside and the client’s customers.",
        _ => "Stands outside both: it gives work away and does none of it.",
    };

    public static string Of(OfficeBasis basis) => DepartmentWords.Of(basis);

    public static string Of(Side side) => DepartmentWords.Of(side);

    public static string Of(MatchField field) => field switch
    {
        MatchField.Name => "Name",
        MatchField.Alias => "Also called",
        MatchField.Function => "Function",
        MatchField.Responsibility => "Responsibility",
        MatchField.ServiceLine => "Service line",
        MatchField.Type => "Outsourcing type",
        MatchField.Summary => "Summary",
        _ => "Description",
    };

    public static string Of(DepartmentSort sort) => sort switch
    {
        DepartmentSort.Relevance => "Best match",
        DepartmentSort.Name => "Name",
        _ => "Newest",
    };

    public static string Of(AccountRole role) => role == AccountRole.Administrator ? "Administrator" : "Editor";

    public static string Of(AuditKind kind) => AuditWords.Of(kind);

    /// <summary>“1 department”, “1,250 departments”.</summary>
    public static string Count(int count, string one) => $"{Number(count)} {(count == 1 ? one : one + "s")}";

    /// <summary>The same for a word with a plural of its own.</summary>
    public static string Count(int count, string one, string many) => $"{Number(count)} {(count == 1 ? one : many)}";

    /// <summary>With commas between thousands.</summary>
    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>“21 November 2026”.</summary>
    public static string Date(DateTime date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>“2026-11-21 14:05:09 UTC”.</summary>
    public static string Time(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
