# SPDX-License-Identifier: MIT
# Completion for bash. What can come next is said by the program itself: "entente __complete".

# Sets words and cword like COMP_WORDS and COMP_CWORD, but with words that contain = or : whole;
# the one at the cursor ends there.
_entente_split() {
  local line=$COMP_LINE word i start=0
  words=() cword=0
  for i in "${!COMP_WORDS[@]}"; do
    word=${COMP_WORDS[i]}
    if ((i == 0)) || [[ $line == [[:space:]]* ]]; then
      line=${line#"${line%%[![:space:]]*}"}
      start=$((${#COMP_LINE} - ${#line}))
      words+=("$word")
    else
      words[-1]+=$word
    fi
    line=${line#"$word"}
    ((i == COMP_CWORD)) || continue
    cword=$((${#words[@]} - 1))
    ((COMP_POINT < start)) || words[-1]=${COMP_LINE:start:COMP_POINT-start}
  done
}

# Takes away quotes, as far as names of files and ids need it.
_entente_unquote() {
  local i
  for i in "${!words[@]}"; do
    words[i]=${words[i]//[\"\'\\]/}
    [[ ${words[i]} != '~/'* ]] || words[i]=$HOME/${words[i]#'~/'}
  done
}

# Adds the names of folders, and of files that end in one of the words $2..., that begin with $1.
_entente_files() {
  local value=$1 name path ending
  shift
  compopt -o filenames 2>/dev/null
  while IFS= read -r name; do
    path=${name/#'~/'/$HOME/}
    [[ -e $path ]] || continue # a part of a name with line breaks
    [[ $name != -* ]] || name=./$name # no option
    [[ -d $path || ($# -eq 0 && $kind != folders) ]] && COMPREPLY+=("$name") && continue
    for ending; do
      [[ $name != *."$ending" ]] || COMPREPLY+=("$name")
    done
  done < <(compgen -f -- "$value")
}

_entente() {
  local words cword cur prefix= line word kind endings
  _entente_split
  cur=${words[cword]}
  _entente_unquote
  # What readline takes for the word at the cursor begins after the last of these.
  [[ $COMP_WORDBREAKS == *=* && $cur == *=* ]] && prefix=${cur%"${cur##*=}"}
  [[ $COMP_WORDBREAKS == *:* && $cur == *:* ]] && prefix=${cur%"${cur##*[=:]}"}
  COMPREPLY=()
  while IFS= read -r line; do
    word=${line%%$'\t'*}
    case $line in
      :nospace) compopt -o nospace 2>/dev/null ;;
      :files*)
        read -ra endings <<<"${line#:files}"
        kind=files _entente_files "${cur#--*=}" "${endings[@]}" ;;
      :folders) kind=folders _entente_files "${cur#--*=}" ;;
      *) word=${word#"$prefix"}
         [[ $word != *[[:space:]\'\"\\\$\&\;\|\<\>\(\)\*\?\`\!]* ]] || printf -v word %q "$word"
         COMPREPLY+=("$word") ;;
    esac
  done < <("${words[0]}" __complete $((cword - 1)) "${words[@]:1}" 2>/dev/null)
}

complete -F _entente entente
