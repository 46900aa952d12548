using System.Security.Cryptography;
using System.Text;

namespace LogItems.Monitoring.Pages;

/// <summary>A self-contained page: its Content-Security-Policy allows only its own script and style, and no requests.</summary>
internal static class HtmlPage
{
    /// <summary>uPlot draws the trend; the others are our own. Each uses those before it.</summary>
    private static readonly string[] Scripts = ["uPlot.iife.min.js", "data.js", "items.js", "tables.js", "pictures.js", "trend.js", "page.js"];

    public static void Write(SessionReport report, Stream output)
    {
        var script = $"'use strict';\n/*\n{Resource("LICENSE")}*/\n{string.Concat(Scripts.Select(Resource))}";
        var style = Resource("uPlot.min.css") + Resource("page.css");
        var parts = Resource("page.html")
            .Replace("{script-hash}", Hash(script), StringComparison.Ordinal)
            .Replace("{style-hash}", Hash(style), StringComparison.Ordinal)
            .Replace("{style}", style, StringComparison.Ordinal)
            .Replace("{script}", script, StringComparison.Ordinal)
            .Split("{data}", 2);
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        writer.Write(parts[0]);
        // Base64 has no character that could end the element.
        writer.Write(PageData.Encode(report));
        writer.Write(parts[1]);
    }

    private static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(HtmlPage).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
