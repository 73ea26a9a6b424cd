using System.Globalization;
using System.Text;
using System.Text.Json;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace ZhongFu.Platform.Messaging;

/// <summary>Where the broker is, for looking into its queues beside the bus.</summary>
internal sealed record BrokerAddress(Uri Uri)
{
    /// <exception cref="BrokerAway">It does not answer.</exception>
    public async Task<IConnection> Connect(CancellationToken cancellationToken)
    {
        try { return await new ConnectionFactory { Uri = Uri, AutomaticRecoveryEnabled = false, RequestedConnectionTimeout = TimeSpan.FromSeconds(10) }.CreateConnectionAsync(cancellationToken); }
        catch (BrokerUnreachableException away) { throw new BrokerAway(away); }
    }
}

/// <summary>The queue beside a consumer's queue that takes the messages it could not handle.</summary>
internal static class ErrorQueue
{
    private const string Suffix = "_error";

    /// <summary>Looks without taking: what is not acknowledged goes back to its place when the channel closes.</summary>
    public static async Task<IReadOnlyList<StuckMessage>> Peek(IConnection connection, string queue, int most, CancellationToken cancellationToken)
    {
        var found = new List<StuckMessage>();
        if (await Count(connection, queue, cancellationToken) == 0) return found;
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        while (found.Count < most && await channel.BasicGetAsync(queue + Suffix, autoAck: false, cancellationToken) is { } message) found.Add(Read(queue, message));
        return found;
    }

    /// <summary>Puts each back into the consumer's queue, and takes it out here only when the broker has it there.</summary>
    public static async Task<int> Return(IConnection connection, string queue, CancellationToken cancellationToken)
    {
        var count = await Count(connection, queue, cancellationToken); // those that fail meanwhile are for the next time
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancellationToken);
        var returned = 0;
        for (; returned < count && await channel.BasicGetAsync(queue + Suffix, autoAck: false, cancellationToken) is { } message; returned++)
        {
            var properties = new BasicProperties(message.BasicProperties) { Persistent = true };
            foreach (var header in (properties.Headers?.Keys ?? []).Where(name => name.StartsWith("MT-Fault", StringComparison.Ordinal) || name == "MT-Reason").ToList()) properties.Headers!.Remove(header);
            await channel.BasicPublishAsync("", queue, mandatory: true, properties, message.Body, cancellationToken);
            await channel.BasicAckAsync(message.DeliveryTag, multiple: false, CancellationToken.None);
        }
        return returned;
    }

    /// <summary>0 also when nothing has ever failed there: the queue is made by the first failure.</summary>
    private static async Task<uint> Count(IConnection connection, string queue, CancellationToken cancellationToken)
    {
        try
        {
            await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
            return (await channel.QueueDeclarePassiveAsync(queue + Suffix, cancellationToken)).MessageCount;
        }
        catch (OperationInterruptedException missing) when (missing.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            return 0;
        }
    }

    private static StuckMessage Read(string queue, BasicGetResult message)
    {
        var at = DateTime.TryParse(Header(message, "MT-Fault-Timestamp"), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var time) ? time : (DateTime?)null;
        return new StuckMessage(queue, TypeOf(message.Body), message.BasicProperties.MessageId ?? "", at, $"{Header(message, "MT-Fault-ExceptionType")}: {Header(message, "MT-Fault-Message")}");
    }

    private static string? Header(BasicGetResult message, string name) => message.BasicProperties.Headers?.TryGetValue(name, out var value) == true ? value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : value?.ToString() : null;

    /// <summary>The envelope names the type as <c>urn:message:Namespace:Name</c>.</summary>
    private static string TypeOf(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var envelope = JsonDocument.Parse(body);
            return envelope.RootElement.GetProperty("messageType")[0].GetString()!["urn:message:".Length..].Replace(':', '.');
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return "?";
        }
    }
}
