using System.Reflection;
using System.Xml.Linq;

namespace LogItems.Client.Tests;

/// <summary>The documentation in the package: all of what callers can see, nothing else.</summary>
public class PublicDocumentationTests
{
    private static readonly Assembly Client = typeof(LogItemsClient).Assembly;

    private static readonly HashSet<string> Documented =
    [
        .. XDocument.Load(Path.ChangeExtension(Client.Location, ".xml")).Descendants("member").Select(member => member.Attribute("name")!.Value),
    ];

    [Test]
    public void Members_AreThoseOfPublicTypes()
    {
        var types = Client.GetExportedTypes().Select(type => type.FullName!.Replace('+', '.')).ToHashSet();

        Assert.That(Documented.Where(member => !types.Contains(TypeOf(member))), Is.Empty);
    }

    [Test]
    public void EnumMembers_AreDocumented()
    {
        var members = Client.GetExportedTypes().Where(type => type.IsEnum).SelectMany(type => type.GetEnumNames().Select(name => $"F:{type.FullName}.{name}"));

        Assert.That(members.Where(member => !Documented.Contains(member)), Is.Empty);
    }

    private static string TypeOf(string member)
    {
        var name = member.Split('(')[0][2..];
        return member[0] == 'T' ? name : name[..name.LastIndexOf('.')];
    }
}
