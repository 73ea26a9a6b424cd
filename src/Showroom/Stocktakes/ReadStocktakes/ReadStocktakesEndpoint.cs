using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Ui;

namespace ZhongFu.Showroom.Stocktakes.ReadStocktakes;

internal sealed class ReadStocktakesEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/api/showroom/stocktakes", List).WithSummary("Stocktakes, newest first").ToHolders(ShowroomPermissions.CountStock);
        api.MapGet("/api/showroom/stocktakes/{id:guid}", Read).WithSummary("One stocktake with its lines; differences only once it is counted, for those who judge it").ToHolders(ShowroomPermissions.CountStock);
        api.MapGet("/ops/stocktakes/{id:guid}.csv", Export).WithSummary("The lines of a stocktake as CSV, money in yuan").ToHolders(ShowroomPermissions.ApproveCounts);
    }

    private static async Task<Ok<StocktakeList>> List(IMediator mediator, CancellationToken cancellationToken, int page = 1) => TypedResults.Ok(await mediator.Send(new ListStocktakesQuery(page), cancellationToken));

    private static async Task<Ok<StocktakeSheet>> Read(Guid id, IMediator mediator, CancellationToken cancellationToken) => TypedResults.Ok(await mediator.Send(new ReadStocktakeQuery(id), cancellationToken));

    private static async Task<FileContentHttpResult> Export(Guid id, IMediator mediator, CancellationToken cancellationToken)
    {
        var sheet = await mediator.Send(new ReadStocktakeQuery(id), cancellationToken);
        return CsvFile.Of(StocktakeFile.Csv(sheet), $"{sheet.Number}.csv");
    }
}
