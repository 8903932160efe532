using BpoDirectory.Data;

namespace BpoDirectory.Departments;

/// <summary>What roles of people, kinds of links and ways of delivery are called before a person.</summary>
public static class ReachLabels
{
    /// <summary>“Escalation contact”.</summary>
    public static string ToLabel(this PersonRole role) => role == PersonRole.Escalation ? "Escalation contact" : role.ToString();

    /// <summary>“Procedure”.</summary>
    public static string ToLabel(this LinkKind kind) => kind.ToString();

    /// <summary>“In-house”.</summary>
    public static string ToLabel(this Delivery delivery) => delivery == Delivery.Inhouse ? "In-house" : delivery.ToString();
}
