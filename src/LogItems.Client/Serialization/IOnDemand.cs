using System.Collections;

namespace LogItems.Serialization;

/// <summary>A map that is created on first access.</summary>
internal interface IOnDemand
{
    IDictionary Map { get; }
}
