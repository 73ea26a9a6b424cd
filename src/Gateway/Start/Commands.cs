using ZhongFu.Platform.Data;

namespace ZhongFu.Gateway.Start;

/// <summary>What the program can do besides serving: <c>dotnet run --project src/Gateway -- reconcile</c>.</summary>
internal static class Commands
{
    private const string Compare = "--compare", Retry = "--retry";
    private static readonly string[] Switches = [Compare, Retry];

    private const string Usage = """
        Usage: dotnet run --project src/Gateway [-- COMMAND] [--Key:Name=value ...]

          (none)      bring the databases up to date, plant what is missing, serve the site
          migrate     bring the databases up to date, then stop
          seed        bring the databases up to date and plant the seed, then stop
          reconcile   recompute every balance; exit 0 only when every rule holds
          rebuild-stock [--compare]
                      work the stock balances out anew from the movements and repair what differs; with
                      --compare change nothing and exit 1 when anything differs
          bus errors [--retry]
                      what waits in the outboxes and what was given up; exit 1 when anything was; with
                      --retry send all of that again
          simulate-cabinets [--url http://127.0.0.1:5000] [--day 2026-11-23] [--seed 1] [--cabinets 134] [--batches 24]
                      [--user operator] [--password ...]
                      play a day of the self-service cabinets against a running server, with lost answers, doubles
                      and silence; exit 0 only when the ledger equals what the devices sold
          help        this text
        """;

    /// <summary>The command among the arguments, with its switch, or null; settings begin with a dash or a slash.</summary>
    public static string? Of(string[] args) => Words(args) is { Length: > 0 } words ? string.Join(' ', words.Concat(args.Intersect(Switches))) : null;

    /// <summary>The arguments that are settings.</summary>
    public static string[] SettingsOf(string[] args) => Of(args) is null ? args : [.. args.Skip(Words(args).Length).Except(Switches)];

    private static string[] Words(string[] args) => [.. args.TakeWhile(word => !word.StartsWith('-') && !word.StartsWith('/'))];

    /// <summary>Answers what needs no services: 0 for help, 2 for a word that is no command, else null.</summary>
    public static int? AnswerAtOnce(string? command)
    {
        if (command is null or "migrate" or "seed" or "reconcile" or "rebuild-stock" or $"rebuild-stock {Compare}" or "bus errors" or $"bus errors {Retry}") return null;
        var known = command == "help";
        (known ? Console.Out : Console.Error).WriteLine(known ? Usage : $"There is no command '{command}'.\n{Usage}");
        return known ? 0 : 2;
    }

    /// <summary>Carries out a command and answers the exit code, or null when there is none and the site is to be served.</summary>
    public static async Task<int?> Run(string? command, IServiceProvider services, TextWriter output)
    {
        try
        {
            await services.MigrateModules();
        }
        catch (ForeignDatabase foreign)
        {
            await Console.Error.WriteLineAsync("Not started: " + foreign.Message);
            return 3;
        }
        if (command == "migrate") return Done(output, "The databases are up to date.");
        if (command == "reconcile") return await Reconciliation.Run(services, output);
        if (command?.StartsWith("rebuild-stock", StringComparison.Ordinal) == true) return await StockRebuilding.Run(services, command.EndsWith(Compare, StringComparison.Ordinal), output);
        if (command?.StartsWith("bus errors", StringComparison.Ordinal) == true) return await BusErrors.Run(services, command.EndsWith(Retry, StringComparison.Ordinal), output);
        await services.PlantSeeds();
        return command == "seed" ? Done(output, "The databases are up to date and planted.") : null;
    }

    private static int Done(TextWriter output, string text)
    {
        output.WriteLine(text);
        return 0;
    }
}
