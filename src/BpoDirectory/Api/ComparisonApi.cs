using System.ComponentModel;
using BpoDirectory.Departments;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace BpoDirectory.Api;

/// <summary>What departments own together, and what each of them alone. Functions are matched as entries, never by words.</summary>
/// <param name="Departments">The departments, in the order asked for.</param>
/// <param name="Shared">The functions that more than one of them owns.</param>
/// <param name="Alone">For each department the functions that none of the others owns.</param>
public sealed record ComparisonAnswer(
    IReadOnlyList<AnswerOwner> Departments, IReadOnlyList<SharedFunction> Shared, IReadOnlyList<FunctionsOfOne> Alone)
{
    internal static ComparisonAnswer From(DepartmentComparison comparison, OpenNow now) => new(
        [.. comparison.Departments.Select(department => new AnswerOwner(
            department.Slug, department.Name, department.Office,
            ChannelAnswer.FromOptional(department.BestChannel), now.StateOf(department.Hours)))],
        [.. comparison.OfAll.Concat(comparison.OfSome).Select(function => new SharedFunction(
            function.Slug, function.Name,
            [.. comparison.Departments.Zip(function.Parts).Where(part => part.Second is not null)
                .Select(part => new OwnerRank(part.First.Slug, part.Second!.Rank))]))],
        [.. comparison.Departments.Zip(comparison.OfOneOnly).Select(one => new FunctionsOfOne(
            one.First.Slug, [.. one.Second.Select(function => new FunctionRank(function.Slug, function.Name, function.Rank))]))]);
}

/// <summary>A function that more than one of the compared departments owns.</summary>
/// <param name="Slug">The function's slug.</param>
/// <param name="Name">The function's name.</param>
/// <param name="Owners">Those of the compared departments that own it.</param>
public sealed record SharedFunction(string Slug, string Name, IReadOnlyList<OwnerRank> Owners);

/// <summary>A department's place among the owners of a function: 1 is the main owner's.</summary>
public sealed record OwnerRank(string Slug, int Rank);

/// <summary>The functions that one of the compared departments owns and none of the others.</summary>
public sealed record FunctionsOfOne(string Department, IReadOnlyList<FunctionRank> Functions);

/// <summary>Departments side by side.</summary>
internal static class ComparisonApi
{
    public static void MapComparison(this IEndpointRouteBuilder api) =>
        api.MapGet("/comparison", CompareAsync)
            .WithTags("Departments")
            .WithName("compareDepartments")
            .WithSummary("Compare two or three departments")
            .WithDescription("A slug that a department had before stands for the present one.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesValidationProblem();

    private static async Task<Results<Ok<ComparisonAnswer>, ProblemHttpResult, ValidationProblem>> CompareAsync(
        [FromQuery(Name = "department"), Description("The slug of a department; give two or three.")] string[]? department,
        ComparisonReader departments, OpenNow now)
    {
        var choice = await departments.FindAsync(department ?? []);
        if (choice.Unknown is [var unknown, ..])
            return ReadApi.NotFound("department", unknown.Text);
        if (choice.Departments.Count < 2 || choice.LeftOut.Count > 0)
            return TypedResults.ValidationProblem(
                new Dictionary<string, string[]> { ["department"] = ["Allowed: two or three different departments."] });
        return TypedResults.Ok(ComparisonAnswer.From(new DepartmentComparison(choice.Departments), now));
    }
}
