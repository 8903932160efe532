using System.Globalization;
using System.Security.Cryptography;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using BpoDirectory.Data;
using BpoDirectory.Editing.Revisions;

namespace BpoDirectory.Api.Feeds;

/// <summary>A feed of changes as XML.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Page">The path of the page that it is about.</param>
/// <param name="UpdatedAt">When it changed last if nothing is told in it, in UTC.</param>
internal sealed record AtomFeed(string Title, string Page, DateTime UpdatedAt)
{
    public const string ContentType = "application/atom+xml; charset=utf-8";

    /// <summary>Most changes told of.</summary>
    public const int Most = 50;

    /// <summary>Writes the feed.</summary>
    /// <param name="site">Where the directory is.</param>
    /// <param name="address">The path and query of the feed itself.</param>
    /// <param name="changes">What is told, latest first.</param>
    public byte[] Write(string site, string address, IReadOnlyList<VisibleChange> changes)
    {
        var updatedAt = Time(changes.Count > 0 ? changes[0].SavedAt : UpdatedAt);
        var feed = new SyndicationFeed(Plain(Title), null, null, site + address, updatedAt, changes.Select(change => ItemOf(change, site)))
        {
            Generator = "BpoDirectory",
        };
        feed.Links.Add(new SyndicationLink(new Uri(site + address)) { RelationshipType = "self", MediaType = "application/atom+xml" });
        feed.Links.Add(SyndicationLink.CreateAlternateLink(new Uri(site + Page), "text/html"));
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
            feed.GetAtom10Formatter().WriteTo(xml);
        return bytes.ToArray();
    }

    private static SyndicationItem ItemOf(VisibleChange change, string site)
    {
        var item = new SyndicationItem
        {
            Id = IdOf(change),
            Title = new TextSyndicationContent(Plain($"{change.Name}: {Verb(change.Action)}")),
            Summary = new TextSyndicationContent(Plain(Describe(change))),
            LastUpdatedTime = Time(change.SavedAt),
            PublishDate = Time(change.SavedAt),
        };
        item.Authors.Add(new SyndicationPerson { Name = Plain(change.By.Length > 0 ? change.By : "BpoDirectory") });
        item.Links.Add(SyndicationLink.CreateAlternateLink(new Uri(site + PageOf(change)), "text/html"));
        return item;
    }

    // The same wherever the directory is reached, and after a restore.
    private static string IdOf(VisibleChange change)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{change.RevisionId} {change.Type} {change.Version} {change.SavedAt:O}");
        return $"urn:uuid:{new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16))}";
    }

    private static string Describe(VisibleChange change)
    {
        var what = char.ToUpperInvariant(change.Noun[0]) + change.Noun[1..];
        var fields = change.Fields.Count > 0 ? $": {string.Join(", ", change.Fields)}" : "";
        var note = change.Note is { } reason ? $" “{reason}”" : "";
        return $"{what} {Verb(change.Action)}{(change.By.Length > 0 ? $" by {change.By}" : "")}{fields}.{note}";
    }

    private static string Verb(RevisionAction action) => action switch
    {
        RevisionAction.Created => "created",
        RevisionAction.Archived => "archived",
        RevisionAction.Restored => "restored",
        RevisionAction.RolledBack => "restored to an earlier version",
        _ => "changed",
    };

    private static string PageOf(VisibleChange change) => change.Type switch
    {
        EntryType.Department when change.Action is RevisionAction.Edited or RevisionAction.RolledBack && change.Version > 1 =>
            string.Create(
                CultureInfo.InvariantCulture, $"/departments/{change.Slug}/history?from={change.Version - 1}&to={change.Version}"),
        EntryType.Department => $"/departments/{change.Slug}",
        EntryType.Function => $"/functions/{change.Slug}",
        EntryType.ServiceLine => $"/service-lines/{change.Slug}",
        EntryType.OutsourcingType => $"/outsourcing-types/{change.Slug}",
        EntryType.Site => $"/sites/{change.Slug}",
        EntryType.Person => $"/people/{change.Slug}",
        EntryType.GuideArticle => $"/guide/{change.Slug}",
        _ => $"/departments?{change.Type.ToString().ToLowerInvariant()}={change.Slug}",
    };

    private static DateTimeOffset Time(DateTime time) => new(time, TimeSpan.Zero);

    // XML has no place for control characters.
    private static string Plain(string text) =>
        string.Concat(text.Where(letter => char.IsSurrogate(letter) || XmlConvert.IsXmlChar(letter)));
}
