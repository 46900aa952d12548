namespace LogItems.Cli.Output;

/// <summary>How a contract is written.</summary>
internal enum ContractFormat
{
    /// <summary>YAML in block style.</summary>
    Yaml,

    /// <summary>Indented JSON.</summary>
    Json,
}
