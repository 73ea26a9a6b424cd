using System.Diagnostics;
using MediatR;

namespace ZhongFu.Gateway.Observability;

/// <summary>Our own spans: one for each request that goes through a module.</summary>
internal static class Tracing
{
    public static ActivitySource Source { get; } = new("ZhongFu");
}

internal sealed class TracePipeline<TRequest, TResponse> : IPipelineBehavior<TRequest, TResponse> where TRequest : IRequest<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        using var span = Tracing.Source.StartActivity(typeof(TRequest).Name);
        try
        {
            return await next();
        }
        catch (Exception problem)
        {
            span?.SetStatus(ActivityStatusCode.Error, problem.GetType().Name); // not the message: it may quote what the person typed
            throw;
        }
    }
}
