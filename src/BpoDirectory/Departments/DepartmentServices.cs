using BpoDirectory.Editing;

namespace BpoDirectory.Departments;

/// <summary>What departments offer to pages and endpoints.</summary>
public static class DepartmentServices
{
    /// <summary>
    /// Registers reading, editing and reviewing departments; each is to be reviewed again after <paramref name="reviewInterval"/>.
    /// </summary>
    public static void AddDepartments(this IServiceCollection services, TimeSpan reviewInterval)
    {
        services.AddSingleton<DepartmentNames>().AddSingleton<DepartmentReader>().AddSingleton<DepartmentSuccession>()
            .AddSingleton<DepartmentGroups>();
        services.AddSingleton<ComparisonReader>().AddSingleton<OrganisationReader>().AddSingleton<DepartmentAddresses>()
            .AddSingleton<SourceReader>();
        services.AddSingleton<DepartmentWorkList>().AddSingleton<DirectoryOverview>();
        services.AddSingleton<DepartmentReviews>().AddSingleton(new ReviewInterval(reviewInterval));
        services.AddEntryEditing<DepartmentEditing>();
    }
}
