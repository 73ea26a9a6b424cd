using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Procurement.Organisations.RegisterUnit;

internal sealed class RegisterUnitEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/procurement/registrations", Register)
        .WithSummary("Ask for a buying unit to be admitted").ToSignedIn();

    private static async Task<Created<UnitRegistered>> Register(RegisterUnitCommand body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Created("/api/procurement/registrations", await mediator.Send(body, cancellationToken));
}
