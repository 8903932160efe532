namespace BpoDirectory.Operations;

/// <summary>A setting the program cannot start with; the message names its key and says in one line what is allowed.</summary>
public sealed class SettingException(string message, Exception? cause = null) : Exception(message, cause);
