#!/usr/bin/env bash
# NSwag 14.7.1, client generation for C# from OpenAPI 3.0: a property that refers to an enum by `allOf: [{ $ref }]` has the enum's type;
# with `type: string` written beside the allOf, which changes nothing in the schema, it becomes a plain string.
# That is what @redocly/cli 2.77.0 asks for: its rule nullable-type-sibling reports `nullable: true` without a `type` beside it.
#
# Seen: `public Colour? Bare`, `public string Typed`.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
cat > probe.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
  <ItemGroup><PackageReference Include="NSwag.MSBuild" Version="14.7.1" GeneratePathProperty="true" /></ItemGroup>
  <Target Name="PrintTool"><Message Importance="high" Text="tool=$(PkgNSwag_MSBuild)/tools/Net100/dotnet-nswag.dll" /></Target>
</Project>
XML
cat > document.json <<'JSON'
{ "openapi": "3.0.3", "info": { "title": "Things", "version": "1" },
  "paths": { "/things": { "get": { "operationId": "getThings", "responses": { "200": { "description": "The thing.",
    "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } } } } } },
  "components": { "schemas": {
    "Colour": { "type": "string", "enum": ["Red", "Green"] },
    "Thing": { "type": "object", "properties": {
      "bare": { "nullable": true, "allOf": [ { "$ref": "#/components/schemas/Colour" } ] },
      "typed": { "nullable": true, "type": "string", "allOf": [ { "$ref": "#/components/schemas/Colour" } ] } } } } } }
JSON
dotnet restore -v quiet
tool=$(dotnet msbuild -nologo -t:PrintTool | sed -n 's/^ *tool=//p')
dotnet "$tool" openapi2csclient /input:document.json /output:Client.cs /namespace:Things /classname:Client /jsonLibrary:SystemTextJson > nswag.log
grep -E 'public .* (Bare|Typed) ' Client.cs
grep -q 'public Colour? Bare ' Client.cs || { echo 'CHANGED: the reference alone is no enum any more'; exit 1; }
grep -q 'public string Typed ' Client.cs || { echo 'CHANGED: the reference with a type is no string any more'; exit 1; }
echo 'As described.'
