using System.Text.Json;
using LogItems.Cli.Tests.Support;
using LogItems.Contracts.Documents;

namespace LogItems.Cli.Tests.Commands;

internal sealed class ContractViewCommandTests
{
    [Test]
    public async Task View_ShippedContract_IsThatVersionWithItsExamples()
    {
        var run = await ToolRun.StartAsync("contract view --version v5 --format json");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        var view = JsonElement.Parse(run.Out);
        var paths = view.GetProperty("paths");
        Assert.That(paths.EnumerateObject().Select(path => path.Name), Has.None.StartsWith("/DataRetrievalSessions"), "v6 and later");
        var example = paths.GetProperty("/JobSessions/{sessionId}/LogItems/{logItemId}").GetProperty("get").GetProperty("responses").GetProperty("200")
            .GetProperty("content").GetProperty("application/json").GetProperty("examples").GetProperty("printedItem").GetProperty("value");
        Assert.That(example.GetProperty("title").GetString(), Is.EqualTo("[Success] Job started at 2/26/2021 1:00:00 AM"));
        Assert.That(run.Out, Does.Not.Match("\"(x-[a-z-]+|externalValue)\":"));
    }

    [Test]
    public async Task View_Yaml_LoadsToTheSameDocumentAsJson([Values] ApiVersion version)
    {
        var yaml = await ToolRun.StartAsync($"contract view --version {version}");
        var json = await ToolRun.StartAsync($"contract view --version {version} --format json");

        Assert.That(yaml.ExitCode, Is.Zero);
        Assert.That(AsJson(yaml.Out), Is.EqualTo(AsJson(json.Out)).And.Not.Empty);
    }

    [Test]
    public async Task View_Output_WritesTheFileInsteadOfStdout()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            var run = await ToolRun.StartAsync($"contract view --version v8 --output {path}");
            var expected = await ToolRun.StartAsync("contract view --version v8");

            Assert.That((run.ExitCode, run.Out), Is.EqualTo((0, "")));
            Assert.That(await File.ReadAllBytesAsync(path), Is.EqualTo(System.Text.Encoding.UTF8.GetBytes(expected.Out)));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [TestCase("contract view")]
    [TestCase("contract view --version v9")]
    [TestCase("contract view --version v5 --format xml")]
    public async Task View_WrongArguments_IsUsage(string commandLine)
    {
        Assert.That((await ToolRun.StartAsync(commandLine)).ExitCode, Is.EqualTo(2));
    }

    [Test]
    public async Task View_OutputThatCannotBeWritten_IsNotAUsageError()
    {
        var folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), "view.yaml");

        var run = await ToolRun.StartAsync($"contract view --version v5 --output {folder}");

        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.Error, Does.Contain(folder));
    }

    private static string AsJson(string document)
    {
        using var json = new StringWriter();
        ContractDocument.Load(new StringReader(document), "view").WriteJson(json);
        return json.ToString();
    }
}
