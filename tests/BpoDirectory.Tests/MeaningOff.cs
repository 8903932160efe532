using System.Runtime.CompilerServices;

namespace BpoDirectory.Tests;

internal static class MeaningOff
{
    // Dozens of programs start in the tests, and each would read thousands of passages; search by meaning has tests of its own.
    [ModuleInitializer]
    internal static void SwitchOff() => Environment.SetEnvironmentVariable("Search__Meaning", "off");
}
