using System.Text;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Ui;

namespace ZhongFu.Procurement.Statements.ShowStatement;

internal sealed class ExportStatementEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/buy/statements/{number}.csv", (string number, IMediator mediator, CancellationToken cancellationToken) => Export(mediator, new(number), cancellationToken))
            .WithSummary("The lines of a statement as CSV, money in yuan").ToHolders(ProcurementPermissions.Read);
        api.MapGet("/supply/statements/{number}.csv", (string number, IMediator mediator, CancellationToken cancellationToken) => Export(mediator, new(number, AsSupplier: true), cancellationToken))
            .WithSummary("The lines of a statement of the cooperative as CSV, money in yuan").ToHolders(ProcurementPermissions.Supply);
    }

    private static async Task<FileContentHttpResult> Export(IMediator mediator, ShowStatementQuery query, CancellationToken cancellationToken)
    {
        var statement = await mediator.Send(query, cancellationToken);
        var rows = new StringBuilder("statement,month,buyer,supplier,accepted_on,paper,kind,item,amount_yuan,paid_yuan,due_on,standing,reason,answer\r\n");
        foreach (var x in statement.Lines)
            rows.AppendJoin(',', statement.Number, statement.Month, CsvCell.Text(statement.Buyer), CsvCell.Text(statement.Supplier), Format.Date(x.AcceptedOn), x.Paper, x.Kind, CsvCell.Text(x.Name), Format.Yuan(x.AmountFen), Format.Yuan(x.PaidFen),
                Format.Date(x.DueOn), x.Standing, CsvCell.Text(x.Reason), CsvCell.Text(x.Answer)).Append("\r\n");
        return CsvFile.Of(rows.ToString(), $"{statement.Number}.csv");
    }
}
