using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Conformance;

/// <summary>Checks exchanges against the contract of one API version; safe for concurrent use.</summary>
/// <remarks>Paths match without regard to case. The path and the query of a request are checked whatever the response is: a test that
/// provokes a 400 with a bad query gets a finding for that query. In OpenAPI 3.0, required properties may be missing in requests if they are
/// <c>readOnly</c>, and in responses if they are <c>writeOnly</c>.</remarks>
public sealed class ExchangeValidator
{
    private readonly OperationTable _operations;
    private readonly QueryCheck _query;
    private readonly RequestBodyCheck _requestBody;
    private readonly AnswerCheck _answer;

    /// <summary>Creates a validator for a view, or for any document of one version.</summary>
    public ExchangeValidator(ContractDocument view)
        : this(view, new PatternCache())
    {
    }

    internal ExchangeValidator(ContractDocument view, PatternCache patterns)
    {
        ArgumentNullException.ThrowIfNull(view);
        var schemas = new SchemaValidator(view, patterns);
        _operations = new OperationTable(view);
        _query = new QueryCheck(view, schemas);
        _requestBody = new RequestBodyCheck(view, new SchemaValidator(view, patterns, "readOnly"));
        _answer = new AnswerCheck(view, new SchemaValidator(view, patterns, "writeOnly"));
    }

    /// <summary>Returns all violations of the contract; empty if the exchange conforms.</summary>
    /// <remarks>The findings' location is the exchange: the pointer is that of the value in the body, and the file is the
    /// request line.</remarks>
    public IReadOnlyList<Finding> Validate(Exchange exchange)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        var report = new ExchangeReport(exchange);
        if (_operations.Find(exchange.Method, exchange.Path) is not { } operation)
        {
            report.Add(ExchangeRules.UndocumentedOperation, _operations.TemplateOf(exchange.Path) is { } template
                ? $"The contract has the path {template}, but not with this method."
                : "The contract has no such path.");
        }
        else
        {
            if (exchange.ChecksRequest)
            {
                _query.Check(operation, exchange, report);
                _requestBody.Check(operation, exchange, report);
            }

            _answer.Check(operation, exchange, report);
        }

        return report.Findings;
    }
}
