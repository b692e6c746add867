# SPDX-License-Identifier: MIT
"""Chooses options that are valid for a network: a dictionary from names to values, True for those without one."""

from network import FORMS, KINDS, STANCES, day

EVIDENCE = ("asserted", "suspected", "disputed", "denied", "unsourced")
# How often Graphviz's engines are chosen, and the search.
ENGINES = ("dot",) * 12 + ("neato", "fdp", "sfdp", "circo", "twopi") + ("auto",) * 2
SEARCHED = 8  # more actors or relations take too long


def some(random, values, most=3):
    """A list of some of the values, as options take it."""
    values = sorted(values)
    return ",".join(random.sample(values, random.randint(1, min(most, len(values)))))


def period(random):
    start, end = day(random, 2000), day(random, 2012)
    return random.choice((f"{start}/{end}", f"../{start}", f"{end}/.."))


def criteria(random, network):
    """Each criterion, with a function that makes a value for it."""
    sources = [source["id"] for source in network.sources]
    forms = {r["form"] for r in network.relations if r["form"] is not None and "," not in r["form"]}
    ids = [r["id"] for r in network.relations]
    return {
        "relation": lambda: some(random, FORMS, 6), "exclude": lambda: some(random, FORMS),
        "form": lambda: some(random, forms or {"arms"}),
        "actor": lambda: some(random, network.ends), "from": lambda: some(random, network.ends, 5),
        "to": lambda: some(random, network.ends, 5), "between": lambda: some(random, network.ends, 8),
        "tied-to": lambda: some(random, network.ends, 2),
        "kinds": lambda: ",".join(random.choice(KINDS + ("event",)) for _ in range(2)),
        "kind": lambda: some(random, KINDS + ("event", "party")),
        "id": lambda: some(random, ids, 6), "tier": lambda: some(random, ("core", "context", "marginal"), 2),
        "min-weight": lambda: random.choice("1234"),
        "phase": lambda: some(random, ("past", "current", "prospective"), 2),
        "sign": lambda: some(random, "+-0", 2), "at": lambda: day(random, random.randint(1995, 2023)),
        "during": lambda: period(random), "undated": lambda: random.choice(("keep", "drop")),
        "evidence": lambda: some(random, EVIDENCE, 4), "grade": lambda: random.choice(("B2", "D4", "E5", "F6")),
        "reliability": lambda: random.choice("BDEF"), "credibility": lambda: random.choice("2456"),
        "anonymous": lambda: random.choice(("only", "none")), "source": lambda: some(random, sources),
        "asserted-by": lambda: some(random, sources), "denied-by": lambda: some(random, sources),
        "min-sources": lambda: random.choice("12"), "max-sources": lambda: random.choice("0123"),
        "focus": lambda: some(random, network.ends, 2),
        "thin": lambda: random.choice("2345"), "top": lambda: random.choice("12346"),
        "fold": lambda: random.choice(("all", some(random, (actor["id"] for actor in network.actors)))),
        "path": lambda: ",".join(random.sample(network.ends, 2)),
        "where": lambda: f"e:claim[@stance='{random.choice(STANCES)}'] or @weight > 3"}


def selection(random, network):
    """Few criteria, since many select nothing."""
    values = criteria(random, network)
    chosen = {name: values[name]() for name in random.sample(sorted(values), random.choice((0, 0, 1, 1, 1, 2, 3)))}
    if "at" in chosen:
        chosen.pop("during", None)
    if "relation" in chosen:
        chosen.pop("exclude", None)
    if "grade" in chosen:
        chosen.pop("reliability", None)
        chosen.pop("credibility", None)
    if any(name in chosen for name in ("actor", "from", "to", "between", "tied-to", "path", "focus")):
        if random.random() < 0.3:
            chosen["with-parts"] = True
    if "focus" in chosen and random.random() < 0.5:
        chosen["hops"] = random.choice("012")
    if "top" in chosen and random.random() < 0.5:
        chosen["by"] = random.choice(("degree", "weight"))
    if "path" in chosen and random.random() < 0.5:
        chosen["directed"] = True
    return chosen


def appearance(random, network):
    """The options of a figure."""
    small = len(network.actors) <= SEARCHED and len(network.relations) <= SEARCHED
    engine = random.choice(ENGINES)
    chosen = {"layout": engine if small or engine != "auto" else "dot", "effort": "quick"}
    choices = {"merge": True, "no-legend": True, "notes": random.choice((True, "full")),
               "labels": random.choice(("form", "number", "none", "auto")),
               "dates": random.choice(("year", "day", "none")), "isolated": random.choice(("keep", "drop")),
               "page": random.choice(("column", "full", "a4", "a3", "slide")),
               "width": random.choice(("120mm", "4.5in")),
               "footer": random.choice(("", "Own <footer> & more")),
               "title": random.choice(("A title", "عنوان & <b>")),
               "lang": random.choice(("en", "fa", "ru")), "blocs": True, "sides": "auto"}
    rare = {"as-told-by": 0.15, "no-legend": 0.15, "width": 0.15, "footer": 0.15, "title": 0.2}
    actors = {actor["id"] for actor in network.actors}
    sources = [source["id"] for source in network.sources if source["id"] not in actors]
    choices["as-told-by"] = random.choice(["all", *sources])
    chosen.update({name: value for name, value in choices.items() if random.random() < rare.get(name, 0.35)})
    return chosen


def words(options):
    """The options as arguments of a command."""
    return [f"--{name}" if value is True else f"--{name}={value}" for name, value in options.items()]


def view(options):
    """The options as the attributes of a view."""
    return {"ids" if name == "id" else name: "yes" if value is True else value for name, value in options.items()}
