#:property PublishAot=false
#:property ManagePackageVersionsCentrally=false
#:property RestorePackagesWithLockFile=false

// Writes the manifest resource `_framework/blazor.web.js` of an assembly to a file, without loading the assembly.
// Usage: dotnet run --file ExtractBlazorScript.cs -- <assembly> <output file>
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

const string Resource = "_framework/blazor.web.js";

using var assembly = new PEReader(File.OpenRead(args[0]));
var metadata = assembly.GetMetadataReader();
var resource = metadata.ManifestResources
    .Select(metadata.GetManifestResource)
    .Single(candidate => metadata.GetString(candidate.Name) == Resource);

var resources = assembly.PEHeaders.CorHeader!.ResourcesDirectory;
var reader = assembly.GetSectionData(resources.RelativeVirtualAddress).GetReader();
reader.Offset = (int)resource.Offset;
var script = reader.ReadBytes(reader.ReadInt32());

Directory.CreateDirectory(Path.GetDirectoryName(args[1])!);
await File.WriteAllBytesAsync(args[1], script);
