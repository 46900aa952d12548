using LogItems.Serialization.Readers;

namespace LogItems.Benchmarks;

/// <summary>The generated readers.</summary>
internal sealed class OurSide : Side
{
    public override object Decode() => ModelDeserializer.Utf8.ReadObject<LogItemPage>(Page.Bytes);

    public override ulong Sum(object page)
    {
        var sum = default(Checksum);
        foreach (var item in ((LogItemPage)page).Results)
        {
            sum.Add(item.Id, item.Usn, item.Title, (int?)item.Type, item.Message, item.CreationTime, item.EndTime,
                item._links!["self"].Href, item._links["jobsessions"].Href);
        }

        return sum.Value;
    }
}
