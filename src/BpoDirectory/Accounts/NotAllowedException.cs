using BpoDirectory.Data;

namespace BpoDirectory.Accounts;

/// <summary>Somebody may not do, or may no longer do, what they asked for.</summary>
public sealed class NotAllowedException() : RefusedException("You may not do this, or no longer. Sign in again, or ask an administrator.");
