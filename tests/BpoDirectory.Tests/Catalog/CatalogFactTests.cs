namespace BpoDirectory.Tests.Catalog;

/// <summary>
/// Every fact of the five documents is in the catalog, under the source that states it. Of each fact the words are listed
/// that the catalog's own wording cannot do without.
/// </summary>
public sealed class CatalogFactTests
{
    /// <summary>Source, department, and its responsibilities, each by words that one text and its detail hold together.</summary>
    public static TheoryData<string, string, string> Responsibilities => new()
    {
        { "S0", "customer-service", "customer inquiries | customer complaints | phone | email" },
        { "S0", "data-entry-and-data-processing", "enters data | processes data | customer information | sales figures" },
        { "S0", "finance-and-accounting", "billing | invoicing | financial records | financial tasks" },
        { "S0", "human-resources", "recruits | hires | trains | benefits | relations" },
        { "S0", "it-support",
            "technical support employees | technical support customers | troubleshoots computer | troubleshoots software" },
        { "S0", "marketing", "promotes products | promotes services | brand awareness" },
        { "S0", "sales", "leads | closes sales | outbound calls | in person" },
        { "S0", "quality-assurance", "products services standards quality" },
        { "S0", "research-and-development", "research | new products | new services" },
        { "S0", "legal", "legal matters | contracts | compliance" },
        { "S0", "project-management", "manages projects | plans | schedules | coordinates multiple teams" },
        { "S0", "operations", "day-to-day operations | logistics | supply chain" },
        { "S0", "supply-chain-management", "procures goods materials" },
        { "S0", "logistics", "movement goods materials | storage goods materials | transportation | warehousing" },

        { "S1", "bpo-department", "opportunities cost complexity availability expertise | functions suitable" },
        { "S1", "bpo-department", "assesses partners technical expertise | financial stability | cultural fit" },
        { "S1", "bpo-department", "negotiates contracts pricing | service level agreements | data security" },
        { "S1", "bpo-department", "transition transfer processes systems | trains employees | performance metrics" },
        { "S1", "bpo-department", "manages optimises ongoing support guidance | improve performance" },
        { "S1", "bpo-department", "subject matter expertise | best practices data management | customer service | supply chain" },
        { "S1", "bpo-department", "cost-benefit analyses financially feasible" },
        { "S1", "bpo-department", "vendor selection needs requirements" },
        { "S1", "bpo-department", "training support | train employees supports partners" },
        { "S1", "bpo-department", "relationships partners contracts issues concerns" },
        { "S1", "bpo-department", "efficiently effectively | strategies guidance crucial" },
        { "S1", "bpo-department", "outsources customer service data entry accounting | banks insurance companies hospitals" },

        { "S2", "human-resources", "hires | trains | manages employees trained motivated | relations | benefits | salary | labour law" },
        { "S2", "human-resources", "workplace happiness productivity attrition | retains service quality innovation" },
        { "S2", "human-resources", "recruiting strategies qualified candidates culture | competitive market" },
        { "S2", "human-resources", "policies satisfaction professional development loyalty" },
        { "S2", "information-technology", "digital backbone internal client-facing | software programs | databases | cybersecurity" },
        { "S2", "information-technology", "seamless secure efficient | innovation competitive edge" },
        { "S2", "information-technology",
            "technical assistance employees clients | issues quickly productivity service delivery | employees satisfied operations efficient" },
        { "S2", "quality-assurance",
            "highest service quality | meet exceed client expectations | strict quality control | frequent audits" },
        { "S2", "quality-assurance", "continuous improvement | ideas opinions procedures service delivery" },
        { "S2", "marketing",
            "brand identity | image customers stakeholders public | crowded market value propositions expertise service quality" },
        { "S2", "marketing", "attracts potential customers loyalty | market research trends client preferences competitors" },
        { "S2", "marketing", "strategic direction insights | new trends development improve decisions data | adjusts products messages" },

        { "S3", "customer-service", "phone support | email support | chat support | most common outsource" },
        { "S3", "data-entry-and-data-processing", "enters data | validates | cleanses | other processes data" },
        { "S3", "finance-and-accounting",
            "payroll | accounts payable | accounts receivable | financial analysis | taxes | saves time cost" },
        { "S3", "human-resources", "recruits | onboards | benefits | HR data" },
        { "S3", "information-technology", "helpdesk | software develops | applications maintains | infrastructure" },
        { "S3", "it-support", "helpdesk" },
        { "S3", "content-moderation", "online platforms | user-generated community guidelines | user-generated legal requirements" },
        { "S3", "research-and-analytics", "market research | analyses data | business intelligence | informed decisions" },
        { "S3", "supply-chain-management", "supply chain operations | orders | inventory" },
        { "S3", "logistics", "supply chain operations | orders | inventory" },
        { "S3", "sales", "leads | telemarketing" },
        { "S3", "marketing", "leads | telemarketing | digital marketing" },
        { "S3", "healthcare-services", "healthcare processes | medical billing | medical coding | claims" },

        { "S4", "customer-service", "relations customers | critical" },
        { "S4", "call-center",
            "telephone calls | complaints telephone | requests telephone | call center operations support role | client's business" },
        { "S4", "finance-and-accounting", "financial services critical" },
        { "S4", "payment-processing", "payments internal back-office" },
        { "S4", "human-resources", "payroll | entire function" },
        { "S4", "information-technology", "IT operations critical" },
        { "S4", "it-support", "technical support" },
        { "S4", "marketing", "social media marketing" },
        { "S4", "data-entry-and-data-processing", "processes data back-office" },
        { "S4", "research-and-analytics",
            "data mining strategic digital transformation competitors | data analytics strategic digital transformation" },
    };

    /// <summary>Source, department, and the slugs of the functions that the source gives to it.</summary>
    public static TheoryData<string, string, string> Functions => new()
    {
        { "S0", "customer-service", "customer-inquiries complaint-handling email-support" },
        { "S0", "data-entry-and-data-processing", "data-entry data-processing" },
        { "S0", "finance-and-accounting", "billing-and-invoicing financial-record-keeping" },
        { "S0", "human-resources", "recruitment employee-training benefits-administration employee-relations" },
        { "S0", "it-support", "technical-support troubleshooting" },
        { "S0", "marketing", "promotion-of-products-and-services brand-awareness" },
        { "S0", "sales", "lead-generation closing-sales outbound-calling sales-meetings" },
        { "S0", "quality-assurance", "quality-standards" },
        { "S0", "research-and-development", "research product-development service-development" },
        { "S0", "legal", "compliance contract-drafting-and-review legal-advice" },
        { "S0", "project-management", "managing-projects project-planning-and-scheduling coordination-of-teams" },
        { "S0", "operations", "day-to-day-operations supply-chain-operations movement-and-storage-of-goods" },
        { "S0", "supply-chain-management", "procurement" },
        { "S0", "logistics", "movement-and-storage-of-goods transportation warehousing" },
        { "S1", "bpo-department",
            "identifying-outsourcing-opportunities assessing-outsourcing-partners contract-negotiation-with-providers transition-management" },
        { "S1", "bpo-department",
            "outsourcing-performance-management outsourcing-expertise-and-best-practice cost-benefit-analysis vendor-selection" },
        { "S1", "bpo-department",
            "training-and-support-for-outsourcing partner-relationship-management service-level-agreements performance-metrics" },
        { "S1", "bpo-department", "data-security-in-outsourcing-contracts outsourcing-strategy employee-training continuous-improvement" },
        { "S2", "human-resources",
            "recruitment-strategy employee-training staff-management employee-relations benefits-administration compensation-and-salary" },
        { "S2", "human-resources",
            "labour-law-compliance workplace-satisfaction employee-retention professional-development hr-policies-and-procedures" },
        { "S2", "information-technology",
            "application-maintenance database-management cybersecurity technical-innovation technical-support troubleshooting" },
        { "S2", "quality-assurance", "service-quality quality-control quality-audits continuous-improvement service-delivery" },
        { "S2", "marketing", "brand-management market-research market-trends-and-competitor-analysis marketing-strategy decision-support" },
        { "S3", "customer-service", "phone-support email-support chat-support" },
        { "S3", "data-entry-and-data-processing", "data-entry data-validation data-cleansing" },
        { "S3", "finance-and-accounting", "payroll-processing accounts-payable accounts-receivable financial-analysis tax-preparation" },
        { "S3", "human-resources", "recruitment employee-onboarding benefits-administration hr-data-management" },
        { "S3", "information-technology", "helpdesk-support software-development application-maintenance infrastructure-management" },
        { "S3", "content-moderation", "user-generated-content-review community-guideline-enforcement legal-compliance-of-user-content" },
        { "S3", "research-and-analytics", "market-research data-analysis business-intelligence decision-support" },
        { "S3", "supply-chain-management", "supply-chain-operations order-processing inventory-management" },
        { "S3", "logistics", "supply-chain-operations order-processing inventory-management" },
        { "S3", "sales", "lead-generation telemarketing digital-marketing" },
        { "S3", "marketing", "lead-generation telemarketing digital-marketing" },
        { "S3", "healthcare-services", "healthcare-administration medical-billing medical-coding claims-processing" },
        { "S4", "customer-service", "customer-relations call-center-operations" },
        { "S4", "call-center", "phone-support call-center-operations customer-inquiries complaint-handling" },
        { "S4", "payment-processing", "payment-processing" },
        { "S4", "human-resources", "payroll-processing" },
        { "S4", "information-technology", "it-operations" },
        { "S4", "it-support", "technical-support" },
        { "S4", "marketing", "social-media-marketing" },
        { "S4", "data-entry-and-data-processing", "data-processing" },
        { "S4", "research-and-analytics", "data-mining data-analysis" },
    };

    /// <summary>Articles of the guide with the words that their facts need.</summary>
    public static TheoryData<string, string> Guide => new()
    {
        { "what-is-bpo",
            "business process outsourcing | third party | outside provider | specialised companies | non-core | save costs | routine or peripheral" },
        { "what-is-bpo",
            "whole functional area | payroll | grown over the decades | social media marketing | data processing | customer support roles" },
        { "what-is-bpo",
            "critical tasks | financial services | IT operations | strategic tasks | data mining | data analytics | digital economy" },
        { "what-is-bpo", "multinational | MNC | India | Western | in vogue | technical support, marketing and human resources" },
        { "front-office-and-back-office",
            "internal business functions | customer relation services | accounting | payment-processing | quality-assurance | human-resources" },
        { "bpo-department-and-departments-of-a-bpo",
            "banks | insurance companies | hospitals | evaluates | negotiates | transition | suit outsourcing" },
        { "bpo-department-and-departments-of-a-bpo",
            "digital backbone | how well these departments work together | satisfied clients | client's side | provider's side" },
        { "bpo-and-call-center",
            "another** organisation | save costs | productivity | part of the **client's** business | telephone calls | complaints | requests" },
        { "outsourcing-types", "Engineering | Information Technology | Knowledge | Legal | Recruitment | EPO | ITO | KPO | LPO | RPO" },
        { "why-organisations-outsource",
            "cost savings | specialised skills and technologies | scalability | core of the business | save time" },
        { "why-organisations-outsource", "right partner | clear communication | performance metrics | digital transformation" },
        { "outsourcing-lifecycle",
            "five common | five additional | overlap | identifying opportunities | assessing partners | negotiating contracts | transition | managing and optimising" },
        { "outsourcing-lifecycle",
            "expertise | costs and benefits | select vendors | training and support | managing relationships | sample" },
        { "how-departments-vary",
            "industry | needs of the company | adapt to what each client asks | market changes | complicated | samples" },
        { "terms-and-acronyms", "BPO | EPO | ITO | KPO | LPO | RPO | MNC | HR | QA | SLA" },
    };

    [Fact]
    public void Every_department_has_an_icon_of_its_own() =>
        Assert.Equal(
            BuiltInCatalog.Departments.Count, BuiltInCatalog.Departments.Values.Select(department => department.Icon).Distinct().Count());

    [Theory]
    [MemberData(nameof(Responsibilities))]
    public void Department_answers_for_what_the_document_says(string source, string department, string facts)
    {
        var stated = BuiltInCatalog.Departments[department].Responsibilities.Where(r => r.Sources.Contains(source))
            .Select(r => $"{r.Text} {r.Detail}").ToList();

        Assert.All(Parts(facts), fact => Assert.True(stated.Exists(text => fact.Split(' ').All(word => Has(text, word))), fact));
        Assert.Contains(source, BuiltInCatalog.Departments[department].Sources);
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Department_owns_the_functions_that_the_document_gives_it(string source, string department, string functions)
    {
        var owned = BuiltInCatalog.Files.Functions.Where(
            f => f.Owners.Exists(o => o.Department == department && o.Sources.Contains(source)));

        Assert.Empty(functions.Split(' ').Except(owned.Select(f => f.Slug)));
    }

    [Theory]
    [MemberData(nameof(Guide))]
    public void Guide_tells_what_the_documents_say(string article, string facts)
    {
        var file = BuiltInCatalog.Files.Guide.Single(g => g.Slug == article);
        var text = $"{file.Title} {file.Summary} {file.Body}".Replace('\n', ' ');

        Assert.All(Parts(facts), fact => Assert.Contains(fact, text, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("outsourcing-lifecycle", "S1")]
    [InlineData("why-organisations-outsource", "S3")]
    [InlineData("outsourcing-types", "S4")]
    [InlineData("bpo-and-call-center", "S4")]
    [InlineData("front-office-and-back-office", "S4")]
    [InlineData("bpo-department-and-departments-of-a-bpo", "S1")]
    [InlineData("bpo-department-and-departments-of-a-bpo", "S2")]
    [InlineData("how-departments-vary", "S0")]
    [InlineData("how-departments-vary", "S2")]
    public void Article_of_the_guide_cites_its_document(string article, string source) =>
        Assert.Contains(source, BuiltInCatalog.Files.Guide.Single(g => g.Slug == article).Sources);

    [Theory]
    [InlineData("customer-service", "Customer Support", "S3")]
    [InlineData("customer-service", "Customer Relation Services", "S4")]
    [InlineData("call-center", "Call Center Operations", "S4")]
    [InlineData("finance-and-accounting", "Accounting", "S0")]
    [InlineData("finance-and-accounting", "Financial Services", "S4")]
    [InlineData("human-resources", "HR", "S2")]
    [InlineData("human-resources", "HR", "S4")]
    [InlineData("information-technology", "IT", "S2")]
    [InlineData("information-technology", "IT Services", "S3")]
    [InlineData("information-technology", "IT Operations", "S4")]
    [InlineData("it-support", "Technical Support", "S4")]
    [InlineData("it-support", "Helpdesk", "S3")]
    [InlineData("quality-assurance", "QA", "S2")]
    [InlineData("quality-assurance", "QA", "S4")]
    [InlineData("data-entry-and-data-processing", "Data Entry", "S0")]
    [InlineData("data-entry-and-data-processing", "Data Processing", "S4")]
    [InlineData("research-and-analytics", "Data Mining", "S4")]
    [InlineData("research-and-analytics", "Business Intelligence", "S3")]
    [InlineData("bpo-department", "Business Process Outsourcing Department", "S1")]
    public void Alias_that_a_document_uses_cites_it(string department, string alias, string source) =>
        Assert.Contains(source, BuiltInCatalog.Departments[department].Aliases.Single(a => a.Name == alias).Sources);

    [Fact]
    public void Payroll_is_owned_by_both_departments_that_the_documents_name_and_says_why()
    {
        var payroll = BuiltInCatalog.Files.Functions.Single(f => f.Slug == "payroll-processing");

        Assert.Equal(["finance-and-accounting", "human-resources"], payroll.Owners.Select(o => o.Department));
        Assert.Equal(["S3", "S4"], payroll.Owners.SelectMany(o => o.Sources));
        Assert.All(payroll.Owners, owner => Assert.NotNull(owner.Reason));
        Assert.Contains("both own it", payroll.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void No_department_cites_a_document_that_does_not_name_it()
    {
        var named = new Dictionary<string, string[]>
        {
            ["S1"] = ["bpo-department", "customer-service", "data-entry-and-data-processing", "finance-and-accounting",
                "supply-chain-management"],
            ["S2"] = ["human-resources", "information-technology", "quality-assurance", "marketing"],
        };

        Assert.All(named, document => Assert.Equal(
            document.Value.Order(),
            BuiltInCatalog.Departments.Where(d => d.Value.Sources.Contains(document.Key)).Select(d => d.Key).Order()));
    }

    private static string[] Parts(string facts) => facts.Split(" | ");

    private static bool Has(string text, string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);
}
