using System.CommandLine;
using LogItems.Cli.Hosting;
using LogItems.Cli.Options;
using LogItems.Cli.Output;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Reports;
using LogItems.Contracts.Views;

namespace LogItems.Cli.Commands;

/// <summary><c>logitems contract view</c></summary>
internal sealed class ContractViewCommand : Command
{
    private readonly ContractArgument _file = new();

    private readonly ChoiceOption<ApiVersion> _version = new("--version", "API version of the document to generate.", VersionWords.Choices)
    {
        Required = true,
    };

    private readonly ChoiceOption<ContractFormat> _format = new(
        "--format", "Output format: yaml (default) or json.", ("yaml", ContractFormat.Yaml), ("json", ContractFormat.Json));

    private readonly Option<string?> _output = new("--output")
    {
        HelpName = "FILE",
        Description = "Write to this file instead of stdout.",
    };

    public ContractViewCommand(CommandEnvironment host)
        : base("view", "Generates the OpenAPI document of one API version, with its examples embedded.")
    {
        _file.AddTo(this);
        Add(_version);
        Add(_format);
        Add(_output);
        SetAction((parse, cancellationToken) => RunAsync(parse, host, cancellationToken));
    }

    private async Task<int> RunAsync(ParseResult parse, CommandEnvironment host, CancellationToken cancellationToken)
    {
        var view = ContractView.Create(await _file.LoadAsync(parse, host, cancellationToken), parse.GetValue(_version)!.Value.ToPathSegment());
        var format = parse.GetValue(_format) ?? default;
        if (parse.GetValue(_output) is { } path)
        {
            using var output = OutputFile.Create(path);
            await using (var file = new StreamWriter(output.Stream) { NewLine = "\n" })
            {
                Write(view, format, file);
            }

            output.Complete();
        }
        else
        {
            Write(view, format, host.Out);
        }

        return ExitCode.Ok;
    }

    private static void Write(ContractDocument view, ContractFormat format, TextWriter writer)
    {
        if (format == ContractFormat.Json)
        {
            view.WriteJson(writer);
        }
        else
        {
            view.WriteYaml(writer);
        }
    }
}
