using BpoDirectory.Catalog;
using BpoDirectory.Components;
using BpoDirectory.Data;
using BpoDirectory.Departments;
using BpoDirectory.Guide;
using BpoDirectory.Operations;
using BpoDirectory.Search;

var builder = WebApplication.CreateBuilder(args);
var data = new DataFolder(Path.GetFullPath(builder.Configuration[DataFolder.Key] ?? DataFolder.Default, builder.Environment.ContentRootPath));
Directory.CreateDirectory(data.Path);

builder.WebHost.UseStaticWebAssets();
builder.Services.AddSingleton(data);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddDirectoryDatabase(data.DatabaseFile);
builder.Services.AddSingleton<DirectoryDatabase>().AddSingleton<CatalogLoader>();
builder.Services.AddSingleton<DepartmentReader>().AddSingleton<DepartmentGroups>().AddSingleton<BusinessFunctionReader>()
    .AddSingleton<ServiceLineReader>().AddSingleton<SourceReader>();
builder.Services.AddSingleton<GuideReader>().AddSingleton<OutsourcingTypeReader>();
builder.Services.AddSingleton<DepartmentSearch>();
builder.Services.AddRazorComponents();

var app = builder.Build();

app.UseAntiforgery();
app.MapStaticAssets();
app.MapRazorComponents<App>();

await app.Services.GetRequiredService<DirectoryDatabase>().OpenAsync();
await app.Services.GetRequiredService<CatalogLoader>().LoadIntoNewDatabaseAsync((_, _) => Task.CompletedTask);
await app.RunAsync();

/// <summary>The program, visible to tests that start it.</summary>
public sealed partial class Program;
