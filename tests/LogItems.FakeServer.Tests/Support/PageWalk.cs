using System.Text.Json;

namespace LogItems.FakeServer.Tests.Support;

/// <summary>Follows <c>_links.next</c> to the end.</summary>
internal static class PageWalk
{
    public static async Task<IReadOnlyList<JsonElement>> ReadAsync(TestHttp http, string path)
    {
        var pages = new List<JsonElement>();
        for (var next = path; next is not null; next = pages[^1].Href("next"))
        {
            Assert.That(pages, Has.Count.LessThan(100), "The pages do not end.");
            pages.Add(await http.GetJsonAsync(next));
        }

        return pages;
    }
}
