namespace BpoDirectory.BrowserTests;

/// <summary>One address of every kind of page, with the status it is answered with.</summary>
public static class PageKinds
{
    public static IReadOnlyList<(string Address, int Status)> All { get; } =
    [
        ("/", 200),
        ("/?q=who+handles+payroll%3F", 200),
        ("/?q=legal&office=back&view=table", 200),
        ("/?q=KPO", 200),
        ("/?q=payrrol", 200),
        ("/?q=payroll+zeppelin", 200),
        ("/departments", 200),
        ("/departments/finance-and-accounting", 200),
        ("/departments/bpo-department", 200),
        ("/departments/human-resources?sources=1", 200),
        ("/departments?view=table&sort=parent", 200),
        ("/functions", 200),
        ("/functions/payroll-processing", 200),
        ("/service-lines", 200),
        ("/service-lines/human-resources", 200),
        ("/sites", 200),
        ("/outsourcing-types", 200),
        ("/outsourcing-types/kpo", 200),
        ("/compare", 200),
        ("/compare?department=sales", 200),
        ("/compare?department=sales&department=marketing", 200),
        ("/compare?department=sales&department=marketing&department=call-center", 200),
        ("/compare?department=sales&department=zeppelin", 404),
        ("/coverage", 200),
        ("/coverage?owner=nobody", 200),
        ("/coverage?office=front&view=table&sort=count", 200),
        ("/coverage/organisation", 200),
        ("/coverage/organisation?by=office", 200),
        ("/coverage/organisation?by=line", 200),
        ("/guide", 200),
        ("/guide/terms-and-acronyms", 200),
        ("/about", 200),
        ("/api", 200),
        ("/no/such/page", 404),
        ("/?page=99", 404),
        ("/?page=zero", 400),
    ];

    public static TheoryData<string, int> EachWithStatus()
    {
        var kinds = new TheoryData<string, int>();
        foreach (var (address, status) in All)
            kinds.Add(address, status);
        return kinds;
    }
}
