using System.CommandLine;
using System.CommandLine.Parsing;

namespace LogItems.Cli.Options;

/// <summary>An option with a fixed set of values, case-insensitive.</summary>
internal sealed class ChoiceOption<T> : Option<T?>
    where T : struct
{
    /// <summary>The maximum width of the first column of the help, in characters, that leaves enough for the second.</summary>
    private const int MaxHelpName = 30;

    private readonly IReadOnlyList<(string Word, T Value)> _choices;

    public ChoiceOption(string name, string description, params IReadOnlyList<(string Word, T Value)> choices)
        : base(name)
    {
        _choices = choices;
        var words = string.Join('|', choices.Select(choice => choice.Word));
        var isShort = words.Length <= MaxHelpName;
        HelpName = isShort ? words : name.TrimStart('-').ToUpperInvariant();
        // A description that explains long words itself ends with a period.
        Description = isShort || !description.EndsWith(':') ? description : $"{description} {words}";
        CustomParser = Parse;
        // Completes only the documented values, not the names of the enum.
        CompletionSources.Clear();
        CompletionSources.Add(_ => choices.Select(choice => new System.CommandLine.Completions.CompletionItem(choice.Word)));
    }

    private T? Parse(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        foreach (var (word, value) in _choices)
        {
            if (string.Equals(word, text, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        argument.AddError($"{Name} is '{text}'; use one of {string.Join(", ", _choices.Select(choice => choice.Word))}.");
        return null;
    }
}
