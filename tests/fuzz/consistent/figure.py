# SPDX-License-Identifier: MIT
"""Reads the groups of an SVG figure, its ids and its references."""

import re
import xml.etree.ElementTree as etree
from collections import Counter

SVG = "{http://www.w3.org/2000/svg}"
# Attributes that name ids, and any attribute with url(#id).
LISTS = ("aria-labelledby", "aria-describedby")


class Figure:
    """A figure, whose ids begin with a prefix. Each attribute is what the class or id of a group says."""

    def __init__(self, content, prefix=""):
        self.root = etree.fromstring(content)
        self.prefix = prefix + "-" if prefix else ""
        self.ids = Counter(e.get("id") for e in self.root.iter() if e.get("id") is not None)
        groups = [g for g in self.root.iter(SVG + "g") if g.get("class")]
        self.edges = [self.edge(g) for g in groups if g.get("class").split()[0] == "edge"]
        self.nodes = Counter(self.name(g) for g in groups if g.get("class").split()[0] == "node")
        self.notes = {name[5:] for name in map(self.short, self.ids) if name.startswith("note-")}
        self.links = sum(1 for e in self.root.iter(SVG + "a"))

    def short(self, name):
        return name.removeprefix(self.prefix)

    def name(self, group):
        return self.short(group.get("id"))

    def edge(self, group):
        """The classes of a line, and the relations that it stands for."""
        first = self.name(group).removeprefix("relation-")
        members = group.get("data-relations")
        classes = [word for word in group.get("class").split() if not word.startswith("told-")]
        return {"classes": classes, "first": first, "merged": members is not None,
                "relations": [first] if members is None else members.split(" ")}

    def repeated_ids(self):
        return sorted(name for name, count in self.ids.items() if count > 1)

    def foreign_ids(self):
        """The ids without the prefix."""
        return sorted(name for name in self.ids if not name.startswith(self.prefix))

    def references(self):
        for element in self.root.iter():
            for name, value in element.attrib.items():
                if name.split("}")[-1] == "href" and value.startswith("#"):
                    yield value[1:]
                elif name in LISTS:
                    yield from value.split()
                yield from re.findall(r"url\(#([^)]*)\)", value)

    def dangling(self, outside):
        """The references to no id of the figure, other than those outside of it."""
        return sorted({name for name in self.references() if name not in self.ids and "#" + name not in outside})
