# SPDX-License-Identifier: MIT
"""Datasets as trees of elements, and secrets to hide in them."""

from xml.sax.saxutils import escape, quoteattr

NAMESPACE = "urn:entente:network:1"
TYPES = ["support", "hosting", "hostility", "leadership", "membership", "contact", "alliance", "ownership"]
FORMS = {"support": ["arms", "funding", "training"], "hosting": ["refuge"], "hostility": ["armed"]}
PSEUDONYM = "p9"
KINDS = ["state", "movement", "individual", "organisation"]


class Element:
    """An element: its attributes, and children, which are elements and texts."""

    def __init__(self, name, attributes=None, children=()):
        self.name, self.attributes, self.children = name, dict(attributes or {}), list(children)

    def copy(self):
        children = [child.copy() if isinstance(child, Element) else child for child in self.children]
        return Element(self.name, self.attributes, children)

    def write(self):
        start = self.name + "".join(f" {key}={quoteattr(value)}" for key, value in self.attributes.items())
        inside = "".join(child.write() if isinstance(child, Element) else escape(child) for child in self.children)
        return f"<{start}>{inside}</{self.name}>\n" if inside else f"<{start}/>\n"

    def find(self, name):
        return next(child for child in self.children if isinstance(child, Element) and child.name == name)


def text(name, words, **attributes):
    return Element(name, attributes, [words])


def claim(random, sources, **attributes):
    """A claim by one of SOURCES, whose marking is in ATTRIBUTES if it has one."""
    made = {"by": random.choice(sources), "stance": random.choice(["asserts", "asserts", "denies", "qualifies"])}
    if random.random() < 0.3:
        made["hedged"] = "yes"
    if random.random() < 0.3:
        made["credibility"] = str(random.randint(1, 6))
    children = [f"said {random.randint(1, 99)} times"] if random.random() < 0.5 else []
    if random.random() < 0.2:
        children.append(text("quote", f"word for word {random.randint(1, 9)}"))
    return Element("claim", made | attributes, children)


def tie(random, name, actors, sources, **attributes):
    """A relation called NAME between some of ACTORS."""
    kind = random.choice(TYPES)
    ends = random.sample(actors, min(len(actors), random.choice([2, 2, 2, 3])))
    made = {"id": name, "from": ends[0], "to": " ".join(ends[1:])}
    if kind in FORMS and random.random() < 0.8:
        made["form"] = random.choice(FORMS[kind])
    if random.random() < 0.5:
        made["when"] = f"{random.randint(1990, 2000)}/{random.randint(2001, 2021)}"
    if random.random() < 0.3:
        made["weight"] = str(random.randint(1, 5))
    children = [claim(random, sources) for _ in range(random.randint(0, 3))]
    if random.random() < 0.2:
        children.append(Element("amount", {"value": str(random.randint(1, 900)), "unit": "USD"}))
    if random.random() < 0.2:
        when = {"when": str(random.randint(1995, 2000))}
        children.append(Element("period", when, [claim(random, sources)]))
    if random.random() < 0.3:
        children.append(text("note", f"a note {random.randint(1, 99)}"))
    return Element(kind, made | attributes, children)


def source(random, name, others, **attributes):
    made = {"id": name, "reliability": random.choice("ABCDEF")}
    if random.random() < 0.3:
        made["anonymous"] = "yes"
    if others and random.random() < 0.4:
        made[random.choice(["via", "basis"])] = random.choice(others)
    return Element("source", made | attributes, [text("name", f"The {name}")])


def actor(random, name, others, sources=(), **attributes):
    made = {"id": name}
    if others and random.random() < 0.3:
        made["parent"] = random.choice(others)
    children = [text("name", name.capitalize())]
    if random.random() < 0.3:
        children.append(text("alias", f"{name} the {random.randint(1, 9)}th"))
    if random.random() < 0.3:
        children.append(text("role", "a role"))
        if sources and random.random() < 0.5:
            children[-1].children.append(claim(random, sources))
    if random.random() < 0.3:
        children.append(Element("attribute", {"name": "religion", "value": random.choice(["one", "two"])}))
    return Element(random.choice(KINDS), made | attributes, children)


def event(random, name, actors, **attributes):
    made = {"id": name, "when": str(random.randint(1990, 2020))}
    made["participants"] = " ".join(random.sample(actors, min(len(actors), random.randint(1, 3))))
    return Element("event", made | attributes, [text("name", name.capitalize())])


def make_public(random):
    """A dataset that anybody may see."""
    actors = [f"actor{i}" for i in range(random.randint(3, 7))]
    sources = [f"source{i}" for i in range(random.randint(1, 4))]
    behind = random.random() < 0.5
    root = {"xmlns": NAMESPACE}
    if random.random() < 0.5:
        root["as-of"] = "2022"
    all_sources = [source(random, name, sources[:i]) for i, name in enumerate(sources)]
    if behind:
        all_sources.append(Element("source", {"id": PSEUDONYM, "anonymous": "yes", "reliability": "B"},
                                   [text("name", "an officer", marking="public")]))
        sources = sources + [PSEUDONYM]
    lists = [
        Element("sources", {}, all_sources),
        Element("actors", {}, [actor(random, name, actors[:i], sources) for i, name in enumerate(actors)]),
        Element("events", {}, [event(random, f"event{i}", actors) for i in range(random.randint(0, 2))]),
        Element("relations", {}, [tie(random, f"tie{i}", actors, sources) for i in range(random.randint(2, 8))]),
    ]
    return Element("network", root, [text("title", "A network"), *lists])


def change(random, public):
    """Another version of a public dataset: ties and claims that are gone, new or changed, and renamed actors."""
    root = public.copy()
    ties = root.find("relations").children
    if len(ties) > 2 and random.random() < 0.5:
        ties.remove(random.choice(ties))
    for item in ties:
        claims = [child for child in item.children if isinstance(child, Element) and child.name == "claim"]
        if claims and random.random() < 0.4:
            item.children.remove(random.choice(claims))
        elif claims and random.random() < 0.3:
            random.choice(claims).attributes["stance"] = "denies"
        if random.random() < 0.2:
            item.attributes["weight"] = str(random.randint(1, 5))
        if random.random() < 0.1:
            item.attributes["id"] += "-again"
    if random.random() < 0.3:
        random.shuffle(ties)
    return root


class Secrets:
    """Hides what is marked, or depends on what is, in a copy of a public dataset."""

    def __init__(self, random, public):
        self.random, self.root = random, public.copy()
        self.lists = {name: self.root.find(name).children for name in ("sources", "actors", "events", "relations")}
        self.public = {name: [item.attributes["id"] for item in items] for name, items in self.lists.items()}
        self.actors = [f"agent{random.randint(0, 999)}x{i}" for i in range(random.randint(0, 3))]
        self.sources = [f"mole{random.randint(0, 999)}x{i}" for i in range(random.randint(0, 3))]

    def level(self):
        return self.random.choice(["internal", "secret"])

    def insert(self, items, item):
        items.insert(self.random.randint(0, len(items)), item)

    def some(self, items, share):
        return [item for item in items if isinstance(item, Element) and self.random.random() < share]

    def hide(self):
        steps = [self.hide_behind_pseudonym, self.hide_items, self.hide_ties, self.hide_claims, self.hide_texts, self.hide_links,
                 self.hide_idle_pseudonyms]
        for step in steps:
            step()
        if self.random.random() < 0.5:
            self.root.children.insert(0, text("title", "Another title", marking=self.level()))
        return '<?xml version="1.0"?>\n' + self.root.write()

    def hide_idle_pseudonyms(self):
        """Sources that only speak of what is hidden, or that only such sources go back to."""
        idle = []
        for i in range(self.random.randint(0, 3)):
            name = f"mole{self.random.randint(0, 999)}y{i}"
            hidden = [item for kind in ("actors", "relations") for item in self.lists[kind]
                      if "marking" in item.attributes]
            made = source(self.random, name, idle[-1:], marking=self.level(), pseudonym=f"q{i}")
            self.insert(self.lists["sources"], made)
            if hidden and self.random.random() < 0.7:
                owner = self.random.choice(hidden)
                at = next((n for n, child in enumerate(owner.children) if child.name in ("claim", "period")), len(owner.children))
                owner.children.insert(at, Element("attribute", {"name": f"a{i}", "value": "b"}, [claim(self.random, [name])]))
            idle.append(name)
        for hidden in self.lists["sources"] if idle else []:
            if hidden.attributes["id"] in self.sources and not {"via", "basis"} & hidden.attributes.keys():
                hidden.attributes["basis"] = self.random.choice(idle)

    def hide_behind_pseudonym(self):
        """Whoever has the pseudonym, in different ways."""
        for behind in self.lists["sources"]:
            if behind.attributes["id"] != PSEUDONYM:
                continue
            name = f"mole{self.random.randint(0, 999)}"
            behind.attributes |= {"id": name, "pseudonym": PSEUDONYM, "marking": self.level()}
            if self.random.random() < 0.5:
                del behind.attributes["anonymous"]
            self.insert(behind.children, text("name", f"The true {name}"))
            self.insert(behind.children, text("note", f"he is {name}"))
            self.rename(self.root, name)
        self.public["sources"] = [name for name in self.public["sources"] if name != PSEUDONYM]

    def rename(self, element, name):
        if element.attributes.get("by") == PSEUDONYM:
            element.attributes["by"] = name
        for child in element.children:
            if isinstance(child, Element):
                self.rename(child, name)

    def hide_items(self):
        for name in self.actors:
            self.insert(self.lists["actors"], actor(self.random, name, self.public["actors"], marking=self.level()))
        for name in self.sources:
            self.insert(self.lists["sources"], source(self.random, name, self.public["sources"], marking=self.level()))
        for i in range(self.random.randint(0, 2)):
            self.insert(self.lists["events"],
                        event(self.random, f"meeting{i}", self.public["actors"] + self.actors, marking=self.level()))

    def hide_ties(self):
        """Marked ones, and ones that only a hidden actor makes."""
        everybody, sources = self.public["actors"] + self.actors, self.public["sources"] + self.sources
        for i in range(self.random.randint(0, 3)):
            made = tie(self.random, f"deal{i}", everybody, sources, marking=self.level())
            if self.random.random() < 0.5:
                made.attributes["form"] = "plot"
                self.declare_plot(made.name)
            self.insert(self.lists["relations"], made)
        for name in self.actors:
            made = tie(self.random, f"link-{name}", self.public["actors"], sources)
            made.attributes["from"] = name
            self.insert(self.lists["relations"], made)
        if self.actors:
            for shown in self.some(self.lists["relations"], 0.3):
                shown.attributes["to"] += " " + self.random.choice(self.actors) if not self.has_hidden(shown) else ""

    def has_hidden(self, shown):
        return any(name in self.actors for name in (shown.attributes["from"] + " " + shown.attributes["to"]).split())

    def declare_plot(self, kind):
        words = [child for child in self.root.children if isinstance(child, Element) and child.name == "vocabulary"]
        if not words:
            words = [Element("vocabulary")]
            self.root.children.insert(self.root.children.index(self.root.find("sources")), words[0])
        if not any(word.attributes["of"] == kind for word in words[0].children):
            words[0].children.append(Element("form", {"word": "plot", "of": kind}, [text("name", "a plot")]))

    def hide_claims(self):
        for shown in self.some(self.lists["relations"], 0.6):
            if self.sources:
                self.insert(shown.children, claim(self.random, self.sources))
            self.insert(shown.children, claim(self.random, self.public["sources"] + self.sources, marking=self.level()))

    def hide_texts(self):
        for shown in self.some(self.lists["relations"], 0.4):
            self.insert(shown.children, text("note", f"a secret {self.random.random()}", marking=self.level()))
            self.insert(shown.children, Element("amount", {"value": "7", "unit": "USD", "marking": self.level()}))
            self.insert(shown.children, Element("period", {"when": "1980", "marking": self.level()}))
        for shown in self.some(self.lists["actors"], 0.5):
            self.insert(shown.children, text("alias", f"alias {self.random.random()}", marking=self.level()))
            self.insert(shown.children, text("role", f"role {self.random.random()}", marking=self.level()))
            self.insert(shown.children, Element("attribute",
                                                {"name": "cover", "value": "spy", "marking": self.level()}))

    def hide_links(self):
        for shown in self.some(self.lists["sources"], 0.5):
            if self.sources and "via" not in shown.attributes:
                self.link(shown, "via", self.sources)
        for shown in self.some(self.lists["actors"], 0.5):
            if self.actors and "parent" not in shown.attributes:
                self.link(shown, "parent", self.actors)
        for shown in self.some(self.lists["events"], 0.7):
            if self.actors:
                shown.attributes["participants"] += " " + self.random.choice(self.actors)

    def link(self, shown, attribute, hidden):
        """Not in a circle: hidden items refer to public ones."""
        if attribute == "via" and shown.attributes["id"] not in hidden:
            shown.attributes[attribute] = self.random.choice(hidden)
        elif attribute == "parent" and shown.attributes["id"] not in hidden and not self.is_above(shown, hidden):
            shown.attributes[attribute] = hidden[0]

    def is_above(self, shown, hidden):
        """Whether HIDDEN is part of SHOWN."""
        parents = {item.attributes["id"]: item.attributes.get("parent") for item in self.lists["actors"]}
        at = hidden[0]
        while at is not None and at != shown.attributes["id"]:
            at = parents.get(at)
        return at is not None
