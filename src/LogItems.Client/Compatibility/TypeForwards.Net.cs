using System.Runtime.CompilerServices;

// What is compiled against the build for .NET Standard finds this type there; on .NET this build takes its place.
[assembly: TypeForwardedTo(typeof(IsExternalInit))]
