namespace BpoDirectory.Data;

/// <summary>A change that the directory's own rules forbid; the message says what to do, in words for a reader.</summary>
public sealed class DirectoryRuleException(string message) : RefusedException(message);
