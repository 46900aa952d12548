using System.Text.Json;
using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Lint.Rules;

/// <summary>The bodies that examples refer to by <c>externalValue</c>; each file is read once.</summary>
internal sealed class ExampleFiles(ContractDocument document, CancellationToken cancellationToken)
{
    private readonly Dictionary<string, (JsonElement? Value, ContractLoadException? Failure)> _read = new(StringComparer.Ordinal);

    public static bool IsLocal(ContractScalar externalValue) => !DocumentFolder.IsOnTheWeb(externalValue.Text);

    /// <summary>The body, or the reason why it cannot be read.</summary>
    public (JsonElement? Value, ContractLoadException? Failure) Read(ContractScalar externalValue)
    {
        if (!_read.TryGetValue(externalValue.Text, out var result))
        {
            result = Load(externalValue);
            _read.Add(externalValue.Text, result);
        }

        return result;
    }

    private (JsonElement?, ContractLoadException?) Load(ContractScalar externalValue)
    {
        try
        {
            return (document.Folder is { } folder ? JsonContractWriter.ToElement(folder.ReadExample(externalValue, cancellationToken)) : null, null);
        }
        catch (ContractLoadException exception)
        {
            return (null, exception);
        }
    }
}
