namespace LogItems.FakeServer;

/// <summary>What is wrong with a fake server's certificate, apart from being signed by itself.</summary>
public enum FakeCertificate
{
    /// <summary>Nothing: it is valid, for <c>localhost</c>, <c>127.0.0.1</c> and <c>::1</c>.</summary>
    SelfSigned,

    /// <summary>It expired yesterday.</summary>
    Expired,

    /// <summary>It is valid, but for <c>backup.contoso.local</c> only.</summary>
    OtherName,
}
