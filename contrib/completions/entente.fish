# SPDX-License-Identifier: MIT
# Completion for fish. What can come next is said by the program itself: "entente __complete".

# Prints the names of folders, and of files that end in one of the words $argv[2..], that begin as
# $argv[1] does; before each, --OPTION= if $argv[1] begins with it.
function __entente_files
    set -l option (string match -r -- '^--[^=]*=' $argv[1])
    set -l value (string replace -r -- '^--[^=]*=' '' $argv[1])
    # Of no word, fish lists all files as they are; and a name that looks like an option needs its "./".
    set -l start $value
    test -n "$value"; or set start ./
    for line in (__fish_complete_path $start)
        test -n "$value"; or set line (string replace -r -- '^\./(?!-)' '' $line)
        set -l name (string split -m 1 \t -- $line)[1]
        # What does not exist is a part of a name with line breaks.
        test -e (string replace -r -- '^~/' $HOME/ $name); or continue
        set -l ending (string match -r -- '[^.]*$' $name)
        if string match -q -- '*/' $name; or test (count $argv) -eq 1; or contains -- $ending $argv[2..-1]
            echo "$option$line"
        end
    end
end

# Words after the cursor are not known here: fish completes as if there were none.
function __entente_complete
    set -l before (commandline -opc)
    set -l current (commandline -ct | string replace -r '^["\']' '' | string unescape --no-quoted)
    set -l index (math (count $before) - 1)
    for line in ($before[1] __complete $index $before[2..-1] "$current" 2>/dev/null)
        switch $line
            case :nospace
            case ':files*'
                set -l endings (string split -n ' ' -- (string replace :files '' -- $line))
                __entente_files "$current" $endings
            case :folders
                __entente_files "$current" /
            case '*'
                echo $line
        end
    end
end

complete -c entente -f -a '(__entente_complete)'
