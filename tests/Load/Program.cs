using ZhongFu.Load;

// dotnet run -c Release --project tests/Load -- list | all | NAME...
var benchmarks = Benchmark.All;
if (args is ["bare", var port, var file, var type]) return await BareServer.Run(int.Parse(port), file, type);
if (args is [] or ["list"])
{
    foreach (var benchmark in benchmarks) Console.WriteLine($"{benchmark.Name,-22} {benchmark.About}");
    return 0;
}

var unknown = args.Where(name => name != "all" && benchmarks.All(x => x.Name != name)).ToList();
if (unknown.Count > 0)
{
    Console.Error.WriteLine($"No benchmark is named {string.Join(", ", unknown)}; see: list");
    return 2;
}

var rows = new List<Row>();
foreach (var benchmark in benchmarks.Where(x => args.Contains("all") || args.Contains(x.Name)))
{
    Console.WriteLine($"running {benchmark.Name} ...");
    rows.AddRange(await benchmark.Run());
}
Console.WriteLine();
foreach (var row in rows) Console.WriteLine(row);
return rows.All(row => row.IsOk) ? 0 : 1;
