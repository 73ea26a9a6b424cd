using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Time;

namespace ZhongFu.Platform.Jobs;

/// <summary>Work a module does by itself from time to time. Found by the module host; runs on one instance at a time.</summary>
public interface IRecurringJob
{
    /// <summary>How long after one run the next may begin.</summary>
    TimeSpan Every { get; }

    /// <summary>Does what is due now, in bounded portions.</summary>
    Task Run(CancellationToken cancellationToken);
}

/// <summary>Who runs a job until when; the row of the module's database that several instances compete for.</summary>
internal sealed class JobLease
{
    public string Job { get; init; } = "";
    public DateTime Until { get; init; }
}

internal sealed class JobRunner(IServiceScopeFactory scopes, ModuleCatalogue modules, TimeProvider clock, ILogger<JobRunner> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stop) => Task.WhenAll(modules.JobTypes.Select(job => Loop(job, stop)));

    private async Task Loop(Type jobType, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var pause = TimeSpan.FromSeconds(30);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var job = (IRecurringJob)scope.ServiceProvider.GetRequiredService(jobType);
                pause = job.Every;
                if (await TakeLease(scope.ServiceProvider, jobType, pause, stop)) await job.Run(stop);
            }
            catch (Exception problem) when (!stop.IsCancellationRequested)
            {
                log.LogError(problem, "Job {Job} failed; it will run again", jobType.Name);
            }
            await Task.Delay(pause, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> TakeLease(IServiceProvider services, Type jobType, TimeSpan every, CancellationToken stop)
    {
        var db = services.GetRequiredService<ModuleDatabases>().Of(jobType.Assembly);
        var (now, name) = (clock.UtcNow(), jobType.Name);
        var until = now + every * 0.9;
        if (await db.Set<JobLease>().Where(x => x.Job == name && x.Until <= now).ExecuteUpdateAsync(x => x.SetProperty(l => l.Until, until), stop) == 1) return true;
        if (await db.Set<JobLease>().AnyAsync(x => x.Job == name, stop)) return false;
        db.Add(new JobLease { Job = name, Until = until });
        try { return await db.SaveChangesAsync(stop) == 1; }
        catch (DbUpdateException) { return false; } // another instance was first
        finally { db.ChangeTracker.Clear(); }
    }
}
