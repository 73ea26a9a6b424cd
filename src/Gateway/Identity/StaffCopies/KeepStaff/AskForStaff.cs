using System.Text.Json;
using System.Text.Json.Serialization;
using MediatR;
using ZhongFu.Platform.Jobs;
using ZhongFu.Platform.Modules;

namespace ZhongFu.Gateway.Identity.StaffCopies.KeepStaff;

/// <summary>Asks the head office for the accounts that work here. When it does not answer, those of last time go on counting.</summary>
internal sealed class AskForStaff(HeadOffice headOffice, ModuleCatalogue catalogue, IMediator mediator, ILogger<AskForStaff> log) : IRecurringJob
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(5), PooledConnectionLifetime = TimeSpan.FromMinutes(5), UseProxy = false }) { Timeout = TimeSpan.FromSeconds(15) };

    /// <summary>More tolerant than our own doors: the head office may be a version ahead.</summary>
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>A role taken away or a changed password reaches this process within a minute.</summary>
    public TimeSpan Every => headOffice.IsElsewhere ? TimeSpan.FromSeconds(20) : TimeSpan.FromDays(1);

    public async Task Run(CancellationToken cancellationToken)
    {
        if (headOffice.Address is not { } address) return;
        List<string> modules = [.. catalogue.Modules.Where(module => !module.IsEverywhere).Select(module => module.Name)];
        try
        {
            using var question = new HttpRequestMessage(HttpMethod.Get, new Uri(address, $"/api/identity/staff?modules={string.Join(',', modules)}"));
            question.Headers.Add(HeadOffice.PassHeader, headOffice.MakePass());
            using var answer = await Http.SendAsync(question, cancellationToken);
            answer.EnsureSuccessStatusCode();
            var staff = await answer.Content.ReadFromJsonAsync<StaffAccounts>(Json, cancellationToken);
            await mediator.Send(new KeepStaffCommand(staff!, modules), cancellationToken);
        }
        catch (HttpRequestException problem) when (problem.StatusCode == System.Net.HttpStatusCode.Forbidden)
        {
            log.LogError("The head office at {HeadOffice} refuses our pass: both must read the same keys (DataProtection:Folder). Accounts of last time go on counting", address);
        }
        catch (Exception problem) when (problem is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            log.LogInformation("The head office at {HeadOffice} does not answer ({Problem}); its accounts of last time go on counting", address, problem.Message);
        }
    }
}
