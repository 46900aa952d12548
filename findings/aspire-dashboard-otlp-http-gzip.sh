#!/usr/bin/env bash
# Aspire dashboard 13.6.5 (NuGet: Aspire.Dashboard.Sdk.linux-x64), OTLP over HTTP: a request that is compressed by gzip, with the header
# Content-Encoding: gzip, is answered with 500; the same request without compression is accepted. OTLP's specification says that all server
# components MUST support gzip. Over gRPC the dashboard does.
#
# Seen: 200 for an empty request for logs, 500 for the same compressed; "InvalidProtocolBufferException: Protocol message contained a tag
# with an invalid wire type" in its log: the bytes are parsed as they come.
set -euo pipefail
work=$(mktemp -d); pid=
trap '[ -z "$pid" ] || kill "$pid" 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"
cat > probe.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
  <ItemGroup><PackageDownload Include="Aspire.Dashboard.Sdk.linux-x64" Version="[13.6.5]" /></ItemGroup>
  <Target Name="PrintTool"><Message Importance="high" Text="tool=$(NuGetPackageRoot)aspire.dashboard.sdk.linux-x64/13.6.5/tools/Aspire.Dashboard" /></Target>
</Project>
XML
dotnet restore -v quiet
tool=$(dotnet msbuild -nologo -t:PrintTool | sed -n 's/^ *tool=//p')
HOME=$work ASPNETCORE_URLS=http://127.0.0.1:0 ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL=http://127.0.0.1:0 ASPIRE_DASHBOARD_UNSECURED_ALLOW_ANONYMOUS=true \
  "$tool" > dashboard.log 2>&1 & pid=$!
for _ in $(seq 60); do
  address=$(sed -n 's/^ *OTLP\/HTTP listening on: //p' dashboard.log)
  [ -z "$address" ] || break
  sleep 1
done
# An empty message is a valid request: it has no logs.
: > request
gzip -nc request > request.gz
send() { curl -s -o /dev/null -w '%{http_code}' -X POST -H 'Content-Type: application/x-protobuf' "$@" "$address/v1/logs"; }
plain=$(send --data-binary @request); compressed=$(send -H 'Content-Encoding: gzip' --data-binary @request.gz)
echo "plain $plain, compressed $compressed"
[ "$plain" = 200 ] || { echo 'CHANGED: it does not accept an empty request'; exit 1; }
[ "$compressed" = 500 ] || { echo 'CHANGED: it does not answer a compressed request with 500'; exit 1; }
grep -m1 -E '^ *[A-Za-z.]*Exception' dashboard.log || true
echo 'As described.'
