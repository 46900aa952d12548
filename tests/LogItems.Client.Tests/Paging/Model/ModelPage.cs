using LogItems.Models;
using LogItems.Streaming;

namespace LogItems.Client.Tests.Paging.Model;

/// <summary>The short way to a modelled server, for many runs: pages without JSON, as the reader across pages gets them.</summary>
internal sealed class ModelPage(ModelPlan plan, ModelAnswer answer) : IPageReader<LogItem>
{
    private static readonly Dictionary<string, Link> Self = new() { ["self"] = new() };
    private static readonly Dictionary<string, Link> SelfAndNext = new() { ["self"] = new(), ["next"] = new() };

    private int _next;

    public IPage Page
    {
        get
        {
            var page = new LogItemPage();
            if (plan.IsBareArray)
            {
                ((IPage)page).BecomeBareArray();
                return page;
            }

            page._links = !plan.HasLinks ? null : plan.HasNext && answer.HasMore ? SelfAndNext : Self;
            page.Limit = plan.HasEcho ? answer.Limit : null;
            page.TotalCount = plan.HasTotal ? answer.Total : null;
            return page;
        }
    }

    public ValueTask<List<LogItem>?> NextAsync(CancellationToken cancellationToken)
    {
        var end = answer.Cut is { } cut ? (int)(cut * answer.Items.Count) : answer.Items.Count;
        if (_next < end)
        {
            // In two parts, as a page that arrives in several.
            var count = Math.Max(1, (end - _next) / 2);
            var items = answer.Items.GetRange(_next, count).ConvertAll(item => item.Model(plan.IsOrdered));
            _next += count;
            return new(items);
        }

        return answer.Cut is null ? new((List<LogItem>?)null) : throw new HttpRequestException("The answer broke off.");
    }

    public ValueTask DisposeAsync() => default;
}
