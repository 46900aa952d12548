using System.Text.Json;
using LogItems.Export.Prometheus;

namespace LogItems.Export.Tests.Prometheus;

internal sealed class ExporterFilesTests
{
    [Test]
    public void Read_EveryFile_IsThere([Values] ExporterFile file) => Assert.That(ExporterFiles.Read(file), Is.Not.Empty);

    [Test]
    public void Fleet_OfTheExample_IsValid()
    {
        var fleet = FleetFile.Load(new StringReader(ExporterFiles.Read(ExporterFile.Fleet)), "fleet.yaml");

        Assert.That(fleet.Servers.Select(server => server.Name), Is.EqualTo(new[] { "paris", "oslo" }));
        Assert.That(fleet.LabelNames, Is.EqualTo(new[] { "customer", "environment" }));
    }

    [Test]
    public void Dashboard_Panels_DoNotOverlapAndHaveQueries()
    {
        var dashboard = JsonElement.Parse(ExporterFiles.Read(ExporterFile.Dashboard));
        var panels = dashboard.GetProperty("panels").EnumerateArray().ToList();
        var cells = panels.SelectMany(panel => CellsOf(panel.GetProperty("gridPos"))).ToList();

        Assert.That(cells, Is.Unique);
        Assert.That(panels.Select(panel => panel.GetProperty("id").GetInt32()), Is.Unique);
        Assert.That(panels, Is.All.Matches<JsonElement>(panel => panel.GetProperty("targets").EnumerateArray().Any()));
    }

    private static IEnumerable<(int X, int Y)> CellsOf(JsonElement grid)
    {
        var (x, y) = (grid.GetProperty("x").GetInt32(), grid.GetProperty("y").GetInt32());
        return from column in Enumerable.Range(x, grid.GetProperty("w").GetInt32())
               from row in Enumerable.Range(y, grid.GetProperty("h").GetInt32())
               select (column, row);
    }
}
