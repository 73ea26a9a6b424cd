using ZhongFu.Platform.Ui;

namespace ZhongFu.Procurement.Purchases;

/// <summary>The mood of an order's state.</summary>
internal static class PurchaseTones
{
    public static Tone Of(string state) => state switch
    {
        nameof(PurchaseState.Submitted) or nameof(PurchaseState.Shipped) => Tone.Warning,
        nameof(PurchaseState.Approved) or nameof(PurchaseState.Confirmed) => Tone.Info,
        nameof(PurchaseState.Accepted) => Tone.Good,
        nameof(PurchaseState.Returned) or nameof(PurchaseState.Declined) => Tone.Error,
        _ => Tone.Neutral,
    };
}
