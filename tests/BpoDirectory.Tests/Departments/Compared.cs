using BpoDirectory.Data;
using BpoDirectory.Departments;

namespace BpoDirectory.Tests.Departments;

/// <summary>Departments to be compared, about which nearly nothing is told.</summary>
internal static class Compared
{
    public static DepartmentDetails Department(string name) => new()
    {
        Slug = name,
        Name = name,
        Aliases = [],
        Icon = "apartment",
        Office = Office.Back,
        OfficeBasis = OfficeBasis.Stated,
        OfficeReason = "So it is.",
        OfficeSources = [],
        Side = Side.Provider,
        Parent = null,
        Children = [],
        Summary = "Works.",
        Description = "",
        Responsibilities = [],
        Channels = [],
        Hours = null,
        People = [],
        Escalation = [],
        ServiceLevels = [],
        Links = [],
        Delivery = null,
        Clients = [],
        Tags = [],
        Sites = [],
        Languages = [],
        Functions = [],
        Related = [],
        ServiceLines = [],
        OutsourcingTypes = [],
        Sources = [],
        Version = 1,
        UpdatedAt = DateTime.UnixEpoch,
        ReviewedAt = null,
        Keeper = null,
        ReviewIntervalDays = null,
    };
}
