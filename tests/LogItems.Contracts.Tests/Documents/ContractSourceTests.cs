using System.Diagnostics;
using System.Net;
using LogItems.Contracts.Documents;
using RichardSzalay.MockHttp;

namespace LogItems.Contracts.Tests.Documents;

public class ContractSourceTests
{
    private const string Text = "openapi: 3.0.3\ninfo: {title: Loaded, version: '1'}\npaths: {}\n";

    [Test]
    public async Task LoadAsync_Dash_ReadsStandardInput()
    {
        var document = await ContractSource.LoadAsync("-", new StringReader(Text));

        Assert.That(document.Find("/info/title")!.Location, Is.EqualTo(new Location("/info/title", 2, 15, "stdin")));
    }

    [Test]
    public async Task LoadAsync_Url_ReadsTheAnswerAndKeepsTheSecret()
    {
        using var handler = new MockHttpMessageHandler();
        handler.When("*").WithQueryString("key", "secret").Respond("text/yaml", Text);

        var document = await LoadAsync("https://user:secret@one.example/openapi.yaml?key=secret", new ContractLoadOptions { PrimaryHandler = handler });

        Assert.That(document.File, Is.EqualTo("https://one.example/openapi.yaml"));
    }

    [Test]
    public async Task LoadAsync_UrlThatIsNotThere_NamesTheStatus()
    {
        using var handler = new MockHttpMessageHandler();
        handler.When("*").Respond(HttpStatusCode.NotFound);

        Assert.That(await RefusalAsync("https://one.example/a", handler), Does.Contain("the server returned 404"));
    }

    [Test]
    public async Task LoadAsync_ServerThatCannotBeReached_SaysSo()
    {
        using var handler = new MockHttpMessageHandler();
        handler.When("*").Throw(new HttpRequestException("no route"));

        Assert.That(await RefusalAsync("https://one.example/a", handler), Does.Contain("cannot be reached (no route)"));
    }

    [Test]
    public async Task LoadAsync_ServerThatHangs_IsGivenUp()
    {
        using var handler = new HangingHandler();

        Assert.That(await RefusalAsync("https://one.example/a", handler), Does.Contain("did not respond within 0.1 seconds"));
    }

    [Test]
    public async Task LoadAsync_CallerWhoCancels_GetsACancellation()
    {
        using var handler = new HangingHandler();
        using var canceled = new CancellationTokenSource();
        canceled.Cancel();

        await Assert.CatchAsync<OperationCanceledException>(() => ContractSource.LoadAsync(
            "https://one.example/a", TextReader.Null, new ContractLoadOptions { PrimaryHandler = handler }, canceled.Token));
    }

    [Test]
    public async Task LoadAsync_TooLong_IsRefusedFromAnywhere()
    {
        using var handler = new MockHttpMessageHandler();
        handler.When("*").Respond("text/yaml", new string(' ', 10_000));
        var options = new ContractLoadOptions { MaxLength = 100, PrimaryHandler = handler };

        foreach (var (name, input) in new[] { ("-", new string(' ', 101)), ("https://one.example/a", "") })
        {
            var exception = await Assert.ThrowsAsync<ContractLoadException>(
                () => ContractSource.LoadAsync(name, new StringReader(input), options));
            Assert.That(exception!.Message, Does.Contain("it is longer than 100 characters"));
        }
    }

    [Test]
    public async Task LoadAsync_FiftyMegabytes_IsRefused()
    {
        var exception = await Assert.ThrowsAsync<ContractLoadException>(
            () => ContractSource.LoadAsync("-", new StringReader(new string('#', 50_000_000))));

        Assert.That(exception!.Message, Does.Contain("it is longer than 16,777,216 characters"));
    }

    [Test]
    public async Task LoadAsync_GitRevision_ReadsTheFileAsItWas()
    {
        using var repository = new Repository();
        repository.Commit("contract.yaml", Text);
        repository.Commit("contract.yaml", Text.Replace("Loaded", "Changed", StringComparison.Ordinal));

        var document = await repository.RunAsync(() => LoadAsync("HEAD~1:contract.yaml"));

        Assert.That(((ContractScalar)document.Find("/info/title")!).Text, Is.EqualTo("Loaded"));
        Assert.That(document.File, Is.EqualTo("HEAD~1:contract.yaml"));
    }

    [TestCase("HEAD:none.yaml", "git reported")]
    [TestCase("--help:none.yaml", "git reported")]
    [TestCase("nowhere/none.yaml", "there is no file 'nowhere/none.yaml'")]
    public async Task LoadAsync_WhatIsNotThere_IsNamed(string name, string found)
    {
        Assert.That(await RefusalAsync(name, null), Does.StartWith($"Cannot load {name}: ").And.Contain(found));
    }

    [TestCase("swagger: '2.0'\n", 1, 10, "it is OpenAPI 2.0")]
    [TestCase("openapi: 4.0.0\npaths: {}\n", 1, 10, "its OpenAPI version is '4.0.0'")]
    public void Load_OtherOpenApi_IsRefusedWithItsPlace(string text, int line, int column, string found)
    {
        var exception = Assert.Throws<ContractLoadException>(() => Fixture.Parse(text))!;

        Assert.That((exception.Location.Line, exception.Location.Column), Is.EqualTo((line, column)));
        Assert.That(exception.Message, Does.Contain(found));
    }

    private static Task<ContractDocument> LoadAsync(string name, ContractLoadOptions? options = null) =>
        ContractSource.LoadAsync(name, TextReader.Null, options);

    private static async Task<string> RefusalAsync(string name, HttpMessageHandler? handler)
    {
        var options = new ContractLoadOptions { PrimaryHandler = handler, Timeout = TimeSpan.FromSeconds(handler is HangingHandler ? 0.1 : 30) };
        return (await Assert.ThrowsAsync<ContractLoadException>(() => LoadAsync(name, options)))!.Message;
    }

    private sealed class HangingHandler : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Until.Canceled(cancellationToken);
            throw new InvalidOperationException("It ended.");
        }
    }

    /// <summary>A repository in a folder of its own, which is the current one while something runs in it.</summary>
    private sealed class Repository : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("contract-").FullName;

        public Repository() => Git("init", "-q");

        public void Commit(string file, string text)
        {
            File.WriteAllText(Path.Combine(_folder, file), text);
            Git("add", file);
            Git("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false", "commit", "-qm", "Change");
        }

        public async Task<T> RunAsync<T>(Func<Task<T>> action)
        {
            var before = Environment.CurrentDirectory;
            Environment.CurrentDirectory = _folder;
            try
            {
                return await action();
            }
            finally
            {
                Environment.CurrentDirectory = before;
            }
        }

        public void Dispose() => Directory.Delete(_folder, recursive: true);

        private void Git(params string[] arguments)
        {
            using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = _folder })!;
            git.WaitForExit();
            Assert.That(git.ExitCode, Is.Zero);
        }
    }
}
