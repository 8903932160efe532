using BpoDirectory.Components.Admin.Editing;
using BpoDirectory.Departments;
using BpoDirectory.Editing;
using Bunit;

namespace BpoDirectory.Tests.Components.Admin.Editing;

public sealed class ProblemSummaryTests : BunitContext
{
    [Fact]
    public void Problems_come_in_the_order_of_the_form()
    {
        string[] fields =
            ["note", "functions[0].rank", "responsibilities[10].text", "responsibilities[2].text", "office", "sources", "name"];

        var summary = Render<ProblemSummary>(parameters => parameters
            .Add(s => s.Problems, fields.Select(field => new FieldProblem(field, "Fix it.")).ToList())
            .Add(s => s.Fields, DepartmentContent.Fields));

        Assert.Equal(fields.Reverse(), summary.FindAll("a").Select(link => FieldAt(link.GetAttribute("href")!)));

        string FieldAt(string address) => fields.Single(field => address.EndsWith($"#{EditorIds.From(field)}", StringComparison.Ordinal));
    }
}
