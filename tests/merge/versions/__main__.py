# SPDX-License-Identifier: MIT
"""Makes a dataset and two versions of it from a seed, merges them, and compares the result with what it must be:

- merging a version with itself changes nothing, and merging with the base gives the other version, byte for byte;
- versions that change different elements merge to what both changes together make, even if one is laid out anew;
- merging is the same both ways, but for the order, and in conflict in the same places;
- what merges is valid, or what is wrong with it is said; what does not has markers, is reported as such, and has
  as many pairs of them as conflicts are named.

The files of a merge that fails are kept.

usage: ENTENTE=PROGRAM [MERGES=60] tests/merge/run [--merges=N] [--seed=N]"""

import argparse
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
from xml.etree import ElementTree

sys.dont_write_bytecode = True

from dataset import Node, change, document, make_dataset, relations_of

LIMIT = 120  # seconds, against a program that hangs
SPACE = "{urn:entente:network:1}"


class Difference(Exception):
    pass


def demand(kept, text):
    if not kept:
        raise Difference(text)


def run(folder, *command):
    done = subprocess.run([os.environ["ENTENTE"], *command], cwd=folder, capture_output=True, timeout=LIMIT,
                          check=False)
    return done.returncode, done.stdout, done.stderr.decode()


def merge(folder, base, ours, theirs):
    return run(folder, "merge", base, ours, theirs, "-o", "-")


def tree_of(element):
    """An element of ElementTree as a Node."""
    if element.tag is ElementTree.Comment:
        return Node(None, {}, element.text)
    text = (element.text or "") + "".join(child.tail or "" for child in element)
    return Node(element.tag.removeprefix(SPACE), element.attrib, text, [tree_of(child) for child in element])


def contents(xml):
    parser = ElementTree.XMLParser(target=ElementTree.TreeBuilder(insert_comments=True))
    return tree_of(ElementTree.fromstring(xml, parser)).key()


def check_identities(folder):
    for version in "ours.xml", "theirs.xml":
        expected = (folder / version).read_bytes()
        for base, one, other in (("base.xml", version, version), ("base.xml", "base.xml", version),
                                 ("base.xml", version, "base.xml"), ("empty.xml", version, version)):
            status, output, messages = merge(folder, base, one, other)
            demand(status == 0 and output == expected, f"merge {base} {one} {other}: {status}: {messages}")


def check_conflicts(folder, output, messages):
    (folder / "merged.xml").write_bytes(output)
    lines = output.decode().splitlines()
    named = [line for line in messages.splitlines() if ": error: " in line]
    status, _, words = run(folder, "validate", "merged.xml")
    demand(status == 1, f"a result in conflict is valid: {messages}")
    counts = [sum(line == mark for line in lines) for mark in ("<<<<<<< ours", "=======", ">>>>>>> theirs")]
    demand(named and len(set(counts)) == 1, f"markers {counts} and messages {named}")
    if counts[0] > 0:
        demand(counts[0] <= len(named), f"{counts[0]} conflicts, of which {len(named)} are named")
        demand("conflict markers" in words, f"a conflict is not recognised: {words}")
    for side in 0, 1:  # what one side says is well-formed
        kept, inside = [], None
        for line in lines:
            if line in ("<<<<<<< ours", "=======", ">>>>>>> theirs"):
                inside = {"<<<<<<< ours": 0, "=======": 1, ">>>>>>> theirs": None}[line]
            elif inside in (None, side):
                kept.append(line)
        contents("\n".join(kept))


def check_merge(folder, expected):
    first = merge(folder, "base.xml", "ours.xml", "theirs.xml")
    second = merge(folder, "base.xml", "theirs.xml", "ours.xml")
    demand(first[0] == second[0], f"both ways: {first[0]}, {second[0]}: {first[2]} {second[2]}")
    demand(first[0] in (0, 1), f"exit status {first[0]}: {first[2]}")
    if first[0] == 1:
        demand(expected is None, f"there is no conflict: {first[2]}")
        check_conflicts(folder, first[1], first[2])
        check_conflicts(folder, second[1], second[2])
        return
    one, other = contents(first[1]), contents(second[1])
    demand(one == other, "both ways differ")
    (folder / "merged.xml").write_bytes(first[1])
    demand(run(folder, "validate", "merged.xml")[0] == 0, "the result is not valid")
    demand(expected is None or one == expected, "the result is not what both changes make")


def try_merge(seed, folder):
    chance = random.Random(seed)
    wild = seed % 2 == 1
    base = make_dataset(chance)
    names = [relation.attributes["id"] for relation in relations_of(base)]
    chance.shuffle(names)
    half = len(names) // 2
    shares = (names[:2], names[:2]) if wild else (names[:half], names[half:])
    seeds = [chance.random() for _ in shares]
    versions = [change(random.Random(s), base, mark, share, wild) for s, mark, share in zip(seeds, "ot", shares)]
    expected = None
    if not wild:
        expected = combine(base, *versions)
    loose = [False, chance.random() < 0.3]
    for name, version, free in zip(("base.xml", "ours.xml", "theirs.xml"), (base, *versions), (False, *loose)):
        (folder / name).write_text(document(chance, version, free), encoding="utf-8")
    (folder / "empty.xml").write_text("")
    check_identities(folder)
    check_merge(folder, expected)


def combine(base, ours, theirs):
    """What versions that change different things make together: by lists of things with ids, and comments."""
    def parts(network):
        return {part.name: part for part in network.children}

    versions = [parts(network) for network in (base, ours, theirs)]
    lists = []
    for name in versions[0]:
        children = [{child.key(): child for child in version[name].children} for version in versions]
        kept = {key: child for key, child in children[1].items() if key in children[2] or key not in children[0]}
        kept.update({key: child for key, child in children[2].items() if key not in children[0]})
        lists.append(Node(name, versions[0][name].attributes, versions[0][name].text, kept.values()))
    return contents(document(random.Random(0), Node("network", base.attributes, "", lists)))


def passes(seed):
    folder = pathlib.Path(tempfile.mkdtemp(prefix=f"merge-{seed}-"))
    try:
        try_merge(seed, folder)
    except (Difference, subprocess.TimeoutExpired, ElementTree.ParseError) as error:
        print(f"FAILED: seed {seed}: {error!r:.1500}\n  files: {folder}\n"
              f"  again: tests/merge/run --seed={seed} --merges=1", flush=True)
        return False
    shutil.rmtree(folder)
    return True


def main():
    parser = argparse.ArgumentParser(prog="merge")
    parser.add_argument("--merges", type=int, default=int(os.environ.get("MERGES", "60")))
    parser.add_argument("--seed", type=int, default=1, help="of the first merge; each of the next adds 1")
    given = parser.parse_args()
    results = [passes(seed) for seed in range(given.seed, given.seed + given.merges)]
    print(f"{sum(results)} passed, {len(results) - sum(results)} failed")
    return 0 if all(results) else 1


sys.exit(main())
