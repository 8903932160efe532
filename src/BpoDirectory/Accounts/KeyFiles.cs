using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace BpoDirectory.Accounts;

/// <summary>The keys that cookies are encrypted with, as files that only the program's own user may read.</summary>
internal sealed class KeyFiles(string folder) : IXmlRepository
{
    private const UnixFileMode OwnersOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public IReadOnlyCollection<XElement> GetAllElements() =>
        Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.xml").Select(XElement.Load)] : [];

    public void StoreElement(XElement element, string friendlyName)
    {
        Directory.CreateDirectory(folder);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnersOnly;
        var name = Path.Combine(folder, Guid.NewGuid().ToString("N"));
        using (var file = new FileStream(name, options))
            element.Save(file);
        // Complete or not there at all.
        File.Move(name, Path.Combine(folder, friendlyName + ".xml"));
    }
}
