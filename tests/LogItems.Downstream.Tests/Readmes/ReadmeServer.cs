using System.Security.Cryptography;
using System.Text.Json;
using LogItems.Contracts.Recording;
using LogItems.FakeServer;

namespace LogItems.Downstream.Tests.Readmes;

/// <summary>The server of the READMEs: self-signed, with the user that they name and one session.</summary>
internal static class ReadmeServer
{
    public const string Session = "0c63a2de-5b8e-4d9f-9f0e-6b0c4f5d2a11";

    public const string Item = "7d1f0f0c-91a5-4f1e-8a43-2f7f6a0f3b22";

    public const string Username = @"CONTOSO\operator";

    public const string Password = "the password of the READMEs";

    private static readonly DateTimeOffset LastNight = new(2026, 11, 20, 22, 0, 0, TimeSpan.FromHours(3));

    public static Task<FakeLogItemsServer> StartAsync() => FakeLogItemsServer.StartAsync(new()
    {
        Url = new("https://127.0.0.1:0"),
        Username = Username,
        Password = Password,
        Sessions =
        [
            new FakeSession
            {
                Id = Guid.Parse(Session),
                JobName = "Nightly backup",
                CreationTime = LastNight,
                EndTime = LastNight.AddMinutes(1),
                Status = "Warning",
                Items =
                [
                    new FakeLogItem { Usn = 1, Type = "Success", Message = "Connected to organization", CreationTime = LastNight, EndTime = LastNight },
                    new FakeLogItem
                    {
                        Usn = 2, Id = Guid.Parse(Item), Type = "Warning", Message = "Mailbox was not found", CreationTime = LastNight, EndTime = LastNight,
                    },
                ],
            },
            SyntheticSessions.CreateDataRetrieval(items: 2, seed: 1),
        ],
    });

    /// <summary>Signs in and reads the session as a service does; gives the token and the recorded traffic.</summary>
    public static async Task<(string Token, byte[] Traffic)> ReadAsync(FakeLogItemsServer server)
    {
        using var recorder = new HarRecorder
        {
            InnerHandler = new HttpClientHandler
            {
                ServerCertificateCustomValidationCallback = (_, certificate, _, _) =>
                    certificate!.GetCertHashString(HashAlgorithmName.SHA256) == server.CertificateSha256,
            },
        };
        using var http = new HttpClient(recorder) { BaseAddress = new Uri(server.BaseAddress, "v8/") };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "password", ["username"] = Username, ["password"] = Password, ["disable_antiforgery_token"] = "true",
        });
        using var answer = await http.PostAsync(new Uri("token", UriKind.Relative), form);
        var token = JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("access_token").GetString()!;
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        await http.GetStringAsync(new Uri("JobSessions", UriKind.Relative));
        await http.GetStringAsync(new Uri($"JobSessions/{Session}/LogItems", UriKind.Relative));
        using var traffic = new MemoryStream();
        recorder.Save(traffic);
        return (token, traffic.ToArray());
    }
}
