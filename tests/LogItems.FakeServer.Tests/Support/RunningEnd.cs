using System.Text.Json;

namespace LogItems.FakeServer.Tests.Support;

/// <summary>How each version says that something has no end yet.</summary>
internal static class RunningEnd
{
    public static void AssertOn(JsonElement running, ApiVersion version, ApiVersion? nullableSince = null)
    {
        var isThere = running.TryGetProperty("endTime", out var end);
        Assert.That(isThere, Is.EqualTo(version < ApiVersion.V6 || version >= nullableSince));
        if (version >= nullableSince)
        {
            Assert.That(end.ValueKind, Is.EqualTo(JsonValueKind.Null));
        }
        else if (version <= ApiVersion.V5)
        {
            Assert.That(end.GetString(), Is.EqualTo("9999-12-31T23:59:59.9999999Z"));
        }
    }
}
