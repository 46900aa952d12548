#!/usr/bin/env bash
# DuckDB 1.5.6 reads Parquet timestamps of nanoseconds with their full resolution, as TIMESTAMP_NS, only if they are not adjusted to UTC. Those that are
# (isAdjustedToUTC, what most writers set for instants) become TIMESTAMP WITH TIME ZONE, which has microseconds: what is below is dropped without a word, so
# that different times are equal, an order by them is no order, and the latest row of several is any of them. There is no type of nanoseconds with a zone.
#
# Seen: two times 100 ns apart, written by Parquet.Net 6.1.0. Adjusted to UTC: TIMESTAMP WITH TIME ZONE, 1 distinct value. Not adjusted: TIMESTAMP_NS, 2.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
cat > probe.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Parquet.Net" Version="6.1.0" />
    <PackageReference Include="DuckDB.NET.Data.Full" Version="1.5.6.1" />
  </ItemGroup>
</Project>
XML
cat > Program.cs <<'CS'
using DuckDB.NET.Data;
using Parquet;
using Parquet.Schema;

var time = new DateTime(2026, 11, 28, 22, 0, 0, DateTimeKind.Utc);
foreach (var isUtc in new[] { true, false })
{
    var field = new DateTimeDataField("t", DateTimeFormat.Timestamp, isAdjustedToUTC: isUtc, unit: DateTimeTimeUnit.Nanos);
    await using (var file = File.Create("t.parquet"))
    {
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(field), file);
        using var group = writer.CreateRowGroup();
        await group.WriteAsync<DateTime>(field, new[] { time, time.AddTicks(1) }.AsMemory());
    }

    using var connection = new DuckDBConnection("Data Source=:memory:");
    connection.Open();
    Console.WriteLine(
        $"UTC {isUtc}: stored as {Query("SELECT logical_type FROM parquet_schema('t.parquet') WHERE name = 't'")}, "
        + $"read as {Query("SELECT typeof(t) FROM 't.parquet'")}, {Query("SELECT count(DISTINCT t) FROM 't.parquet'")} of 2 times differ");

    object? Query(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
CS
dotnet run > seen.txt
cat seen.txt
grep -q '^UTC True: .*read as TIMESTAMP WITH TIME ZONE, 1 of 2 times differ' seen.txt || { echo 'CHANGED: nanoseconds of UTC are read otherwise'; exit 1; }
grep -q '^UTC False: .*read as TIMESTAMP_NS, 2 of 2 times differ' seen.txt || { echo 'CHANGED: nanoseconds without UTC are read otherwise'; exit 1; }
echo 'As described.'
