using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using LogItems.Cli.Hosting;
using LogItems.Cli.Options;
using LogItems.Cli.Output;
using LogItems.Contracts.Documents;

namespace LogItems.Cli.Commands;

/// <summary><c>logitems certificate</c></summary>
internal sealed class CertificateCommand : Command
{
    private readonly ServerSettings _server = new("Timeout of the connection, 1 to 86,400 seconds (default: 60).", hasRetries: false);
    private readonly ChoiceOption<RecordFormat> _format = FormatOption.ForSummaries();

    public CertificateCommand(CommandEnvironment host)
        : base("certificate", "Shows the certificate of a server without sending a request. "
            + "Exits with code 1 when it does not match --pin-sha256.")
    {
        _server.AddTo(this);
        Add(_format);
        SetAction((parse, cancellationToken) => RunAsync(parse, host, cancellationToken));
    }

    private async Task<int> RunAsync(ParseResult parse, CommandEnvironment host, CancellationToken cancellationToken)
    {
        var server = _server.ReadServer(parse, host);
        var certificate = await LogItemsClient.GetServerCertificateAsync(server, _server.ReadOptions(parse, host), cancellationToken);
        if (parse.GetValue(_format) is RecordFormat.Json)
        {
            host.Out.WriteLine(Json(certificate));
        }
        else
        {
            WriteLines(certificate, new Screen(host));
        }

        return certificate.Problem == ServerCertificateProblem.PinMismatch ? ExitCode.Findings : ExitCode.Ok;
    }

    private static void WriteLines(ServerCertificateInfo certificate, Screen screen)
    {
        screen.WriteLine($"host     {certificate.Host}");
        screen.WriteLine($"subject  {certificate.Subject}");
        screen.WriteLine($"issuer   {certificate.Issuer}");
        screen.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"valid    {certificate.NotBefore:yyyy-MM-dd} to {certificate.NotAfter:yyyy-MM-dd}"));
        screen.WriteLine($"sha256   {certificate.Sha256}");
        screen.WriteLine($"problem  {(certificate.Problem == ServerCertificateProblem.None ? "-" : certificate.Problem.ToString())}");
    }

    /// <summary>Creates an object with the properties of the certificate; <c>problem</c> is null for a trusted certificate.</summary>
    private static string Json(ServerCertificateInfo certificate)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = JsonText.Encoder }))
        {
            json.WriteStartObject();
            json.WriteString("host", certificate.Host);
            json.WriteString("subject", certificate.Subject);
            json.WriteString("issuer", certificate.Issuer);
            json.WriteString("notBefore", certificate.NotBefore);
            json.WriteString("notAfter", certificate.NotAfter);
            json.WriteString("sha256", certificate.Sha256);
            json.WriteString("problem", certificate.Problem == ServerCertificateProblem.None ? null : certificate.Problem.ToString());
            json.WriteEndObject();
        }

        return PrintableText.EscapeJson(Encoding.UTF8.GetString(buffer.ToArray()));
    }
}
