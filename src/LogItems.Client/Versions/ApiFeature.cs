namespace LogItems;

/// <summary>An operation or a parameter of the API, and the versions that have it.</summary>
/// <remarks>The instances are in <see cref="ApiFeatures"/>, which is generated from the contract.</remarks>
public sealed class ApiFeature
{
    private readonly ApiFeature? _operation;

    internal ApiFeature(string name, string since, string until, ApiFeature? operation = null)
    {
        Name = name;
        Since = ApiVersions.TryParse(since, out var first) ? first : ApiVersions.All[0];
        Until = ApiVersions.TryParse(until, out var last) ? last : ApiVersions.Newest;
        _operation = operation;
    }

    /// <summary>The name in the contract: <c>ListLogItems</c>, or <c>ListLogItems.type</c> for a parameter.</summary>
    public string Name { get; }

    /// <summary>The first version that has it.</summary>
    public ApiVersion Since { get; }

    /// <summary>The last version that has it.</summary>
    public ApiVersion Until { get; }

    /// <summary>Determines whether a version has it; a parameter needs its operation too.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not one of <see cref="ApiVersions.All"/>.</exception>
    public bool IsIn(ApiVersion version)
    {
        _ = version.ToPathSegment();
        return version >= Since && version <= Until && _operation?.IsIn(version) != false;
    }

    /// <summary>The feature and its versions, for example <c>ListLogItems.type (v8)</c>.</summary>
    public override string ToString() => $"{Name} ({Versions})";

    internal string Versions
    {
        get
        {
            var versions = ApiVersions.All.Where(IsIn).ToList();
            return versions.Count == 1
                ? versions[0].ToPathSegment()
                : $"{versions[0].ToPathSegment()} to {versions[^1].ToPathSegment()}";
        }
    }
}
