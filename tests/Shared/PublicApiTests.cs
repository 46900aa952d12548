using System.Reflection;
using System.Runtime.CompilerServices;
using PublicApiGenerator;

namespace LogItems.Tests.Shared;

/// <summary>The public surface of the assembly under test is the one that was agreed on: PublicApi.verified.txt beside the tests.</summary>
public class PublicApiTests
{
    private static readonly ApiGeneratorOptions Options = new()
    {
        IncludeAssemblyAttributes = false,
        DenyNamespacePrefixes = [], // By default, extension methods in Microsoft.Extensions.DependencyInjection are left out.
    };

    [Test]
    public async Task PublicApi_OfTheAssemblyUnderTest_IsTheOneAgreedOn()
    {
        // The builds of one assembly for several frameworks have one surface.
        var tests = Assembly.GetExecutingAssembly().GetName().Name!.Replace(".NetStandard", "", StringComparison.Ordinal);
        var actual = Assembly.Load(tests[..^".Tests".Length]).GeneratePublicApi(Options);
        var file = Path.Combine(Folder(), "..", tests, "PublicApi.verified.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            await File.WriteAllTextAsync(file, actual);
        }

        var expected = await File.ReadAllTextAsync(file);
        Assert.That(actual, Is.EqualTo(expected), $"Run the test with UPDATE_SNAPSHOTS=1 if this is meant:\n{Difference(expected, actual)}");
    }

    private static string Difference(string expected, string actual)
    {
        var (before, after) = (expected.Split('\n'), actual.Split('\n'));
        return string.Join('\n', before.Except(after).Select(line => $"- {line}").Concat(after.Except(before).Select(line => $"+ {line}")));
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
