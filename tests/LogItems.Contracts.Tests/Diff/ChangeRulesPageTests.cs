using LogItems.Contracts.Diff;

namespace LogItems.Contracts.Tests.Diff;

public class ChangeRulesPageTests
{
    [Test]
    public void Write_Registry_IsThePageInTheRepository()
    {
        var page = new StringWriter();

        ChangeRulesPage.Write(page);

        Snapshot.Require(page.ToString(), "../../../openapi/diff-rules.md");
    }
}
