namespace LogItems.Cli.Output;

/// <summary>The formats of a written contract.</summary>
internal enum ContractFormat
{
    /// <summary>YAML in block style.</summary>
    Yaml,

    /// <summary>Indented JSON.</summary>
    Json,
}
