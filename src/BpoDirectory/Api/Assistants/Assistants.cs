using System.Text.Json;
using BpoDirectory.Accounts;
using BpoDirectory.Operations.Caching;
using BpoDirectory.Operations.Security;
using ModelContextProtocol.Protocol;

namespace BpoDirectory.Api.Assistants;

/// <summary>The directory as tools of assistants: a server of the Model Context Protocol (modelcontextprotocol.io) over HTTP.</summary>
public static class Assistants
{
    private const string Address = "/mcp";

    private const string Instructions =
        """
        This is the directory of the departments of an outsourcing organisation: what each is responsible for, which business functions it
        owns, how it is reached and when it is open. Begin with who_handles when somebody wants something done or asks whom to turn to. Use
        search_departments to list or filter, get_department for all that is known of one, list_functions for functions and their owners.
        Name the department and how to reach it in an answer. If nothing is found, say so and offer the suggestions; do not guess.
        """;

    /// <summary>Registers the tools, unless they are switched off.</summary>
    public static void AddAssistants(this IServiceCollection services, AssistantSetting setting)
    {
        services.AddSingleton(setting);
        if (setting.IsOn)
            services.AddMcpServer(options =>
                {
                    options.ServerInfo = new Implementation
                    {
                        Name = "bpo-directory",
                        Title = "BpoDirectory",
                        Version = typeof(Assistants).Assembly.GetName().Version!.ToString(3),
                    };
                    options.ServerInstructions = Instructions;
                })
                .WithHttpTransport(http => http.Stateless = true).WithTools<DirectoryTools>()
                .WithRequestFilters(filters => filters.AddCallToolFilter(next => async (request, cancellation) =>
                {
                    try
                    {
                        return await next(request, cancellation);
                    }
                    catch (Exception wrong) when (wrong is ArgumentException or JsonException)
                    {
                        return new CallToolResult
                        {
                            IsError = true,
                            Content =
                                [new TextContentBlock { Text = "An argument is missing or of a wrong kind: see the tool's input schema." }],
                        };
                    }
                }));
    }

    /// <summary>Maps <c>/mcp</c> for whoever may read, under the limits of a search.</summary>
    public static void MapAssistants(this WebApplication app)
    {
        if (app.Services.GetRequiredService<AssistantSetting>().IsOn)
            app.MapMcp(Address).RequireAuthorization(Policies.ReadByProgram).RequireRateLimiting(RateLimits.Assistant)
                .WithMetadata(new PersonalAttribute(), new ForProgramsAttribute());
    }
}
