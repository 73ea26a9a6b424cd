using System.Security.Cryptography;
using System.Text.Json;

namespace ZhongFu.Platform.Requests;

/// <summary>Remembers the first answer to a key; stored in the same transaction as the work.</summary>
internal sealed class IdempotencyRecord
{
    public string Actor { get; private init; } = "";
    public string Operation { get; private init; } = "";
    public string Key { get; private init; } = "";
    public string BodyHash { get; private init; } = "";
    public string Answer { get; private init; } = "";
    public DateTime At { get; private init; }

    public static IdempotencyRecord Of(string actor, object request, string key, object? answer, DateTime now) => new()
    {
        Actor = actor,
        Operation = request.GetType().Name,
        Key = key,
        BodyHash = Hash(request),
        Answer = JsonSerializer.Serialize(answer),
        At = now,
    };

    public static string Hash(object request) =>
        Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request, request.GetType())));
}

/// <summary>The same key came with another body. The gateway answers 422 and nothing is changed.</summary>
public sealed class IdempotencyKeyReused() : Exception("This Idempotency-Key was used for a different request.");
