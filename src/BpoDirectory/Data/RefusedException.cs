namespace BpoDirectory.Data;

/// <summary>
/// What somebody asked for is not done; the message tells them why. A page that does something for somebody shows the message of each.
/// </summary>
public abstract class RefusedException(string message, Exception? cause = null) : Exception(message, cause);
