using System.Globalization;
using LogItems.FakeServer;
using Microsoft.Playwright;

namespace LogItems.Monitoring.Tests.Pages.Browser;

/// <summary>
/// How long a page takes, which depends on the machine: printed, and no reason to fail. LOGITEMS_PAGE_ITEMS sets the number of items, 1,000 by default.
/// </summary>
public class PageSpeedTests
{
    private const int Nights = 30;
    private const int Rounds = 7;

    private static readonly DateTimeOffset First = new(2024, 3, 3, 0, 0, 0, TimeSpan.Zero);

    private static readonly int Items = int.Parse(Environment.GetEnvironmentVariable("LOGITEMS_PAGE_ITEMS") ?? "1000", CultureInfo.InvariantCulture);

    private static readonly string[] Searches = ["mailbox", "not found", "-processing", "zoë"];

    [Test]
    public async Task Page_OfManyItems_ShowsHowLongItTakes()
    {
        // The last one is running, and belongs to no span that has ended.
        var sessions = SyntheticSessions.Create(Nights + 1, (Items + Nights - 1) / Nights, seed: 1);
        await using var browsing = await Browsing.StartAsync(sessions, First, First.AddDays(Nights + 2));

        var (ready, heap) = (new List<double>(), new List<double>());
        IPage page = null!;
        for (var round = 0; round < 3; round++)
        {
            page = await browsing.OpenAsync();
            ready.Add(await page.EvaluateAsync<double>("performance.getEntriesByName('ready')[0].startTime"));
            var session = await page.Context.NewCDPSessionAsync(page);
            await session.SendAsync("HeapProfiler.collectGarbage");
            var usage = (await session.SendAsync("Runtime.getHeapUsage"))!.Value;
            heap.Add((usage.GetProperty("usedSize").GetDouble() + usage.GetProperty("backingStorageSize").GetDouble()) / 1e6);
        }

        await TestContext.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{Items:N0} items: file {new FileInfo(browsing.File).Length / 1e6:F1} MB, heap {heap.Max():F0} MB, ready {ready.Min():F0} ms (best of 3)"));
        await ShowAsync("search", page, Searches.Select(search => $"set('#search', '{search}')"), "set('#search', '')");
        await ShowAsync("level", page, ["check('Success', false)"], "check('Success', true)");
        await ShowAsync("job", page, ["set('#job', '0')", "set('#job', '1')"], "set('#job', '')");
        await ShowAsync("session", page, ["set('#session', '5')"], "set('#session', '')");
        await ShowAsync("duration", page, ["set('#duration', '10')"], "set('#duration', '0')");
        await ShowAsync(
            "order",
            page,
            ["document.querySelector('#items th[data-by=text] button').click()"],
            "document.querySelector('#items th[data-by=duration] button').click()");

        Assert.That(await page.InnerTextAsync("#result"), Does.EndWith("in the table."));
        Assert.That(browsing.Messages, Is.Empty);
    }

    /// <summary>
    /// From the event to the table and the number of items, and to the next frame, in which the pictures are; the best and the median of some rounds.
    /// </summary>
    private static async Task ShowAsync(string name, IPage page, IEnumerable<string> changes, string reset)
    {
        foreach (var change in changes)
        {
            var times = await page.EvaluateAsync<double[][]>($$"""
                async () => {
                  const changed = element => element.dispatchEvent(new Event('input', { bubbles: true }));
                  const set = (selector, value) => { const element = document.querySelector(selector); element.value = value; changed(element); };
                  const check = (level, value) => {
                    const element = document.querySelector(`#levels input[value=${level}]`);
                    element.checked = value;
                    changed(element);
                  };
                  const frame = () => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
                  const times = [];
                  for (let round = 0; round < {{Rounds}}; round++) {
                    const start = performance.now();
                    {{change}};
                    const done = performance.now() - start;
                    await frame();
                    times.push([done, performance.now() - start]);
                    {{reset}};
                    await frame();
                  }
                  return times;
                }
                """);
            var done = times.Select(time => time[0]).Order().ToList();
            var painted = times.Select(time => time[1]).Order().ToList();
            await TestContext.Out.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-8} {change,-72} {done[0],6:F1} ms, median {done[Rounds / 2],6:F1}; "
                    + $"with pictures {painted[0],6:F1}, median {painted[Rounds / 2],6:F1}"));
        }
    }
}
