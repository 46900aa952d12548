using FsCheck.Fluent;
using LogItems.Serialization.Readers;

namespace LogItems.Client.Tests.Serialization;

/// <summary>Both engines make the same of every body: the same object down to the last unreadable value, or a refusal.</summary>
public class EngineProperties
{
    [FsCheck.NUnit.Property(MaxTest = 1_000, Arbitrary = [typeof(WireDocuments)])]
    public void Read_AnyDocument_IsTheSameWithBothEngines(WireDocument document) => AssertSame(document);

    [FsCheck.NUnit.Property(MaxTest = 1)]
    public void Read_DamagedDocuments_AreTheSameWithBothEngines()
    {
        foreach (var document in WireDocuments.Damaged.Sample(3_000))
        {
            AssertSame(document);
        }
    }

    private static void AssertSame(WireDocument document)
    {
        foreach (var outcome in (Func<ModelDeserializer, byte[], string>[])
            [EngineOutcome.OfPage, EngineOutcome.OfArray, EngineOutcome.OfItem, EngineOutcome.OfSessions])
        {
            Assert.That(outcome(ModelDeserializer.Utf8, document.Json), Is.EqualTo(outcome(ModelDeserializer.Newtonsoft, document.Json)), document.ToString());
        }
    }
}
