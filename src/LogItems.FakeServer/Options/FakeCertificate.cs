namespace LogItems.FakeServer;

/// <summary>The defect of a fake server's self-signed certificate.</summary>
public enum FakeCertificate
{
    /// <summary>No defect: it is valid for <c>localhost</c>, <c>127.0.0.1</c> and <c>::1</c>.</summary>
    SelfSigned,

    /// <summary>It expired yesterday.</summary>
    Expired,

    /// <summary>It is valid, but for <c>backup.contoso.local</c> only.</summary>
    OtherName,
}
