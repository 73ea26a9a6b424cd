using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ZhongFu.TestKit;

/// <summary>A person with a browser that runs no script: opens pages, fills in forms, presses buttons and follows where they lead.</summary>
public sealed class Shopper(GatewayHost host)
{
    private readonly HtmlParser parser = new();

    /// <summary>Keeps the cookies.</summary>
    public HttpClient Browser { get; } = host.Browser();

    /// <summary>The page that is open.</summary>
    public IHtmlDocument Page { get; private set; } = null!;

    /// <summary>Its path and query.</summary>
    public string At { get; private set; } = "/";

    /// <summary>What the last page came with.</summary>
    public HttpStatusCode Status { get; private set; }

    /// <summary>What the reader sees, blanks folded.</summary>
    public string Text => string.Join(' ', (Page.QuerySelector("main") ?? Page.DocumentElement).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Goes to a page.</summary>
    public async Task<Shopper> Open(string path)
    {
        await Show(await Browser.GetAsync(path), path);
        return this;
    }

    /// <summary>As a demonstration account, through the sign-in page.</summary>
    public async Task<Shopper> SignIn(string userName)
    {
        await Open("/login");
        return await Press("form:has([name='Form.Name'])", null, ("Form.Name", userName), ("Form.Password", GatewayHost.DemoPassword));
    }

    /// <summary>Puts an article into the cart as a product page does.</summary>
    public async Task<Shopper> Add(Guid skuId, int quantity = 1, string next = "cart")
    {
        await Show(await Browser.PostAsync("/cart/lines", new FormUrlEncodedContent(new Dictionary<string, string> { ["skuId"] = skuId.ToString(), ["quantity"] = $"{quantity}", ["next"] = next })), "/cart/lines");
        return this;
    }

    /// <summary>Sends the form with what it holds, changed by <paramref name="fields"/> (null unticks), by the button with this text (the first one without).</summary>
    public Task<Shopper> Press(string formSelector, string? button = null, params (string Name, string? Value)[] fields) => Send(Prepare(formSelector, button, fields));

    /// <summary>What a press would send: kept, it can be sent twice.</summary>
    public (string Path, List<KeyValuePair<string, string>> Fields) Prepare(string formSelector, string? button, params (string Name, string? Value)[] fields)
    {
        var form = Page.QuerySelector(formSelector) as IHtmlFormElement ?? throw new InvalidOperationException($"{At} has no {formSelector}: {Text}");
        var pressed = form.QuerySelectorAll<IHtmlButtonElement>("button:not([type=button])").FirstOrDefault(x => button is null || x.TextContent.Trim() == button) ?? throw new InvalidOperationException($"{At} has no button {button}");
        var sent = form.Elements.Where(x => !x.HasAttribute("disabled")).SelectMany(Values).Where(x => fields.All(field => field.Name != x.Key))
            .Concat(fields.Where(x => x.Value is not null).Select(x => KeyValuePair.Create(x.Name, x.Value!))).ToList();
        if (pressed.Name is { Length: > 0 } name) sent.Add(new(name, pressed.Value));
        return (form.GetAttribute("action") ?? At, sent);
    }

    /// <summary>Sends what <see cref="Prepare"/> kept.</summary>
    public async Task<Shopper> Send((string Path, List<KeyValuePair<string, string>> Fields) form)
    {
        await Show(await Browser.PostAsync(form.Path, new FormUrlEncodedContent(form.Fields)), form.Path);
        return this;
    }

    private async Task Show(HttpResponseMessage answer, string path)
    {
        for (var hops = 0; (int)answer.StatusCode is 302 or 303 && hops < 5; hops++)
        {
            path = new Uri(new Uri("http://localhost" + path), answer.Headers.Location!).PathAndQuery;
            answer = await Browser.GetAsync(path);
        }
        (At, Status) = (path, answer.StatusCode);
        Page = parser.ParseDocument(await answer.Content.ReadAsStringAsync());
    }

    private static IEnumerable<KeyValuePair<string, string>> Values(IElement element)
    {
        var name = element.GetAttribute("name");
        if (string.IsNullOrEmpty(name)) yield break;
        switch (element)
        {
            case IHtmlInputElement { Type: "checkbox" or "radio" } tick:
                if (tick.IsChecked) yield return new(name, tick.Value);
                break;
            case IHtmlInputElement input: yield return new(name, input.Value); break;
            case IHtmlSelectElement select: yield return new(name, select.Value ?? ""); break;
            case IHtmlTextAreaElement area: yield return new(name, area.Value); break;
        }
    }
}
