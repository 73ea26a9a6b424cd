using AutoMapper;
using AutoMapper.QueryableExtensions;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Addresses;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Ui;

namespace ZhongFu.Ordering.Orders.TrackOrder;

/// <summary>One order, by id or by number, for its buyer or for those who may read all.</summary>
internal sealed record TrackOrderQuery(Guid? Id, string? Number = null) : IQuery<OrderDetail>;

/// <summary>An order as its buyer sees it; others see the personal data of the delivery masked.</summary>
internal sealed record OrderDetail
{
    public Guid Id { get; init; }
    public string Number { get; init; } = "";
    public OrderState State { get; init; }
    public long GoodsFen { get; init; }
    public long FreightFen { get; init; }
    public long TotalFen { get; init; }
    public DateTime PlacedAt { get; init; }
    public DateTime PayBy { get; init; }
    public DateTime? PaidAt { get; init; }
    public DateTime? PackedAt { get; init; }
    public DateTime? ShippedAt { get; init; }
    public DateTime? DeliveredAt { get; init; }
    public DateTime? CompletedAt { get; init; }
    public DateTime? CancelledAt { get; init; }
    public string? CancelReason { get; init; }
    public string? Carrier { get; init; }
    public string? TrackingNumber { get; init; }
    public string? Note { get; init; }
    public string? ShortageCause { get; init; }
    public DateTime? ShortageSince { get; init; }
    public DateTime? ShortageRefundAt { get; init; }
    public bool WaitsForGoods { get; init; }
    public DeliveryDetail Delivery { get; init; } = new();

    /// <summary>The reader is the buyer.</summary>
    public bool IsMine { get; init; }

    public IReadOnlyList<OrderLineDetail> Lines { get; init; } = [];

    private sealed class Mapping : Profile
    {
        public Mapping()
        {
            string mine = null!;
            CreateMap<Order, OrderDetail>().ForMember(x => x.IsMine, map => map.MapFrom(x => x.BuyerKey == mine));
            CreateMap<OrderLine, OrderLineDetail>();
            CreateMap<Delivery, DeliveryDetail>();
        }
    }
}

/// <summary>One line of an order.</summary>
internal sealed record OrderLineDetail
{
    public Guid SkuId { get; init; }
    public int Position { get; init; }
    public int ProductNumber { get; init; }
    public string ProductName { get; init; } = "";
    public string SkuName { get; init; } = "";
    public string County { get; init; } = "";
    public string Cooperative { get; init; } = "";
    public string PicturePath { get; init; } = "";
    public bool NoSevenDayReturn { get; init; }
    public long PriceFen { get; init; }
    public long Quantity { get; init; }
    public long AmountFen { get; init; }
    public long MissingQuantity { get; init; }
    public long RefundedQuantity { get; init; }
    public long RefundedFen { get; init; }
}

/// <summary>Where the order goes.</summary>
internal sealed record DeliveryDetail
{
    public DeliveryKind Kind { get; init; }
    public string? Recipient { get; init; }
    public string? Phone { get; init; }
    public string? RegionName { get; init; }
    public string? Detail { get; init; }
    public Guid? LocationId { get; init; }
    public string? LocationName { get; init; }
    public string? PickUpCode { get; init; }

    /// <summary>For readers who are not the buyer.</summary>
    public DeliveryDetail Masked() => this with { Recipient = Recipient is null ? null : Format.MaskedName(Recipient), Phone = Phone is null ? null : PhoneText.Mask(Phone), Detail = Detail is null ? null : "****", PickUpCode = null };
}

internal sealed class TrackOrderHandler(OrderingDb db, IMapper mapper, RequestContext context) : IRequestHandler<TrackOrderQuery, OrderDetail>
{
    public async Task<OrderDetail> Handle(TrackOrderQuery query, CancellationToken cancellationToken)
    {
        var (mine, all) = (context.Actor.Key, context.Actor.Can(OrderingPermissions.ReadOrders, Scope.All));
        var order = await db.Orders.AsNoTracking().IgnoreAutoIncludes().AsSplitQuery().Where(x => x.Id == query.Id || (query.Number != null && x.Number == query.Number)).Where(x => all || x.BuyerKey == mine)
            .ProjectTo<OrderDetail>(mapper.ConfigurationProvider, new { mine }).FirstOrDefaultAsync(cancellationToken) ?? throw new NotFound("The order");
        return order with { Lines = [.. order.Lines.OrderBy(x => x.Position)], Delivery = order.IsMine ? order.Delivery : order.Delivery.Masked() };
    }
}
