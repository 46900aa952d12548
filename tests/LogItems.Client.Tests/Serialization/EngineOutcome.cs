using LogItems.Serialization.Readers;

namespace LogItems.Client.Tests.Serialization;

/// <summary>What an engine made of a body: the text of what it read, or that it refused it.</summary>
internal static class EngineOutcome
{
    public const string Refused = "refused";

    public static string OfPage(ModelDeserializer engine, byte[] json) => Of(() => engine.ReadObject<LogItemPage>(json));

    public static string OfSessions(ModelDeserializer engine, byte[] json) => Of(() => engine.ReadObject<JobSessionPage>(json));

    public static string OfItem(ModelDeserializer engine, byte[] json) => Of(() => engine.ReadObject<LogItem>(json));

    public static string OfArray(ModelDeserializer engine, byte[] json) => Of(() => engine.ReadArray<LogItem>(json));

    /// <summary>The kind of failure is one: the callers of both engines make the same exception of either.</summary>
    private static string Of(Func<object> read)
    {
        try
        {
            return ObjectText.Of(read());
        }
        catch (Exception exception) when (exception is System.Text.Json.JsonException or Newtonsoft.Json.JsonException)
        {
            return Refused;
        }
    }
}
