using System.Net.Http.Headers;
using Npgsql;

namespace ZhongFu.TestKit;

/// <summary>The real servers that <c>tests/run.sh</c> starts for the tests; their addresses come by environment.</summary>
public static class TestServers
{
    /// <summary>Settings that put a host on a database of its own in PostgreSQL and on RabbitMQ.</summary>
    /// <exception cref="InvalidOperationException">The servers are not running: use <c>bash tests/run.sh</c>.</exception>
    public static async Task<Dictionary<string, string?>> PostgresAndRabbitMq() => new((await Postgres()).Concat(await RabbitMq()));

    /// <summary>Settings that put hosts on a virtual host of their own in RabbitMQ; give them to each host that shall meet the others.</summary>
    public static async Task<Dictionary<string, string?>> RabbitMq()
    {
        var name = "t" + Guid.NewGuid().ToString("n");
        using var api = new HttpClient { BaseAddress = new Uri(Address("ZHONGFU_TEST_RABBITMQ_API")) };
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String("guest:guest"u8));
        (await api.PutAsync($"/api/vhosts/{name}", null)).EnsureSuccessStatusCode();
        return new() { ["Bus:Transport"] = "RabbitMq", ["Bus:Uri"] = $"{Address("ZHONGFU_TEST_RABBITMQ")}/{name}" };
    }

    /// <summary>Settings that put a host on a database of its own in PostgreSQL.</summary>
    public static async Task<Dictionary<string, string?>> Postgres()
    {
        var server = Address("ZHONGFU_TEST_POSTGRES");
        var name = "t" + Guid.NewGuid().ToString("n");
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"create database {name}", connection);
        await create.ExecuteNonQueryAsync();
        return new() { ["Database:Provider"] = "Postgres", ["Database:ConnectionString"] = new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString };
    }

    private static string Address(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } address ? address : throw new InvalidOperationException($"{variable} is not set: run the tests with bash tests/run.sh.");
}
