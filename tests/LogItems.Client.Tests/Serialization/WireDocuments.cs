using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace LogItems.Client.Tests.Serialization;

/// <summary>Bodies as servers write them, as they should not, and as nobody does.</summary>
public static class WireDocuments
{
    private const string Id = "a6c7a35c-20e1-4cf9-931e-c1e060172b43";

    private static readonly string[] Numbers =
    [
        "0", "-0", "1", "-1", "2147483647", "2147483648", "-2147483648", "-2147483649", "9223372036854775807", "9223372036854775808",
        "123456789012345678901234567890", "1.0", "-2.0", "2.5", "1e2", "1E+2", "100e-2", "1e400", "-1e400", "5e-324", "1e-400",
        "9007199254740992.0", "9007199254740993.0", "9007199254740994.0", "2147483647.0", "2147483648.0", "-0.0", "0.1e1",
        new('9', 380), new('9', 381), "-" + new string('1', 380), "1." + new string('0', 400),
    ];

    private static readonly string[] Texts =
    [
        "", "x", "Success", "success", "Suc\\u0063ess", "Stop", "Skipped", "Running", "[Failed] x", "a b", "ü", "日本語", "😀", "\u007f",
        "\\\"", "\\\\", "\\/", "\\b\\f\\n\\r\\t", "\\u0000", "\\u00fc", "\\ud83d\\ude00", "\\ud83d", "\\ude00", "\\ude00\\ud83d", "\\ud83d\\ud83d\\ude00",
        "\\ud83dx", "\\ud83d\\n", "\\uD83D\\uDE00\\uD83D", "x\\u0041", "2017-04-04T00:07:21.3674143-07:00", Id, new('x', 300),
    ];

    private static readonly string[] Identifiers =
    [
        Id, "45342637-79ab-4247-900e-c33c1cfb1274", "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa", Id.ToUpperInvariant(), $" {Id}", $"{{{Id}}}",
        Id.Replace("-", "", StringComparison.Ordinal), "0xa7a35c-20e1-4cf9-931e-c1e060172b43", "a6c7a35c-20e1-4cf9-931e-c1e060172b4g",
        "\\u00616c7a35c-20e1-4cf9-931e-c1e060172b43",
        "a6c7a35c-20e1-4cf9-931e-+1e060172b43", "a6c7a35c020e1-4cf9-931e-c1e060172b43", "00000000-0000-0000-0000-000000000000",
    ];

    private static readonly string[] Times =
    [
        "2017-04-04T00:07:21.3674143-07:00", "2021-02-26T01:00:00Z", "2021-02-26T01:00:00", "2021-02-26T01:00:00.1+05:45", "2024-02-29T23:59:59.9999999+14:00",
        "9999-12-31T23:59:59.9999999", "9999-12-31T23:59:59.9999999-12:00", "0001-01-01T00:00:00", "0001-01-01T00:00:00+03:00", "0002-01-01T00:00:00+14:00",
        "2023-02-29T00:00:00Z", "2021-13-01T00:00:00Z", "2021-00-01T00:00:00Z", "2021-01-00T00:00:00Z", "2021-02-26T24:00:00Z", "2021-02-26T01:60:00Z",
        "2021-02-26T01:00:60Z", "2021-02-26T01:00:00+14:01", "2021-02-26T01:00:00-14:00", "2021-02-26T01:00:00+03:60", "2021-02-26T01:00:00.12345678Z",
        "2021-02-26T01:00:00.", "2021-02-26T01:00:00.Z", "2021-02-26t01:00:00z", "2021-02-26 01:00:00", "2021-02-26T01:00:00-00:00", "2021-02-26T01:00",
        "2021-2-26T01:00:00Z", "2021-02-26T01:00:00.123456+03:00", "２021-02-26T01:00:00Z", "2021-02-26T01:00:00\\u005a", "2021-02-26T01:00:00.17323x7+03:00",
        "2021-02-26T01:00:00+3:00", " 2021-02-26T01:00:00Z", "2021-02-26T01:00:00Z ",
    ];

    private static readonly string[] Containers =
    [
        "{}", "[]", "[1,[2.0,[\"x\"]],{}]", "{\"a\":{\"b\":[null,true]}}", "{\"a\":1,\"b\":2,\"a\":3}", "{\"href\":\"/v8/x\"}", "[\"2017-04-04T00:07:21Z\"]",
        "{\"$ref\":\"1\"}",
        "{\"a\":\"\\ud83d\"}", "[1e400,123456789012345678901234567890]", $"[{new string('9', 381)}]",
    ];

    private static readonly string[] LinkMaps =
    [
        "{}", "{\"self\":{\"href\":\"/v8/x\"}}", "{\"self\":null}", "{\"self\":{\"href\":7},\"jobsessions\":{\"href\":\"/v8/y\"}}",
        "{\"self\":{\"href\":\"a\\u0041\"}}", "{\"self\":\"/x\"}", "{\"self\":{\"href\":null,\"title\":\"t\"}}",
        "{\"self\":{\"HREF\":\"/x\"},\"self\":{\"href\":\"/y\"}}", "{\"s\\u0065lf\":{\"href\":\"/x\"}}", "{\"self\":{}}",
        $"{{\"self\":{{\"href\":\"/v8/{Id}/{Id}\"}}}}", $"{{\"{Id}\":{{\"href\":\"/v8/{Id}\"}}}}", $"{{\"self\":{{\"href\":\"/v8/{Id}\",\"x\":\"{Id}\"}}}}",
        $"{{\"self\":{{\"href\":\"/v8/{Id}\"}},\"jobsessions\":{{\"href\":\"/v8/y\"}}}}", $"{{\"self\":{{\"href\":\"{Id[..^8]}{Id}{Id[8..]}\"}}}}",
    ];

    private static readonly Dictionary<string, Gen<string>> GoodValues = new()
    {
        ["id"] = Quoted(Identifiers),
        ["usn"] = Gen.Elements("1", "2", "0", "-7", "12345", "2147483647", "3.0"),
        ["title"] = Quoted(Texts),
        ["type"] = Quoted(["Success", "Warning", "Running", "Stop", "Error", "Skipped"]),
        ["message"] = Quoted(Texts),
        ["creationTime"] = Quoted(Times),
        ["endTime"] = Gen.OneOf(Quoted(Times), Gen.Constant("null")),
        ["_links"] = Gen.Elements(LinkMaps),
    };

    private static readonly string[] OtherNames =
    [
        "ID", "Usn", "TITLE", "endtime", "_Links", "\\u0069d", "\\u0055sn", "new", "$ref", "$id", "$type", "level", "issues", "additionalProperties", "", "ü",
        "\\ud83d", "results", "href", "ſelf",
    ];

    /// <summary>Any value at all.</summary>
    private static Gen<string> Values => Gen.OneOf(
        Gen.Elements("null", "true", "false"), Gen.Elements(Numbers), Quoted(Texts), Quoted(Identifiers), Quoted(Times), Gen.Elements(Containers),
        Gen.Elements(LinkMaps));

    private static Gen<string> Names => Gen.Frequency((6, Gen.Elements(GoodValues.Keys.ToArray())), (1, Gen.Elements(OtherNames)));

    private static Gen<string> Space => Gen.Frequency((4, Gen.Constant("")), (1, Gen.Elements(" ", "\n", "\r\n", "\t  ")));

    /// <summary>Some items in one layout, most of them with values that fit.</summary>
    private static Gen<string[]> SameLayout =>
        from names in Gen.OneOf(
            Gen.Constant(GoodValues.Keys.ToArray()), Gen.Constant((string[])["id", "usn", "title", "creationTime", "endTime", "_links"]), Names.ArrayOf(6))
        from comma in Space
        from colon in Space
        from count in Gen.Choose(1, 6)
        from items in Item(names, $",{comma}", $":{colon}").ArrayOf(count)
        select items;

    /// <summary>Items in a few layouts by turns: each leaves out other properties.</summary>
    private static Gen<string[]> FewLayouts =>
        from layouts in Gen.SubListOf(GoodValues.Keys.ToArray()).Select(names => names.ToArray()).ArrayOf(3)
        from turns in Gen.Elements(layouts).ArrayOf(8)
        from items in Gen.CollectToArray(turns, names => Item(names, ",", ":"))
        select items;

    private static Gen<string> Elements =>
        from runs in Gen.OneOf(SameLayout, FewLayouts, Values.ArrayOf(1)).ArrayOf(3)
        from space in Space
        select $"[{space}{string.Join($"{space},{space}", runs.SelectMany(run => run))}{space}]";

    private static Gen<string> Pages =>
        from offset in Values
        from items in Elements
        from again in Gen.Frequency((8, Gen.Constant("")), (1, Elements.Select(items => $",\"Results\":{items}")))
        from links in Gen.Elements(LinkMaps)
        from rest in Names.SelectMany(name => Values.Select(value => $",\"{name}\":{value}"))
        select $"{{\"offset\":{offset},\"results\":{items}{again},\"_links\":{links}{rest}}}";

    private static Gen<string> Sessions =>
        from status in Quoted(["Success", "NotConfigured", "Paused", "running"])
        from count in Values
        from statistics in Gen.OneOf(Values, Gen.Constant("{\"rate\":1.5,\"x\":{}}"))
        from flag in Gen.OneOf(Values, Gen.Elements("true", "false"))
        from items in Item(["id", "creationTime", "endTime", "_links"], ",", ":").ArrayOf(4)
        let more = $"\"status\":{status},\"progress\":{count},\"statistics\":{statistics},\"jobWillBeRetried\":{flag}}}"
        select $"{{\"results\":[{string.Join(',', items.Select(item => $"{item[..^1]},{more}"))}]}}";

    public static Arbitrary<WireDocument> Any() => AnyText.Select(text => new WireDocument(Encoding.UTF8.GetBytes(text))).ToArbitrary();

    /// <summary>The same with a few bytes changed.</summary>
    public static Gen<WireDocument> Damaged =>
        from text in AnyText
        from changes in Changes(Encoding.UTF8.GetBytes(text).Length).ArrayOf(2)
        select new WireDocument(changes.Aggregate(Encoding.UTF8.GetBytes(text), (json, change) => change(json)));

    private static Gen<string> AnyText => Gen.OneOf(Pages, Pages, Elements, Item([.. GoodValues.Keys], ",", ":"), Sessions);

    private static Gen<string> Item(string[] names, string comma, string colon) =>
        from values in Gen.CollectToArray(names, name => GoodValues.TryGetValue(name, out var good) ? Gen.Frequency((12, good), (1, Values)) : Values)
        from namesItself in Gen.Elements(true, true, false)
        let own = names.Contains("id") ? values[Array.IndexOf(names, "id")].Trim('"') : ""
        let written = names.Zip(values, (name, value) => namesItself && name == "_links" ? value.Replace(Id, own, StringComparison.Ordinal) : value)
        select $"{{{string.Join(comma, names.Zip(written, (name, value) => $"\"{name}\"{colon}{value}"))}}}";

    private static Gen<Func<byte[], byte[]>> Changes(int length) =>
        from at in Gen.Choose(0, length - 1)
        from with in Gen.Elements<byte>([.. "\"\\,:{}[]0-+.eEntfu /'#\0\n\u001f"u8, 0x7F, 0x80, 0xBF, 0xC0, 0xC3, 0xE2, 0xED, 0xF0, 0xF5, 0xFF])
        from kind in Gen.Choose(0, 3)
        select (Func<byte[], byte[]>)(json => kind switch
        {
            0 => [.. json[..Math.Min(at, json.Length)], with, .. json[Math.Min(at, json.Length)..]],
            1 => [.. json.Take(at), .. json.Skip(at + 1)],
            2 => [.. json.Take(at), with, .. json.Skip(at + 1)],
            _ => json[..Math.Min(at, json.Length)],
        });

    private static Gen<string> Quoted(string[] texts) => Gen.Elements(texts).Select(text => $"\"{text}\"");
}
