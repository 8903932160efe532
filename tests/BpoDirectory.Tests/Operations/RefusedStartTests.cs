using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BpoDirectory.Data;

namespace BpoDirectory.Tests.Operations;

/// <summary>A start that cannot succeed ends with one line that says why and what to do.</summary>
[UnsupportedOSPlatform("windows")]
[Trait(TestServer.Database, TestServer.File)]
public sealed class RefusedStartTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Serilog__MinimumLevel__Default", "Loud", "Serilog:MinimumLevel:Default",
        "Verbose, Debug, Information, Warning, Error, Fatal")]
    [InlineData("Serilog__MinimumLevel__Override__Microsoft", "3", "Serilog:MinimumLevel:Override:Microsoft",
        "Verbose, Debug, Information, Warning, Error, Fatal")]
    [InlineData("Serilog__WriteTo__0__Name", "Seq", "Serilog:WriteTo:0:Name", "Async, Console, File")]
    [InlineData("Serilog__Enrich__0", "FromLogContext", "Serilog:Enrich", "Serilog:MinimumLevel")]
    [InlineData("Metrics__Allow", "everyone", "Metrics:Allow", "127.0.0.1")]
    [InlineData("Metrics__Token", "x", "Metrics:Token", "Metrics:Allow")]
    [InlineData("RateLimits__SearchesPerSecond", "many", "RateLimits:SearchesPerSecond", "from 0 to")]
    [InlineData("Connections__Total", "-1", "Connections:Total", "from 0 to")]
    [InlineData("Connections__PerUser", "1", "Connections:PerUser", "Connections:PerAccount")]
    [InlineData("Sessions__IdleMinutes", "0", "Sessions:IdleMinutes", "from 1 to")]
    [InlineData("Accounts__OpenIdConnect__Authority", "http://login.example.com", "OpenIdConnect:Authority", "http only for localhost")]
    [InlineData("Stop__DrainSeconds", "-1", "Stop:DrainSeconds", "from 0 to")]
    [InlineData("Proxies__Trusted", "proxy", "Proxies:Trusted", "127.0.0.1")]
    [InlineData("Sessions__Days", "1", "Sessions:Days", "Sessions:DaysWhenStaying")]
    [InlineData("RateLimits__Searches", "1", "RateLimits:Searches", "RateLimits:SearchesPerSecond")]
    [InlineData("Data__Folder", "/somewhere", "Data:Folder", "Data:Directory")]
    [InlineData("Data__Provider", "oracle", "Data:Provider", "sqlite, postgresql")]
    [InlineData("Data__Provider", "postgresql", "ConnectionStrings:Directory", "Host=db.example.com")]
    [InlineData("ASPNETCORE_URLS", "localhost:5080", "Urls", "http://host:port")]
    [InlineData("ASPNETCORE_URLS", "http://127.0.0.1:0;http://localhost:99999", "http://localhost:99999", "http://host:port")]
    [InlineData("ASPNETCORE_URLS", "ftp://localhost:5080", "ftp://localhost:5080", "http://host:port")]
    public async Task Setting_with_a_wrong_value_is_named_with_what_is_allowed(string key, string value, string named, string allowed)
    {
        using var program = ProgramProcess.Start(_folder.Path, (key, value));

        var line = await program.RefusalAsync();

        Assert.Contains(named, line, StringComparison.Ordinal);
        Assert.Contains(allowed, line, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File("directory.db")));
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Database=directory;Username=directory", "Failed to connect to 127.0.0.1:1")]
    [InlineData("Host=127.0.0.1;Username=directory", "a server and a database on it")]
    [InlineData("Host=127.0.0.1;Database=directory;Folder=/data", "a server and a database on it")]
    public async Task Server_that_cannot_be_reached_is_named(string connection, string said)
    {
        using var program = ProgramProcess.Start(
            _folder.Path, ("Data__Provider", "postgresql"), ("ConnectionStrings__Directory", connection));

        var line = await program.RefusalAsync();

        Assert.Contains(said, line, StringComparison.Ordinal);
        Assert.Contains("ConnectionStrings:Directory", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backups_of_a_server_are_made_by_its_own_tools()
    {
        var (exitCode, _, errors) = await ProgramProcess.AnswerAsync(
            input: null, "backup", _folder.Path, _folder.File("copy.db"), "--Data:Provider=postgresql",
            "--ConnectionStrings:Directory=Host=127.0.0.1;Port=1;Database=directory");

        Assert.Equal(1, exitCode);
        Assert.Contains("pg_dump", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/dev/null")]
    [InlineData("/dev/full/data")]
    [InlineData("/proc/data")]
    public async Task Data_folder_that_cannot_be_made_is_named(string path)
    {
        using var program = ProgramProcess.Start(path);

        var line = await program.RefusalAsync();

        Assert.StartsWith("Data:Directory", line, StringComparison.Ordinal);
        Assert.Contains(path, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_in_use_is_named()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var address = $"http://{other.LocalEndpoint}";

        using var program = StartOnCatalog(("ASPNETCORE_URLS", address));

        var line = await program.RefusalAsync();
        Assert.Contains(address, line, StringComparison.Ordinal);
        Assert.Contains("in use", line, StringComparison.Ordinal);
        Assert.Contains("--urls", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Https_without_a_certificate_is_explained()
    {
        using var program = StartOnCatalog(("ASPNETCORE_URLS", "https://127.0.0.1:0"), ("HOME", _folder.Path));

        var line = await program.RefusalAsync();

        Assert.StartsWith("Urls: ", line, StringComparison.Ordinal);
        Assert.Contains("certificate", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none.pfx", "none.pfx")]
    [InlineData("garbage.pfx", "certificate")]
    [InlineData("locked.pfx", "password")]
    [InlineData("empty.pem", "certificate")]
    [InlineData("malformed.pem", "certificate")]
    [InlineData("keyless.pem", "private key")]
    [InlineData(".", "denied")]
    public async Task Certificate_that_cannot_be_used_is_explained(string file, string told)
    {
        using var key = RSA.Create();
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await File.WriteAllBytesAsync(_folder.File("garbage.pfx"), new byte[2_000]);
        await File.WriteAllBytesAsync(_folder.File("locked.pfx"), certificate.Export(X509ContentType.Pfx, "secret"));
        await File.WriteAllTextAsync(_folder.File("empty.pem"), "");
        await File.WriteAllTextAsync(_folder.File("malformed.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        await File.WriteAllTextAsync(_folder.File("keyless.pem"), certificate.ExportCertificatePem());

        using var program = StartOnCatalog(
            ("Kestrel__Endpoints__Https__Url", "https://127.0.0.1:0"),
            ("Kestrel__Endpoints__Https__Certificate__Path", _folder.File(file)));

        Assert.Contains(told, await program.RefusalAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("nonsense", "nonsense")]
    [InlineData("http://127.0.0.1:99999", "port")]
    public async Task Endpoint_that_is_no_address_is_explained(string url, string told)
    {
        using var program = StartOnCatalog(("Kestrel__Endpoints__Http__Url", url));

        Assert.Contains(told, await program.RefusalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_file_that_cannot_be_read_is_named()
    {
        await File.WriteAllTextAsync(_folder.File("appsettings.json"), "{ \"Serilog\": ");

        using var program = ProgramProcess.Start(_folder.Path, ("ASPNETCORE_CONTENTROOT", _folder.Path));

        Assert.Contains(_folder.File("appsettings.json"), await program.RefusalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_that_is_no_database_is_left_untouched()
    {
        var garbage = new byte[20_000];
        new Random(7).NextBytes(garbage);

        Assert.Contains("is not a database", await RefusalOfAsync(garbage), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Truncated_database_is_left_untouched()
    {
        var whole = await TestDatabase.FileAfterAsync(database => database.Get<DirectoryDatabase>().OpenAsync());

        Assert.Contains("is damaged", await RefusalOfAsync(whole[..(whole.Length / 2)]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Database_of_a_newer_version_is_left_untouched()
    {
        var newer = await TestDatabase.FileAfterAsync(async database =>
        {
            await database.Get<DirectoryDatabase>().OpenAsync();
            await database.SqlAsync("INSERT INTO __EFMigrationsHistory VALUES ('99990101000000_Future', '99.0.0')");
        });

        Assert.Contains("newer version", await RefusalOfAsync(newer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Database_of_another_program_is_left_untouched()
    {
        var foreign = await TestDatabase.FileAfterAsync(database => database.SqlAsync("CREATE TABLE Recipes (Id INTEGER PRIMARY KEY)"));

        Assert.Contains("of another program", await RefusalOfAsync(foreign), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disk_that_takes_no_more_is_named()
    {
        // A limit on the size of files does to one process what a full disk does to all; 100 KB are too few for the schema.
        using var program = ProgramProcess.StartThrough(
            ["sh", "-c", "trap '' XFSZ; ulimit -f 200; exec \"$@\"", "sh"], _folder.Path, ("DOTNET_EnableWriteXorExecute", "0"));

        var line = await program.RefusalAsync();

        Assert.Contains(_folder.File("directory.db"), line, StringComparison.Ordinal);
        Assert.Contains("full", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("directory.db", UnixFileMode.UserRead, "directory.db")]
    [InlineData("directory.lock", UnixFileMode.None, "")]
    [InlineData("keys", UnixFileMode.None, "keys")]
    [InlineData("keys", UnixFileMode.UserRead | UnixFileMode.UserExecute, "keys")]
    [InlineData("keys", UnixFileMode.UserWrite | UnixFileMode.UserExecute, "keys")]
    [InlineData("keys/key-1.xml", UnixFileMode.None, "keys/key-1.xml")]
    [InlineData("logs", UnixFileMode.UserWrite | UnixFileMode.UserExecute, "logs")]
    [InlineData("logs", UnixFileMode.UserRead | UnixFileMode.UserExecute, "logs")]
    [InlineData("logs/directory-20260101.json", UnixFileMode.UserRead, "logs/directory-20260101.json")]
    public async Task Part_of_the_data_folder_that_cannot_be_used_is_named(string part, UnixFileMode mode, string named)
    {
        CatalogDatabase.CopyInto(_folder);
        Directory.CreateDirectory(_folder.File("keys"));
        Directory.CreateDirectory(_folder.File("logs"));
        await File.WriteAllTextAsync(_folder.File("directory.lock"), "");
        await File.WriteAllTextAsync(_folder.File("keys/key-1.xml"), "<key />");
        await File.WriteAllTextAsync(_folder.File("logs/directory-20260101.json"), "");
        File.SetUnixFileMode(_folder.File(part), mode);
        try
        {
            using var program = ProgramProcess.StartThrough(ProgramProcess.WithoutPrivileges, _folder.Path);

            Assert.Contains(_folder.File(named), await program.RefusalAsync(), StringComparison.Ordinal);
        }
        finally
        {
            File.SetUnixFileMode(_folder.File(part), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("Setup-Link")]
    [InlineData("help")]
    [InlineData("setup-link2")]
    [InlineData("-h")]
    public async Task Unknown_command_is_refused(string command)
    {
        using var program = ProgramProcess.Run(command, _folder.Path);

        var line = await program.RefusalAsync();

        Assert.Contains($"“{command}”", line, StringComparison.Ordinal);
        Assert.Contains("setup-link", line, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Theory]
    [InlineData("--version")]
    [InlineData("--urls")]
    [InlineData("/?")]
    public async Task Setting_without_a_value_is_refused(string setting)
    {
        using var program = ProgramProcess.Run(setting, _folder.Path);

        Assert.StartsWith($"“{setting}” ", await program.RefusalAsync(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task Database_that_may_not_be_written_is_left_untouched()
    {
        var database = await TestDatabase.FileAfterAsync(database => database.Get<DirectoryDatabase>().OpenAsync());
        var file = _folder.File("directory.db");
        await File.WriteAllBytesAsync(file, database);
        Directory.CreateDirectory(_folder.File("logs"));
        await File.WriteAllTextAsync(_folder.File("directory.lock"), "");
        File.SetUnixFileMode(file, UnixFileMode.UserRead);
        File.SetUnixFileMode(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            using var program = ProgramProcess.StartThrough(ProgramProcess.WithoutPrivileges, _folder.Path);

            var line = await program.RefusalAsync();

            Assert.Contains(file, line, StringComparison.Ordinal);
            Assert.Contains("read-only", line, StringComparison.Ordinal);
            Assert.Equal(database, await File.ReadAllBytesAsync(file));
        }
        finally
        {
            File.SetUnixFileMode(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    // What is refused here is refused after the database has been opened: an empty one would be filled first.
    private ProgramProcess StartOnCatalog(params (string Key, string Value)[] settings)
    {
        CatalogDatabase.CopyInto(_folder);
        return ProgramProcess.Start(_folder.Path, settings);
    }

    // Starts the program on these bytes as its database; answers the refusal after checking that nothing was touched.
    private async Task<string> RefusalOfAsync(byte[] database)
    {
        var file = _folder.File("directory.db");
        await File.WriteAllBytesAsync(file, database);
        using var program = ProgramProcess.Start(_folder.Path);

        var line = await program.RefusalAsync();

        Assert.Contains(file, line, StringComparison.Ordinal);
        Assert.Equal(database, await File.ReadAllBytesAsync(file));
        Assert.Equal(
            ["directory.db", "directory.lock"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        return line;
    }
}
