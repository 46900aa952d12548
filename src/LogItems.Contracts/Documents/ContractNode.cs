namespace LogItems.Contracts.Documents;

/// <summary>A node of a contract document; immutable.</summary>
public abstract class ContractNode
{
    private protected ContractNode(Location location) => Location = location;

    /// <summary>The location of the node in the file that it was read from.</summary>
    /// <remarks>A view keeps the locations of its source, so that a finding in a view refers to the line to edit.</remarks>
    public Location Location { get; }

    /// <summary>The node as JSON text on one line, for example an example's body.</summary>
    public string ToJson() => JsonContractWriter.Write(this, indented: false);

    /// <summary>Determines whether a map in the node has the key.</summary>
    internal bool HasAnywhere(string key)
    {
        switch (this)
        {
            case ContractMap map:
                foreach (ref readonly var entry in map.Span)
                {
                    if (entry.Key == key || entry.Value.HasAnywhere(key))
                    {
                        return true;
                    }
                }

                return false;
            case ContractList list:
                for (var index = 0; index < list.Items.Count; index++)
                {
                    if (list.Items[index].HasAnywhere(key))
                    {
                        return true;
                    }
                }

                return false;
            default:
                return false;
        }
    }
}
