using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ZhongFu.Ordering.Payments;

/// <summary>News of money meets a cancellation or another event at the same instant: one of them wins in the database, and the other, sent again,
/// sees what the winner did. Each try has a scope of its own and acts as the system.</summary>
internal sealed class SettleAgain(IServiceScopeFactory scopes)
{
    private const int MostTries = 8;

    public async Task<TResult> Send<TResult>(IRequest<TResult> request, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var scope = scopes.CreateAsyncScope();
            try { return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, cancellationToken); }
            catch (DbUpdateException) when (attempt < MostTries) { await Task.Delay(20 * attempt, cancellationToken); }
        }
    }
}
