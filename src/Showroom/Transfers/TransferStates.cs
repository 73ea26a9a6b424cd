using ZhongFu.Platform.Ui;

namespace ZhongFu.Showroom.Transfers;

internal static class TransferStates
{
    /// <summary>The mood of a state in lists.</summary>
    public static Tone Tone(string state, long open) => state switch
    {
        nameof(TransferState.Requested) => Platform.Ui.Tone.Warning,
        nameof(TransferState.Dispatched) => Platform.Ui.Tone.Info,
        nameof(TransferState.Received) => open > 0 ? Platform.Ui.Tone.Error : Platform.Ui.Tone.Good,
        _ => Platform.Ui.Tone.Neutral,
    };
}
