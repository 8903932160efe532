namespace BpoDirectory.Search.Facets;

/// <summary>
/// A property by which departments are narrowed, in the order in which readers see them; its name in lower case stands for it in an
/// address.
/// </summary>
public enum Facet
{
    Office,
    Line,
    Type,
    Site,
    Language,
    Client,
    Delivery,
    Partner,
    Tag,
    Side,
}
