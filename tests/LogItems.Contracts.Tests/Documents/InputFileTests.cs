using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;
using LogItems.Contracts.Recording;
using LogItems.Contracts.Tests.Support;

namespace LogItems.Contracts.Tests.Documents;

/// <summary>Every file that a user can name: none of them may keep the reader waiting or fill the memory.</summary>
[Platform("Linux")]
public class InputFileTests
{
    private static readonly Action<string>[] Readers =
    [
        path => ContractDocument.Load(path),
        path => ContractSource.LoadAsync(path, TextReader.Null).GetAwaiter().GetResult(),
        path => WaiverFile.Load(path),
        path => HarFile.Load(path),
    ];

    private string _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = Directory.CreateTempSubdirectory("input-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [TestCaseSource(nameof(Readers))]
    public void Read_WhatIsNoRegularFile_IsRefused(Action<string> read)
    {
        string[] paths = [NamedPipe.Create(Path.Combine(_folder, "pipe")), "/dev/zero", "/dev/random", _folder];
        var link = File.CreateSymbolicLink(Path.Combine(_folder, "link"), "/dev/zero").FullName;

        foreach (var path in paths.Append(link))
        {
            Assert.That(Assert.Throws<ContractLoadException>(() => read(path))!.Message, Does.Contain($"'{path}' is not a regular file"));
        }
    }

    [TestCaseSource(nameof(Readers))]
    public void Read_FileThatIsTooLarge_NamesTheLimit(Action<string> read)
    {
        var path = Path.Combine(_folder, "large");
        using (var file = File.Create(path))
        {
            // A hole: it takes no room on the disk.
            file.SetLength(1L << 40);
        }

        Assert.That(Assert.Throws<ContractLoadException>(() => read(path))!.Message, Does.Match(@"is larger than (67,108,864|268,435,456) bytes"));
    }

    [Test]
    public async Task LoadAsync_StandardInputThatNeverEnds_CanBeCanceled()
    {
        using var input = new SilentReader();
        using var canceled = new CancellationTokenSource();
        var loading = ContractSource.LoadAsync("-", input, cancellationToken: canceled.Token);
        await input.Asked.Task;

        await canceled.CancelAsync();

        await Assert.CatchAsync<OperationCanceledException>(() => loading);
    }

    /// <summary>A console at which nobody types.</summary>
    private sealed class SilentReader : TextReader
    {
        private readonly ManualResetEventSlim _end = new();

        public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override int Read(char[] buffer, int index, int count)
        {
            Asked.TrySetResult();
            _end.Wait();
            return 0;
        }

        protected override void Dispose(bool disposing)
        {
            _end.Set();
            base.Dispose(disposing);
        }
    }
}
