namespace LogItems.Client.Tests;

public class ClientBuildTests
{
    [Test]
    public void Framework_OfTheClient_IsTheOneThatTheseTestsAreNamedFor() =>
        Assert.That(
            ClientBuild.Framework,
            Does.StartWith(
                GetType().Assembly.GetName().Name == "LogItems.Client.NetStandard.Tests" ? ".NETStandard,Version=v2.0" : ".NETCoreApp,Version=v10.0"));
}
