using System.Collections.Frozen;
using System.Text.RegularExpressions;
using BpoDirectory.Data;
using Microsoft.AspNetCore.Components;
using static MudBlazor.Icons.Material;

namespace BpoDirectory.Components.Shared;

/// <summary>The drawings of <see cref="DepartmentIcons"/>: SVG within a square of 24 by 24, without what cannot be seen.</summary>
public static partial class DepartmentIconDrawings
{
    private static readonly FrozenDictionary<string, MarkupString> Drawings = new Dictionary<string, string>
    {
        ["domain"] = Outlined.Domain,
        ["account_balance"] = Outlined.AccountBalance,
        ["account_balance_wallet"] = Outlined.AccountBalanceWallet,
        ["payments"] = Outlined.Payments,
        ["credit_card"] = Outlined.CreditCard,
        ["receipt_long"] = Outlined.ReceiptLong,
        ["request_quote"] = Outlined.RequestQuote,
        ["calculate"] = Outlined.Calculate,
        ["savings"] = Outlined.Savings,
        ["support_agent"] = Outlined.SupportAgent,
        ["headset_mic"] = Outlined.HeadsetMic,
        ["call"] = Outlined.Call,
        ["forum"] = Outlined.Forum,
        ["mail"] = Outlined.Mail,
        ["campaign"] = Outlined.Campaign,
        ["storefront"] = Outlined.Storefront,
        ["shopping_cart"] = Outlined.ShoppingCart,
        ["handshake"] = Outlined.Handshake,
        ["groups"] = Outlined.Groups,
        ["badge"] = Outlined.Badge,
        ["school"] = Outlined.School,
        ["work"] = Outlined.WorkOutline,
        ["person_search"] = Outlined.PersonSearch,
        ["desktop_windows"] = Outlined.DesktopWindows,
        ["laptop"] = Outlined.Laptop,
        ["devices"] = Outlined.Devices,
        ["dns"] = Outlined.Dns,
        ["storage"] = Outlined.Storage,
        ["cloud"] = Outlined.Cloud,
        ["code"] = Outlined.Code,
        ["bug_report"] = Outlined.BugReport,
        ["shield"] = Outlined.Shield,
        ["lock"] = Outlined.Lock,
        ["gavel"] = Outlined.Gavel,
        ["policy"] = Outlined.Policy,
        ["balance"] = Outlined.Balance,
        ["fact_check"] = Outlined.FactCheck,
        ["verified"] = Outlined.Verified,
        ["checklist"] = Outlined.Checklist,
        ["account_tree"] = Outlined.AccountTree,
        ["event_note"] = Outlined.EventNote,
        ["tune"] = Outlined.Tune,
        ["settings"] = Outlined.Settings,
        ["engineering"] = Outlined.Engineering,
        ["factory"] = Outlined.Factory,
        ["construction"] = Outlined.Construction,
        ["inventory_2"] = Outlined.Inventory2,
        ["local_shipping"] = Outlined.LocalShipping,
        ["warehouse"] = Outlined.Warehouse,
        ["flight"] = Outlined.Flight,
        ["medical_services"] = Outlined.MedicalServices,
        ["health_and_safety"] = Outlined.HealthAndSafety,
        ["science"] = Outlined.Science,
        ["biotech"] = Outlined.Biotech,
        ["lightbulb"] = Outlined.Lightbulb,
        ["insights"] = Outlined.Insights,
        ["query_stats"] = Outlined.QueryStats,
        ["bar_chart"] = Outlined.BarChart,
        ["keyboard"] = Outlined.Keyboard,
        ["description"] = Outlined.Description,
        ["translate"] = Outlined.Translate,
        ["public"] = Outlined.Public,
        ["newspaper"] = Outlined.Newspaper,
        ["palette"] = Outlined.Palette,
    }.ToFrozenDictionary(icon => icon.Key, icon => (MarkupString)Unfilled().Replace(icon.Value, ""));

    /// <summary>The drawing of an icon; that of the usual one for a name that there is no more.</summary>
    public static MarkupString Find(string name) => Drawings.GetValueOrDefault(name, Drawings[DepartmentIcons.Default]);

    [GeneratedRegex("""<g fill="none">.*?</g>|<(path|rect)[^>]*fill="none"[^>]*/>|<g></g>""")]
    private static partial Regex Unfilled();
}
