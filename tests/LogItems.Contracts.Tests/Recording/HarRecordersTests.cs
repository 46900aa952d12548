using LogItems.Contracts.Recording;
using LogItems.Contracts.Tests.Support;
using LogItems.Contracts.Verification;

namespace LogItems.Contracts.Tests.Recording;

/// <summary>Recordings as proxies, clients and browsers export them, with the habits of each.</summary>
public class HarRecordersTests
{
    private static readonly (string Recorder, string[] Findings, string[] Notes)[] Recordings =
    [
        // Charles: tunnels, pseudo headers, null texts, base64, `_charlesStatus`, forms without their text.
        ("charles",
            ["6 invalid-parameter"],
            ["0 is a tunnel", "3 was recorded with only a part of the body", "4 has no response"]),
        // Insomnia: parameters beside the address, `postData` in each request, status 0 for what was not sent.
        ("insomnia", ["1 invalid-parameter", "6 undocumented-status"], ["3 has no response"]),
        // mitmproxy: the size of the compressed body, null as text and as timing, `content` without members, web sockets.
        ("mitmproxy", ["2 schema-violation", "4 missing-body"], ["5 has no response", "6 is not an HTTP request"]),
        // Chrome: h3, names in lower case, `_` extensions, a size without its text, errors of the network, data addresses.
        ("chrome",
            ["7 undecodable-body"],
            ["1 is a preflight", "2 was recorded without the body", "3 has no response", "4 is not an HTTP request", "5 was served from a cache"]),
        // Firefox: bodies left out with a comment, and cut at its limit.
        ("firefox",
            ["4 schema-violation", "4 schema-violation"],
            ["1 was recorded without the body", "2 was recorded with only a part of the body", "3 has no response"]),
        // Safari: a byte order mark, null as time, no sizes.
        ("safari", [], ["1 was recorded without the body"]),
    ];

    public static IEnumerable<string> Recorders => Recordings.Select(recording => recording.Recorder);

    [TestCaseSource(nameof(Recorders))]
    public void Run_RecordingInItsForm_JudgesWhatTheServerDid(string recorder)
    {
        var (_, findings, notes) = Recordings.Single(recording => recording.Recorder == recorder);

        var result = HarVerification.Run(HarFile.Load(Fixture.PathOf("har", $"{recorder}.har")), OurContract.Views);

        Assert.That(result.Findings.Select(finding => $"{EntryOf(finding.Location.File)} {finding.RuleId}"), Is.EqualTo(findings));
        Assert.That(result.Notes.Select(note => $"{EntryOf(note)} {note.Split(") ", 2)[1]}").ToList(), Has.Count.EqualTo(notes.Length));
        Assert.That(result.Notes.Zip(notes), Has.All.Matches<(string Note, string Expected)>(pair =>
            $"{EntryOf(pair.Note)} {pair.Note.Split(") ", 2)[1]}".StartsWith(pair.Expected, StringComparison.Ordinal)));
    }

    private static string EntryOf(string text) => text.Split(".har entry ")[1].Split(' ', ':')[0];
}
