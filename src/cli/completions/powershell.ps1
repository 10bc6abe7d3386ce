Register-ArgumentCompleter -Native -CommandName spbe -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements | Where-Object { $_.Extent.StartOffset -lt $cursorPosition } | ForEach-Object {
        if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value } else { $_.Extent.Text }
    })
    $index = $words.Count
    if ($wordToComplete -ne '') { $index -= 1 }
    $arguments = @('complete-word', '--', "$index") + $words
    & spbe $arguments 2>$null | ForEach-Object {
        $value, $help = $_ -split "`t", 2
        if (-not $help) { $help = $value }
        $quoted = $value
        if ($value -match '[\s''";,(){}$]') { $quoted = "'" + ($value -replace "'", "''") + "'" }
        [System.Management.Automation.CompletionResult]::new($quoted, $value, 'ParameterValue', $help)
    }
}
