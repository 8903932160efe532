namespace BpoDirectory.Data;

/// <summary>Who does a department's work.</summary>
public enum Delivery
{
    /// <summary>The organisation's own people.</summary>
    Inhouse,

    /// <summary>A partner.</summary>
    Outsourced,

    /// <summary>The organisation and a partner together.</summary>
    Shared,
}
