using System.Text.Json;
using LogItems.Benchmarks.SourceGen;

namespace LogItems.Benchmarks;

/// <summary>System.Text.Json with its source generator on hand-written types.</summary>
internal sealed class SourceGenSide : Side
{
    public override object Decode() => JsonSerializer.Deserialize(Page.Bytes, SourceGenContext.Default.LogItemPage)!;

    public override ulong Sum(object page)
    {
        var sum = default(Checksum);
        foreach (var item in ((SourceGen.LogItemPage)page).Results)
        {
            sum.Add(item.Id, item.Usn, item.Title, (int?)item.Type, item.Message, item.CreationTime, item.EndTime,
                item.Links!["self"].Href, item.Links["jobsessions"].Href);
        }

        return sum.Value;
    }
}
