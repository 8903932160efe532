namespace BpoDirectory.Operations.Security;

/// <summary>Marks files that people have put in: whoever opens one sees it, and nothing in it runs or asks for anything else.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class InertAttribute : Attribute
{
    /// <summary>The policy of such a file.</summary>
    internal const string Policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    /// <summary>Whether such a file is answered with.</summary>
    internal static bool IsOn(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<InertAttribute>() is not null;
}
