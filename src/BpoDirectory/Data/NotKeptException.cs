namespace BpoDirectory.Data;

/// <summary>
/// The database cannot be written at present, as when the disk is full; nothing was changed. The message is for whoever asked.
/// </summary>
public sealed class NotKeptException(Exception cause) : RefusedException(
    "The directory cannot keep anything at present: its disk is full or cannot be written. Nothing was changed. "
    + "Whoever runs the directory finds the reason in its log; try again when it is mended.",
    cause);
