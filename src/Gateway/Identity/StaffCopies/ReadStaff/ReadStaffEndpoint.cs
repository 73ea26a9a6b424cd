using Microsoft.AspNetCore.Http.HttpResults;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Gateway.Identity.StaffCopies.ReadStaff;

internal sealed class ReadStaffEndpoint : IEndpoint
{
    /// <summary>For processes of this platform only: the pass proves that they hold our keys.</summary>
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/api/identity/staff", Read).ExcludeFromDescription().ToEveryone();

    private static async Task<Ok<StaffAccounts>> Read(HttpContext context, HeadOffice headOffice, IdentityDb db, CancellationToken cancellationToken, string modules = "")
    {
        if (headOffice.IsElsewhere || !headOffice.Admits(context.Request.Headers[HeadOffice.PassHeader])) throw new Forbidden("staff");
        return TypedResults.Ok(await StaffAccounts.Read(db, modules.Split(',', StringSplitOptions.RemoveEmptyEntries), cancellationToken));
    }
}
