using Microsoft.CodeAnalysis.Text;

namespace LogItems.Generators;

/// <summary>Emits the enum of the API versions.</summary>
internal static class ApiVersionEmitter
{
    public static SourceText Emit(Contract contract)
    {
        var code = CodeWriter.ForFile("LogItems");
        code.Line("/// <summary>A version of the REST API: the first segment of every path.</summary>");
        code.Line("/// <remarks>The numeric value is the number in the path; 0 is not a version and is rejected everywhere.</remarks>");
        code.Block("public enum ApiVersion", () =>
        {
            foreach (var version in contract.Versions)
            {
                var description = version.Description.Trim().TrimEnd('.');
                code.Line($"/// <summary>API v{version.Number}{(description.Length == 0 ? "" : $": {XmlText.Of(description)}")}.</summary>");
                code.Line($"V{version.Number} = {version.Number},");
                code.Line();
            }
        });
        return code.ToSource();
    }
}
