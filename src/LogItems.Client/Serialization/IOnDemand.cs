using System.Collections;

namespace LogItems.Serialization;

/// <summary>A map that is made when it is first asked for.</summary>
internal interface IOnDemand
{
    IDictionary Map { get; }
}
