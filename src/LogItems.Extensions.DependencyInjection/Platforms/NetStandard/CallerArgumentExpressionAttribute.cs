namespace System.Runtime.CompilerServices;

/// <summary>The attribute that the compiler requires for argument names, which .NET Standard lacks.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class CallerArgumentExpressionAttribute(string parameterName) : Attribute
{
    public string ParameterName => parameterName;
}
