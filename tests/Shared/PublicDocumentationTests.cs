using System.Reflection;
using System.Xml.Linq;

namespace LogItems.Tests.Shared;

/// <summary>The documentation in the package: all of what callers can see, nothing else.</summary>
public class PublicDocumentationTests
{
    private static readonly Assembly Documentee = Assembly.Load(Assembly.GetExecutingAssembly().GetName().Name![..^".Tests".Length]);

    private static readonly HashSet<string> Documented =
    [
        .. XDocument.Load(Path.ChangeExtension(Documentee.Location, ".xml")).Descendants("member").Select(member => member.Attribute("name")!.Value),
    ];

    [Test]
    public void Members_AreThoseOfPublicTypes()
    {
        var types = Documentee.GetExportedTypes().Select(type => type.FullName!.Replace('+', '.')).ToHashSet();

        Assert.That(Documented.Where(member => !types.Contains(TypeOf(member))), Is.Empty);
    }

    [Test]
    public void PublicTypes_AreDocumented()
    {
        var types = Documentee.GetExportedTypes().Select(type => $"T:{type.FullName!.Replace('+', '.')}");

        Assert.That(types.Where(type => !Documented.Contains(type)), Is.Empty);
    }

    [Test]
    public void EnumMembers_AreDocumented()
    {
        var members = Documentee.GetExportedTypes()
            .Where(type => type.IsEnum).SelectMany(type => type.GetEnumNames().Select(name => $"F:{type.FullName}.{name}"));

        Assert.That(members.Where(member => !Documented.Contains(member)), Is.Empty);
    }

    private static string TypeOf(string member)
    {
        var name = member.Split('(')[0][2..];
        return member[0] == 'T' ? name : name[..name.LastIndexOf('.')];
    }
}
