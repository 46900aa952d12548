namespace LogItems.Cli.Tests.Output;

/// <summary>The live view in the width, height and colors of a terminal.</summary>
internal sealed partial class FollowViewTests
{
    [TestCase(null, "Success  2026-11-20 21:59:01  00:00:01.500  Processing mailbox:|adele.vance@contoso.onmicrosoft.com|was not found")]
    [TestCase("--wide", "Success  2026-11-20 21:59:01 +03:00  00:00:01.500  Processing mailbox: adele.van|ce@contoso.onmicrosoft.com was not found")]
    public async Task Follow_LongText_WrapsUnderItsColumnUnlessWide(string? option, string expected)
    {
        _session.AddItem(Ended(1, "Processing mailbox: adele.vance@contoso.onmicrosoft.com was not found"));
        _session.Finish("Success", Start.AddMinutes(1));
        await using var server = await ServeAsync();

        Assert.That(await FollowAsync(server, option: option), Is.Zero);
        var item = _terminal.Lines.Skip(1).TakeWhile(line => !line.StartsWith("Session", StringComparison.Ordinal));
        Assert.That(item.Select(line => line.Trim()), Is.EqualTo(expected.Split('|')));
    }

    [TestCase(1, 2)]
    [TestCase(5, 4)]
    [TestCase(14, 7)]
    [TestCase(40, 8)]
    [TestCase(300, 100)]
    public async Task Follow_AnySize_DrawsNoMoreThanFits(int width, int height)
    {
        for (var usn = 1; usn <= 20; usn++)
        {
            _session.AddItem(Running(usn, "日本 \u001B[2J 👩‍💻 [red]" + new string('x', 200)));
        }

        await using var server = await ServeAsync();
        using var stop = new CancellationTokenSource();
        var run = FollowAsync(server, cancellationToken: stop.Token);
        await _terminal.WaitForAsync("next poll in 2 s");
        Assert.That(_terminal.Lines, Has.Count.EqualTo(4 + 10));
        Assert.That(_terminal.Lines[3], Does.StartWith("  Running  00:00:59  日本 \\u001B[2J 👩‍💻 [red]xxx"));
        Assert.That(_terminal.Lines[^2], Is.EqualTo("  and 11 more running"));

        _terminal.Size = new(width, height);
        _time.Advance(Second);
        await _terminal.WaitForAsync(
            terminal => terminal.Lines.Count < height && terminal.Lines.All(line => line.Length <= width), $"{height} lines of {width} columns");

        Assert.That(_terminal.Lines, Has.Count.InRange(1, height - 1));
        Assert.That(_terminal.LinesFromCursor, Is.EqualTo(_terminal.Lines), "the cursor is where the area begins");
        await stop.CancelAsync();
        Assert.That(await run, Is.EqualTo(130));
        Assert.That(_terminal.Lines, Is.Empty);
    }

    [Test]
    public async Task Follow_Colors_AreThoseOfTheHost([Values] bool colors)
    {
        _session.AddItem(Ended(1, "Connected to organization"));
        _session.Finish("Success", Start.AddMinutes(1));
        await using var server = await ServeAsync();

        Assert.That(await FollowAsync(server, colors: colors), Is.Zero);
        Assert.That(_terminal.Colors, colors ? Is.Positive : Is.Zero);
        Assert.That(_terminal.Lines[1], Does.StartWith("Success  2026"));
    }
}
