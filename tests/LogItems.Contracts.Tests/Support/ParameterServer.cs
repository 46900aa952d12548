using System.Net;
using System.Text.RegularExpressions;
using LogItems.Contracts.Documents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LogItems.Contracts.Tests.Support;

/// <summary>A server, on a real socket, that takes parameters in headers, cookies and objects, and checks them by code of its own.</summary>
internal sealed partial class ParameterServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ParameterServer(WebApplication app) => _app = app;

    public Uri Address => new($"{_app.Urls.Single()}/");

    public static ContractDocument Contract { get; } = Fixture.Parse(
        """
        openapi: '3.0.3'
        info: {title: Test, version: '1'}
        paths:
          /items:
            get:
              parameters:
                - {name: X-Level, in: header, required: true, schema: {type: integer, minimum: 1, maximum: 9}}
                - {name: X-Kind, in: header, schema: {type: string, enum: [hot, cold]}}
                - {name: X-HTTP-Method-Override, in: header, schema: {type: string, enum: [GET, DELETE]}}
                - name: X-Range
                  in: header
                  explode: true
                  schema: {type: object, required: [from], properties: {from: {type: integer, minimum: 0}, to: {type: integer, maximum: 99}}}
                - {name: depth, in: cookie, schema: {type: integer, minimum: 0, maximum: 5}}
                - {name: mode, in: cookie, schema: {type: string, enum: [fast, safe]}}
                - {$ref: '#/components/parameters/Code'}
                - name: filter
                  in: query
                  style: deepObject
                  schema:
                    type: object
                    required: [size]
                    properties: {size: {type: integer, minimum: 1, maximum: 10}, color: {type: string, enum: [red, blue]}}
                    additionalProperties: false
                - name: span
                  in: query
                  schema: {type: object, properties: {since: {type: integer, minimum: 0}, until: {type: integer, maximum: 99}}}
                - name: point
                  in: query
                  explode: false
                  schema:
                    type: object
                    required: [x, y]
                    properties: {x: {type: integer, minimum: 0, maximum: 7}, y: {type: integer, minimum: 0, maximum: 7}}
              responses: {'200': {$ref: '#/components/responses/Items'}, '400': {$ref: '#/components/responses/Refusal'}}
            post: &writing
              parameters: [{$ref: '#/components/parameters/Code'}]
              responses: {'200': {$ref: '#/components/responses/Items'}, '400': {$ref: '#/components/responses/Refusal'}}
            delete: *writing
            head:
              parameters: [{$ref: '#/components/parameters/Code'}]
              responses: {'200': {$ref: '#/components/responses/Items'}, '400': {$ref: '#/components/responses/Refusal'}}
        components:
          parameters:
            Code: {name: code, in: query, schema: {type: string, pattern: '^([A-Z]{2,4}-[0-9]{3}|none)$'}}
          responses:
            Items: {description: Some., content: {application/json: {schema: {type: array, items: {type: string}}}}}
            Refusal:
              description: Refused.
              content: {application/json: {schema: {type: object, required: [message], properties: {message: {type: string}}}}}
        """);

    /// <summary>Starts a server.</summary>
    /// <param name="defect">Returns the status of a request that it answers wrongly; null for any other.</param>
    public static async Task<ParameterServer> StartAsync(Func<HttpRequest, int?>? defect = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(async context =>
        {
            var status = defect?.Invoke(context.Request) ?? (IsSound(context.Request) ? 200 : 400);
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json";
            if (context.Request.Method != "HEAD")
            {
                await context.Response.WriteAsync(status == 200 ? "[]" : """{"message": "No."}""");
            }
        });
        await app.StartAsync();
        return new ParameterServer(app);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static bool IsSound(HttpRequest request) =>
        (request.Query["code"].Count == 0 || Code().IsMatch(request.Query["code"].ToString()))
        && (request.Method == "HEAD" || (IsSoundHeader(request) && IsSoundCookie(request) && IsSoundQuery(request.Query)));

    private static bool IsSoundHeader(HttpRequest request) => IsBetween(request.Headers["X-Level"], 1, 9)
        && request.Headers["X-Kind"].ToString() is "" or "hot" or "cold"
        && (request.Headers["X-Range"].Count == 0 || IsRange(request.Headers["X-Range"].ToString()));

    private static bool IsRange(string text)
    {
        var fields = text.Split(',').Select(field => field.Split('=')).Where(field => field.Length == 2).ToLookup(field => field[0], field => field[1]);
        return IsBetween(fields["from"].FirstOrDefault(), 0, null) && (!fields["to"].Any() || IsBetween(fields["to"].First(), null, 99));
    }

    private static bool IsSoundCookie(HttpRequest request) =>
        (request.Cookies["depth"] is not { } depth || IsBetween(depth, 0, 5)) && request.Cookies["mode"] is null or "fast" or "safe";

    private static bool IsSoundQuery(IQueryCollection query)
    {
        var filter = query.Where(pair => pair.Key.StartsWith("filter[", StringComparison.Ordinal)).ToDictionary(
            pair => pair.Key[7..^1], pair => pair.Value.ToString());
        var point = query["point"].ToString().Split(',');
        return (filter.Count == 0 || IsBetween(filter.GetValueOrDefault("size"), 1, 10))
            && filter.GetValueOrDefault("color") is null or "red" or "blue" && filter.Keys.All(key => key is "size" or "color")
            && (!query.ContainsKey("since") || IsBetween(query["since"], 0, null)) && (!query.ContainsKey("until") || IsBetween(query["until"], null, 99))
            && (!query.ContainsKey("point") || (point is ["x", var x, "y", var y, ..] && IsBetween(x, 0, 7) && IsBetween(y, 0, 7)));
    }

    private static bool IsBetween(string? text, long? least, long? most) =>
        long.TryParse(text, out var number) && number >= (least ?? number) && number <= (most ?? number);

    [GeneratedRegex(@"^([A-Z]{2,4}-[0-9]{3}|none)\z")]
    private static partial Regex Code();
}
