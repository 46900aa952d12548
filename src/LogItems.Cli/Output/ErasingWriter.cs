using System.Text;

namespace LogItems.Cli.Output;

/// <summary>Writes messages around a line that is redrawn: the line is removed first.</summary>
internal sealed class ErasingWriter(TextWriter writer, Lock gate, Action hide) : TextWriter
{
    public override Encoding Encoding => writer.Encoding;

    public override void Write(char value)
    {
        lock (gate)
        {
            hide();
            writer.Write(value);
        }
    }

    public override void Write(string? value)
    {
        lock (gate)
        {
            hide();
            writer.Write(value);
        }
    }

    public override void WriteLine(string? value)
    {
        lock (gate)
        {
            hide();
            writer.WriteLine(value);
        }
    }

    public override void Flush() => writer.Flush();
}
