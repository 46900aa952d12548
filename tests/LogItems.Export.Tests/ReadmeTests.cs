using System.Runtime.CompilerServices;

namespace LogItems.Export.Tests;

/// <summary>The fleet of the package's README works.</summary>
public class ReadmeTests
{
    [Test]
    public void Fleet_OfTheReadme_IsValid()
    {
        var readme = File.ReadAllText(Path.Combine(Folder(), "..", "..", "src", "LogItems.Export", "README.md"));

        var fleet = FleetFile.Load(new StringReader(readme.Split("```yaml\n")[1].Split("```")[0]), "README.md");

        Assert.That(fleet.Servers.Select(server => (server.Name, server.Username)), Is.EqualTo(new[] { ("paris", @"CONTOSO\monitoring"), ("oslo", @"FABRIKAM\monitoring") }));
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
