namespace ZhongFu.Showroom.Contracts;

/// <summary>Works the stock balances out anew from the movements, the open reservations and the states of the batches.</summary>
public interface IStockRebuild
{
    /// <summary>Compares, and unless told only to compare, repairs what differs; a repair is in the audit log and the shop hears of it.</summary>
    /// <returns>A line for each figure that differed.</returns>
    Task<IReadOnlyList<string>> Run(bool compareOnly, CancellationToken cancellationToken);
}
