#!/usr/bin/env bash
# System.IO.Pipelines 10.0.14 (and the copy in .NET 10): a writer that flushes bytes and then calls Complete(exception) takes those bytes back.
# The reader's next ReadAsync throws at once, though nothing of what was flushed has been read; with Complete() alone the same bytes are handed
# out first. PipeReader.AsStream does the same. A stream, an HTTP body or a channel hands out what came before its failure, so whoever receives
# a body in the background through a pipe, and passes on the failure as the API suggests, loses up to pauseWriterThreshold bytes that had arrived.
#
# Seen: "InvalidOperationException after 0 of 5 bytes" of the reader and of its stream; without the exception "5 of 5 bytes".
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
cat > probe.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
  <ItemGroup><PackageReference Include="System.IO.Pipelines" Version="10.0.14" /></ItemGroup>
</Project>
XML
cat > Program.cs <<'CS'
using System.IO.Pipelines;

foreach (var failure in new[] { new InvalidOperationException("the sender went away"), null })
{
    foreach (var isStream in new[] { false, true })
    {
        var pipe = new Pipe();
        await pipe.Writer.WriteAsync("hello"u8.ToArray()); // which flushes
        await pipe.Writer.CompleteAsync(failure);
        long read = 0;
        try
        {
            read = isStream ? await pipe.Reader.AsStream().ReadAsync(new byte[16]) : (await pipe.Reader.ReadAsync()).Buffer.Length;
            Console.WriteLine($"completed, {(isStream ? "stream" : "reader")}: {read} of 5 bytes");
        }
        catch (Exception exception)
        {
            Console.WriteLine($"failed, {(isStream ? "stream" : "reader")}: {exception.GetType().Name} after {read} of 5 bytes");
        }
    }
}
CS
dotnet run > seen.txt
cat seen.txt
for door in reader stream; do
  grep -qx "failed, $door: InvalidOperationException after 0 of 5 bytes" seen.txt || { echo "CHANGED: the $door hands out what came before the failure"; exit 1; }
  grep -qx "completed, $door: 5 of 5 bytes" seen.txt || { echo "CHANGED: the $door of a completed pipe"; exit 1; }
done
echo 'As described.'
