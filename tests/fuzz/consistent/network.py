# SPDX-License-Identifier: MIT
"""Generates valid datasets: networks with all that a dataset can contain."""

from xml.sax.saxutils import escape, quoteattr

KINDS = ("state", "movement", "individual", "organisation")
SUBKINDS = ("company", "armed-unit", "coalition", "party", "place")
FORMS = {
    "support": ("arms", "funding", "training", "sanctuary", "political", "recognition", "unspecified"),
    "hosting": ("talks", "visit", "residence", "refuge", "office"),
    "mediation": ("offered", "arranged", "brokered"),
    "hostility": ("armed", "threat", "political", "sanctions", "air-strikes"),
    "leadership": ("leader", "proxy", "de facto rule"),
    "membership": ("member", "part of", "founding member"),
    "representation": ("envoy", "spokesperson", "lawyer"),
    "kinship": ("mother", "brother", "son", "daughter"),
    "contact": ("meeting", "trade", "mentor", "phone call", "deep tie"),
}
# Words of nobody's vocabulary, among them the names of classes.
FREE_FORMS = ("asserted", "denied", "past", "edge", "d-none", "junction", "water & power", "ایده", "вода", "x" * 40)
# Pairs of the word and the type of what the vocabulary declares.
OWN_FORMS = (("petrol", "support"), ("blood feud", "hostility"), ("unsourced", "contact"), ("دوستی", "contact"))
OWN_KINDS = (("tribe", "movement"), ("guild", "organisation"), ("edge", "individual"))
NAMES = (
    "Norland", "People's Front", "Front populaire de libération", "جبههٔ مقاومت ملی", "Фронт спасения", "人民阵线",
    "חזית העם", "Λαϊκό Μέτωπο", "แนวร่วมประชาชน", "जन मोर्चा", "A & B <C>", 'The "Office"', "e\u0301lan", "-.", "\\N\\G",
    "%s%n", "👩\u200d👩\u200d👧", "N", "very long name of a committee of committees " * 3, "Unbreakable" * 6,
    "ایران (Iran) 2021", "٢٠٢١", "&#60;", "]]>", "--", "<!-- -->", "{a|b}", "soft\u00adhyphen", "no\u00a0break",
)
# Each is valid, and no two look alike.
ODD_IDS = ("ایران", "место", "人民", "λόγος", "_", "a.b", "x--y", "figure-title", "relation-a1", "a1-r1", "note", "É",
           "con", "constructor", "A" * 80)
ADDRESSES = ("https://example.org/", "http://example.org/?a=1&b=2", "mailto:a@example.org", "#place-1",
             "https://example.org/ایران", "https://example.org/%22")
PLACES = ("Doha", "تهران", "a place, far away")
LANGUAGES = ("en", "fa", "ru")
STANCES = ("asserts", "asserts", "denies", "qualifies", "no-comment")


def day(random, year):
    """A day, a month, a year or less: as a date can begin or end an interval."""
    month = random.randint(1, 12)
    return random.choice((f"{year}", f"{year}-{month:02}", f"{year}-{month:02}-{random.randint(1, 28):02}"))


def date(random):
    """A date of any precision, or an interval."""
    year = random.randint(1985, 2024)
    start, end = day(random, year), day(random, year + random.randint(1, 9))
    return random.choice((
        start, start, start + random.choice("?~%"), f"{year // 10}X", f"{year // 100}XX", f"{start}/{end}",
        f"{start}~/{end}?", f"{start}/..", f"../{end}", f"{start}/", f"/{end}"))


def attributes(values):
    """The attributes of an element: those that are not None."""
    return "".join(f" {name}={quoteattr(value)}" for name, value in values.items() if value is not None)


class Network:
    """A dataset. Its lists are of dictionaries, each with the attributes of an element; "inside" is what is in it."""

    def __init__(self, random, largest):
        self.random = random
        self.ids = list(ODD_IDS) if self.chance(0.3) else []
        random.shuffle(self.ids)
        self.language = random.choice((None, "en", "en", "fa", "ru", "de"))
        self.vocabulary = self.chance(0.4)
        self.actors = self.make_actors(random.randint(2, largest))
        self.events = [self.make_event(i) for i in range(random.choice((0, 0, 1, 2)))]
        self.sources = self.make_sources(random.randint(1, 6))
        self.ends = [item["id"] for item in self.actors + self.events]
        self.before = None  # the type and the ends of the relation made last
        self.relations = [self.make_relation(i) for i in range(random.randint(1, 2 * largest))]

    def chance(self, probability):
        return self.random.random() < probability

    def maybe(self, probability, value):
        """The value, or None; the value is made in any case, so that it takes the same random numbers."""
        return value if self.chance(probability) else None

    def new_id(self, ordinary):
        return self.ids.pop() if self.ids and self.chance(0.3) else ordinary

    def element(self, name, text, **values):
        return f"<{name}{attributes(values)}>{escape(text)}</{name}>"

    def names(self, article=True):
        """One or more names, some in other languages or with a short form."""
        for language in [None] + self.random.sample(LANGUAGES, self.random.choice((0, 0, 1, 3))):
            values = {"xml:lang": language, "short": self.maybe(0.2, self.random.choice(("NF", "ج", "N & F"))),
                      "plural": self.maybe(0.1, "yes"), "article": self.maybe(0.1 if article else 0, "the")}
            yield self.element("name", self.random.choice(NAMES), **values)

    def notes(self):
        return [self.element("note", self.random.choice(NAMES)) for _ in range(self.random.choice((0, 0, 1, 2)))]

    def make_actors(self, count):
        actors = []
        for i in range(count):
            inside = list(self.names()) if self.chance(0.9) else []
            inside += [self.element("alias", self.random.choice(NAMES))] if self.chance(0.2) else []
            inside += [self.element("role", self.random.choice(NAMES))] if self.chance(0.3) else []
            element, kind = self.kind()
            actors.append({"element": element, "inside": inside + self.notes(), "id": self.new_id(f"a{i}"),
                           "kind": kind, "href": self.maybe(0.2, self.random.choice(ADDRESSES)),
                           "parent": actors[self.random.randrange(i)]["id"] if i and self.chance(0.3) else None})
        return actors

    def kind(self):
        """The element and the kind of an actor."""
        if self.vocabulary and self.chance(0.3):
            return tuple(reversed(self.random.choice(OWN_KINDS)))
        return self.random.choice(KINDS), self.maybe(0.3, self.random.choice(SUBKINDS))

    def make_event(self, index):
        inside = list(self.names()) + ([self.element("outcome", "none")] if self.chance(0.3) else [])
        guests = self.random.sample(self.actors, self.random.randint(1, min(3, len(self.actors))))
        return {"element": "event", "inside": inside + self.notes(), "id": self.new_id(f"e{index}"),
                "when": self.maybe(0.7, date(self.random)), "place": self.maybe(0.5, self.random.choice(PLACES)),
                "participants": self.maybe(0.5, " ".join(guest["id"] for guest in guests)),
                "href": self.maybe(0.2, self.random.choice(ADDRESSES))}

    def make_sources(self, count):
        """Sources, each through or based on one of those before it, so that there are no circles."""
        sources = []
        for i in range(count):
            others = [source["id"] for source in sources] or [None]
            actor = self.random.choice(self.actors)["id"]
            named = list(self.names()) if self.chance(0.9) else []
            sources.append({
                "element": "source", "inside": named + self.notes(),
                "id": actor if self.is_free(actor, sources) else f"s{i}",
                "actor": self.maybe(0.4, actor), "via": self.maybe(0.4, self.random.choice(others)),
                "basis": self.maybe(0.3, self.random.choice(others)), "anonymous": self.maybe(0.3, "yes"),
                "reliability": self.maybe(0.7, self.random.choice("ABCDEF")),
                "date": self.maybe(0.3, date(self.random)), "href": self.maybe(0.3, self.random.choice(ADDRESSES)),
                "author": self.maybe(0.2, "Doe, Jane; Red Cross"), "publisher": self.maybe(0.2, "Publisher"),
                "work": self.maybe(0.2, self.random.choice(NAMES))})
        return sources

    def is_free(self, name, sources):
        return self.chance(0.3) and all(source["id"] != name for source in sources)

    def form(self, kind):
        own = [word for word, of in OWN_FORMS if of == kind]
        if self.vocabulary and own and self.chance(0.3):
            return self.random.choice(own)
        return self.random.choice(FREE_FORMS) if self.chance(0.15) else self.random.choice(FORMS[kind])

    def relation_ends(self, kind):
        """The lists of starts and targets: mostly one of each, and at least two targets of a mediation."""
        starts = 2 if self.chance(0.1) else 1
        targets = self.random.randint(2, 4) if kind == "mediation" or self.chance(0.12) else 1
        if starts + targets > len(self.ends):
            return None
        ends = self.random.sample(self.ends, starts + targets)
        return ends[:starts], ends[starts:]

    def make_relation(self, index):
        kind = self.random.choice(list(FORMS))
        ends = self.relation_ends(kind)
        if ends is None:
            kind, ends = "support", (self.ends[:1], self.ends[1:2])
        if kind != "mediation" and self.chance(0.03):
            ends = (ends[0][:1], ends[0][:1])
        # Some are parallel to the one before, so that there is something to merge.
        if self.before and self.chance(0.3):
            kind, ends = self.before
            ends = ends if kind == "mediation" or self.chance(0.7) else ends[::-1]
        self.before = (kind, ends)
        return self.describe_relation(kind, ends, index)

    def describe_relation(self, kind, ends, index):
        return {"element": kind, "id": self.new_id(f"r{index}"), "from": " ".join(ends[0]), "to": " ".join(ends[1]),
                "form": self.maybe(0.85, self.form(kind)), "when": self.maybe(0.6, date(self.random)),
                "place": self.maybe(0.2, self.random.choice(PLACES)),
                "event": self.random.choice(self.events)["id"] if self.events and self.chance(0.3) else None,
                "mutual": self.maybe(0.15, self.random.choice(("yes", "no"))),
                "sign": self.maybe(0.1, self.random.choice("+-0")),
                "weight": self.maybe(0.4, self.random.choice("12345")),
                "tier": self.maybe(0.4, self.random.choice(("core", "context", "marginal"))),
                "phase": self.maybe(0.2, self.random.choice(("past", "current", "prospective"))),
                "href": self.maybe(0.15, self.random.choice(ADDRESSES)), "inside": self.notes(),
                "claims": [self.make_claim() for _ in range(self.random.choice((0, 1, 1, 2, 3, 5)))]}

    def make_claim(self):
        quote = self.element("quote", self.random.choice(NAMES), **{"xml:lang": self.maybe(0.5, "fa")})
        text = [escape(self.random.choice(NAMES))] if self.chance(0.5) else []
        return {"element": "claim", "inside": text + ([quote] if self.chance(0.2) else []),
                "by": self.random.choice(self.sources)["id"], "stance": self.random.choice(STANCES),
                "hedged": self.maybe(0.3, "yes"), "credibility": self.maybe(0.6, self.random.choice("123456")),
                "date": self.maybe(0.3, date(self.random)), "at": self.maybe(0.3, "p. 3"),
                "href": self.maybe(0.2, self.random.choice(ADDRESSES))}

    def declared(self):
        """The <vocabulary>."""
        if not self.vocabulary:
            return []
        forms = [f"<form{attributes({'word': word, 'of': of, 'sign': self.random.choice((None, '+', '-'))})}>"
                 '<name xml:lang="en">own</name><verb singular="owns" plural="own" past="owned"/></form>'
                 for word, of in OWN_FORMS]
        kinds = [f"<kind{attributes({'word': word, 'of': of})}/>" for word, of in OWN_KINDS]
        return ["<vocabulary>", *forms, *kinds, "</vocabulary>"]

    def lines(self):
        """The dataset, line by line."""
        yield '<?xml version="1.0" encoding="UTF-8"?>'
        values = {"xml:lang": self.language, "as-of": self.maybe(0.7, "2022-01")}
        yield f'<network xmlns="urn:entente:network:1"{attributes(values)}>'
        yield from (self.element("title", self.random.choice(NAMES)) for _ in range(self.random.choice((0, 1))))
        yield from self.declared()
        for name in ("sources", "actors", "events", "relations"):
            yield f"<{name}>"
            yield from (written(item) for item in getattr(self, name))
            yield f"</{name}>"
        yield "</network>"


def written(item):
    """An element of the dataset as XML."""
    values = {name: value for name, value in item.items() if name not in ("element", "inside", "claims")}
    inside = "".join([*map(written, item.get("claims", ())), *item["inside"]])
    return f"<{item['element']}{attributes(values)}>{inside}</{item['element']}>"
