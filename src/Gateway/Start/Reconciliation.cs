using ZhongFu.Platform.Reconciliation;

namespace ZhongFu.Gateway.Start;

/// <summary>Checks every invariant of every module and prints one line for each, with the first ten violations below it.</summary>
internal static class Reconciliation
{
    private const int MostDetails = 10;

    /// <summary>0 when every rule holds, else 1. A rule that cannot be checked counts as violated.</summary>
    public static async Task<int> Run(IServiceProvider services, TextWriter output, CancellationToken cancellationToken = default)
    {
        await using var scope = services.CreateAsyncScope();
        var (rules, violated) = (0, 0);
        foreach (var invariant in scope.ServiceProvider.GetServices<IInvariant>().OrderBy(x => x.GetType().FullName, StringComparer.Ordinal))
        {
            var violations = await Check(invariant, cancellationToken);
            await output.WriteLineAsync($"{invariant.Rule}: {violations.Count} violation(s)");
            foreach (var violation in violations.Take(MostDetails)) await output.WriteLineAsync($"  {violation}");
            if (violations.Count > MostDetails) await output.WriteLineAsync($"  ... and {violations.Count - MostDetails} more");
            (rules, violated) = (rules + 1, violated + (violations.Count > 0 ? 1 : 0));
        }
        await output.WriteLineAsync(violated == 0 ? $"All {rules} rules hold." : $"{violated} of {rules} rules are violated.");
        return violated == 0 ? 0 : 1;
    }

    private static async Task<IReadOnlyList<string>> Check(IInvariant invariant, CancellationToken cancellationToken)
    {
        try { return await invariant.FindViolations(cancellationToken); }
        catch (Exception problem) when (problem is not OperationCanceledException) { return [$"could not be checked: {problem.GetType().Name}: {problem.Message}"]; }
    }
}
