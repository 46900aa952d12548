#!/usr/bin/env bash
# Parquet.Net 6.1.0: for a column of timestamps of micro- or nanoseconds (DateTimeFormat.Timestamp with DateTimeTimeUnit.Micros or Nanos), the values are
# written as such, but the smallest and the largest value in the statistics of the column chunk as milliseconds. Readers skip row groups by the statistics:
# queries with a condition on the column miss rows, without an error. Milliseconds are right.
#
# Seen: a file with the time 2026-11-28 22:00 UTC; DuckDB 1.5.6 reads it without a condition, and finds no row where t > 2026-11-22. The statistics say
# 1970-01-01 00:29:55.9032 (nanoseconds) and 1970-01-21 18:51:43.2 (microseconds).
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

foreach (var unit in new[] { DateTimeTimeUnit.Millis, DateTimeTimeUnit.Micros, DateTimeTimeUnit.Nanos })
{
    var field = new DateTimeDataField("t", DateTimeFormat.Timestamp, isAdjustedToUTC: true, unit: unit);
    await using (var file = File.Create("t.parquet"))
    {
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(field), file);
        using var group = writer.CreateRowGroup();
        await group.WriteAsync<DateTime>(field, new[] { new DateTime(2026, 11, 28, 22, 0, 0, DateTimeKind.Utc) }.AsMemory());
    }

    using var connection = new DuckDBConnection("Data Source=:memory:");
    connection.Open();
    Console.WriteLine(
        $"{unit}: {Query("SELECT count(*) FROM 't.parquet'")} row, {Query("SELECT count(*) FROM 't.parquet' WHERE t > TIMESTAMPTZ '2026-11-22 00:00:00+00'")} found, "
        + $"statistics {Query("SELECT stats_min_value FROM parquet_metadata('t.parquet')")}");

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
grep -q '^Millis: 1 row, 1 found' seen.txt || { echo 'CHANGED: rows with milliseconds are not found'; exit 1; }
grep -q '^Micros: 1 row, 0 found' seen.txt || { echo 'CHANGED: rows with microseconds are found'; exit 1; }
grep -q '^Nanos: 1 row, 0 found' seen.txt || { echo 'CHANGED: rows with nanoseconds are found'; exit 1; }
echo 'As described.'
