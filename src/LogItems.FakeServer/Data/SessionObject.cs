namespace LogItems.FakeServer.Data;

/// <summary>A user, group, site or team that a session processed, and the most severe level reported about it.</summary>
internal sealed record SessionObject(string Id, string Type, string Status)
{
    private static readonly string[] Statuses = ["Success", "Warning", "Failed"];

    /// <summary>The objects named by the session's ended items, in the order of their first item.</summary>
    public static IReadOnlyList<SessionObject> Of(FakeSession session)
    {
        var worst = new Dictionary<(string Id, string Type), int>();
        var order = new List<(string Id, string Type)>();
        foreach (var item in session.Snapshot())
        {
            if (item.EndTime is null || new LogItem { Message = item.Message }.Subject is not { Kind: not LogItemSubjectKind.Item } subject)
            {
                continue;
            }

            var key = (subject.Name ?? subject.Address ?? subject.Id?.ToString() ?? "", TypeOf(subject.Kind));
            var status = item.Type switch { "Success" => 0, "Warning" => 1, _ => 2 };
            if (!worst.TryGetValue(key, out var known))
            {
                order.Add(key);
            }

            worst[key] = Math.Max(known, status);
        }

        return order.ConvertAll(key => new SessionObject(key.Id, key.Type, Statuses[worst[key]]));
    }

    private static string TypeOf(LogItemSubjectKind kind) => kind switch
    {
        LogItemSubjectKind.Site or LogItemSubjectKind.PersonalSite => "Site",
        LogItemSubjectKind.Team => "Team",
        LogItemSubjectKind.Group => "Group",
        _ => "User",
    };
}
