using Microsoft.AspNetCore.Http.HttpResults;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Security;

namespace ZhongFu.Gateway.Identity.Access;

internal sealed class WhoAmIEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/api/identity/me", WhoAmI)
        .WithSummary("Who is signed in, and what that person may do").ToSignedIn();

    private static Ok<SignedInPerson> WhoAmI(RequestContext request) =>
        TypedResults.Ok(new SignedInPerson(request.Actor.UserId, request.Actor.Name, request.Actor.Grants));

    internal sealed record SignedInPerson(Guid? Id, string UserName, IReadOnlyDictionary<string, Scope> Permissions);
}
