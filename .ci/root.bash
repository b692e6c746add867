# SPDX-License-Identifier: MIT
# shellcheck shell=bash disable=SC2154 # what .ci/run has set
# For .ci/run and tests/debian/run: runs commands in a new root file system of a Debian suite. It shares
# only the kernel, the network, and apt's mirror and proxies with the host. Its mounts are in a namespace
# of their own and disappear with it.

# Never asks for a password; keeps the environment.
as_root() { if ((EUID == 0)); then "$@"; else sudo -n --preserve-env "$@"; fi; }

# Returns whether root file systems can be created; if not, prints the reason.
have_roots() {
  have debootstrap debootstrap || return 1
  as_root unshare --mount --pid --fork true 2>/dev/null && return
  echo 'SKIPPED: cannot create a root file system: permission denied (unshare)'
  return 1
}

# The Debian mirror that this machine uses.
mirror() {
  local found
  # shellcheck disable=SC2016 # apt's
  found=$(apt-get indextargets --format '$(ORIGIN) $(LABEL) $(REPO_URI)' 2>/dev/null |
    sed -n 's/^Debian Debian //p' | sed 1q)
  echo "${found:-http://deb.debian.org/debian/}"
}

# Makes the root $1 of the suite $2. debootstrap doesn't use apt's proxy by itself.
make_root() {
  local mirror proxy='' include=''
  mirror=$(mirror)
  [[ $mirror != https:* ]] || include=--include=ca-certificates
  eval "$(apt-config shell proxy Acquire::http::Proxy)"
  as_root mkdir -p "$1" &&
    as_root env ${proxy:+http_proxy="$proxy"} debootstrap --variant=minbase ${include:+"$include"} "$2" "$1" "$mirror" &&
    apt-config dump | sed -nE '/^Acquire::(https?::Proxy |Check-Valid-Until |Retries )/p' |
    as_root tee "$1/etc/apt/apt.conf.d/90machine"
}

# Clones HEAD into the root $1, as a user would.
clone_into() {
  as_root env GIT_CONFIG_GLOBAL="$GIT_CONFIG_GLOBAL" git clone --quiet --no-local "$clone" "$1/root/entente" &&
    as_root git --git-dir="$1/root/entente/.git" remote remove origin
}

# enter_root ROOT FOLDER COMMAND...: runs the command as root in the folder of a root file system. Standard
# error goes to standard output.
enter_root() {
  # shellcheck disable=SC2016 # the inner shell's
  as_root unshare --mount --pid --fork --kill-child sh -c '
    mount --rbind /dev "$0/dev" && mount -t proc proc "$0/proc" && exec chroot "$0" "$@"' "$1" \
    env -i --chdir="$2" HOME=/root TERM=dumb DEBIAN_FRONTEND=noninteractive \
    PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} \
    ${no_proxy:+no_proxy="$no_proxy"} "${@:3}" 2>&1
}

# in_root SUITE COMMAND...: runs the command as root in the clone of HEAD in the suite's root file system,
# which is made on first use.
in_root() {
  local root=$scratch/root-$1
  [[ -d $root/root/entente ]] || {
    make_root "$root" "$1" >"$root.log" 2>&1 && clone_into "$root" >>"$root.log" 2>&1
  } || { tail -n 20 "$root.log"; return 1; }
  enter_root "$root" /root/entente "${@:2}"
}
