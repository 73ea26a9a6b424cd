using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Seeding;
using ZhongFu.Showroom.Counter;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Seed;

/// <summary>Some buyers that may take goods on account, to look around with.</summary>
internal sealed class AccountBuyersSeed(ShowroomDb db) : ISeed
{
    public bool IsDemonstration => true;

    public async Task Plant(CancellationToken cancellationToken)
    {
        if (await db.AccountBuyers.AnyAsync(cancellationToken)) return;
        db.AddRange(SeedFile.Read<Row>(typeof(AccountBuyersSeed).Assembly, "account-buyers.csv").Select(x => AccountBuyer.Of(x.Code, x.Name, x.LimitFen)));
        await db.SaveChangesAsync(cancellationToken);
    }

    private sealed record Row(string Code, string Name, long LimitFen);
}
