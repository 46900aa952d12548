using System.Globalization;

namespace LogItems.FakeServer.Synthetic;

/// <summary>Messages in the style of a real server's titles.</summary>
internal static class SyntheticText
{
    /// <summary>The number of items that every session starts with.</summary>
    public const int OpeningCount = 4;

    private static readonly string[] People =
        ["adele.vance", "alex.wilber", "diego.siciliani", "grady.archie", "isaiah.langer", "joni.sherman", "zoë.müller"];

    private static readonly string[] Sites = ["Finance", "HumanResources", "Marketing", "Projects", "Retail", "Sales"];

    // Subjects are the users' own text: some begin like a level, and must not be read as one.
    private static readonly string[] Subjects =
    [
        "[Failed] Nightly build 4711", "[Success] Invoice paid", "[Warning] Disk almost full", "Re: \"Q3\" <draft> & notes",
        "Приглашение",
    ];

    public static string Create(int index, int count, string type, DateTimeOffset start, ref SyntheticRandom random)
    {
        var clock = start.ToString("M/d/yyyy h:mm:ss tt", CultureInfo.InvariantCulture);
        if (index < OpeningCount)
        {
            return Opening(index, count, clock);
        }

        if (index == count - 1 && type != "Running")
        {
            return type is "Error" ? $"Job failed at {clock}" : $"Job finished {Manner(type)} at {clock}";
        }

        return type switch
        {
            "Warning" => Warning(ref random),
            "Error" => Error(ref random),
            "Stop" => $"Processing mailbox: {Mailbox(ref random)} was stopped",
            _ => Processing(ref random),
        };
    }

    private static string Opening(int index, int count, string clock) => index switch
    {
        0 => $"Job started at {clock}",
        1 => "Connected to organization",
        2 => "Mailboxes enumerated",
        _ => string.Create(CultureInfo.InvariantCulture, $"{count} objects found"),
    };

    private static string Manner(string type) => type switch
    {
        "Warning" => "with warnings",
        "Stop" => "by user request",
        _ => "successfully",
    };

    private static string Processing(ref SyntheticRandom random) => random.Next(3) switch
    {
        0 => $"Processing OneDrive: {Mailbox(ref random)}",
        1 => $"Processing site: {Site(ref random)}",
        _ => $"Processing mailbox: {Mailbox(ref random)}",
    };

    private static string Warning(ref SyntheticRandom random) => random.Next(6) switch
    {
        0 => $"Processing mailbox: {Mailbox(ref random)}. Exchange account was not found (ID: {random.NextGuid()})",
        1 => $"User was not found: {Mailbox(ref random)} (ID: {random.NextGuid()})",
        2 => $"{Mailbox(ref random)} does not have a valid Microsoft 365 license (ID: {random.NextGuid()})",
        3 => $"{random.Pick<string>(Subjects)}: Item has been changed during the backup",
        4 => $"Item has been changed during the backup: {random.Pick<string>(Subjects)} (mailbox: {Mailbox(ref random)})",
        _ => "Nothing to process",
    };

    private static string Error(ref SyntheticRandom random) => random.Next(4) switch
    {
        0 => $"Failed to process site {Site(ref random)}. Access is denied.",
        1 => $"OneDrive was not found (ID: {random.NextGuid()})",
        2 => $"Processing mailbox: {Mailbox(ref random)}. Unable to read data from the transport connection",
        _ => $"Processing mailbox: {Mailbox(ref random)}. A task was canceled",
    };

    private static string Mailbox(ref SyntheticRandom random) => $"{random.Pick<string>(People)}@contoso.onmicrosoft.com";

    private static string Site(ref SyntheticRandom random) =>
        $"https://contoso.sharepoint.com/sites/{random.Pick<string>(Sites)}";
}
