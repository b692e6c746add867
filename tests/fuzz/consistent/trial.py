# SPDX-License-Identifier: MIT
"""The trial of a seed: a network, options, what the commands say about them, and a comparison of the answers."""

import csv
import io
import json
import os
import subprocess
from random import Random
from xml.etree.ElementTree import ParseError

from figure import Figure
from network import ADDRESSES, Network, attributes
from options import appearance, selection, view, words

TIME = 600  # seconds, for a command that hangs
# What list and explain both say about a relation.
SHARED = ("type", "form", "from", "from_all", "to", "when", "place", "event", "phase", "evidence", "grade", "weight",
          "sign", "tier")


class Difference(Exception):
    """Two answers that differ."""


def demand(condition, text):
    if not condition:
        raise Difference(text)


def same(one, other, text):
    demand(one == other, f"{text}: {one!r} and {other!r}")


def evidence(claims):
    """The evidence status of a relation, by the definition in the manual."""
    asserted = [claim for claim in claims if claim["stance"] == "asserts"]
    denied = any(claim["stance"] == "denies" for claim in claims)
    if not asserted:
        return "denied" if denied else "unsourced"
    if denied:
        return "disputed"
    return "suspected" if all(claim["hedged"] for claim in asserted) else "asserted"


def ends(relation):
    """The ids of the actors and events of a relation of the network."""
    return relation["from"].split() + relation["to"].split()


def unique(values):
    return list(dict.fromkeys(values))


class Trial:
    """What a seed makes, in a folder, and the comparisons of it. Raises Difference."""

    def __init__(self, seed, folder, largest=12):
        random = Random(seed)
        self.folder = folder
        self.network = Network(random, largest)
        self.criteria = selection(random, self.network)
        self.appearance = appearance(random, self.network)
        self.prefix = random.choice(("view", "v-1", "A.b", "con1"))
        self.relations = {r["id"]: r for r in self.network.relations}
        self.command = []  # the last one
        self.listed = {}  # rows of list, by id
        self.top = []  # the actors and events that --top leaves, best first
        self.heads, self.led = self.find_blocs()  # the head of the bloc of each actor in one; the heads
        self.explained = {}  # what explain says, by whether it is a source and the id
        self.write("network.xml", "\n".join(self.network.lines()) + "\n")
        self.write("views.xml", self.views())

    def write(self, name, text):
        with open(os.path.join(self.folder, name), "w", encoding="utf-8") as file:
            file.write(text)

    def views(self):
        options = view({**self.criteria, **self.appearance})
        return (f"<views{attributes({'xmlns': 'urn:entente:views:1', 'dataset': 'network.xml'})}>\n"
                f"<view{attributes({'id': self.prefix, **options})}/>\n</views>\n")

    def run(self, *arguments, status=0):
        """The output of a command, which must have this exit status."""
        self.command = [os.environ["ENTENTE"], *arguments]
        done = subprocess.run(self.command, cwd=self.folder, capture_output=True, timeout=TIME, check=False)
        demand(done.returncode == status,
               f"exit status {done.returncode} instead of {status}: {done.stderr.decode(errors='replace')}")
        return done.stdout

    def query(self, command, *arguments):
        return self.run(command, *words(self.criteria), *arguments)

    def draw(self, *arguments):
        return self.run("draw", *words(self.criteria), *words(self.appearance), "network.xml", *arguments)

    def compare(self):
        self.run("validate", "network.xml")
        self.compare_forms()
        listed = self.compare_lists()
        self.listed = {row["id"]: row for row in listed}
        self.top = []
        self.compare_claims()
        self.compare_thinning()
        self.explained = self.compare_explanations()
        self.compare_figures()

    def compare_forms(self):
        """The canonical form of the dataset is its own, and means the same."""
        form = self.run("fmt", "network.xml")
        self.write("form.xml", form.decode())
        self.run("fmt", "--check", "form.xml")
        for written in "json", "xml":
            same(self.run("convert", "network.xml", "-T", written), self.run("convert", "form.xml", "-T", written),
                 f"{written} of the dataset and of its canonical form")

    def compare_lists(self):
        """The rows of list --format=json, whose ids are those of the other formats."""
        rows = json.loads(self.query("list", "--format=json", "network.xml"))
        ids = [row["id"] for row in rows]
        same(ids, self.query("list", "--format=ids", "network.xml").decode().splitlines(), "ids of list json, ids")
        text = self.query("list", "--format=csv", "network.xml").decode()
        table = list(csv.DictReader(io.StringIO(text, newline="")))
        for column in ("id", "type", "evidence", "phase"):
            same([row[column] for row in rows], [row[column] for row in table], f"column {column} of list json, csv")
        demand(len(set(ids)) == len(ids), f"ids listed twice: {ids}")
        return rows

    def compare_claims(self):
        """The evidence that is listed follows from the claims of the dataset."""
        for name, row in self.listed.items():
            relation = self.relations[name]
            same(row["type"], relation["element"], f"type of {name}, listed and in the dataset")
            same(row["evidence"], evidence(relation["claims"]), f"evidence of {name}, listed and by its claims")
            same(row["from_all"] + row["to"], ends(relation), f"ends of {name}, listed and in the dataset")

    def find_blocs(self):
        """The head of each actor that --fold puts into a bloc, by the definition in the manual."""
        parents = {actor["id"]: actor["parent"] for actor in self.network.actors}
        chosen = self.criteria.get("fold", "").split(",")
        if chosen == ["all"]:
            chosen = [name for name, parent in parents.items() if parent is None]
        heads = {}
        for name in parents:
            above = name
            while above is not None:
                if above in chosen:
                    heads[name] = above
                above = parents[above]
        return heads, {head for name, head in heads.items() if name != head}

    def folded(self, relation):
        """The starts and the targets of a relation of the network, blocs in place of their members."""
        starts, targets = (unique(self.heads.get(end, end) for end in relation[key].split()) for key in ("from", "to"))
        if len(starts) == 1 and starts[0] in self.led and targets != starts:
            targets = [end for end in targets if end not in starts]
        return starts, targets

    def drawn_ends(self, relation):
        return sum(self.folded(relation), [])

    def has_junction(self, relation):
        return relation["element"] == "mediation" or len(self.drawn_ends(relation)) > 2

    def compare_thinning(self):
        """Of the relations that the other criteria select, --thin, --fold and --top leave those listed."""
        apart = ("thin", "top", "by") if "focus" in self.criteria else ("thin", "fold", "top", "by")
        others = {name: value for name, value in self.criteria.items() if name not in apart}
        rows = json.loads(self.run("list", *words(others), "--format=json", "network.xml"))
        left = [row["id"] for row in rows if row["weight"] >= int(self.criteria.get("thin", 1))]
        left = [name for name in left if not self.is_enclosed(self.relations[name])]
        if "top" in self.criteria:
            self.top = self.rank(left)
            left = [name for name in left if set(self.drawn_ends(self.relations[name])) <= set(self.top)]
        same(left, list(self.listed), "relations left by thinning, listed")

    def is_enclosed(self, relation):
        places = {self.heads.get(end, end) for end in ends(relation)}
        return len(places) == 1 and places <= self.led

    def rank(self, names):
        scores = {}
        for name in names:
            weight = int(self.relations[name].get("weight") or 3) if self.criteria.get("by") == "weight" else 1
            for end in unique(self.drawn_ends(self.relations[name])):
                scores[end] = scores.get(end, 0) + weight
        return sorted(scores, key=lambda end: (-scores[end], end.encode()))[:int(self.criteria["top"])]

    def compare_explanations(self):
        """What explain says of everything, by what it is and the id."""
        ids = list(self.listed) + self.network.ends + ["source:" + source["id"] for source in self.network.sources]
        entries = json.loads(self.query("explain", "--format=json", "--", "network.xml", *ids))
        explained = {(entry["what"] == "source", entry["id"]): entry for entry in entries}
        for name, row in self.listed.items():
            entry = explained[False, name]
            for key in SHARED:
                same(row[key], entry[key], f"{key} of {name}, listed and explained")
        self.compare_actors(explained)
        self.compare_sources(explained)
        return explained

    def compare_actors(self, explained):
        """An actor has the selected relations that it is an end of."""
        for actor in self.network.actors:
            entry = explained[False, actor["id"]]
            shown = [tie for part in ("gives", "gets", "shares") for tie in entry[part]]
            mine = {name for name in self.listed if actor["id"] in ends(self.relations[name])}
            same({tie["id"] for tie in shown}, mine, f"relations of {actor['id']}, explained and listed")
            self.compare_parts(actor["id"], shown)

    def compare_sources(self, explained):
        """A source takes the stances of its claims on the selected relations."""
        for source in self.network.sources:
            entry = explained[True, source["id"]]
            for stance in ("asserts", "denies", "qualifies", "no-comment"):
                shown = entry[stance.replace("-", "_")]
                mine = {name for name in self.listed for claim in self.relations[name]["claims"]
                        if claim["by"] == source["id"] and claim["stance"] == stance}
                same({tie["id"] for tie in shown}, mine, f"what source {source['id']} {stance}, explained and claimed")
                self.compare_parts(source["id"], shown)

    def compare_parts(self, name, shown):
        for tie in shown:
            for key in ("type", "form", "when", "phase", "evidence"):
                same(tie[key], self.listed[tie["id"]][key], f"{key} of {tie['id']}, explained with {name} and listed")

    def compare_figures(self):
        nodes = self.expected_nodes()
        if not nodes:
            same(self.run("draw", *words(self.criteria), *words(self.appearance), "network.xml", status=2), b"",
                 "an empty figure and nothing")
            return
        drawn = self.draw()
        self.compare_figure(drawn, "", nodes)
        self.compare_bytes(drawn, self.draw(), "two runs")
        bare = self.compare_figure(self.draw("--no-links"), "", nodes)
        demand(bare.links == 0, "a figure has links in spite of --no-links")
        self.compare_build(nodes)

    def compare_bytes(self, one, other, text):
        """The figures are the same; if not, they are kept."""
        for name, content in (("one.svg", one), ("other.svg", other)):
            with open(os.path.join(self.folder, name), "wb") as file:
                file.write(content)
        demand(one == other, f"the figures of {text} differ: one.svg and other.svg")

    def compare_figure(self, content, prefix, nodes):
        """The figure shows the listed relations and their ends, and nothing else."""
        try:
            figure = Figure(content, prefix)
        except ParseError as error:
            raise Difference(f"the figure is malformed: {error}") from error
        same(figure.repeated_ids(), [], "ids that are in the figure twice, and none")
        same(figure.foreign_ids(), [], "ids without the prefix of the figure, and none")
        same(figure.dangling(ADDRESSES), [], "references to ids that are not in the figure, and none")
        same(sorted(name for edge in figure.edges for name in edge["relations"]), sorted(self.listed),
             "relations drawn, listed")
        same(sorted(figure.nodes.elements()), sorted(nodes), "nodes drawn, expected")
        if "notes" in self.appearance:
            same(sorted(figure.notes), sorted(self.listed), "relations noted, listed")
        self.compare_edges(figure)
        return figure

    def compare_edges(self, figure):
        for edge in figure.edges:
            demand(edge["relations"][0] == edge["first"], f"the group of {edge['relations']} is called {edge['first']}")
            for name in edge["relations"]:
                row = self.listed[name]
                same(edge["classes"][:2], ["edge", row["type"]], f"first classes of {name}, drawn and listed")
                same(edge["classes"][-2:], [row["evidence"], row["phase"]], f"last classes of {name}, drawn and listed")
        demand("merge" in self.appearance or self.led or not any(edge["merged"] for edge in figure.edges), "lines are merged")
        self.compare_merged(figure)

    def compare_merged(self, figure):
        """Relations are merged if they are similar, and only then; if a party tells them, only some of these."""
        groups = [{self.likeness(name) for name in edge["relations"]} for edge in figure.edges]
        for edge, group in zip(figure.edges, groups):
            demand(len(group) == 1, f"merged, but not similar: {edge['relations']}")
        alike = [next(iter(group)) for group in groups]
        demand(len(set(alike)) == len(alike) or "as-told-by" in self.appearance, "similar, but not merged")

    def likeness(self, name):
        """A value that is equal for similar relations."""
        row, mutual = self.listed[name], self.explained[False, name]["mutual"]
        drawn = self.drawn_ends(self.relations[name])
        may_merge = "merge" in self.appearance or self.led & set(drawn)
        if self.has_junction(self.relations[name]) or not may_merge:
            return name
        places = frozenset(drawn) if mutual else tuple(drawn)
        return row["type"], row["evidence"], row["phase"], mutual, places

    def expected_nodes(self):
        """The names of the nodes: ends and junctions of the listed relations, and isolated actors."""
        events = {event["id"] for event in self.network.events}
        shown = {end for name in self.listed for end in self.drawn_ends(self.relations[name])}
        shown |= set(self.top) | {self.heads.get(name, name) for name in self.isolated()}
        junctions = {"junction-" + name for name in self.listed if self.has_junction(self.relations[name])}
        return junctions | {("event-" if end in events else "actor-") + end for end in shown}

    def isolated(self):
        """The actors without relations that are to be drawn."""
        if self.appearance.get("isolated") != "keep":
            return set()
        used = {end for relation in self.network.relations for end in ends(relation)}
        return {actor["id"] for actor in self.network.actors if actor["id"] not in used and self.is_allowed(actor)}

    def is_allowed(self, actor):
        listed = "actor" not in self.criteria or actor["id"] in self.criteria["actor"].split(",")
        kinds = self.criteria.get("kind", "").split(",")
        return listed and ("kind" not in self.criteria or actor["element"] in kinds or actor["kind"] in kinds)

    def compare_build(self, nodes):
        """The figure that build writes is the one that draw does, and check finds it in order."""
        self.run("build", "--output-dir=output", "views.xml")
        with open(os.path.join(self.folder, "output", self.prefix + ".svg"), "rb") as file:
            built = file.read()
        self.compare_figure(built, self.prefix, nodes)
        self.run("check", "--output-dir=output", "views.xml")
        self.run("check", "--strict", "--output-dir=output", "views.xml")
        self.compare_bytes(built, self.draw("--id-prefix=" + self.prefix), "build and draw --id-prefix")
