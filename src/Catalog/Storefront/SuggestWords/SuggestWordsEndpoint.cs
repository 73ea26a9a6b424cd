using System.Globalization;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using ZhongFu.Catalog.Showcase;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Catalog.Storefront.SuggestWords;

internal sealed class SuggestWordsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/api/catalog/suggestions", Answer).ToEveryone()
        .WithName("SuggestWords").WithSummary("Up to ten products, categories and counties while typing.").Produces<Suggestions>().ProducesValidationProblem();

    private static async Task<IResult> Answer(string? q, IMediator mediator, PreparedAnswers prepared, IStringLocalizer<StorefrontText> text, Shelf shelf, CancellationToken cancellationToken)
    {
        if (q is { Length: > SearchText.MaxLength }) throw new ValidationException([new ValidationFailure("q", text["TooLong", SearchText.MaxLength])]);
        var question = $"suggest {CultureInfo.CurrentUICulture.Name} {q}";
        if (prepared.Find(question) is { } ready) return ready;
        var version = shelf.Version;
        return prepared.Keep(question, version, await mediator.Send(new SuggestWordsQuery(q), cancellationToken));
    }
}
