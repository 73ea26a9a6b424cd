using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using ZhongFu.Gateway.Security;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Gateway.Identity.Register;

internal sealed class RegisterEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/identity/register", Register)
        .WithSummary("Open an account; sign in afterwards").RequireRateLimiting(RateLimits.Register).ToEveryone();

    private static async Task<Created<RegisteredAccount>> Register(RegisterCommand body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Created((string?)null, await mediator.Send(body, cancellationToken));
}
