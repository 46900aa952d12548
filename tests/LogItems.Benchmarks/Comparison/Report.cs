using System.Globalization;

namespace LogItems.Benchmarks;

/// <summary>Lines of a name, a tab and a value.</summary>
internal sealed class Report(TextWriter output)
{
    public static double Median(IReadOnlyCollection<double> values) => values.Order().ElementAt(values.Count / 2);

    public void Write(string name, double value, string format = "0.00") =>
        output.WriteLine($"{name}\t{value.ToString(format, CultureInfo.InvariantCulture)}");
}
