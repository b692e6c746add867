# SPDX-License-Identifier: MIT
"""Types command lines into shells at a pseudo-terminal, presses Tab, and compares what the line has
become. A key prints the line that is being edited, so that nothing depends on how shells draw it,
and no time passes but what a shell needs.

usage: ENTENTE=PROGRAM tests/completions/run [SHELL...]"""

import os
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.join(HERE, "..", "..")
SCRIPTS = os.path.join(TOP, "contrib", "completions")
SHOW = b"\x07"  # Ctrl-G prints the line
CLEAR = b"\x05\x15"  # Ctrl-E, Ctrl-U delete it
PATIENCE = 120  # seconds until a shell that says nothing has failed

# Each: what is typed before Tab, after the cursor, and the line then.
LINES = [
    ("entente expl", "", "entente explain "),
    ("entente help val", "", "entente help validate "),
    ("entente draw --no-le", "", "entente draw --no-legend "),
    ("entente draw --min-w", "", "entente draw --min-weight="),
    ("entente draw --relation=supp", "", "entente draw --relation=support"),
    ("entente draw --relation=support,medi", "", "entente draw --relation=support,mediation"),
    ("entente draw -r hostil", "", "entente draw -r hostility"),
    ("entente list --of=cl", "", "entente list --of=claims "),
    ("entente list --of=claims --columns=stan", "", "entente list --of=claims --columns=stance"),
    ("entente draw --layout=sf", "", "entente draw --layout=sfdp "),
    ("entente fmt --sort=ty", "", "entente fmt --sort=type "),
    ("entente convert --format=graphm", "", "entente convert --format=graphml "),
    # Ids, of a dataset before or after them.
    ("entente draw talks.xml --actor=ahm", "", "entente draw talks.xml --actor=ahmad-shah"),
    ("entente draw --focus=front,ahm", " talks.xml", "entente draw --focus=front,ahmad-shah talks.xml"),
    ("entente draw -a ahm", " talks.xml", "entente draw -a ahmad-shah talks.xml"),
    ("entente list talks.xml --event=ta", "", "entente list talks.xml --event=talks-1"),
    ("entente list talks.xml --asserted-by=rad", "", "entente list talks.xml --asserted-by=radio"),
    ("entente explain talks.xml front-ar", "", "entente explain talks.xml front-arms "),
    ("entente explain talks.xml source:f", "", "entente explain talks.xml source:front "),
    ("entente list talks.xml --form=pet", "", "entente list talks.xml --form=petrol"),
    ("entente list talks.xml --attribute=reg", "", "entente list talks.xml --attribute=region="),
    ("entente list talks.xml --attribute=region=No", "", "entente list talks.xml --attribute=region=North"),
    ("entente draw talks.xml --color-by=attribute:reg", "", "entente draw talks.xml --color-by=attribute:region "),
    ("entente draw talks.xml --as-told-by=radio/fro", "", "entente draw talks.xml --as-told-by=radio/front"),
    ("entente draw talks.xml --lang=f", "", "entente draw talks.xml --lang=fa "),
    ("entente draw talks.xml --for=desk", "", "entente draw talks.xml --for=desk "),
    ("entente draw --for=all talks.xml --actor=hid", "", "entente draw --for=all talks.xml --actor=hid"),
    # Files: datasets and folders, whatever else there is.
    ("entente draw tal", "", "entente draw talks.xml "),
    ("entente validate 'my d", "", "entente validate 'my data.xml' "),
    ("entente draw --output=no", "", "entente draw --output=notes.txt "),
    ("entente build --output-dir=fig", "", "entente build --output-dir=figures/"),
    ("entente validate odd", "", "entente validate odd"),
    ("entente validate ./-n", "", "entente validate ./-notes.xml "),
    ("entente verify figure.s", "", "entente verify figure.svg "),
    # A name with a space and a line with nothing to offer.
    ("entente list talks.xml --attribute=town=New", "", r"entente list talks.xml --attribute=town=New\ Town"),
    ("entente draw --title=x", "", "entente draw --title=x"),
    ("entente nothing --ac", "", "entente nothing --ac"),
]

# fish does not say what stands after the cursor.
BLIND = ["fish"]


class Shell:
    """A shell at a terminal, in FOLDER, that completes with the scripts of the source tree."""

    def __init__(self, name, folder):
        self.name, self.seen = name, b""
        getattr(self, "prepare_" + name)(folder)
        process, self.terminal = pty.fork()
        if process == 0:
            os.chdir(folder)
            os.environ.update(HOME=folder, TERM="dumb" if name != "fish" else "xterm", LC_ALL="C.UTF-8",
                              PATH=os.path.join(folder, "bin") + ":" + os.environ["PATH"],
                              XDG_CONFIG_HOME=os.path.join(folder, "config"),
                              XDG_DATA_HOME=os.path.join(folder, "data"), ZDOTDIR=folder, COLUMNS="200")
            os.execvp(self.command[0], self.command)
        self.expect(rb"ready-now")

    def prepare_bash(self, folder):
        with open(os.path.join(folder, "bashrc"), "w") as file:
            file.write("PS1='$ '\nsource %s\n" % os.path.join(SCRIPTS, "entente.bash"))
            file.write("bind 'set enable-bracketed-paste off' 'set bell-style none'\n")
            file.write("bind 'set completion-query-items 0' 'set page-completions off'\n")
            file.write("""bind -x '"\\C-g": printf "\\n<%s>\\n" "$READLINE_LINE"'\n""")
            file.write("echo ready-now\n")
        self.command = ["bash", "--noprofile", "--rcfile", os.path.join(folder, "bashrc"), "-i"]

    def prepare_zsh(self, folder):
        functions = os.path.join(folder, "functions")
        os.makedirs(functions, exist_ok=True)
        shutil.copy(os.path.join(SCRIPTS, "_entente"), functions)
        with open(os.path.join(folder, ".zshrc"), "w") as file:
            file.write("PS1='$ '\nunsetopt BEEP\nfpath=(%s $fpath)\n" % functions)
            file.write("autoload -U compinit && compinit -u -D\n")
            file.write("show-line() { print; print -r -- \"<$BUFFER>\" }\nzle -N show-line\n")
            file.write("bindkey -e\nbindkey '^G' show-line\nbindkey '^U' kill-whole-line\n")
            file.write("setopt NO_LIST_AMBIGUOUS NO_AUTO_REMOVE_SLASH\nLISTMAX=1000\necho ready-now\n")
        self.command = ["zsh", "-i"]

    def prepare_fish(self, folder):
        config = os.path.join(folder, "config", "fish")
        os.makedirs(os.path.join(config, "completions"), exist_ok=True)
        shutil.copy(os.path.join(SCRIPTS, "entente.fish"), os.path.join(config, "completions"))
        with open(os.path.join(config, "config.fish"), "w") as file:
            file.write("set fish_greeting\nset -U fish_autosuggestion_enabled 0\n")
            file.write("function fish_prompt; echo '$ '; end\n")
            file.write("function show_line; echo; echo '<'(commandline)'>'; end\n")
            file.write("function fish_user_key_bindings\n bind \\cg show_line\n bind \\cu 'commandline \"\"'\nend\n")
            file.write("echo ready-now\n")
        self.command = ["fish", "-i"]

    def expect(self, pattern):
        """The match of a pattern in what the shell has written since the last one."""
        end = time.monotonic() + PATIENCE
        while not (match := re.search(pattern, self.seen, re.DOTALL)):
            ready, _, _ = select.select([self.terminal], [], [], max(0, end - time.monotonic()))
            if not ready:
                raise TimeoutError("%s says nothing more: %r" % (self.name, self.seen[-300:]))
            try:
                self.seen += os.read(self.terminal, 65536)
            except OSError as error:  # the end of a terminal on Linux
                raise TimeoutError("%s has ended: %r" % (self.name, self.seen[-300:])) from error
        self.seen = self.seen[match.end():]
        return match

    def type(self, keys):
        os.write(self.terminal, keys)

    def complete(self, before, after):
        """What a line has become after Tab."""
        self.type(CLEAR + before.encode() + after.encode() + b"\x02" * len(after) + b"\t" + SHOW)
        return self.expect(rb"\n<(.*?)>\r?\n").group(1).decode()

    def close(self):
        self.type(CLEAR + b"exit\n")
        os.close(self.terminal)


def make_folder(folder):
    """Files to complete, and the program under its own name."""
    os.makedirs(os.path.join(folder, "bin"))
    os.symlink(os.path.abspath(os.environ["ENTENTE"]), os.path.join(folder, "bin", "entente"))
    shutil.copy(os.path.join(HERE, "talks.xml"), folder)
    shutil.copy(os.path.join(HERE, "talks.xml"), os.path.join(folder, "my data.xml"))
    os.mkdir(os.path.join(folder, "figures"))
    for name in "notes.txt", "figure.svg", "talks.txt", "figure.txt", "-notes.xml", "name\nodd.xml":
        open(os.path.join(folder, name), "w").close()


def lines_for(name):
    return [line for line in LINES if not line[1] or name not in BLIND]


def check(name, folder):
    """The lines that come out otherwise than they should."""
    shell = Shell(name, folder)
    for before, after, wanted in lines_for(name):
        found = shell.complete(before, after)
        if found.rstrip() != wanted.rstrip() or (name == "bash" and found != wanted):
            yield before, after, wanted, found
    shell.close()


def main(names):
    passed = failed = 0
    for name in names or ["bash", "zsh", "fish"]:
        if not shutil.which(name):
            print("SKIPPED: %s is missing: apt-get install %s" % (name, name))
            continue
        # fish may still write there, in the background, as it ends.
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            make_folder(folder)
            wrong = list(check(name, folder))
        for before, after, wanted, found in wrong:
            print("FAILED: %s: %s[Tab]%s\n  wanted %r\n  found  %r" % (name, before, after, wanted, found))
        failed += len(wrong)
        passed += len(lines_for(name)) - len(wrong)
    print("%d passed, %d failed" % (passed, failed))
    return 1 if failed else 0 if passed else 77


sys.exit(main(sys.argv[1:]))
