using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace BpoDirectory.Tests;

/// <summary>bunit was built against another version of AngleSharp.Diffing than the package feed holds.</summary>
internal static class AngleSharpDiffingRedirect
{
    [ModuleInitializer]
    internal static void Install() =>
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            name.Name == "AngleSharp.Diffing"
                ? context.LoadFromAssemblyPath(Path.Combine(Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!, "AngleSharp.Diffing.dll"))
                : null;
}
