#compdef spbe
_spbe() {
    local -a values
    local line value
    while IFS= read -r line; do
        value=${line%%$'\t'*}
        values+=("${value//:/\\:}:${line#*$'\t'}")
    done < <(spbe complete-word -- $((CURRENT - 1)) "${words[@]}" 2>/dev/null)
    if (( ${#values} )); then _describe spbe values; else _files; fi
}
compdef _spbe spbe
