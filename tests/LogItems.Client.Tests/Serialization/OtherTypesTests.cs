using Newtonsoft.Json;

namespace LogItems.Client.Tests.Serialization;

/// <summary>Types of values that only Newtonsoft.Json reads are read by it, as tolerantly.</summary>
public class OtherTypesTests
{
    [Test]
    public void Deserialize_TypeWithoutReader_ReadsWhatItCanAndKeepsTheRest()
    {
        var read = JsonConvert.DeserializeObject<Other>("""{"amount":1.25,"address":"https://x.test/","length":"soon"}""", LogItemsJson.CreateSettings())!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(read.Amount, Is.EqualTo(1.25m));
            Assert.That(read.Address, Is.EqualTo(new Uri("https://x.test/")));
            Assert.That(read.Length, Is.Null);
            Assert.That(read.Issues, Is.EqualTo(new[] { new UnreadableValue("length", "soon") }));
        }
    }

    [Test]
    public void Deserialize_NullWhereTheContractHasIt_IsNoIssue()
    {
        var read = JsonConvert.DeserializeObject<Other>("""{"nullable":null,"amount":null}""", LogItemsJson.CreateSettings())!;
        Assert.That(read.Issues.Select(issue => issue.Property), Is.EqualTo(new[] { "amount" }));
    }

    private sealed class Other : ApiModel
    {
        private readonly Dictionary<string, object> _more = [];

        [JsonProperty("amount", Required = Required.Always)]
        public decimal Amount { get; set; }

        [JsonProperty("address", NullValueHandling = NullValueHandling.Ignore)]
        public Uri? Address { get; set; }

        [JsonProperty("length", NullValueHandling = NullValueHandling.Ignore)]
        public TimeSpan? Length { get; set; }

        [JsonProperty("nullable", Required = Required.AllowNull)]
        public string? Nullable { get; set; }

        internal override IDictionary<string, object> ExtensionData => _more;

        internal override void Keep(string name, object? value) => _more[name] = value!;
    }
}
