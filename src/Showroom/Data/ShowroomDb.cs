using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Data;

namespace ZhongFu.Showroom.Data;

internal sealed class ShowroomDb(DbContextOptions<ShowroomDb> options) : ModuleDb(options, "showroom");
