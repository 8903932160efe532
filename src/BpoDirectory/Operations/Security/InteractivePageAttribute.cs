namespace BpoDirectory.Operations.Security;

/// <summary>
/// Marks pages that a circuit takes over. Their components write <c>style</c> attributes, which no other page may have; so that
/// neither kind is shown under the policy of the other, browsers load them whole.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class InteractivePageAttribute : Attribute
{
    /// <summary>Whether the page answered with is such a page.</summary>
    public static bool IsOn(HttpContext? context) => context?.GetEndpoint()?.Metadata.GetMetadata<InteractivePageAttribute>() is not null;
}
