using System.Security.Cryptography;
using ZhongFu.Platform.Security;

namespace ZhongFu.Showroom.Approvals;

/// <summary>The code by which a member of staff signs a deed at a till where somebody else is signed in. Six digits or more, kept as a salted hash;
/// five wrong codes lock it for ten minutes.</summary>
internal sealed class StaffPin
{
    private const int Rounds = 100_000;
    private const int MostFailures = 5;
    private static readonly TimeSpan LockTime = TimeSpan.FromMinutes(10);

    /// <summary>User name, lower case: what is typed beside the code.</summary>
    public string Name { get; private init; } = "";

    public string ActorKey { get; private set; } = "";
    public string Salt { get; private set; } = "";
    public string Hash { get; private set; } = "";

    /// <summary>Whether the person could approve what a cashier may not do alone, when the code was chosen.</summary>
    public bool MayApprove { get; private set; }

    public int Failures { get; private set; }
    public DateTime? LockedUntil { get; private set; }

    /// <summary>Whose code a typed name means.</summary>
    public static string NameOf(string typed) => typed.Trim().ToLowerInvariant();

    public static StaffPin Of(string name, string actorKey) => new() { Name = NameOf(name), ActorKey = actorKey };

    /// <summary>Chooses a new code.</summary>
    public void Choose(string pin, Actor owner)
    {
        ActorKey = owner.Key;
        MayApprove = owner.Can(ShowroomPermissions.Approve);
        Salt = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        Hash = HashOf(pin);
        (Failures, LockedUntil) = (0, null);
    }

    /// <summary>Whether the code is right; counts wrong ones. A locked code is wrong.</summary>
    public bool Check(string pin, DateTime now)
    {
        if (LockedUntil > now) return false;
        if (CryptographicOperations.FixedTimeEquals(Convert.FromHexString(HashOf(pin)), Convert.FromHexString(Hash)))
        {
            (Failures, LockedUntil) = (0, null);
            return true;
        }
        Failures++;
        if (Failures >= MostFailures) (Failures, LockedUntil) = (0, now + LockTime);
        return false;
    }

    private string HashOf(string pin) => Convert.ToHexString(Rfc2898DeriveBytes.Pbkdf2(pin, Convert.FromHexString(Salt), Rounds, HashAlgorithmName.SHA256, 32));
}
