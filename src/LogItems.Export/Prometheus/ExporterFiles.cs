namespace LogItems.Export.Prometheus;

/// <summary>The files that belong to an exporter. They are in the assembly, and in the package under <c>prometheus</c>.</summary>
internal static class ExporterFiles
{
    public static string Read(ExporterFile file)
    {
        using var reader = new StreamReader(typeof(ExporterFiles).Assembly.GetManifestResourceStream($"exporter/{NameOf(file)}")!);
        return reader.ReadToEnd();
    }

    private static string NameOf(ExporterFile file) => file switch
    {
        ExporterFile.Fleet => "fleet.yaml",
        ExporterFile.Rules => "logitems.rules.yml",
        ExporterFile.Dashboard => "dashboard.json",
        ExporterFile.ScrapeConfig => "prometheus.yml",
        ExporterFile.Systemd => "logitems-exporter.service",
        ExporterFile.ExportSystemd => "logitems-export.service",
        _ => "Containerfile",
    };
}
