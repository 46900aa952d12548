using System.Net.Mime;
using Microsoft.AspNetCore.Http;

namespace LogItems.FakeServer.Faults;

/// <summary>A response from a proxy instead of the service.</summary>
internal sealed class HtmlFault : IFault
{
    private static readonly byte[] Page =
        """
        <html>
        <head><title>502 Bad Gateway</title></head>
        <body>
        <center><h1>502 Bad Gateway</h1></center>
        <hr><center>proxy.contoso.local</center>
        </body>
        </html>

        """u8.ToArray();

    public bool AffectsTokenEndpoints => true;

    public Task AnswerAsync(FaultyCall call)
    {
        call.RecordInjection();
        call.Response.StatusCode = StatusCodes.Status502BadGateway;
        call.Response.ContentType = MediaTypeNames.Text.Html;
        call.Response.ContentLength = Page.Length;
        return call.SendAsync(Page);
    }
}
