namespace LogItems.Cli.Output;

/// <summary>The fields and columns of one kind of record.</summary>
/// <param name="Noun">The word for one record.</param>
/// <param name="Nouns">The word for several records.</param>
/// <param name="Fields">The fields of the machine formats, in their order.</param>
/// <param name="Columns">The columns of the table, in their order.</param>
internal sealed record RecordLayout<T>(
    string Noun, string Nouns, IReadOnlyList<RecordField<T>> Fields, IReadOnlyList<RecordColumn<T>> Columns);
