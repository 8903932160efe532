using BpoDirectory.Benchmarks;

return args switch
{
    ["relevance", var file] => await RelevanceCommand.RunAsync(file),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        """
        usage: dotnet run -c Release --project tests/BpoDirectory.Benchmarks -- COMMAND
          relevance FILE    asks the questions of FILE and compares the answers with the expected ones
        """);
    return 2;
}
