using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using ZhongFu.Platform.Security;
using ZhongFu.TestKit;

namespace ZhongFu.Gateway.Tests.Identity;

[Collection(OnSharedGateway.Name)]
public sealed class SignInTests(SharedGateway shared)
{
    [Theory]
    [InlineData("citizen")]
    [InlineData("CITIZEN")]
    [InlineData(" citizen ")]
    [InlineData("13800138001")]
    [InlineData("+86 138 0013 8001")]
    [InlineData("0086-138-0013-8001")]
    public async Task A_person_signs_in_by_user_name_or_phone(string name)
    {
        var answer = await shared.Host.Anonymous().Login(name);
        var body = await answer.Json();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(("Bearer", 3600), (body.GetProperty("tokenType").GetString(), body.GetProperty("expiresIn").GetInt32()));
        Assert.NotEmpty(body.GetProperty("accessToken").GetString()!);
        Assert.NotEmpty(body.GetProperty("refreshToken").GetString()!);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_get_the_same_answer()
    {
        var wrong = await (await shared.Host.Anonymous().Login("finance", "not-this-one")).Problem(401, "identity.sign-in-refused");
        var unknown = await (await shared.Host.Anonymous().Login("nobody-of-this-name", "not-this-one")).Problem(401, "identity.sign-in-refused");
        var endless = await (await shared.Host.Anonymous().Login(new string('x', 5000), new string('y', 5000))).Problem(401, "identity.sign-in-refused");
        Assert.Equal(wrong.GetProperty("detail").GetString(), unknown.GetProperty("detail").GetString());
        Assert.Equal(wrong.GetProperty("detail").GetString(), endless.GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("citizen", "ordering.buy", Scope.Own)]
    [InlineData("operator", "ordering.orders.read", Scope.All)]
    [InlineData("manager", "showroom.stock.receive", Scope.Organisation)]
    [InlineData("auditor", "platform.audit.read", Scope.All)]
    public async Task The_actor_carries_the_grants_of_the_roles(string userName, string permission, Scope scope)
    {
        var me = await (await (await shared.Host.SignedIn(userName)).GetAsync("/api/identity/me")).Json();
        Assert.Equal(userName, me.GetProperty("userName").GetString());
        Assert.Equal(scope.ToString(), me.GetProperty("permissions").GetProperty(permission).GetString());
    }

    [Fact]
    public async Task A_permission_that_is_not_granted_is_denied()
    {
        var me = await (await (await shared.Host.SignedIn("cashier")).GetAsync("/api/identity/me")).Json();
        Assert.False(me.GetProperty("permissions").TryGetProperty("showroom.stock.receive", out _));
        await (await (await shared.Host.SignedIn("cashier")).GetAsync("/api/platform/audit")).Problem(403, "forbidden");
    }

    [Fact]
    public async Task The_modules_learn_who_signed_in_and_which_guest_that_was()
    {
        var hook = new RememberingHook();
        await using var host = await GatewayHost.Start(configure: services => services.AddScoped<ISignedInHook>(_ => hook));
        var client = host.Anonymous();
        client.DefaultRequestHeaders.Add("Cookie", $"{GuestKey.Cookie}=AAAAAAAAAAAAAAAAAAAAAA");
        var answer = await client.Login("citizen");
        Assert.StartsWith("guest:", hook.GuestKey);
        Assert.True(hook.GuestKey!.Length <= 64);
        Assert.DoesNotContain("AAAAAAAAAA", hook.GuestKey, StringComparison.Ordinal); // the cookie itself is a secret
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), x => x.StartsWith($"{GuestKey.Cookie}=;", StringComparison.Ordinal));

        await host.Anonymous().Login("citizen2");
        Assert.Null(hook.GuestKey);
    }

    [Fact]
    public async Task A_new_account_can_sign_in_by_phone_at_once_and_may_buy()
    {
        var client = shared.Host.Anonymous();
        var made = await client.PostAsJsonAsync("/api/identity/register", new { userName = "newcomer", phone = "139 0013 9001", password = "four quiet geese" });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var token = (await (await client.Login("13900139001", "four quiet geese")).Json()).GetProperty("accessToken").GetString();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        Assert.True((await (await client.GetAsync("/api/identity/me")).Json()).GetProperty("permissions").TryGetProperty("ordering.buy", out _));
    }

    [Theory]
    [InlineData("x", null, "four quiet geese", "userName")]
    [InlineData("13812345678", null, "four quiet geese", "userName")]
    [InlineData("good-name", "12345", "four quiet geese", "phone")]
    [InlineData("good-name", null, "short", "password")]
    [InlineData("good-name", null, "aaaaaaaaaaaaaaa", "password")]
    [InlineData("good-name", null, "my-good-name-1", "password")]
    public async Task An_account_needs_a_name_and_a_password_that_hold(string userName, string? phone, string password, string field)
    {
        var problem = await (await shared.Host.Anonymous().PostAsJsonAsync("/api/identity/register", new { userName, phone, password })).Problem(400, "invalid");
        Assert.Equal([field], problem.GetProperty("errors").EnumerateObject().Select(x => x.Name));
    }

    [Fact]
    public async Task A_name_or_phone_belongs_to_one_account()
    {
        var client = shared.Host.Anonymous();
        await (await client.PostAsJsonAsync("/api/identity/register", new { userName = "Citizen", password = "four quiet geese" })).Problem(409, "identity.name-taken");
        await (await client.PostAsJsonAsync("/api/identity/register", new { userName = "other-name", phone = "13800138001", password = "four quiet geese" })).Problem(409, "identity.phone-taken");
    }

    [Fact]
    public async Task Nobody_registers_with_a_role()
    {
        var answer = await shared.Host.Anonymous().PostAsJsonAsync("/api/identity/register", new { userName = "sneaky", password = "four quiet geese", role = "operator" });
        await answer.Problem(400, "unknown-field");
    }

    private sealed class RememberingHook : ISignedInHook
    {
        public string? GuestKey { get; private set; }

        public Task OnSignedIn(Guid userId, string? guestKey, CancellationToken cancellationToken)
        {
            GuestKey = guestKey;
            return Task.CompletedTask;
        }
    }
}
