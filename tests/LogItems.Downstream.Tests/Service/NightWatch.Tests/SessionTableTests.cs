using LogItems;
using Newtonsoft.Json;

namespace NightWatch.Tests;

public class SessionTableTests
{
    [Test]
    public void Columns_OfASession_AreAllItsProperties()
    {
        var properties = typeof(JobSession).GetProperties()
            .Select(property => property.GetCustomAttributes(typeof(JsonPropertyAttribute), inherit: true))
            .Select(attributes => attributes.Cast<JsonPropertyAttribute>().SingleOrDefault()?.PropertyName)
            .Where(name => name is not null and not "_links");
        var forgotten = properties.Except(SessionTable.Columns.Keys);
        Assert.That(forgotten, Is.Empty, $"Sessions have properties without a column: {string.Join(", ", forgotten)}.");
    }
}
