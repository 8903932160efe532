using System.Data.Common;

namespace BpoDirectory.Data.Queries;

/// <summary>The prepared queries for who works in a department, where, for whom, and what it promises.</summary>
internal static class ReachQueries
{
    private const string Person = "p.Slug, p.Name, p.Position, p.Email, p.Phone, p.HasLeft";

    /// <summary>Who has which role, in order; nobody who is archived.</summary>
    public static List<AssignedPerson> People(ReadSession session, int id) => session.Query(
        $"SELECT r.Role, {Person} FROM DepartmentPeople r JOIN People p ON p.Id = r.PersonId AND NOT p.IsArchived WHERE r.DepartmentId = $1 ORDER BY r.Rank, r.Id",
        row => new AssignedPerson(Enum.Parse<PersonRole>(row.GetString(0)), ReadPerson(row, 1)), id);

    /// <summary>The steps of escalation, in order; people as the reader may see them.</summary>
    public static List<EscalationDetails> Escalation(ReadSession session, int id, bool withPeople) => session.Query(
        $"""
        SELECT s."When", s.Note, s.Kind, s.Value, {Person}
        FROM EscalationSteps s LEFT JOIN People p ON p.Id = s.PersonId AND NOT p.IsArchived
        WHERE s.DepartmentId = $1 AND (s.Kind IS NOT NULL OR p.Id IS NOT NULL) ORDER BY s.Rank, s.Id
        """,
        row => new EscalationDetails(
            row.GetString(0), row.IsDBNull(4) || !withPeople ? null : ReadPerson(row, 4), !row.IsDBNull(4) && !withPeople,
            row.IsDBNull(2) ? null : new ChannelDetails(Enum.Parse<ChannelKind>(row.GetString(2)), row.GetString(3), null, null, null),
            DepartmentQueries.Text(row, 1)), id);

    public static List<ServiceLevelDetails> ServiceLevels(ReadSession session, int id) => session.Query(
        "SELECT Measure, Target, Note, Link FROM ServiceLevels WHERE DepartmentId = $1 ORDER BY Rank, Id",
        row => new ServiceLevelDetails(row.GetString(0), row.GetString(1), DepartmentQueries.Text(row, 2), DepartmentQueries.Text(row, 3)),
        id);

    public static List<LinkDetails> Links(ReadSession session, int id) => session.Query(
        "SELECT Kind, Label, Address FROM DepartmentLinks WHERE DepartmentId = $1 ORDER BY Rank, Id",
        row => new LinkDetails(Enum.Parse<LinkKind>(row.GetString(0)), row.GetString(1), row.GetString(2)), id);

    public static List<SiteLink> Sites(ReadSession session, int id) => session.Query(
        """
        SELECT s.Slug, s.Name, s.City, s.Country FROM DepartmentSite m JOIN Sites s ON s.Id = m.SitesId AND NOT s.IsArchived
        WHERE m.DepartmentsId = $1 ORDER BY s.NameKey
        """,
        row => new SiteLink(row.GetString(0), row.GetString(1), DepartmentQueries.Text(row, 2), DepartmentQueries.Text(row, 3)), id);

    public static List<NamedLink> Languages(ReadSession session, int id) => session.Query(
        "SELECT l.Tag, l.Name FROM DepartmentLanguage m JOIN Languages l ON l.Id = m.LanguagesId WHERE m.DepartmentId = $1 ORDER BY l.Name",
        row => DepartmentQueries.Link(row, 0), id);

    public static List<NamedLink> Clients(ReadSession session, int id) => session.Query(
        """
        SELECT c.Slug, c.Name FROM DepartmentClient m JOIN Clients c ON c.Id = m.ClientsId AND NOT c.IsArchived
        WHERE m.DepartmentsId = $1 ORDER BY c.NameKey
        """,
        row => DepartmentQueries.Link(row, 0), id);

    public static List<NamedLink> Tags(ReadSession session, int id) => session.Query(
        "SELECT t.Slug, t.Name FROM DepartmentTag m JOIN Tags t ON t.Id = m.TagsId WHERE m.DepartmentId = $1 ORDER BY t.NameKey",
        row => DepartmentQueries.Link(row, 0), id);

    private static PersonDetails ReadPerson(DbDataReader row, int first) => new(
        row.GetString(first), row.GetString(first + 1), DepartmentQueries.Text(row, first + 2), DepartmentQueries.Text(row, first + 3),
        DepartmentQueries.Text(row, first + 4), row.GetBoolean(first + 5));
}
