using ZhongFu.Showroom.Contracts;

namespace ZhongFu.Gateway.Start;

/// <summary>Prints what differed in the stock balances.</summary>
internal static class StockRebuilding
{
    private const int MostDetails = 50;

    /// <summary>2 when the showroom runs elsewhere; 0 when the balances are right, or are right now; 1 when they were only compared and differ.</summary>
    public static async Task<int> Run(IServiceProvider services, bool compareOnly, TextWriter output, CancellationToken cancellationToken = default)
    {
        await using var scope = services.CreateAsyncScope();
        if (scope.ServiceProvider.GetService<IStockRebuild>() is not { } stock)
        {
            await output.WriteLineAsync("The showroom does not run here (Modules:Enabled): give this command to its process.");
            return 2;
        }
        var differences = await stock.Run(compareOnly, cancellationToken);
        foreach (var difference in differences.Take(MostDetails)) await output.WriteLineAsync(difference);
        if (differences.Count > MostDetails) await output.WriteLineAsync($"... and {differences.Count - MostDetails} more");
        await output.WriteLineAsync(differences.Count == 0 ? "All stock balances equal their movements."
            : compareOnly ? $"{differences.Count} figure(s) differ; nothing was changed." : $"{differences.Count} figure(s) differed and were repaired.");
        return compareOnly && differences.Count > 0 ? 1 : 0;
    }
}
