using LogItems;
using NightWatch;

// For the task scheduler of a machine that has nothing newer than .NET Framework: ADDRESS [SHA-256 of the certificate].
var certificate = args.Length > 1 ? ServerCertificate.Pin(args[1]) : ServerCertificate.SystemTrust;
using var client = new LogItemsClient(new Uri(args[0]), new PasswordCredential("demo", "demo"), new LogItemsClientOptions { ServerCertificate = certificate });
await foreach (var line in new NightReport(client).WriteAsync())
{
    Console.WriteLine(line);
}
