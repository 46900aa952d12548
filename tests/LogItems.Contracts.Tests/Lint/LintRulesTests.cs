using System.Text.RegularExpressions;
using LogItems.Contracts.Annotations;
using LogItems.Contracts.Diff.Rules;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;
using LogItems.Contracts.Lint;
using LogItems.Contracts.Lint.Rules;

namespace LogItems.Contracts.Tests.Lint;

/// <summary>Each rule, broken once and more in a document that otherwise keeps all of them.</summary>
public class LintRulesTests
{
    private static readonly string Sound = Fixture.PathOf("lint", "sound.yaml");

    private static readonly (string Rule, string What, string With)[] Faults =
    [
        ("ambiguous-example", "          example: 10", "          example: 10\n          examples: {ten: {value: 10}}"),
        ("ambiguous-example", "externalValue: v8-sessions.json", "externalValue: v8-sessions.json\n                  value: []"),
        ("contradictory-bounds", "enum: [Running, Stopped]", "enum: [Running, Stopped]\n      minItems: 3\n      maxItems: 2"),
        ("contradictory-bounds", "enum: [Running, Stopped]", "enum: [Running, Stopped]\n      minimum: 1.5\n      maximum: 1.25"),
        ("duplicate-operation-id", "operationId: getSession", "operationId: listSessions"),
        ("ignored-beside-ref", "              schema: {$ref: '#/components/schemas/Session'}",
            "              schema: {$ref: '#/components/schemas/Session', nullable: true}"),
        ("invalid-default", "default: 30", "default: 300"),
        ("invalid-default", "default: 30", "default: thirty"),
        ("invalid-enum-value", "enum: [Running, Stopped]", "enum: [Running, Stopped, Running]"),
        ("invalid-enum-value", "enum: [Running, Stopped]", "enum: [Running, Stopped, 3]"),
        ("invalid-example", "example: 10", "example: ten"),
        ("invalid-example", "example: 3", "example: three"),
        ("invalid-example", "example: Started", "example: started"),
        ("invalid-example", "example: {id: be376069-2865-4156-a9bc-825cef7d687e}", "example: {id: 1}"),
        ("invalid-example", "x-since: v8, description", "x-since: v8, pattern: '^Old', description"),
        ("malformed-parameter", "in: query", "in: body"),
        ("invalid-pattern", "schema: {type: string, format: uuid}", "schema: {type: string, pattern: '[A-Z'}"),
        ("invalid-status", "'401': {", "'4O1': {"),
        ("invalid-status", "default: {description: S", "'666': {description: No.}\n        default: {description: S"),
        ("invalid-type", "type: integer, minimum", "type: int, minimum"),
        ("missing-example", "              example: {id: be376069-2865-4156-a9bc-825cef7d687e}\n", ""),
        ("missing-example", "x-until: v7\n                  value", "x-until: v6\n                  value"),
        ("missing-key", "info: {title: Sessions, version: '1'}", "info: {title: Sessions}"),
        ("missing-key", "description: The session.", "x-description: The session."),
        ("missing-prose", "      summary: Lists sessions.\n", ""),
        ("missing-prose", "          description: How many.\n", ""),
        ("missing-prose", "description: How a session is.", "title: State"),
        ("missing-prose", ", description: Which one it is.", ""),
        ("path-parameter-mismatch", "/sessions/{sessionId}:", "/sessions/{id}:"),
        ("path-parameter-mismatch", "        required: true\n", ""),
        ("undeclared-security-scheme", "- bearer: []", "- basic: []"),
        ("unknown-key", "maxLength: 100", "maxLenght: 100"),
        ("unknown-key", "      summary: Lists", "      sumary: More.\n      summary: Lists"),
        ("unreadable-example", "v8-sessions.json", "no-such-file.json"),
        ("wrong-type", "          in: query\n", "          in: query\n          deprecated: 'no'\n"),
        ("wrong-type", "tags: [Sessions]", "tags: Sessions"),
        ("wrong-type", "'401': {description: No token.}", "'401': No token."),
    ];

    /// <summary>What breaks a rule without another one being broken as well cannot always be done by one replacement.</summary>
    private static readonly (string Rule, string Paths)[] FaultyPaths =
    [
        ("ambiguous-path", "'/a/{x}': {parameters: [X], get: A}, '/A/{y}': {parameters: [Y], get: B}"),
        ("duplicate-parameter", "/a: {parameters: [Q, Q], get: A}"),
        ("invalid-path", "a: {get: A}"),
        ("invalid-path", "'/a?b=c': {get: A}"),
        ("invalid-path", "'/a/{x}/{x}': {parameters: [X], get: A}"),
        ("invalid-component-name", "/a: {get: A}, x-note: 'component name'"),
    ];

    /// <summary>What only OpenAPI 3.2 has.</summary>
    private static readonly (string Rule, string Text)[] FaultyDocuments =
    [
        ("invalid-method", "paths: {/a: {additionalOperations: {Get: {operationId: A, summary: It., responses: {default: {description: It.}}}}}}"),
        ("invalid-tag-parent", "paths: {}\ntags: [{name: a, parent: b}]"),
        ("invalid-tag-parent", "paths: {}\ntags: [{name: a, parent: a}]"),
    ];

    [TestCaseSource(nameof(DocumentCases))]
    public void Check_FaultyDocument_BreaksThisRuleOnly(string rule, string rest)
    {
        var findings = ContractLint.Check(Fixture.Parse($"openapi: 3.2.0\ninfo: {{title: Test, version: '1'}}\n{rest}\n"));

        Assert.That(findings.Select(finding => finding.RuleId), Is.EqualTo([rule]));
    }

    [Test]
    public void Check_SoundDocument_FindsNothing()
    {
        Assert.That(ContractLint.Check(ContractDocument.Load(Sound)), Is.Empty);
    }

    [TestCaseSource(nameof(FaultCases))]
    public void Check_OneFault_BreaksThisRuleOnly(string rule, string what, string with)
    {
        var text = File.ReadAllText(Sound).ReplaceLineEndings("\n");
        Assert.That(text, Does.Contain(what));

        var findings = ContractLint.Check(Fixture.Parse(text.Replace(what, with, StringComparison.Ordinal), Sound));

        Assert.That(findings.Select(finding => finding.RuleId).Distinct(), Is.EqualTo([rule]));
        Assert.That(findings.Select(finding => finding.Location.Line), Is.All.GreaterThan(0));
    }

    [TestCaseSource(nameof(FaultCases))]
    public void Check_LongNamesAndValues_AreQuotedInPart(string rule, string what, string with)
    {
        // Every word that is no keyword, made long.
        var text = Regex.Replace(
            File.ReadAllText(Sound).ReplaceLineEndings("\n").Replace(what, with, StringComparison.Ordinal),
            @"(?<=[:\[{ ]['\^]*)(ten|thirty|three|started|Old|body|'\[A-Z|4O1|int|Session|basic|maxLenght|sumary|no-such-file|no|Running|Lists)(?=\W)",
            match => match.Value + new string('x', 5000));

        string[] messages;
        try
        {
            messages = [.. ContractLint.Check(Fixture.Parse(text, Sound)).Select(finding => finding.Message)];
        }
        catch (ContractLoadException exception)
        {
            messages = [exception.Message];
        }

        Assert.That(messages, Has.None.Contains(new string('x', 81)), rule);
    }

    [TestCaseSource(nameof(PathCases))]
    public void Check_FaultyPaths_BreakThisRuleOnly(string rule, string paths)
    {
        var findings = ContractLint.Check(Fixture.Parse(Document(paths)));

        Assert.That(findings.Select(finding => finding.RuleId).Distinct(), Is.EqualTo([rule]));
    }

    [Test]
    public void All_EachRule_HasIdDescriptionAndFault()
    {
        var broken = Faults.Select(fault => fault.Rule).Concat(FaultyPaths.Select(fault => fault.Rule))
            .Concat(FaultyDocuments.Select(fault => fault.Rule)).ToHashSet();
        var offenders = LintRules.All.SelectMany(rule => Complaints(rule, broken)).ToList();

        Assert.That(offenders, Is.Empty);
    }

    [Test]
    public void All_Ids_AreInOrderAndTakenByNoOtherRule()
    {
        var ids = LintRules.All.Select(rule => rule.Id).ToList();

        Assert.That(ids, Is.Ordered.Using<string>(StringComparer.Ordinal).And.Unique);
        Assert.That(ids.Intersect(AnnotationRules.All.Select(rule => rule.Id)), Is.Empty);
        Assert.That(ids.Intersect(ChangeRules.All.Select(rule => rule.Id)), Is.Empty);
    }

    private static IEnumerable<TestCaseData> FaultCases() => Faults.Select((fault, index) =>
        new TestCaseData(fault.Rule, fault.What, fault.With).SetArgDisplayNames(fault.Rule, $"{index}"));

    private static IEnumerable<TestCaseData> DocumentCases() => FaultyDocuments.Select((fault, index) =>
        new TestCaseData(fault.Rule, fault.Text).SetArgDisplayNames(fault.Rule, $"{index}"));

    private static IEnumerable<TestCaseData> PathCases() => FaultyPaths.Select((fault, index) =>
        new TestCaseData(fault.Rule, fault.Paths).SetArgDisplayNames(fault.Rule, $"{index}"));

    private static IEnumerable<string> Complaints(LintRule rule, HashSet<string> broken)
    {
        if (rule.Id != Kebab(rule.GetType().Name))
        {
            yield return $"{rule.GetType().Name}: its id is '{rule.Id}'";
        }

        if (rule.Level is not (FindingLevel.Error or FindingLevel.Warn))
        {
            yield return $"{rule.Id}: no level";
        }

        if (!Regex.IsMatch(rule.Description, @"^[A-Z'].+[^.]\.$"))
        {
            yield return $"{rule.Id}: its description is no sentence";
        }

        if (!broken.Contains(rule.Id))
        {
            yield return $"{rule.Id}: nothing breaks it here";
        }
    }

    private static string Kebab(string name) => Regex.Replace(name, "(?<!^)([A-Z])", "-$1").ToLowerInvariant();

    private static string Document(string paths)
    {
        var text = paths;
        foreach (var (name, place) in new[] { ("X", "path"), ("Y", "path"), ("Q", "query") })
        {
            var parameter = $"{{name: {name.ToLowerInvariant()}, in: {place}, required: true, description: It., schema: {{type: string}}}}";
            text = Regex.Replace(text, $@"(?<=[\[ ]){name}(?=[,\]])", parameter);
        }

        foreach (var id in new[] { "A", "B" })
        {
            text = text.Replace(
                $"get: {id}}}", $"get: {{operationId: {id}, summary: It., responses: {{default: {{description: It.}}}}}}}}", StringComparison.Ordinal);
        }

        var component = paths.Contains("component name", StringComparison.Ordinal) ? "a name" : "name";
        return $$"""
            openapi: '3.0.3'
            info: {title: Test, version: '1'}
            paths: { {{text}} }
            components: { schemas: { {{component}}: {type: string, description: It.} } }
            """;
    }
}
