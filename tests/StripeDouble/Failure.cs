namespace ZhongFu.StripeDouble;

/// <summary>How a call fails.</summary>
public enum Failure
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>402.</summary>
    CardDeclined,

    /// <summary>429, before it began.</summary>
    TooManyRequests,

    /// <summary>500, nothing was done; the key remembers the 500.</summary>
    ServerError,

    /// <summary>500 although the work was done; the key remembers the 500.</summary>
    ServerErrorAfterWork,

    /// <summary>The work is done and the connection cut before the answer.</summary>
    AnswerLost,

    /// <summary>The work is done and the answer never comes.</summary>
    AnswerTooLate,
}
