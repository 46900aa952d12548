namespace LogItems.Export.Fleets;

/// <summary>The invalid settings of a fleet, which are reported together. Values are quoted only if they cannot be secret.</summary>
internal sealed class FleetErrors
{
    private readonly List<string> _texts = [];

    /// <summary>Adds a problem.</summary>
    /// <param name="node">The setting.</param>
    /// <param name="text">The problem and its solution, in full sentences.</param>
    public void Add(FleetNode node, string text) => _texts.Add($"{node.Location}: {text}");

    /// <exception cref="InvalidFleetException">There is a problem.</exception>
    public void ThrowIfAny(string source)
    {
        if (_texts.Count > 0)
        {
            throw new InvalidFleetException(source, _texts);
        }
    }
}
