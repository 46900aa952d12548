using System.Text.Json;
using FsCheck;
using LogItems.Contracts.Schemas;
using static LogItems.Contracts.Tests.Schemas.SchemaValidation;

namespace LogItems.Contracts.Tests.Schemas;

public class SchemaValidatorTests
{
    // type and nullable
    [TestCase("{type: integer}", "1.0", false)]
    [TestCase("{type: integer}", "1e3", false)]
    [TestCase("{type: integer}", "1e-3", false)]
    [TestCase("{type: integer}", "1.5", false)]
    [TestCase("{type: integer}", "123456789012345678901234567890", true)]
    [TestCase("{type: integer}", "1e400000", false)]
    [TestCase("{type: integer}", "\"1\"", false)]
    [TestCase("{type: number}", "1e400000", true)]
    [TestCase("{type: boolean}", "false", true)]
    [TestCase("{type: boolean}", "0", false)]
    [TestCase("{type: object}", "[]", false)]
    [TestCase("{type: string}", "null", false)]
    [TestCase("{type: string, nullable: true}", "null", true)]
    [TestCase("{type: string, nullable: true, minLength: 1}", "\"\"", false)]
    [TestCase("{nullable: true, allOf: [{type: object}]}", "null", true)]
    [TestCase("{type: string, nullable: true, enum: [a]}", "null", false)]
    [TestCase("{type: string, nullable: true, enum: [a, null]}", "null", true)]
    [TestCase("{}", "null", true)]
    // enum
    [TestCase("{enum: ['6', 6, {a: [1, 2], b: x}]}", "6.0", true)]
    [TestCase("{enum: ['6']}", "6", false)]
    [TestCase("{enum: [{a: [1, 2], b: x}]}", "{\"b\": \"x\", \"a\": [1.0, 2]}", true)]
    [TestCase("{enum: [{a: [1, 2], b: x}]}", "{\"b\": \"x\", \"a\": [2, 1]}", false)]
    [TestCase("{enum: ['']}", "\"a\"", false)]
    // numbers
    [TestCase("{minimum: 3}", "3", true)]
    [TestCase("{minimum: 3, exclusiveMinimum: true}", "3.0", false)]
    [TestCase("{minimum: 3}", "2.9999999999999999999999", false)]
    [TestCase("{maximum: 10000}", "1e4", true)]
    [TestCase("{maximum: 10000, exclusiveMaximum: true}", "10000", false)]
    [TestCase("{maximum: 10000}", "1e99999999999999999999", false)]
    [TestCase("{maximum: 10000}", "-1e99999999999999999999", true)]
    [TestCase("{minimum: 0}", "-0.0", true)]
    [TestCase("{minimum: 0}", "\"-1\"", true)]
    [TestCase("{multipleOf: 0.01}", "19.99", true)]
    [TestCase("{multipleOf: 0.01}", "19.999", false)]
    [TestCase("{multipleOf: 0.0001}", "0.0075", true)]
    [TestCase("{multipleOf: 7}", "1e1000000", false)]
    [TestCase("{multipleOf: 5}", "1e1000000", true)]
    [TestCase("{multipleOf: 5}", "5e-1000000", false)]
    [TestCase("{format: int32}", "2147483647", true)]
    [TestCase("{format: int32}", "2147483648", false)]
    [TestCase("{format: int64}", "-9223372036854775808", true)]
    [TestCase("{format: int64}", "9223372036854775808", false)]
    // strings
    [TestCase("{maxLength: 1}", "\"\\ud83d\\udc32\"", true)]
    [TestCase("{minLength: 2}", "\"\\ud83d\\udc32\"", false)]
    [TestCase("{maxLength: 2}", "\"abc\"", false)]
    [TestCase("{format: uuid}", "\"e7668151-524f-4fa5-a30a-c647bf7ca8c5\"", true)]
    [TestCase("{format: uuid}", "\"{e7668151-524f-4fa5-a30a-c647bf7ca8c5}\"", false)]
    [TestCase("{format: date-time}", "\"2017-04-04T00:07:21.3664166-07:00\"", true)]
    [TestCase("{format: date-time}", "\"9999-12-31T23:59:59.9999999Z\"", true)]
    [TestCase("{format: date-time}", "\"9999-12-31T23:59:59.9999999\"", false)]
    [TestCase("{format: date-time}", "\"2021-02-29T00:00:00Z\"", false)]
    [TestCase("{format: date-time}", "\"0000-02-29T00:00:00Z\"", true)]
    [TestCase("{format: date-time}", "\"2021-02-26T24:00:00Z\"", false)]
    [TestCase("{format: date-time}", "\"1998-12-31T15:59:60.123-08:00\"", true)]
    [TestCase("{format: date-time}", "\"1998-12-31T15:58:60.123-08:00\"", false)]
    [TestCase("{format: date-time}", "\"2021-02-26T00:00:00Z\\n\"", false)]
    [TestCase("{format: date}", "\"2021-02-26\"", true)]
    [TestCase("{format: date}", "\"2021-2-26\"", false)]
    [TestCase("{format: ipv4}", "\"anything\"", true)]
    // arrays
    [TestCase("{items: {type: integer}}", "[1, \"2\"]", false)]
    [TestCase("{items: {type: integer}}", "{\"0\": \"a\"}", true)]
    [TestCase("{minItems: 1}", "[]", false)]
    [TestCase("{maxItems: 1}", "[1, 2]", false)]
    [TestCase("{uniqueItems: true}", "[1, true, \"1\", [1], {\"a\": 1}]", true)]
    [TestCase("{uniqueItems: true}", "[1, 1.0]", false)]
    [TestCase("{uniqueItems: true}", "[{\"a\": 1, \"b\": 2}, {\"b\": 2, \"a\": 1}]", false)]
    // objects
    [TestCase("{required: [a]}", "{\"a\": null}", true)]
    [TestCase("{required: [a]}", "{\"A\": 1}", false)]
    [TestCase("{properties: {a: {type: string}}}", "{\"a\": 1}", false)]
    [TestCase("{additionalProperties: false, properties: {a: {}}}", "{\"a\": 1}", true)]
    [TestCase("{additionalProperties: false, properties: {a: {}}}", "{\"b\": 1}", false)]
    [TestCase("{additionalProperties: {type: string}}", "{\"b\": 1}", false)]
    [TestCase("{minProperties: 2}", "{\"b\": 1}", false)]
    [TestCase("{maxProperties: 1}", "{\"b\": 1, \"b\": 2}", true)]
    // composition
    [TestCase("{allOf: [{minimum: 1}, {maximum: 3}]}", "4", false)]
    [TestCase("{anyOf: [{type: string}, {minimum: 3}]}", "4", true)]
    [TestCase("{anyOf: [{type: string}, {minimum: 3}]}", "2", false)]
    [TestCase("{oneOf: [{minimum: 1}, {minimum: 3}]}", "2", true)]
    [TestCase("{oneOf: [{minimum: 1}, {minimum: 3}]}", "4", false)]
    [TestCase("{oneOf: [{type: array, items: {type: integer}}, {type: object}]}", "[1]", true)]
    [TestCase("{not: {type: string}}", "1", true)]
    [TestCase("{not: {type: string}}", "\"\"", false)]
    // what a keyword does not understand, it leaves alone
    [TestCase("{minimum: many, pattern: 3, items: 5, required: yes, enum: a, type: [string]}", "[1]", true)]
    public void Validate_Value_IsValidOrNot(string schema, string json, bool valid)
    {
        Assert.That(Validate(schema, json), valid ? Is.Empty : Is.Not.Empty);
    }

    [Test]
    public void Validate_Errors_NameValueKeywordAndPlace()
    {
        var document = Fixture.WithSchema("{properties: {a/b: {items: {$ref: '#/components/schemas/Level'}}}}", "Level: {enum: [Error]}");

        var error = Validate(document, """{"a/b": ["Error", "Fine"]}""").Single();

        Assert.That((error.Pointer, error.Keyword), Is.EqualTo(("/a~1b/1", "enum")));
        Assert.That(error.Schema.Pointer, Is.EqualTo("/components/schemas/Level/enum"));
        Assert.That(error.Schema.Line, Is.EqualTo(7));
    }

    [Test]
    public void Validate_SeveralErrors_AreAllReported()
    {
        var errors = Validate("{required: [id, usn], properties: {usn: {type: integer, minimum: 0}, title: {type: string}}}",
            """{"usn": -1.5, "title": 3}""");

        Assert.That(errors.Select(error => (error.Pointer, error.Keyword)), Is.EqualTo(
            [("/usn", "type"), ("/usn", "minimum"), ("/title", "type"), ("", "required")]));
    }

    [Test]
    public void Validate_NoAlternativeMatches_TellsWhatTheClosestLacks()
    {
        var errors = Validate(
            "{oneOf: [{type: array}, {type: object, required: [results], properties: {limit: {type: integer}}}]}",
            """{"limit": "30"}""");

        Assert.That(errors.Select(error => (error.Pointer, error.Keyword)), Is.EqualTo(
            [("", "oneOf"), ("/limit", "type"), ("", "required")]));
    }

    [Test]
    public void Validate_RecursiveSchema_FollowsTheValue()
    {
        var document = Fixture.WithSchema("{type: object, properties: {next: {$ref: '#/components/schemas/Subject'}}}");

        Assert.That(Validate(document, """{"next": {"next": 1}}""").Single().Pointer, Is.EqualTo("/next/next"));
    }

    [Test]
    public void Validate_SchemaThatContainsItself_ComesToAnEnd()
    {
        var document = Fixture.WithSchema("{allOf: [{$ref: '#/components/schemas/Subject'}, {type: string}]}");

        Assert.That(Validate(document, "1"), Has.Count.EqualTo(1));
    }

    [Test]
    public void Validate_SameSchemaTwiceSideBySide_IsJudgedTwice()
    {
        var document = Fixture.WithSchema(
            "{allOf: [{not: {$ref: '#/components/schemas/Level'}}, {$ref: '#/components/schemas/Level'}]}", "Level: {enum: [Error]}");

        Assert.That(Validate(document, "\"Other\"").Single().Keyword, Is.EqualTo("enum"));
    }

    [Test]
    public void Validate_VeryDeepValue_DoesNotExhaustTheStack()
    {
        const int Depth = 20_000;
        var document = Fixture.WithSchema(
            "{enum: [[]], items: {$ref: '#/components/schemas/Deep'}}",
            "Deep: {items: {$ref: '#/components/schemas/Deep'}}");
        using var value = JsonDocument.Parse(
            new string('[', Depth) + new string(']', Depth), new JsonDocumentOptions { MaxDepth = Depth + 1 });

        Assert.That(new SchemaValidator(document).Validate(Subject(document), value.RootElement).Select(error => error.Message),
            Has.Member("The value is nested too deeply to be validated."));
    }

    [TestCase("\"\\ud800\"")]
    [TestCase("{\"\\ud800\": [\"\\udc00\"]}")]
    public void Validate_StringThatIsNoText_IsJudgedNotThrownAt(string json)
    {
        Assert.That(Validate("{type: integer, enum: [1], maxLength: 1, pattern: a, format: uuid, required: [x]}", json), Is.Not.Empty);
    }

    [Test]
    public void Validate_NoValueAtAll_IsAnError()
    {
        var document = Fixture.WithSchema("{type: string, enum: [a]}");

        Assert.That(new SchemaValidator(document).Validate(Subject(document), default), Is.Not.Empty);
    }

    [FsCheck.NUnit.Property]
    public bool Validate_MultipleOf_AgreesWithIntegers(long value, NonZeroInt step) =>
        (Validate($"{{multipleOf: {Math.Abs((long)step.Get)}}}", $"{value}").Count == 0) == (value % step.Get == 0);

    [FsCheck.NUnit.Property]
    public bool Validate_Minimum_AgreesWithDecimals(decimal value, decimal least) =>
        (Validate(FormattableString.Invariant($"{{minimum: {least}}}"), FormattableString.Invariant($"{value}")).Count == 0)
        == (value >= least);
}
