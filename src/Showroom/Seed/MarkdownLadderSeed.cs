using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Seeding;
using ZhongFu.Showroom.Batches;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Seed;

/// <summary>The usual ladder; an installation changes the rows, not the code.</summary>
internal sealed class MarkdownLadderSeed(ShowroomDb db) : ISeed
{
    public bool IsDemonstration => false;

    public async Task Plant(CancellationToken cancellationToken)
    {
        if (await db.MarkdownLadder.AnyAsync(cancellationToken)) return;
        db.AddRange(SeedFile.Read<MarkdownStep>(typeof(MarkdownLadderSeed).Assembly, "markdown-ladder.csv"));
        await db.SaveChangesAsync(cancellationToken);
    }
}
