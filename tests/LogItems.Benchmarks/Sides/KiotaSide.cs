using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Serialization.Json;

namespace LogItems.Benchmarks;

/// <summary>Kiota's runtime.</summary>
internal sealed class KiotaSide : Side
{
    private readonly JsonParseNodeFactory _factory = new();

    public override object Decode()
    {
        using var stream = new MemoryStream(Page.Bytes);
        var root = _factory.GetRootParseNodeAsync("application/json", stream).GetAwaiter().GetResult();
        return root.GetObjectValue(Kiota.LogItemPage.CreateFromDiscriminatorValue)!;
    }

    public override ulong Sum(object page)
    {
        var sum = default(Checksum);
        foreach (var item in ((Kiota.LogItemPage)page).Results!)
        {
            sum.Add(item.Id!.Value, item.Usn!.Value, item.Title, (int?)item.Type, item.Message, item.CreationTime!.Value, item.EndTime,
                Href(item.Links!.AdditionalData["self"]), Href(item.Links.AdditionalData["jobsessions"]));
        }

        return sum.Value;
    }

    private static string? Href(object link) =>
        ((UntypedString)((UntypedObject)link).GetValue()["href"]).GetValue();
}
