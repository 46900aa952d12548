namespace LogItems.Client.Tests.Paging.Model;

/// <summary>A server whose habits are those of a plan, whatever way it is reached.</summary>
internal sealed class ModelServer(ModelPlan plan, ModelSession session)
{
    /// <summary>So many requests that a reading can be called endless.</summary>
    public const int Endless = 3_000;

    private readonly Random _dice = new(plan.Seed ^ 0xFA17);
    private readonly Lock _gate = new();

    public ModelPlan Plan => plan;

    public int Requests { get; private set; }

    /// <summary>All requests and answers so far, for a failure's message; null to keep none.</summary>
    public List<string>? Log { get; init; }

    /// <summary>Answers a request for a page; null for 503.</summary>
    /// <param name="offset">Null for a request without offset and limit.</param>
    /// <param name="limit">The limit asked for.</param>
    /// <param name="isFiltered">Whether only the level of the plan is asked for.</param>
    public ModelAnswer? Answer(long? offset, long limit, bool isFiltered)
    {
        lock (_gate)
        {
            if (++Requests > Endless)
            {
                throw new EndlessReadingException();
            }

            session.BeforeRequest(Requests);
            var fault = _dice.NextDouble() < plan.Faults ? _dice.Next(2) : -1;
            var answer = fault == 0 ? null : AnswerOf(session.View(isFiltered), offset, limit) with { Cut = fault < 0 ? null : _dice.NextDouble() };
            Log?.Add($"offset {offset}, limit {limit}: {answer?.ToString() ?? "503"}");
            return answer;
        }
    }

    private ModelAnswer AnswerOf(List<ModelItem> view, long? asked, long limit)
    {
        var (offset, most) = (asked ?? 0, asked is not null ? Math.Min(limit, plan.Clamp) : plan.IsBareArray ? view.Count : Math.Min(plan.Clamp, 30));
        var start = offset > plan.StartAt && _dice.NextDouble() < plan.Hiccups ? Wrong(offset, view.Count) : offset;
        var (from, to) = (Math.Min(start, view.Count), Math.Min(start + most, view.Count));
        return new ModelAnswer(view[(int)from..(int)to], offset, (int)most, view.Count, HasMore: to < view.Count);
    }

    private long Wrong(long offset, int count) => _dice.Next(plan.IsBareArray ? 1 : 0, 4) switch
    {
        0 => 0,
        1 => offset + _dice.Next(1, 4),
        2 => Math.Max(0, offset - _dice.Next(1, 4)),
        _ => count,
    };
}

/// <summary>A page as the server means it.</summary>
/// <param name="Items">Its items.</param>
/// <param name="Offset">The offset that it echoes.</param>
/// <param name="Limit">The limit in effect.</param>
/// <param name="Total">How many items there are in all.</param>
/// <param name="HasMore">Whether there are items after it.</param>
internal sealed record ModelAnswer(List<ModelItem> Items, long Offset, int Limit, int Total, bool HasMore)
{
    /// <summary>The part of the body that arrives; null for all of it.</summary>
    public double? Cut { get; init; }

    public override string ToString() =>
        $"{string.Join(' ', Items.Select(item => item.Number))} ({Total} in all{(Cut is { } cut ? $", cut at {cut:P0}" : "")})";
}

/// <summary>A reading has sent more requests than any that ends.</summary>
internal sealed class EndlessReadingException : Exception;
