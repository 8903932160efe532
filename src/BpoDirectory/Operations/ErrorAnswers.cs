using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace BpoDirectory.Operations;

/// <summary>What is answered when something is wrong: a page to readers, problem details (RFC 9457) to callers of the API.</summary>
public static class ErrorAnswers
{
    public static void AddErrorAnswers(this IServiceCollection services) =>
        services
            .AddProblemDetails(options => options.CustomizeProblemDetails = problem =>
                problem.ProblemDetails.Extensions["traceId"] = Activity.Current?.TraceId.ToString())
            .AddExceptionHandler<ApiErrors>();

    public static void UseErrorAnswers(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error",
            CreateScopeForErrors = true,
            StatusCodeSelector = StatusOf,
        });
        app.UseWhen(IsForPages, pages => pages.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true));
        app.UseWhen(IsForApi, api => api.UseStatusCodePages());
    }

    // A request that cannot be read is the sender's fault.
    private static int StatusOf(Exception error) => error switch
    {
        BadHttpRequestException refused => refused.StatusCode,
        InvalidDataException => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static bool IsForApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api");

    private static bool IsForPages(HttpContext context) => !IsForApi(context);

    private sealed class ApiErrors(IProblemDetailsService problems) : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            if (!IsForApi(httpContext))
                return false;
            httpContext.Response.StatusCode = StatusOf(exception);
            return await problems.TryWriteAsync(new() { HttpContext = httpContext });
        }
    }
}
