using System.CommandLine;
using LogItems.Cli.Hosting;
using LogItems.Cli.Options;
using LogItems.Cli.Output;

namespace LogItems.Cli.Commands;

/// <summary><c>logitems config show</c></summary>
internal sealed class ConfigShowCommand : Command
{
    private static readonly RecordLayout<(string Name, SettingValue Value)> Layout = new(
        "setting",
        "settings",
        [
            RecordFields.Text<(string Name, SettingValue Value)>("name", setting => setting.Name),
            RecordFields.Text<(string Name, SettingValue Value)>("value", setting => setting.Value.Text),
            RecordFields.Text<(string Name, SettingValue Value)>("source", setting => setting.Value.Source),
        ],
        [
            new("SETTING", 18, setting => setting.Name),
            new("SOURCE", 27, setting => setting.Value.Source ?? "-"),
            new("VALUE", 0, setting => setting.Value.Text ?? "-"),
        ]);

    private readonly ClientSettings _client = new();
    private readonly ChoiceOption<RecordFormat> _format = FormatOption.ForRecords();

    public ConfigShowCommand(CommandEnvironment host)
        : base("show", "Shows the settings that a command with the same options would use, and where each comes from: an option, an environment "
            + "variable or the profile, in this order. Secrets are not shown.")
    {
        _client.AddTo(this);
        Add(_format);
        SetAction((parse, cancellationToken) => RunAsync(parse, host, cancellationToken));
    }

    private async Task<int> RunAsync(ParseResult parse, CommandEnvironment host, CancellationToken cancellationToken)
    {
        var settings = _client.Describe(parse, host).ToAsyncEnumerable();
        await RecordOutput.WriteAsync(host, parse.GetValue(_format) ?? default, Layout, settings, cancellationToken, host.Size?.Invoke().Width);
        return ExitCode.Ok;
    }
}
