#!/usr/bin/env bash
# PublicApiGenerator 11.5.4: with the default options, types in a namespace that begins with System or Microsoft are left out without notice
# (ApiGeneratorOptions.DenyNamespacePrefixes). By convention the extension methods of a library for dependency injection are in
# Microsoft.Extensions.DependencyInjection, so the API that such a package exists for is missing from its snapshot, and a breaking
# change of it is not seen. DenyNamespacePrefixes = [] includes it.
#
# Seen: a public AddThings(IServiceCollection) is not in the default text, and is in the one with an empty list.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
cat > probe.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup>
  <ItemGroup>
    <PackageReference Include="PublicApiGenerator" Version="11.5.4" />
    <PackageReference Include="Microsoft.Extensions.DependencyInjection.Abstractions" Version="10.0.0" />
  </ItemGroup>
</Project>
XML
cat > Program.cs <<'CS'
using System;
using PublicApiGenerator;

var assembly = typeof(Things.Thing).Assembly;
Console.WriteLine($"default {assembly.GeneratePublicApi().Contains("AddThings", StringComparison.Ordinal)}");
var all = new ApiGeneratorOptions { DenyNamespacePrefixes = [] };
Console.WriteLine($"all {assembly.GeneratePublicApi(all).Contains("AddThings", StringComparison.Ordinal)}");

namespace Things
{
    public sealed class Thing;
}

namespace Microsoft.Extensions.DependencyInjection
{
    public static class ThingsServiceCollectionExtensions
    {
        public static IServiceCollection AddThings(this IServiceCollection services) => services;
    }
}
CS
dotnet run > seen.txt
cat seen.txt
grep -qx 'default False' seen.txt || { echo 'CHANGED: the default text has types in Microsoft namespaces'; exit 1; }
grep -qx 'all True' seen.txt || { echo 'CHANGED: an empty list does not include them'; exit 1; }
echo 'As described.'
