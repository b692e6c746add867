# SPDX-License-Identifier: MIT
"""What can be seen of a figure, by its own geometry: which item is on top at each pixel, and where
nothing is."""

from PIL import Image, ImageDraw

from lettering import Line
from programs import SCALE

CLEAR = 2.2  # points around an item in which its ink may lie


def scaled(points):
    return [(x * SCALE, y * SCALE) for x, y in points]


def extent_of(outlines, margin):
    """The left, top, right and bottom of the box around outlines."""
    xs, ys = zip(*(point for points, _ in outlines for point in points))
    return min(xs) - margin, min(ys) - margin, max(xs) + margin, max(ys) + margin


class Plan:
    """"top" has the number of the topmost item at each pixel, counted from 1, and 0 where there is
    none; "near" is not 0 where ink may be. Each item gets the colour behind it, "ground", and each
    text its Line."""

    def __init__(self, figure):
        self.figure = figure
        self.size = (round(figure.width * SCALE) + 1, round(figure.height * SCALE) + 1)
        self.top = Image.new("I", self.size, 0)
        self.near = Image.new("L", self.size, 0)
        self.seen = self.top.load()
        self.on_top, self.around = ImageDraw.Draw(self.top), ImageDraw.Draw(self.near)
        for number, item in enumerate(figure.items, 1):
            item.number = number
            if not self._is_ground(item):
                self._add_text(item) if item.kind == "text" else self._add_shape(item)
        for item in figure.items:
            if item.kind == "text":
                self._limit(item)

    def _is_ground(self, item):
        """Whether an item is the white sheet itself."""
        item.ground = (255, 255, 255)
        xs = [x for points, _ in item.outlines for x, _ in points]
        whole = item.kind == "rect" and max(xs) - min(xs) > self.figure.width - 0.1
        item.checked = not whole
        return whole

    def _add_text(self, item):
        item.line = line = Line(item)
        item.extent = (line.left, line.top, line.right, line.bottom)
        middle = ((line.left + line.right) / 2, (line.top + line.bottom) / 2)
        below = self.at(*middle)
        self._set_ground(item, self.figure.items[below - 1] if below > 0 else None)
        box = [line.left * SCALE, line.top * SCALE, line.right * SCALE, line.bottom * SCALE]
        self.on_top.rectangle(box, fill=item.number)
        self._allow(item, line.play)

    def _set_ground(self, item, under):
        """Sets the colour of the shape under a text, and the left and right of that shape if the text is
        in it: a label may lie across a region's border."""
        item.limits = (0.0, self.figure.width)
        if under and under.fill and under.outlines:
            xs = [x for points, _ in under.outlines for x, _ in points]
            item.ground, left, right = under.fill, min(xs) + under.width, max(xs) - under.width
            if left < item.line.left and item.line.right < right:
                item.limits = (left, right)

    def _limit(self, item):
        """Ends the limits of a text where the next item in its row begins."""
        line, (left, right) = item.line, item.limits
        for start, top, end, bottom in (other.extent for other in self.figure.items if other.checked):
            if top < line.bottom and bottom > line.top:
                left = max(left, end) if end <= line.left else left
                right = min(right, start) if start >= line.right else right
        item.limits = (left, right)

    def _allow(self, item, play):
        """Lets ink of a text be as far as PLAY points from its box."""
        line, far = item.line, play + 1
        self.around.rectangle([(line.left - far) * SCALE, (line.top - 1) * SCALE, (line.right + far) * SCALE,
                               (line.bottom + 1) * SCALE], fill=255)

    def _add_shape(self, item):
        width = item.width if item.stroke else 0
        item.extent = extent_of(item.outlines, width / 2)
        for points, closed in item.outlines:
            spots = scaled(points)
            if item.fill and len(spots) > 2:
                self.on_top.polygon(spots, fill=item.number)
                self.around.polygon(spots, fill=255)
            ring = spots + spots[:1] if closed else spots
            if item.stroke:
                self.on_top.line(ring, fill=item.number, width=max(1, round(width * SCALE)))
            self._allow_along(ring, round((width + 2 * CLEAR) * SCALE))

    def _allow_along(self, spots, width):
        self.around.line(spots, fill=255, width=width)
        for x, y in spots:
            self.around.ellipse([x - width / 2, y - width / 2, x + width / 2, y + width / 2], fill=255)

    def at(self, x, y):
        """The number of the item on top at a point."""
        column, row = int(x * SCALE), int(y * SCALE)
        inside = 0 <= column < self.size[0] and 0 <= row < self.size[1]
        return self.seen[column, row] if inside else -1

    def amid(self, item, x, y, reach=0.45):
        """Whether ITEM is on top at a point and around it."""
        spots = [(x, y), (x - reach, y), (x + reach, y), (x, y - reach), (x, y + reach)]
        return all(self.at(*spot) == item.number for spot in spots)

    def alone(self, item, x, y, reach=0.0):
        """Whether ITEM is on top at a point, and nothing but it within REACH points."""
        if self.at(x, y) != item.number:
            return False
        steps = [i * reach / 2 for i in range(-2, 3)] if reach else []
        return all(self.at(x + a, y + b) in (0, item.number) for a in steps for b in steps)

    def nearest(self, x, y):
        """The group of the item whose outline or text is nearest to a point."""
        def distance(item):
            if item.kind == "text":
                dx = max(item.line.left - x, 0, x - item.line.right)
                return dx ** 2 + (max(item.line.top - y, 0, y - item.line.bottom)) ** 2
            return min((px - x) ** 2 + (py - y) ** 2 for points, _ in item.outlines for px, py in points)
        return min((item for item in self.figure.items if item.checked), key=distance).group
