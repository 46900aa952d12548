namespace System.Runtime.CompilerServices;

/// <summary>What the compiler asks for to name an argument, and .NET Standard does not have.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class CallerArgumentExpressionAttribute(string parameterName) : Attribute
{
    public string ParameterName => parameterName;
}
