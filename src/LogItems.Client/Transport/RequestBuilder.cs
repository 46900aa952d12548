using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net.Http.Headers;
using System.Reflection;
using System.Runtime.Serialization;
using System.Text;
using LogItems.Versions;

namespace LogItems.Transport;

/// <summary>Builds the request of an operation in an API version; used by the generated code.</summary>
internal sealed class RequestBuilder
{
    private readonly HttpMethod _method;
    private readonly ApiVersion _version;
    private readonly StringBuilder _address;
    private char _separator = '?';

    /// <param name="method">The operation's method.</param>
    /// <param name="server">The server to send to.</param>
    /// <param name="version">The API version.</param>
    /// <param name="operation">The operation.</param>
    /// <exception cref="ApiFeatureNotSupportedException">The version does not have the operation.</exception>
    public RequestBuilder(HttpMethod method, ServerAddress server, ApiVersion version, ApiFeature operation)
    {
        EnsureSupported(operation, version);
        (_method, _version) = (method, version);
        _address = new StringBuilder(server.ForVersion(version));
    }

    /// <summary>Appends a part of the path as it is.</summary>
    public RequestBuilder Path(string literal)
    {
        _address.Append(literal);
        return this;
    }

    /// <summary>Appends the value of a path parameter.</summary>
    public RequestBuilder Value<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>(T value)
    {
        _address.Append(Uri.EscapeDataString(TextOf(value)));
        return this;
    }

    /// <summary>Appends a query parameter, unless it has no value.</summary>
    /// <exception cref="ApiFeatureNotSupportedException">The version does not have the parameter.</exception>
    public RequestBuilder Query<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>(string name, T? value, ApiFeature parameter)
        where T : struct
    {
        return Query(name, value is { } given ? TextOf(given) : null, parameter);
    }

    /// <summary>Appends a query parameter, unless it has no value.</summary>
    /// <exception cref="ApiFeatureNotSupportedException">The version does not have the parameter.</exception>
    public RequestBuilder Query(string name, string? value, ApiFeature parameter)
    {
        if (value is not null)
        {
            EnsureSupported(parameter, _version);
            _address.Append(_separator).Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
            _separator = '&';
        }

        return this;
    }

    /// <summary>Builds the request.</summary>
    /// <param name="accept">The media type of the response; null if it has no body.</param>
    public HttpRequestMessage Build(string? accept = null)
    {
        var request = new HttpRequestMessage(_method, _address.ToString());
        if (accept is not null)
        {
            request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(accept));
        }

        return request;
    }

    private static void EnsureSupported(ApiFeature feature, ApiVersion version)
    {
        if (!feature.IsIn(version))
        {
            throw new ApiFeatureNotSupportedException(feature, version);
        }
    }

    /// <summary>Formats a value for a URL.</summary>
    private static string TextOf<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>(T value) => value switch
    {
        bool flag => flag ? "true" : "false",
        DateTimeOffset time => time.ToString("o", CultureInfo.InvariantCulture),
        Enum word => typeof(T).GetField(word.ToString())?.GetCustomAttribute<EnumMemberAttribute>()?.Value ?? word.ToString("d"),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "",
    };
}
