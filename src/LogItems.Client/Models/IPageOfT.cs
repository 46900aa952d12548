namespace LogItems.Models;

/// <summary>A page with its items.</summary>
internal interface IPage<T> : IPage
{
    IList<T> Results { get; }
}
