# Completion of logitems for bash: source <(logitems completion bash)
_logitems() {
    local line="${COMP_LINE:0:COMP_POINT}"
    local rest="${line#* }"
    local IFS=$'\n'
    COMPREPLY=($(compgen -W "$(logitems "[suggest:${#rest}]" "$rest" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _logitems logitems
