using System.Collections;
using LogItems.FakeServer.Data;

namespace LogItems.FakeServer.Synthetic;

/// <summary>The items of a synthetic session, each a pure function of seed, session and index.</summary>
internal sealed class SyntheticItems(SyntheticSessionFactory night) : IComputedItems
{
    private const int RunningAtTheEnd = 3;

    public int Count => night.ItemCount;

    public FakeLogItem this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            var random = night.RandomAt(index);
            var type = Draw(index, ref random);
            var start = night.Start + (night.Step * index) + TimeSpan.FromTicks(random.Next(night.Step.Ticks));
            return new FakeLogItem
            {
                Id = night.Ids.IdAt(index),
                Usn = index + 1,
                Type = type,
                Message = SyntheticText.Create(index, Count, type, start, ref random),
                CreationTime = start,
                EndTime = type == "Running" ? null : start + TimeSpan.FromTicks(random.Next(30 * TimeSpan.TicksPerSecond)),
            };
        }
    }

    public string TypeAt(int index)
    {
        var random = night.RandomAt(index);
        return Draw(index, ref random);
    }

    public int IndexOf(Guid id) => night.Ids.IndexOf(id, Count);

    public IEnumerator<FakeLogItem> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
        {
            yield return this[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // Always the first draw, so that the level alone costs a single draw.
    private string Draw(int index, ref SyntheticRandom random)
    {
        var draw = random.Next(100);
        if (night.IsRunning && index >= Count - RunningAtTheEnd)
        {
            return "Running";
        }

        if (index < SyntheticText.OpeningCount)
        {
            return "Success";
        }

        if (index == Count - 1)
        {
            return Closing();
        }

        return night.Status switch
        {
            "Success" => "Success",
            "Warning" => draw < 85 ? "Success" : "Warning",
            _ => draw switch { < 80 => "Success", < 91 => "Warning", < 98 => "Error", _ => "Stop" },
        };
    }

    private string Closing() => night.Status switch
    {
        "Warning" => "Warning",
        "Failed" => "Error",
        "Stopped" => "Stop",
        _ => "Success",
    };
}
