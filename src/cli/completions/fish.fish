function __spbe_complete
    set -l words (commandline -opc) (commandline -ct)
    spbe complete-word -- (math (count $words) - 1) $words 2>/dev/null
end
complete -c spbe -a '(__spbe_complete)'
