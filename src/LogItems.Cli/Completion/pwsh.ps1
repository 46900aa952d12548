# Completion of logitems for PowerShell: logitems completion pwsh | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName logitems -ScriptBlock {
    param($word, $command, $position)
    $line = $command.ToString().PadRight($position).Substring(0, $position)
    $rest = $line -replace '^\S+ ?', ''
    logitems "[suggest:$($rest.Length)]" "$rest " 2>$null |
        Where-Object { $_.StartsWith($word, [StringComparison]::OrdinalIgnoreCase) } |
        ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
}
