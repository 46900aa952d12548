using LogItems.Export.Sinks;
using LogItems.Export.Tests.Support;

namespace LogItems.Export.Tests.Sinks;

public class FolderSyncTests
{
    [Test]
    public void Flush_Folder_IsWritten()
    {
        using var folder = new TemporaryFolder();

        Assert.That(() => FolderSync.Flush(folder.Path), Throws.Nothing);
        Assert.That(() => FolderSync.Flush(Directory.CreateDirectory(folder.File("Zürich")).FullName), Throws.Nothing);
    }

    [Test]
    [Platform("Linux,MacOsX")]
    public void Flush_NoSuchFolder_IsReported()
    {
        using var folder = new TemporaryFolder();

        Assert.That(() => FolderSync.Flush(folder.File("gone")), Throws.InstanceOf<IOException>().With.Message.Contains(folder.File("gone")));
    }
}
