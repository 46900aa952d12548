using System.Globalization;

namespace LogItems.Client.Tests.Paging.Model;

/// <summary>An item of a modelled session. Its number is in its text, so that a test can tell items apart that the client may not be able to.</summary>
internal sealed record ModelItem(int Number, string? IdJson, long Usn, string Time, string Level, int Revision = 0)
{
    private string? _json;
    private LogItem? _model;

    /// <summary>The item as it is sent, in the shape of a version.</summary>
    public string Json(bool hasType) => _json ??= Write(hasType);

    /// <summary>The item as it is read.</summary>
    public LogItem Model(bool hasType) => _model ??= Create(hasType);

    /// <summary>The number in the text of an item that was read.</summary>
    public static int NumberOf(LogItem item) => int.Parse(item.Text.Split(' ')[1], CultureInfo.InvariantCulture);

    private LogItem Create(bool hasType)
    {
        var text = $"Item {Number} {Revision}";
        var item = new LogItem
        {
            Usn = Usn,
            CreationTime = DateTimeOffset.Parse(Time, CultureInfo.InvariantCulture),
            Message = hasType ? text : null,
            Title = hasType ? null : $"[{Level}] {text}",
        };
        if (Guid.TryParse(IdJson?.Trim('"'), out var id))
        {
            item.Id = id;
        }
        else if (IdJson is not null)
        {
            item.Keep("id", IdJson == "null" ? null : IdJson.Trim('"'));
        }

        return item;
    }

    private string Write(bool hasType)
    {
        var id = IdJson is null ? "" : $"\"id\":{IdJson},";
        var end = Level == "Running" ? "null" : $"\"{Time}\"";
        var text = hasType ? $"\"type\":\"{Level}\",\"message\":\"Item {Number} {Revision}\"" : $"\"title\":\"[{Level}] Item {Number} {Revision}\"";
        return $$"""{{{id}}"usn":{{Usn}},"creationTime":"{{Time}}","endTime":{{end}},{{text}}}""";
    }
}
