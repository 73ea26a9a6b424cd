using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ZhongFu.Platform.Security;

namespace ZhongFu.Procurement.Tests;

/// <summary>Every door of the module with every role: who does not hold the permission is refused before anything is looked at, who holds it never sees another's papers.</summary>
public sealed class RolesTests
{
    private static readonly string[] Accounts =
        ["citizen", "requester", "approver", "receiver", "checker", "finance", "unitadmin", "requester2", "approver2", "supplier", "supplier2", "subcentre", "subdistrict", "operator", "auditor", "leader", "cashier", "manager"];

    [Fact]
    public async Task Every_door_is_closed_to_everybody_without_its_permission_and_knows_no_strangers_paper()
    {
        await using var office = await Office.Open();
        var doors = Doors(office).ToList();
        Assert.True(doors.Count >= 25, $"Only {doors.Count} doors were found.");
        var problems = new List<string>();
        foreach (var (method, path, permission) in doors)
        {
            Expect(problems, method, path, "nobody", await Call(office.Host.Anonymous(), method, path), HttpStatusCode.Unauthorized);
            foreach (var account in Accounts)
            {
                var client = await office.As(account);
                var status = await Call(client, method, path);
                if (!await Holds(office, account, permission)) Expect(problems, method, path, account, status, HttpStatusCode.Forbidden);
                else if (status is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized or >= HttpStatusCode.InternalServerError) problems.Add($"{account} {method} {path}: {status}, though it holds {permission}");
                else if (path.Contains(Stranger, StringComparison.Ordinal) && (int)status < 400) problems.Add($"{account} {method} {path}: {status} for a paper that does not exist");
            }
        }
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    private const string Stranger = "0198a000-0000-7000-8000-00000000beef";

    private readonly Dictionary<string, HashSet<string>> held = [];

    private async Task<bool> Holds(Office office, string account, string permission)
    {
        if (!held.TryGetValue(account, out var permissions))
            held[account] = permissions = [.. (await office.Get(account, "/api/identity/me")).GetProperty("permissions").EnumerateObject().Select(x => x.Name)];
        return permissions.Contains(permission);
    }

    private static IEnumerable<(string Method, string Path, string Permission)> Doors(Office office) =>
        from endpoint in office.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.RoutePattern.RawText?.StartsWith("/api/procurement/", StringComparison.Ordinal) == true
        let policy = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(x => x.Policy ?? "").FirstOrDefault(x => x.StartsWith(Allow.PolicyPrefix, StringComparison.Ordinal))
        where policy is not null // the others are open to everybody who is signed in, and say so
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
        select (method, Regex.Replace(endpoint.RoutePattern.RawText!, @"\{[^}]+\}", Stranger), policy[Allow.PolicyPrefix.Length..]);

    private static async Task<HttpStatusCode> Call(HttpClient client, string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method != "GET") request.Content = JsonContent.Create(new { });
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }

    private static void Expect(List<string> problems, string method, string path, string who, HttpStatusCode status, HttpStatusCode expected)
    {
        if (status != expected) problems.Add($"{who} {method} {path}: {status} instead of {expected}");
    }
}
