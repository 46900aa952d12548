# Completion of logitems for zsh: source <(logitems completion zsh)
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
_logitems() {
    local line="${BUFFER[1,CURSOR]}"
    local rest="${line#* }"
    local -a found
    found=(${(f)"$(logitems "[suggest:${#rest}]" "$rest" 2>/dev/null)"})
    compadd -a found || _files
}
compdef _logitems logitems
