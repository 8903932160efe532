using BpoDirectory.Data;

namespace BpoDirectory.Exchange.Import.Files;

/// <summary>A file cannot be read as a table; the message says why and what to do, in one line.</summary>
public sealed class TableRefusedException(string message, Exception? cause = null) : RefusedException(message, cause);
