# SPDX-License-Identifier: MIT
"""Generates datasets that anybody may see, and pairs of copies in each of which other secrets are hidden. With
--for=public, all commands say the same of both, byte for byte, on standard output and standard error, and
with the same exit status; and the same as of the dataset that `redact` makes of either.

A pair is made from a seed. The files of one that fails are kept.

usage: ENTENTE=PROGRAM [PAIRS=30] [JOBS=2] tests/discretion/run [--pairs=N] [--seed=N]"""

import argparse
import concurrent.futures
import os
import pathlib
import random
import shlex
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True

from dataset import Secrets, change, make_public

FIGURE = "figure.svg"
VALIDATE = ["validate", "d.xml"]
COMMANDS = [
    ["list", "d.xml"],
    ["list", "d.xml", "--of=actors", "--format=csv"],
    ["list", "d.xml", "--of=claims", "--format=json"],
    ["list", "d.xml", "--of=sources", "--format=csv"],
    ["list", "d.xml", "--of=events"],
    ["list", "d.xml", "--at=1999", "--min-sources=1"],
    ["list", "d.xml", "--sum=actor"],
    ["list", "d.xml", "--focus=actor1", "--hops=2", "--format=ids"],
    ["sources", "d.xml"],
    ["explain", "d.xml", "actor0", "actor1", "tie0", "tie1"],
    ["explain", "d.xml", "tie0", "source0", "--format=json"],
    ["fmt", "d.xml"],
    ["convert", "d.xml", "-T", "json"],
    ["convert", "d.xml", "-T", "graphml"],
    ["convert", "d.xml", "-T", "ttl"],
    ["convert", "d.xml", "-T", "csv"],
    ["draw", "d.xml", "-T", "dot", "--fold=all"],
    ["draw", "d.xml", "-T", "dot", "--participants=draw", "--isolated=keep"],
    ["report", "d.xml", "--layout=dot"],
]
# Of two versions, in each of which other secrets are hidden.
DIFFS = [
    ["diff", "e.xml", "d.xml"],
    ["diff", "e.xml", "d.xml", "--format=json"],
    ["diff", "e.xml", "d.xml", "--format=markdown", "--relation=support,hostility"],
    ["diff", "e.xml", "d.xml", "--stat", "-o", FIGURE, "--layout=dot"],
]
# A figure that is drawn, and verified against what it was drawn from and another version.
VERIFIED = "verified.svg"
VERIFY = [
    ["draw", "d.xml", "--layout=dot", "--where=@form or not(@form)", "-o", VERIFIED],
    ["verify", VERIFIED, "d.xml", "--where=@form or not(@form)"],
    ["verify", VERIFIED, "e.xml", "--where=@form or not(@form)"],
    ["verify", VERIFIED, "d.xml"],
]
DRAW = ["draw", "d.xml", "--effort=quick", "--notes=full"]
DRAWN = 10  # one pair in so many, as it takes long
LIMIT = 120  # seconds, against a program that hangs


class Difference(Exception):
    pass


def run(folder, command):
    """The exit status, the output with the figure behind it, and the messages."""
    figure = folder / (VERIFIED if VERIFIED in command else FIGURE)
    if "verify" not in command:
        figure.unlink(missing_ok=True)
    done = subprocess.run([os.environ["ENTENTE"], *command, "--for=public"], cwd=folder, capture_output=True,
                          timeout=LIMIT, check=False)
    return done.returncode, done.stdout + (figure.read_bytes() if figure.exists() else b""), done.stderr


def compare(folders, command):
    first, second = (run(folder, command) for folder in folders)
    if first[0] not in (0, 1, 2):
        raise Difference(f"exit status {first[0]}: {command}")
    for what, one, other in zip(("exit status", "output", "messages"), first, second):
        if one != other:
            raise Difference(f"{what} of {shlex.join(command)}: {one!r:.900} and {other!r:.900}")
    return first


def check_redacted(folder, command, expected):
    """The redacted dataset has nothing that is withheld."""
    status, output, _ = run(folder, command)
    if (status, output) != expected[:2]:
        raise Difference(f"{shlex.join(command)} of the redacted dataset: {output!r:.900}")


def write(folder, name, text):
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def try_pair(seed, base):
    chance = random.Random(seed)
    public = make_public(chance)
    folders = [base / "one", base / "other"]
    earlier = change(chance, public)
    for folder in folders:
        write(folder, "d.xml", Secrets(chance, public).hide())
        write(folder, "e.xml", Secrets(chance, earlier).hide())
    for name in ("d.xml", "e.xml"):
        status, redacted, messages = compare(folders, ["redact", name])
        if status != 0:
            raise Difference(f"redact: exit status {status}: {messages!r:.300}")
        write(base / "left", name, redacted.decode())
        if b"secret" in redacted or b"agent" in redacted or b"mole" in redacted:
            raise Difference(f"redact leaves a secret: {redacted!r:.900}")
    for command in [*VERIFY, VALIDATE, *chance.sample(COMMANDS, 3), chance.choice(DIFFS),
                    *([DRAW] if seed % DRAWN == 0 else [])]:
        check_redacted(base / "left", command, compare(folders, command))


def passes(seed):
    base = pathlib.Path(tempfile.mkdtemp(prefix=f"discretion-{seed}-"))
    try:
        try_pair(seed, base)
    except (Difference, subprocess.TimeoutExpired) as error:
        print(f"FAILED: seed {seed}: {error}\n  files: {base}\n"
              f"  again: tests/discretion/run --seed={seed} --pairs=1", flush=True)
        return False
    shutil.rmtree(base)
    return True


def main():
    parser = argparse.ArgumentParser(prog="discretion")
    parser.add_argument("--pairs", type=int, default=int(os.environ.get("PAIRS", "30")))
    parser.add_argument("--seed", type=int, default=1, help="of the first pair; each of the next adds 1")
    given = parser.parse_args()
    jobs = int(os.environ.get("JOBS", "2"))
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        results = list(pool.map(passes, range(given.seed, given.seed + given.pairs)))
    print(f"{sum(results)} passed, {len(results) - sum(results)} failed")
    return 0 if all(results) else 1


sys.exit(main())
