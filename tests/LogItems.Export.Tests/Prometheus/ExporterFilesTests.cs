using System.Text.Json;
using System.Text.RegularExpressions;
using LogItems.Export.Prometheus;
using LogItems.Export.Tests.Support;

namespace LogItems.Export.Tests.Prometheus;

internal sealed partial class ExporterFilesTests
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
        var cells = Dashboard.Panels.SelectMany(panel => CellsOf(panel.GetProperty("gridPos"))).ToList();

        Assert.That(cells, Is.Unique);
        Assert.That(cells.Select(cell => cell.X), Is.All.InRange(0, 23));
        Assert.That(Dashboard.Panels.Select(panel => panel.GetProperty("id").GetInt32()), Is.Unique);
        Assert.That(
            Dashboard.Panels.Where(panel => !Dashboard.IsRow(panel)),
            Is.All.Matches<JsonElement>(panel => panel.GetProperty("targets").EnumerateArray().Any()));
    }

    /// <summary>A fleet of 300 servers with 20 jobs each has 6,000 series of each metric of a job.</summary>
    [Test]
    public void Dashboard_QueriesByServerOrJob_HaveABound()
    {
        var unbounded = Dashboard.Queries.Where(
            query => !Limited().IsMatch(query) && !AggregateWithoutServers().IsMatch(query));

        Assert.That(unbounded, Is.Empty);
        Assert.That(Dashboard.Queries, Has.Some.Contains("topk").And.Some.Contains("logitems_export_"));
    }

    private static IEnumerable<(int X, int Y)> CellsOf(JsonElement grid)
    {
        var (x, y) = (grid.GetProperty("x").GetInt32(), grid.GetProperty("y").GetInt32());
        return from column in Enumerable.Range(x, grid.GetProperty("w").GetInt32())
               from row in Enumerable.Range(y, grid.GetProperty("h").GetInt32())
               select (column, row);
    }

    [GeneratedRegex(@"\b(top|bottom)k\(20, ")]
    private static partial Regex Limited();

    [GeneratedRegex(@"^(count|sum|max|histogram_quantile)(\(| by \((reason|instance|instance, sink|state|sink|result)\) )")]
    private static partial Regex AggregateWithoutServers();
}
