using Xunit.Sdk;

namespace ZhongFu.TestKit;

/// <summary>Waits for what happens by itself soon: asks again every 20 ms, and fails with the last answer when it takes too long.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Passes as soon as the check passes.</summary>
    public static async Task Passes(Func<Task> check, TimeSpan? patience = null)
    {
        var end = DateTime.UtcNow + (patience ?? Patience);
        while (true)
        {
            try { await check(); return; }
            catch (XunitException) when (DateTime.UtcNow < end) { await Task.Delay(20); }
        }
    }

    /// <summary>Passes as soon as the answer is yes.</summary>
    public static Task True(Func<Task<bool>> question, TimeSpan? patience = null) => Passes(async () => Xunit.Assert.True(await question()), patience);
}
