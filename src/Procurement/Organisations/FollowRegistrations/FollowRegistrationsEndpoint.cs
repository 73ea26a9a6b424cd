using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Procurement.Organisations.FollowRegistrations;

internal sealed class FollowRegistrationsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/api/procurement/registrations", Read)
        .WithSummary("Your registrations, and where units can belong").ToSignedIn();

    private static async Task<Ok<RegistrationDesk>> Read(IMediator mediator, CancellationToken cancellationToken) => TypedResults.Ok(await mediator.Send(new FollowRegistrationsQuery(), cancellationToken));
}
