using LogItems.Export.Otlp.Wire;

namespace LogItems.Export.Otlp.Mapping;

/// <summary>The source of records: the backup server as the resource, and this library as the scope.</summary>
internal static class OtlpResource
{
    /// <summary>The prefix of attributes for labels.</summary>
    public const string LabelPrefix = "logitems.label.";

    private const string ServiceName = "service.name";
    private const string ServiceInstance = "service.instance.id";

    private static readonly string Version = typeof(OtlpResource).Assembly.GetName().Version!.ToString(3);

    /// <summary>Encodes the resource field of a request.</summary>
    public static byte[] Encode(ExportBatch batch, OtlpSinkOptions options)
    {
        using var writer = new ProtoWriter();
        var resource = writer.BeginMessage(1);
        var attributes = new OtlpAttributes(writer, 1, options.MaxTextLength);
        attributes.Text(ServiceName, options.ServiceName);
        attributes.Text(ServiceInstance, batch.Server);
        foreach (var (name, value) in batch.Labels)
        {
            attributes.Text(LabelPrefix + name, value);
        }

        foreach (var (name, value) in options.ResourceAttributes.Where(attribute => !IsOwn(attribute.Key, batch)))
        {
            attributes.Text(name, value);
        }

        writer.EndMessage(resource);
        return writer.Written.ToArray();
    }

    private static bool IsOwn(string name, ExportBatch batch) => name is ServiceName or ServiceInstance
        || (name.StartsWith(LabelPrefix, StringComparison.Ordinal) && batch.Labels.ContainsKey(name[LabelPrefix.Length..]));

    /// <summary>Writes the instrumentation scope.</summary>
    public static void WriteScope(ProtoWriter writer)
    {
        var scope = writer.BeginMessage(1);
        writer.WriteString(1, "LogItems.Export");
        writer.WriteString(2, Version);
        writer.EndMessage(scope);
    }
}
