# SPDX-License-Identifier: MIT
"""Generates networks, views and options, and compares what the commands of entente say about them.

A round is made from a seed. It holds the figure against `list`, `explain` and the dataset: each selected
relation is drawn once, with the evidence and phase that are listed, and nothing else is; each end has one
node; ids are unique, and references lead somewhere. Two runs give the same bytes, `check` is content with
what `build` has written, and that is what `draw` writes. The files of a round that fails are kept.

usage: ENTENTE=PROGRAM [ROUNDS=40] tests/fuzz/consistency [--rounds=N | --seconds=N] [--seed=N]"""

import argparse
import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True

from trial import Difference, Trial


def read_arguments():
    parser = argparse.ArgumentParser(prog="consistency", description="Compares the commands on generated networks.")
    parser.add_argument("--rounds", type=int, help="how many rounds (default: $ROUNDS, else 40)")
    parser.add_argument("--seconds", type=float, help="go on for so long, instead of a number of rounds")
    parser.add_argument("--seed", type=int, default=1, help="the seed of the first round; each of the next adds 1")
    return parser.parse_args()


def default_rounds():
    """Few enough for `make check`; slow builds ask for less."""
    return int(os.environ.get("ROUNDS", "40"))


def report(seed, trial, error):
    print(f"FAILED: seed {seed}: {str(error)[:2000]}")
    if trial is not None:
        print(f"  command: cd {trial.folder} && {shlex.join(trial.command)}")
    print(f"  again: tests/fuzz/consistency --seed={seed} --rounds=1", flush=True)


def run(seed):
    """Whether the round passes. If it doesn't, its folder stays."""
    folder = tempfile.mkdtemp(prefix=f"consistency-{seed}-")
    trial = None
    try:
        trial = Trial(seed, folder)
        trial.compare()
    except (Difference, subprocess.TimeoutExpired, KeyError, json.JSONDecodeError, UnicodeDecodeError) as error:
        report(seed, trial, error if isinstance(error, Difference) else repr(error))
        return False
    shutil.rmtree(folder)
    return True


def main():
    arguments = read_arguments()
    os.environ["ENTENTE"] = os.path.abspath(os.environ["ENTENTE"])
    rounds = arguments.rounds or (default_rounds() if arguments.seconds is None else sys.maxsize)
    end = time.monotonic() + (arguments.seconds if arguments.seconds is not None else sys.maxsize)
    passed, failed = 0, 0
    while passed + failed < rounds and time.monotonic() < end:
        if run(arguments.seed + passed + failed):
            passed += 1
        else:
            failed += 1
    print(f"{passed} passed, {failed} failed")
    return 0 if failed == 0 and passed > 0 else 1


sys.exit(main())
