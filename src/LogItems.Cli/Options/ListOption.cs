using System.CommandLine;
using System.CommandLine.Parsing;

namespace LogItems.Cli.Options;

/// <summary>An option with several values of a fixed set, separated by commas or with the option repeated, case-insensitive; empty if it is absent.</summary>
internal sealed class ListOption<T> : Option<IReadOnlyList<T>>
{
    private readonly IReadOnlyList<(string Word, T Value)> _choices;

    public ListOption(string name, string helpName, string description, IReadOnlyList<(string Word, T Value)> choices)
        : base(name)
    {
        _choices = choices;
        HelpName = helpName;
        Description = $"{description} {string.Join(", ", choices.Select(choice => choice.Word))}";
        Arity = ArgumentArity.OneOrMore;
        AllowMultipleArgumentsPerToken = false;
        CustomParser = Parse;
        DefaultValueFactory = _ => [];
        CompletionSources.Clear();
        CompletionSources.Add(_ => choices.Select(choice => new System.CommandLine.Completions.CompletionItem(choice.Word)));
    }

    /// <summary>Creates an option for the members of an enum.</summary>
    public static ListOption<TEnum> Of<TEnum>(string name, string helpName, string description)
        where TEnum : struct, Enum =>
        new(name, helpName, description, [.. Enum.GetValues<TEnum>().Select(value => (value.ToString(), value))]);

    private IReadOnlyList<T> Parse(ArgumentResult argument)
    {
        var values = new List<T>();
        foreach (var word in argument.Tokens.SelectMany(token => token.Value.Split(',')).Select(word => word.Trim()))
        {
            var index = _choices.ToList().FindIndex(choice => string.Equals(choice.Word, word, StringComparison.OrdinalIgnoreCase));
            if (index < 0)
            {
                argument.AddError($"{Name} is '{word}'; use one or more of {string.Join(", ", _choices.Select(choice => choice.Word))}.");
                return [];
            }

            values.Add(_choices[index].Value);
        }

        return [.. values.Distinct()];
    }
}
