#!/usr/bin/env bash
# Microsoft.Extensions.TimeProvider.Testing 10.11.0: FakeTimeProvider.AdjustTime is documented to set the date and time without triggering
# timers, the way a user or NTP sets the wall clock. Timers are indeed left alone, but GetTimestamp, which stands for the monotonic clock, jumps
# along: an elapsed time measured across the adjustment is wrong by the whole jump, and negative if the clock was set back. A test that wants
# to prove "setting the clock does not disturb elapsed times" fails, or passes code that is wrong, unless it overrides GetTimestamp.
#
# Seen: after AdjustTime of +1 hour, GetElapsedTime is 01:00:00 where no time has passed; set back to an hour before the start, -01:00:00.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
cat > probe.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
  <ItemGroup><PackageReference Include="Microsoft.Extensions.TimeProvider.Testing" Version="10.11.0" /></ItemGroup>
</Project>
XML
cat > Program.cs <<'CS'
using Microsoft.Extensions.Time.Testing;

var start = new DateTimeOffset(2026, 11, 20, 19, 0, 0, TimeSpan.Zero);
var time = new FakeTimeProvider(start);
var began = time.GetTimestamp();
time.AdjustTime(start.AddHours(1));
Console.WriteLine($"ahead {time.GetElapsedTime(began)}");
time.AdjustTime(start.AddHours(-1));
Console.WriteLine($"back {time.GetElapsedTime(began)}");
CS
dotnet run > seen.txt
cat seen.txt
grep -qx 'ahead 01:00:00' seen.txt || { echo 'CHANGED: timestamps do not follow a clock that is set ahead'; exit 1; }
grep -qx 'back -01:00:00' seen.txt || { echo 'CHANGED: timestamps do not follow a clock that is set back'; exit 1; }
echo 'As described.'
