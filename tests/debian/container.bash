# SPDX-License-Identifier: MIT
# shellcheck shell=bash disable=SC2154 # what tests/debian/run has set
# For tests/debian/run: follows a Containerfile in root file systems, where no container engine can run. It knows the
# instructions FROM, ARG, RUN, COPY, WORKDIR, USER, ENTRYPOINT and CMD, in the forms that contrib/Containerfile has;
# others are errors. A stage is the folder $stages/NAME, the last one $stages/final.

# The instructions of the Containerfile $1, one a line.
container_instructions() { sed -e '/^#/d' -e '/^$/d' "$1" | sed -e ':join' -e '/\\$/{N;s/\\\n *//;b join' -e '}'; }

# The words of a list such as ["entente", "--help"], one a line.
container_words() { grep -o '"[^"]*"' <<<"$1" | tr -d '"'; }

# A stage begins as a copy of its image, debian:12-slim, of which the root $slim is an imitation.
container_from() {
  [[ $1 == debian:12-slim ]] || { echo "unknown image: $1"; return 1; }
  stage=$stages/${3-final} folder=/ user=root variables=()
  as_root cp -a "$slim" "$stage"
}
container_copy() {
  local from=$context
  [[ $1 != --from=* ]] || { from=$stages/${1#--from=}$2 && shift; }
  as_root mkdir -p "$stage/$2" && as_root cp -R "$from/." "$stage/$2"
}
container_run() { enter_root "$stage" "$folder" env "${variables[@]}" sh -c "$1"; }

# build_container FILE CONTEXT: follows the instructions. Sets stage, folder, user, entrypoint and command to those
# that the image has in the end.
build_container() {
  local word rest
  context=$2
  # shellcheck disable=SC2086 # words
  while read -r word rest <&3; do
    echo "$word $rest"
    case $word in
      FROM) container_from $rest ;;
      ARG) variables+=("$(eval "echo $rest")") ;;
      RUN) container_run "$rest" ;;
      COPY) container_copy $rest ;;
      WORKDIR) folder=$rest && as_root mkdir -p "$stage/$folder" ;;
      USER) user=$rest ;;
      ENTRYPOINT) mapfile -t entrypoint < <(container_words "$rest") ;;
      CMD) mapfile -t command < <(container_words "$rest") ;;
      *) echo "unknown instruction: $word"; return 1 ;;
    esac || { echo "failed: $word $rest"; return 1; }
  done 3< <(container_instructions "$1")
}

# run_container ARGUMENT...: runs the image as an engine would, with the folder $mounted as /work.
run_container() {
  (($# > 0)) || set -- "${command[@]}"
  as_root cp -a "$mounted/." "$stage/work" &&
    enter_root "$stage" "$folder" setpriv --reuid="$user" --regid="$user" --init-groups env HOME=/home/"$user" \
      "${entrypoint[@]}" "$@"
}
