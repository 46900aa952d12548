using System.Runtime.CompilerServices;

// Code compiled against the .NET Standard build expects this type in this assembly.
[assembly: TypeForwardedTo(typeof(IsExternalInit))]
