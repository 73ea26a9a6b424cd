using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ZhongFu.Gateway.Start;
using ZhongFu.Platform.Data;
using ZhongFu.TestKit;

namespace ZhongFu.Gateway.Tests.Start;

public sealed class ForeignDatabaseTests
{
    [Fact]
    public async Task A_database_of_another_build_is_left_alone_and_the_reason_said()
    {
        await using var host = await GatewayHost.Start();
        using (var scope = host.Services.CreateScope())
        {
            var database = scope.ServiceProvider.GetServices<ModuleDb>().First().Database;
            await database.ExecuteSqlRawAsync("INSERT INTO __Migrations (MigrationId, ProductVersion) VALUES ('20990101000000_Later', '99')");
        }
        Assert.Equal(3, await Commands.Run("migrate", host.Services, TextWriter.Null));
        var foreign = await Assert.ThrowsAsync<ForeignDatabase>(() => host.Services.MigrateModules());
        Assert.Contains("20990101000000_Later", foreign.Message, StringComparison.Ordinal);
    }
}
