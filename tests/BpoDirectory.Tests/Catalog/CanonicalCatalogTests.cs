using BpoDirectory.Data;

namespace BpoDirectory.Tests.Catalog;

/// <summary>The departments, service lines, outsourcing types and guide articles that the catalog must have, and no others.</summary>
public sealed class CanonicalCatalogTests
{
    /// <summary>Name, office, basis, parent, and the aliases a department must have at least.</summary>
    public static TheoryData<string, Office, OfficeBasis, string?, string> Departments => new()
    {
        { "Customer Service", Office.Front, OfficeBasis.Stated, null, "Customer Support, Customer Care, Client Services" },
        { "Call Center", Office.Front, OfficeBasis.Judged, "Customer Service", "Contact Centre, Phone Support" },
        { "Sales", Office.Front, OfficeBasis.Stated, null, "Telesales, Business Development" },
        { "Marketing", Office.Front, OfficeBasis.Stated, null, "Advertising, Brand, Digital Marketing" },
        { "Finance and Accounting", Office.Back, OfficeBasis.Stated, null, "Accounting, Finance, F&A, AP, AR, Bookkeeping" },
        { "Payment Processing", Office.Back, OfficeBasis.Stated, "Finance and Accounting", "Payments" },
        { "Human Resources", Office.Back, OfficeBasis.Stated, null, "HR, Personnel, People Operations, Recruitment, Talent Acquisition" },
        { "Information Technology", Office.Back, OfficeBasis.Stated, null, "IT, IT Services, IT Operations" },
        { "IT Support", Office.Both, OfficeBasis.Judged, "Information Technology", "Technical Support, Help Desk, Service Desk" },
        { "Quality Assurance", Office.Back, OfficeBasis.Stated, null, "QA, QC, Quality Control" },
        { "Data Entry and Data Processing", Office.Back, OfficeBasis.Stated, null, "Data Entry, Data Capture" },
        { "Research and Analytics", Office.Back, OfficeBasis.Judged, null, "Data Mining, Business Intelligence, BI" },
        { "Research and Development", Office.Back, OfficeBasis.Judged, null, "R&D" },
        { "Legal", Office.Back, OfficeBasis.Judged, null, "Compliance, Contracts, Legal Services" },
        { "Project Management", Office.Back, OfficeBasis.Judged, null, "PMO" },
        { "Operations", Office.Back, OfficeBasis.Judged, null, "Ops, Day-to-Day Operations" },
        { "Supply Chain Management", Office.Back, OfficeBasis.Judged, null, "SCM, Procurement, Purchasing" },
        { "Logistics", Office.Back, OfficeBasis.Judged, null, "Shipping, Transport, Warehousing" },
        { "Content Moderation", Office.Back, OfficeBasis.Judged, null, "Trust and Safety" },
        { "Healthcare Services", Office.Back, OfficeBasis.Judged, null, "Medical Billing, Medical Coding, Revenue Cycle" },
        { "BPO Department", Office.None, OfficeBasis.Judged, null, "Outsourcing Office, Vendor Management" },
    };

    public static TheoryData<string, string> ServiceLines => new()
    {
        { "Customer Support", "customer-service" },
        { "Data Entry and Data Processing", "data-entry-and-data-processing" },
        { "Finance and Accounting", "finance-and-accounting" },
        { "Human Resources", "human-resources" },
        { "IT Services", "information-technology" },
        { "Content Moderation", "content-moderation" },
        { "Research and Analytics", "research-and-analytics" },
        { "Supply Chain and Logistics", "supply-chain-management logistics" },
        { "Sales and Marketing", "sales marketing" },
        { "Healthcare Services", "healthcare-services" },
    };

    public static TheoryData<string, string, string> OutsourcingTypes => new()
    {
        { "EPO", "Engineering Process Outsourcing", "research-and-development" },
        { "ITO", "Information Technology Outsourcing", "information-technology" },
        { "KPO", "Knowledge Process Outsourcing", "research-and-analytics" },
        { "LPO", "Legal Process Outsourcing", "legal" },
        { "RPO", "Recruitment Process Outsourcing", "human-resources" },
    };

    [Theory]
    [MemberData(nameof(Departments))]
    public void Department_has_its_office_basis_parent_and_aliases(
        string name, Office office, OfficeBasis basis, string? parent, string aliases)
    {
        var (slug, department) = BuiltInCatalog.Departments.Single(d => d.Value.Name == name);

        Assert.Equal(Slug(name), slug);
        Assert.Equal((office, basis), (department.Office, department.Basis));
        Assert.Equal(parent is null ? null : Slug(parent), department.Parent);
        Assert.Empty(aliases.Split(", ").Except(department.Aliases.Select(a => a.Name)));
    }

    [Fact]
    public void There_are_no_other_departments() =>
        Assert.Equal(
            Departments.Select(row => (string)row[0]!).Order(StringComparer.Ordinal),
            BuiltInCatalog.Departments.Values.Select(d => d.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Only_the_BPO_Department_stands_on_the_clients_side() =>
        Assert.Equal(["bpo-department"], BuiltInCatalog.Departments.Where(d => d.Value.Side == Side.Client).Select(d => d.Key));

    [Fact]
    public void Nine_offices_are_stated_by_the_one_document_that_states_any_and_twelve_judged_by_the_editors()
    {
        var stated = BuiltInCatalog.Departments.Values.Where(d => d.Basis == OfficeBasis.Stated).ToList();
        var judged = BuiltInCatalog.Departments.Values.Where(d => d.Basis == OfficeBasis.Judged).ToList();

        Assert.Equal((9, 12), (stated.Count, judged.Count));
        Assert.All(stated, d => Assert.Equal(["S4"], d.OfficeSources));
        Assert.All(judged, d => Assert.Equal(["ED"], d.OfficeSources));
    }

    [Theory]
    [InlineData("customer-service", "customer relation services")]
    [InlineData("sales", "sales")]
    [InlineData("marketing", "marketing")]
    [InlineData("finance-and-accounting", "accounting")]
    [InlineData("payment-processing", "payment processing")]
    [InlineData("human-resources", "human resources (HR)")]
    [InlineData("information-technology", "information technology (IT) services")]
    [InlineData("quality-assurance", "quality assurance (QA)")]
    [InlineData("data-entry-and-data-processing", "data processing")]
    public void Stated_office_quotes_the_documents_words(string slug, string words) =>
        Assert.Contains($"\"{words}\"", BuiltInCatalog.Departments[slug].OfficeReason, StringComparison.Ordinal);

    [Theory]
    [InlineData("project-management")]
    [InlineData("content-moderation")]
    public void Judged_office_says_where_sources_disagree(string slug) =>
        Assert.Contains("sources disagree", BuiltInCatalog.Departments[slug].OfficeReason, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(ServiceLines))]
    public void Service_line_is_delivered_by_its_departments(string name, string departments)
    {
        var line = BuiltInCatalog.Files.ServiceLines.Single(l => l.Name == name);

        Assert.Equal(Slug(name), line.Slug);
        Assert.Equal(departments.Split(' '), line.Departments);
        Assert.Equal(["S3"], line.Sources);
    }

    [Fact]
    public void Service_lines_keep_the_order_of_their_document() =>
        Assert.Equal(ServiceLines.Select(row => (string)row[0]!), BuiltInCatalog.Files.ServiceLines.Select(l => l.Name));

    [Theory]
    [MemberData(nameof(OutsourcingTypes))]
    public void Outsourcing_type_is_near_its_department(string acronym, string name, string nearest)
    {
        var type = BuiltInCatalog.Files.OutsourcingTypes.Single(t => t.Acronym == acronym);

        Assert.Equal((name, acronym.ToLowerInvariant()), (type.Name, type.Slug));
        Assert.Equal(nearest, type.Departments[0].Department);
        Assert.Contains("S4", type.Sources);
    }

    [Fact]
    public void There_are_five_outsourcing_types() =>
        Assert.Equal(OutsourcingTypes.Select(row => (string)row[0]!), BuiltInCatalog.Files.OutsourcingTypes.Select(t => t.Acronym));

    [Fact]
    public void Guide_has_nine_articles_in_reading_order() =>
        Assert.Equal(
            [
                "what-is-bpo", "front-office-and-back-office", "bpo-department-and-departments-of-a-bpo", "bpo-and-call-center",
                "outsourcing-types", "why-organisations-outsource", "outsourcing-lifecycle", "how-departments-vary", "terms-and-acronyms",
            ],
            BuiltInCatalog.Files.Guide.Select(g => g.Slug));

    private static string Slug(string name) => name.ToLowerInvariant().Replace(' ', '-');
}
