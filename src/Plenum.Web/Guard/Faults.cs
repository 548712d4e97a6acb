using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Plenum.Clerk;

namespace Plenum.Web.Guard;

/// <summary>Whose fault it is when a request ends in an exception: that of whoever sent it, or ours.</summary>
internal static partial class Faults
{
    /// <summary>The status of what failed; the framework wraps what it found wrong with a body or a form.</summary>
    public static int StatusOf(Exception failure)
    {
        for (var one = failure; one is not null; one = one.InnerException)
            switch (one)
            {
                case BadHttpRequestException refused:
                    return refused.StatusCode;
                // A form beyond what the house reads of one: fields, parts, the length of a part.
                case InvalidDataException:
                    return one.Message.Contains("limit", StringComparison.OrdinalIgnoreCase)
                        ? StatusCodes.Status413PayloadTooLarge
                        : StatusCodes.Status400BadRequest;
            }
        return FullDisk.Is(failure)
            ? StatusCodes.Status507InsufficientStorage
            : StatusCodes.Status500InternalServerError;
    }

    /// <summary>
    /// For the keeper: what failed and where. Not its message, which may carry what somebody typed or who they are.
    /// </summary>
    [LoggerMessage(1, LogLevel.Error, "A request failed by a fault of ours: {Kind}\n{Where}")]
    public static partial void Log(ILogger log, string kind, string where);
}
