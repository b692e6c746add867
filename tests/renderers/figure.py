# SPDX-License-Identifier: MIT
"""The geometry of a figure: what its SVG says is where, in points from its top left corner."""

import math
import re
import xml.etree.ElementTree as ElementTree

SVG = "{http://www.w3.org/2000/svg}"
CURVE_STEPS = 24


class Item:
    """A shape, line or text. "outlines" are lists of points, each with whether it is closed; those of
    a text are set by its reader."""

    def __init__(self, kind, group, attributes, scale):
        self.kind = kind
        self.group = group
        self.outlines = []
        self.fill = color(attributes.get("fill", "#000000"))
        self.stroke = color(attributes.get("stroke", "none"))
        self.width = float(attributes.get("stroke-width", 1)) * scale
        dashes = attributes.get("stroke-dasharray", "none")
        self.dashes = [] if dashes == "none" else [float(d) * scale for d in re.split(r"[ ,]+", dashes)]


def color(text):
    """The red, green and blue of "#RRGGBB"; None for "none"."""
    return None if text == "none" else tuple(int(text[i : i + 2], 16) for i in (1, 3, 5))


class Transform:
    """Scales and then moves: all that figures use."""

    def __init__(self, scale=1.0, dx=0.0, dy=0.0):
        self.scale, self.dx, self.dy = scale, dx, dy

    def __call__(self, x, y):
        return (x * self.scale + self.dx, y * self.scale + self.dy)

    def then(self, text):
        """The transform of a child with the attribute transform=TEXT."""
        result = self
        for name, arguments in re.findall(r"(\w+)\(([^)]*)\)", text):
            numbers = [float(n) for n in re.split(r"[ ,]+", arguments.strip())]
            if name == "translate":
                result = Transform(result.scale, *result(numbers[0], (numbers + [0.0])[1]))
            elif name == "scale" and len(set(numbers)) == 1:
                result = Transform(result.scale * numbers[0], result.dx, result.dy)
            else:
                raise ValueError("unknown transform: " + text)
        return result


def numbers_of(text):
    return [float(n) for n in re.findall(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?", text)]


def pairs(numbers):
    return list(zip(numbers[::2], numbers[1::2]))


def curve(a, b, c, d):
    """The points of a cubic Bézier curve after its first."""
    for step in range(1, CURVE_STEPS + 1):
        t = step / CURVE_STEPS
        u = 1 - t
        weights = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
        yield tuple(sum(w * p[i] for w, p in zip(weights, (a, b, c, d))) for i in (0, 1))


def path_outlines(text):
    """The parts of a path of M, L, C and Z."""
    outlines = []
    for command, arguments in re.findall(r"([A-Za-z])([^A-Za-z]*)", text):
        points = pairs(numbers_of(arguments))
        if command == "M":
            outlines.append([points, False])
        elif command == "L":
            outlines[-1][0].extend(points)
        elif command == "C":
            for i in range(0, len(points), 3):
                outlines[-1][0].extend(curve(outlines[-1][0][-1], *points[i : i + 3]))
        elif command in "Zz":
            outlines[-1][1] = True
        else:
            raise ValueError("unknown command in a path: " + command)
    return [(points, closed) for points, closed in outlines]


def ellipse_outline(cx, cy, rx, ry):
    turns = [2 * math.pi * i / 72 for i in range(72)]
    return [([(cx + rx * math.cos(t), cy + ry * math.sin(t)) for t in turns], True)]


def rectangle_outline(x, y, width, height, radius):
    """With the corners cut where they are round."""
    r = radius * 0.3
    return [([(x + r, y), (x + width - r, y), (x + width, y + r), (x + width, y + height - r),
              (x + width - r, y + height), (x + r, y + height), (x, y + height - r), (x, y + r)], True)]


def shape_outlines(tag, attributes):
    """None for elements that are not shapes."""
    def get(name):
        return float(attributes.get(name, 0))
    if tag == "path":
        return path_outlines(attributes["d"])
    if tag in ("polygon", "polyline"):
        return [(pairs(numbers_of(attributes["points"])), tag == "polygon")]
    if tag == "rect":
        return rectangle_outline(get("x"), get("y"), get("width"), get("height"), get("rx"))
    if tag == "ellipse":
        return ellipse_outline(get("cx"), get("cy"), get("rx"), get("ry"))
    if tag == "circle":
        return ellipse_outline(get("cx"), get("cy"), get("r"), get("r"))
    return None


class Figure:
    """A figure: its size, and its items in the order in which they are painted."""

    def __init__(self, name, path):
        self.name, self.path = name, path
        root = ElementTree.parse(path).getroot()
        self.width, self.height = (float(root.get(side).removesuffix("pt")) for side in ("width", "height"))
        self.items = []
        scale = self.width / numbers_of(root.get("viewBox"))[2]
        self._read(root, Transform(scale), "figure", {})

    def _read(self, element, transform, group, inherited):
        tag = element.tag.removeprefix(SVG)
        if tag in ("metadata", "title", "desc"):
            return
        attributes = {**inherited, **element.attrib}
        transform = transform.then(element.get("transform", ""))
        group = element.get("id", group)
        outlines = shape_outlines(tag, element.attrib)
        if outlines is not None:
            self._add_shape(tag, outlines, transform, group, attributes)
        elif tag in ("text", "tspan"):
            self._add_text(element, transform, group, attributes)
        kept = {k: v for k, v in attributes.items() if k in PASSED_ON}
        for child in element:
            self._read(child, transform, group, kept)

    def _add_shape(self, tag, outlines, transform, group, attributes):
        item = Item(tag, group, attributes, transform.scale)
        item.outlines = [([transform(*p) for p in points], closed) for points, closed in outlines]
        if tag in ("path", "polyline") and not item.outlines[0][1] and attributes.get("fill") == "none":
            item.fill = None
        self.items.append(item)

    def _add_text(self, element, transform, group, attributes):
        if not (element.text or "").strip():
            return
        item = Item("text", group, attributes, transform.scale)
        item.text = element.text
        item.at = transform(float(attributes["x"]), float(attributes["y"]))
        item.size = float(attributes["font-size"]) * transform.scale
        item.anchor = attributes.get("text-anchor", "start")
        item.bold = attributes.get("font-weight") == "bold"
        item.italic = attributes.get("font-style") == "italic"
        item.broad = attributes.get("font-family", "").startswith("DejaVu")
        self.items.append(item)


PASSED_ON = ("fill", "stroke", "stroke-width", "stroke-dasharray", "x", "y", "font-size", "text-anchor",
             "font-weight", "font-style", "font-family")
