using ZhongFu.Platform.Messaging;

namespace ZhongFu.Gateway.Start;

/// <summary>Prints how messages stand, and sends what was given up again.</summary>
internal static class BusErrors
{
    /// <summary>0 when nothing was given up, or all of it was sent again; else 1.</summary>
    public static async Task<int> Run(IServiceProvider services, bool retry, TextWriter output, CancellationToken cancellationToken = default)
    {
        await using var scope = services.CreateAsyncScope();
        var messages = scope.ServiceProvider.GetRequiredService<StuckMessages>();
        foreach (var box in await messages.Outboxes(cancellationToken))
            if (box.Waiting > 0) await output.WriteLineAsync($"{box.Module}: {box.Waiting} message(s) wait, the oldest since {box.OldestAt:O}");
        var stuck = await messages.List(cancellationToken);
        foreach (var one in stuck) await output.WriteLineAsync($"{one.Place}: {one.Type} {one.Id}, given up {one.At:O}: {one.Problem}");
        if (stuck.Count == 0) return await Say("No message was given up.", 0);
        return retry ? await Say($"{await messages.SendAgain(cancellationToken)} message(s) were sent again.", 0) : await Say($"{stuck.Count} message(s) were given up; --retry sends them again.", 1);

        async Task<int> Say(string text, int exit)
        {
            await output.WriteLineAsync(text);
            return exit;
        }
    }
}
