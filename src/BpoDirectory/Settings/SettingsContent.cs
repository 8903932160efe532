using BpoDirectory.Editing;

namespace BpoDirectory.Settings;

/// <summary>All that administrators settle, and the model of their form; see <see cref="SettingsValidator"/> for the limits.</summary>
public sealed class SettingsContent
{
    /// <summary>The name of a directory that nobody has named.</summary>
    public const string UsualName = "BPO Directory";

    /// <summary>The question over the search box that stands there unless another one is chosen.</summary>
    public const string UsualHeadline = "Who handles what in outsourcing?";

    /// <summary>The examples of questions that stand below the search box unless others are chosen.</summary>
    public static readonly IReadOnlyList<string> UsualExamples =
        ["who handles payroll?", "accounts payable", "help desk", "social media marketing", "medical coding", "KPO"];

    /// <summary>What the directory is called.</summary>
    public string Name { get; set; } = UsualName;

    /// <summary>The picture beside the name; null for the usual mark.</summary>
    public LogoReference? Logo { get; set; }

    /// <summary>The colour of links and buttons in light colours, as <c>#rrggbb</c>.</summary>
    public string Accent { get; set; } = AccentColour.Usual;

    /// <summary>The question over the search box.</summary>
    public string Headline { get; set; } = UsualHeadline;

    /// <summary>Examples of questions; none for <see cref="UsualExamples"/>.</summary>
    public List<string> Examples { get; set; } = [];

    /// <summary>The time zone (IANA) that new hours are offered first; empty for none.</summary>
    public string TimeZone { get; set; } = "";

    /// <summary>The e-mail address to which readers report mistakes; empty for none.</summary>
    public string ReportAddress { get; set; } = "";

    /// <summary>Links at the foot of every page, beside the directory's own.</summary>
    public List<FooterLink> FooterLinks { get; set; } = [];
}

/// <summary>A link at the foot of every page.</summary>
public sealed class FooterLink : KeyedContent
{
    public string Label { get; set; } = "";

    /// <summary>A web address: http or https.</summary>
    public string Address { get; set; } = "";
}

/// <summary>A logo that is kept.</summary>
/// <param name="Hash">What its bytes are known by; see <see cref="Data.Logo.Hash"/>.</param>
/// <param name="Width">In pixels, or units of the drawing.</param>
/// <param name="Height">In the same.</param>
public sealed record LogoReference(string Hash, int Width, int Height)
{
    /// <summary>Where browsers find it: another address for each content.</summary>
    public string Address => $"/logo/{Hash}";
}

/// <summary>The settings as they are kept.</summary>
/// <param name="Version">How often they were saved; 0 when they never were.</param>
/// <param name="SavedBy">The name of who saved last.</param>
/// <param name="Content">What they are; not to be changed.</param>
public sealed record SavedSettings(int Version, string SavedBy, SettingsContent Content);
