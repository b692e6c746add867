# SPDX-License-Identifier: MIT
"""Made-up datasets as trees, changes of them, and their bytes in the layouts that authors use."""

import copy
from xml.sax.saxutils import escape, quoteattr

TYPES = ["support", "hosting", "contact", "hostility", "mediation"]
KINDS = ["state", "movement", "individual"]
STANCES = ["asserts", "denies", "qualifies"]
LISTS = ["sources", "actors", "events", "relations"]


class Node:
    """An element: its name, attributes, text before its children, and children. A comment has no name."""

    def __init__(self, name, attributes=None, text="", children=None):
        self.name = name
        self.attributes = dict(attributes or {})
        self.text = text
        self.children = list(children or [])

    def find(self, name):
        return next(child for child in self.children if child.name == name)

    def key(self):
        """A value that is the same for the same contents, in any order."""
        return (self.name or "", tuple(sorted(self.attributes.items())), " ".join(self.text.split()),
                tuple(sorted(child.key() for child in self.children)))


def words(chance, count=6):
    return " ".join(chance.choice(["talks", "arms", "north", "river", "\u0442\u0435\u0441\u0442", "a & b", "<x>", '"so"'])
                    for _ in range(chance.randint(1, count)))


def make_claim(chance, sources, number):
    claim = Node("claim", {"by": chance.choice(sources), "stance": chance.choice(STANCES), "at": f"p. {number}"})
    if chance.random() < 0.5:
        claim.attributes["credibility"] = str(chance.randint(1, 6))
    if chance.random() < 0.4:
        claim.text = words(chance)
    if chance.random() < 0.3:
        claim.children.append(Node("quote", {}, words(chance)))
    return claim


def make_relation(chance, name, sources, actors):
    relation = Node(chance.choice(TYPES[:4]), {"id": name, "from": chance.choice(actors), "to": chance.choice(actors)})
    if chance.random() < 0.5:
        relation.attributes["weight"] = str(chance.randint(1, 5))
    relation.children = [make_claim(chance, sources, f"{name}{i}") for i in range(chance.randint(0, 3))]
    if chance.random() < 0.4:
        relation.children.append(Node("note", {}, words(chance, 20)))
    return relation


def make_actor(chance, name):
    return Node(chance.choice(KINDS), {"id": name}, "", [Node("name", {}, f"Name of {name}")])


def make_dataset(chance):
    sources = [f"s{i}" for i in range(chance.randint(1, 4))]
    actors = [f"a{i}" for i in range(chance.randint(2, 8))]
    lists = [Node("title", {}, "Title"),
             Node("sources", {}, "", [Node("source", {"id": s, "reliability": chance.choice("ABC")}) for s in sources]),
             Node("actors", {}, "", [make_actor(chance, a) for a in actors]),
             Node("events", {}, "", [Node("event", {"id": "e0", "participants": " ".join(actors[:2])})]),
             Node("relations", {}, "", [make_relation(chance, f"r{i}", sources, actors)
                                        for i in range(chance.randint(1, 10))])]
    for part in lists[1:]:
        for at in range(len(part.children), -1, -1):
            if chance.random() < 0.2:
                part.children.insert(at, Node(None, {}, f"comment {part.name} {at} {words(chance).replace('--', '')}"))
    return Node("network", {"xmlns": "urn:entente:network:1", "as-of": "2022"}, "", lists)


# --- changes: each of a relation, an actor or the lists, so that it is known what they touch


def relations_of(network):
    return [child for child in network.find("relations").children if child.name]


def ids(network, part):
    return [child.attributes["id"] for child in network.find(part).children if child.name]


def change_weight(chance, network, relation):
    relation.attributes["weight"] = str(chance.randint(1, 5))


def change_form(chance, network, relation):
    relation.attributes["form"] = chance.choice(["visit", "arms", "talks"])


def add_claim(chance, network, relation):
    claims = [i for i, child in enumerate(relation.children) if child.name == "claim"]
    number = f"new{chance.randint(0, 10 ** 9)}"
    relation.children.insert(max(claims, default=-1) + 1, make_claim(chance, ids(network, "sources"), number))


def drop_claim(chance, network, relation):
    claims = [child for child in relation.children if child.name == "claim"]
    if claims:
        relation.children.remove(chance.choice(claims))


def change_claim(chance, network, relation):
    claims = [child for child in relation.children if child.name == "claim"]
    if claims:
        claim = chance.choice(claims)
        if chance.random() < 0.5:
            claim.attributes["credibility"] = str(chance.randint(1, 6))
        else:
            claim.text = words(chance)


def change_note(chance, network, relation):
    notes = [child for child in relation.children if child.name == "note"]
    if notes:
        notes[0].text = words(chance, 20)
    else:
        relation.children.append(Node("note", {}, words(chance)))


def change_type(chance, network, relation):
    relation.name = chance.choice(TYPES[:4])


def drop(chance, network, relation):
    network.find("relations").children.remove(relation)


CHANGES = [change_weight, change_form, add_claim, add_claim, drop_claim, change_claim, change_note, change_type, drop]


def change_relation(chance, network, name):
    for relation in relations_of(network):
        if relation.attributes["id"] == name:
            chance.choice(CHANGES)(chance, network, relation)
            return


def add_relation(chance, network, mark):
    name = f"{mark}{chance.randint(0, 10 ** 9)}"
    added = make_relation(chance, name, ids(network, "sources"), ids(network, "actors"))
    children = network.find("relations").children
    children.insert(chance.randint(0, len(children)), added)


def add_actor(chance, network, mark):
    children = network.find("actors").children
    children.insert(chance.randint(0, len(children)), make_actor(chance, f"{mark}{chance.randint(0, 10 ** 9)}"))


def drop_actor(chance, network, mark):
    """With its relations, so that the dataset stays valid."""
    actors = [name for name in ids(network, "actors") if name not in ("a0", "a1")]
    if len(actors) < 2:
        return
    gone = chance.choice(actors)
    for part in "actors", "relations":
        children = network.find(part).children
        children[:] = [c for c in children if gone not in (c.attributes.get("id"), c.attributes.get("from"),
                                                           c.attributes.get("to"))]


def change(chance, network, mark, names, wild):
    """A version of the network in which only relations of these NAMES, and new ones, differ; if WILD, more."""
    version = copy.deepcopy(network)
    for _ in range(chance.randint(0, 6)):
        kind = chance.random()
        if kind < 0.6 and names:
            change_relation(chance, version, chance.choice(names))
        elif kind < 0.85:
            add_relation(chance, version, mark)
        elif kind < 0.95 or not wild:
            add_actor(chance, version, mark)
        else:
            drop_actor(chance, version, mark)
    return version


# --- layouts


def write(chance, node, depth=0, loose=False):
    """The node as XML; if LOOSE, in a layout of the author's own."""
    indent = "  " * depth
    if node.name is None:
        return f"{indent}<!-- {node.text} -->\n"
    attributes = list(node.attributes.items())
    if loose:
        chance.shuffle(attributes)
    space = chance.choice([" ", "  ", "\n" + indent + "   "]) if loose else " "
    start = f"{indent}<{node.name}" + "".join(f"{space}{k}={quoteattr(v)}" for k, v in attributes)
    if not node.children and not node.text:
        return start + ("/>\n" if not loose or chance.random() < 0.5 else f"></{node.name}>\n")
    if not node.children:
        return f"{start}>{escape(node.text)}</{node.name}>\n"
    inner = "".join(write(chance, child, depth + 1, loose) for child in node.children)
    blank = "\n" if loose and chance.random() < 0.1 else ""
    text = f"{indent}  {escape(node.text)}\n" if node.text else ""
    return f"{start}>\n{text}{inner}{blank}{indent}</{node.name}>\n"


def document(chance, network, loose=False):
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + write(chance, network, 0, loose)
