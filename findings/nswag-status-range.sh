#!/usr/bin/env bash
# NSwag 14.7.1, client generation for C#: a response for a range of status codes ("2XX", OpenAPI 3.0 and later) is copied into the
# source as it stands, so the generated client does not compile. A document is valid with it; "200" and "default" are unaffected.
#
# Seen: `if (status_ == 2XX)` in the generated client, and error CS1073 (unexpected token) from the compiler.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
cat > probe.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>disable</Nullable></PropertyGroup>
  <ItemGroup><PackageReference Include="NSwag.MSBuild" Version="14.7.1" GeneratePathProperty="true" /></ItemGroup>
  <Target Name="PrintTool"><Message Importance="high" Text="tool=$(PkgNSwag_MSBuild)/tools/Net100/dotnet-nswag.dll" /></Target>
</Project>
XML
cat > document.json <<'JSON'
{ "openapi": "3.0.3", "info": { "title": "Things", "version": "1" },
  "paths": { "/things": { "get": { "operationId": "getThings", "responses": { "2XX": { "description": "The thing.",
    "content": { "application/json": { "schema": { "type": "object", "properties": { "name": { "type": "string" } } } } } } } } } } }
JSON
dotnet restore -v quiet
tool=$(dotnet msbuild -nologo -t:PrintTool | sed -n 's/^ *tool=//p')
dotnet "$tool" openapi2csclient /input:document.json /output:Client.cs /namespace:Things /classname:Client /jsonLibrary:SystemTextJson > nswag.log
grep -n 'status_ == 2XX' Client.cs || { echo 'CHANGED: the range is not copied into the source any more'; exit 1; }
if dotnet build --no-restore -v quiet > build.log; then echo 'CHANGED: the generated client compiles'; exit 1; fi
grep -oE 'error CS[0-9]+' build.log | sort -u
echo 'As described.'
