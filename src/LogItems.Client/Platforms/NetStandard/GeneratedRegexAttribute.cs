namespace System.Text.RegularExpressions;

/// <summary>Marks what is generated elsewhere; here it is written beside this file.</summary>
[Microsoft.CodeAnalysis.Embedded]
[AttributeUsage(AttributeTargets.Method)]
internal sealed class GeneratedRegexAttribute(string pattern, RegexOptions options) : Attribute
{
    public string Pattern => pattern;

    public RegexOptions Options => options;
}
