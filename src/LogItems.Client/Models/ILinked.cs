namespace LogItems;

/// <summary>Something whose links are resolved against the server that it came from.</summary>
internal interface ILinked
{
    void BindTo(ServerAddress address);
}
