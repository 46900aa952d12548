namespace LogItems.Export.Prometheus;

/// <summary>A file that belongs to an exporter.</summary>
internal enum ExporterFile
{
    /// <summary>An example of a fleet.</summary>
    Fleet,

    /// <summary>The alert rules for Prometheus.</summary>
    Rules,

    /// <summary>The dashboard for Grafana.</summary>
    Dashboard,

    /// <summary>The configuration of a Prometheus that scrapes the exporter.</summary>
    ScrapeConfig,

    /// <summary>The systemd unit.</summary>
    Systemd,

    /// <summary>The systemd unit of an export to PostgreSQL.</summary>
    ExportSystemd,

    /// <summary>The file that builds a container image.</summary>
    Containerfile,
}
