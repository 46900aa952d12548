using LogItems.Serialization.Readers;
using LogItems.Serialization.Utf8;

namespace LogItems.Benchmarks;

/// <summary>The generated readers, token by token: without the layouts of the objects before.</summary>
internal sealed class TokensSide : Side
{
    private readonly OurSide _ours = new();

    public override object Decode()
    {
        var page = new LogItemPage();
        var tokens = new TokenReader(Page.Bytes, isLast: true, StrictJson.Start, new StringCache());
        tokens.Read();
        while (tokens.NextProperty())
        {
            if (!tokens.Name.SequenceEqual("results"u8))
            {
                tokens.Skip();
                continue;
            }

            while (tokens.NextElement())
            {
                page.Results.Add(tokens.ObjectOrReplacement<LogItem>());
            }
        }

        return page;
    }

    public override ulong Sum(object page) => _ours.Sum(page);
}
