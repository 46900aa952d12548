# Completion of logitems for fish: logitems completion fish | source
function __logitems_complete
    set -l rest (string replace -r '^\S+ ?' '' -- (commandline -cp))
    set -l found (logitems "[suggest:"(string length -- "$rest")"]" "$rest" 2>/dev/null)
    if test (count $found) -gt 0
        printf '%s\n' $found
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c logitems -f -a '(__logitems_complete)'
