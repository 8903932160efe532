namespace BpoDirectory.Accounts.Provider;

/// <summary>Why nobody was signed in by the provider. The names stand in addresses.</summary>
public enum ProviderTrouble
{
    /// <summary>It cannot be reached, or says what no provider says.</summary>
    Unreachable,

    /// <summary>They did not want to, or the provider did not let them.</summary>
    Denied,

    /// <summary>Its answer is not to be trusted, too late, or was used before.</summary>
    Invalid,

    /// <summary>It gives them no role here.</summary>
    NoRole,

    /// <summary>Their account here is disabled.</summary>
    Disabled,
}

/// <summary>What they are told.</summary>
public static class ProviderTroubleLabels
{
    /// <summary>What happened and what to do, in whole sentences.</summary>
    /// <param name="trouble">What happened.</param>
    /// <param name="provider">What people call the provider.</param>
    public static string ToSentence(this ProviderTrouble trouble, string provider) => trouble switch
    {
        ProviderTrouble.Unreachable =>
            $"{provider} cannot be reached at present. Try again later, or sign in with a password if you have one here.",
        ProviderTrouble.Denied => $"{provider} did not sign you in. Try again, or ask whoever runs it.",
        ProviderTrouble.NoRole => $"{provider} knows you, but gives you no access to this directory. Ask an administrator for it.",
        ProviderTrouble.Disabled => "Your account is disabled. Ask an administrator to enable it.",
        _ =>
            $"The answer of {provider} came too late or cannot be trusted. Try again; if it happens again, tell who runs this directory.",
    };
}
