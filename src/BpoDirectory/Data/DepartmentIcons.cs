namespace BpoDirectory.Data;

/// <summary>The icons that a department can have, by their names in Google's Material set (fonts.google.com/icons).</summary>
public static class DepartmentIcons
{
    /// <summary>The icon of a department for which none was chosen.</summary>
    public const string Default = "domain";

    private static readonly OrderedDictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["domain"] = "Building",
        ["account_balance"] = "Bank",
        ["account_balance_wallet"] = "Wallet",
        ["payments"] = "Banknotes",
        ["credit_card"] = "Payment card",
        ["receipt_long"] = "Receipt",
        ["request_quote"] = "Invoice",
        ["calculate"] = "Calculator",
        ["savings"] = "Savings",
        ["support_agent"] = "Agent",
        ["headset_mic"] = "Headset",
        ["call"] = "Telephone",
        ["forum"] = "Conversation",
        ["mail"] = "Letter",
        ["campaign"] = "Megaphone",
        ["storefront"] = "Shop",
        ["shopping_cart"] = "Shopping cart",
        ["handshake"] = "Handshake",
        ["groups"] = "People",
        ["badge"] = "Name badge",
        ["school"] = "Graduation cap",
        ["work"] = "Briefcase",
        ["person_search"] = "Looking for a person",
        ["desktop_windows"] = "Screen",
        ["laptop"] = "Laptop",
        ["devices"] = "Devices",
        ["dns"] = "Servers",
        ["storage"] = "Storage",
        ["cloud"] = "Cloud",
        ["code"] = "Code",
        ["bug_report"] = "Bug",
        ["shield"] = "Shield",
        ["lock"] = "Lock",
        ["gavel"] = "Gavel",
        ["policy"] = "Inspection",
        ["balance"] = "Scales",
        ["fact_check"] = "Checked list",
        ["verified"] = "Seal",
        ["checklist"] = "Checklist",
        ["account_tree"] = "Structure",
        ["event_note"] = "Calendar",
        ["tune"] = "Controls",
        ["settings"] = "Gear",
        ["engineering"] = "Engineer",
        ["factory"] = "Factory",
        ["construction"] = "Tools",
        ["inventory_2"] = "Box",
        ["local_shipping"] = "Lorry",
        ["warehouse"] = "Warehouse",
        ["flight"] = "Aeroplane",
        ["medical_services"] = "First-aid case",
        ["health_and_safety"] = "Health",
        ["science"] = "Flask",
        ["biotech"] = "Microscope",
        ["lightbulb"] = "Light bulb",
        ["insights"] = "Trend",
        ["query_stats"] = "Analysis",
        ["bar_chart"] = "Bar chart",
        ["keyboard"] = "Keyboard",
        ["description"] = "Document",
        ["translate"] = "Translation",
        ["public"] = "Globe",
        ["newspaper"] = "Newspaper",
        ["palette"] = "Palette",
    };

    /// <summary>The names to choose from, those of one kind of work together.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Labels.Keys];

    /// <summary>What to do about a text that is no name of an icon; null when it is one.</summary>
    public static string? Check(string name) => Labels.ContainsKey(name) ? null : $"There is no icon “{name}”: choose one of the list.";

    /// <summary>What the icon of a name is called before a person; of a name that there is no more, the name.</summary>
    public static string ToLabel(string name) => Labels.GetValueOrDefault(name, name);
}
