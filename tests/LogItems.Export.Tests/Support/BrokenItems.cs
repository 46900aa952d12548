using System.Collections;

namespace LogItems.Export.Tests.Support;

/// <summary>Items of which the one in the middle has a consequence.</summary>
internal sealed class BrokenItems(int count, Action inTheMiddle) : IReadOnlyList<ExportItem>
{
    public int Count => count;

    public ExportItem this[int index] => throw new NotSupportedException();

    public IEnumerator<ExportItem> GetEnumerator()
    {
        for (var index = 0; index < count; index++)
        {
            if (index == count / 2)
            {
                inTheMiddle();
            }

            yield return new ExportItem(Guid.NewGuid(), LogItemsModelFactory.LogItem(usn: index, text: new string('x', 200)));
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
