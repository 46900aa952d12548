using System.Text.RegularExpressions;

namespace LogItems;

public partial class LogItem
{
    private static readonly Regex ReferenceRegex = new(ReferenceExpression, ReferenceOptions);

    private static partial Regex ReferencePattern() => ReferenceRegex;
}
