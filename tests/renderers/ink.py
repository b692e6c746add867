# SPDX-License-Identifier: MIT
"""Looks for the ink of a figure's items in a picture of it."""

import math

from PIL import Image, ImageChops

from lettering import image_of
from programs import SCALE

LEAST_TEXT = 0.7  # of the ink of a word
LEAST_DASH = 0.45  # of that of a dash by itself, which hinting makes whole pixels thick: one of 1.5 becomes 1
LEAST_EXCUSED = 0.2  # of the ink of a text that the program does wrong
LEAST_LINE = 0.7  # of the points of a line
LEAST_FILL = 0.4  # of the points of a shape, some of which are on its border
LEAST_COVER = 0.5  # of a pixel of a line
LEAST_SPOTS = 8  # of a line whose width is measured
LEAST_PERIODS = 2  # of its dashes
STEP = 0.25  # points between the spots of a line that are looked at
WEIGHED = 0.5  # and between those at which its width is measured
PIXEL = 1 / SCALE  # points by which a picture may be off as a whole
MOST_MOVED = 2.2  # points from its place, of the centre of a text
MOST_STRETCHED = 0.06  # of its width, in addition
MARKS = ("?", "≠", "✕")
DASHES = ("–", "—", "-")
MARK_REACH = 2  # points in which a mark is looked for, beyond the play of its text
LEAST_LIKENESS = 0.65  # the correlation of a mark with its form
OFF_COLOR = 56  # of 255, by which a channel may differ from a mixture of ink and ground
DARK = 200  # below this, a channel of a pixel on the white sheet is ink
STRAY = 8  # pixels of ink where nothing should be


class Picture:
    """A picture, and where its pixels are covered by a colour on a ground."""

    def __init__(self, path):
        with Image.open(path) as image:
            flat = image.convert("RGBA")
        self.image = Image.alpha_composite(Image.new("RGBA", flat.size, (255, 255, 255, 255)), flat).convert("RGB")
        self.covers = {}

    def cover(self, ink, ground):
        """An image of how much of each pixel is INK, 0 to 255; pixels that are no mixture of both
        colours are 0."""
        if (ink, ground) not in self.covers:
            self.covers[ink, ground] = self._mixture(ink, ground)
        return self.covers[ink, ground]

    def _mixture(self, ink, ground):
        way = [i - g for i, g in zip(ink, ground)]
        square = sum(w * w for w in way)
        share = [w / square for w in way]  # per unit of a channel
        start = -sum(g * s for g, s in zip(ground, share))
        cover = self.image.convert("L", tuple(255 * s for s in share) + (255 * start,))
        return ImageChops.subtract(cover, self._off(way, share, start, ground))

    def _off(self, way, share, start, ground):
        """255 where a pixel differs too much from a mixture."""
        rows = []
        for channel in range(3):
            rows += [(1 if i == channel else 0) - way[channel] * share[i] for i in range(3)]
            rows.append(128 - ground[channel] - way[channel] * start)
        bands = self.image.convert("RGB", tuple(rows)).split()
        bands = [band.point(lambda v: 255 if abs(v - 128) > OFF_COLOR else 0) for band in bands]
        return ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])


def amount(cover, left, top, right, bottom):
    """The ink in a box, in square points."""
    box = (math.floor(left * SCALE), math.floor(top * SCALE), math.ceil(right * SCALE), math.ceil(bottom * SCALE))
    counts = cover.crop(box).histogram()
    return sum(v * n for v, n in enumerate(counts)) / 255 / SCALE ** 2


def likeness(form, cover, x, baseline):
    """The correlation of the form of a letter, an image from the baseline up, with the ink there."""
    box = (x, baseline - form.height, x + form.width, baseline)
    wanted, found = list(form.getdata()), list(cover.crop(box).getdata())
    means = [sum(values) / len(values) for values in (wanted, found)]
    wanted, found = [v - means[0] for v in wanted], [v - means[1] for v in found]
    squares = math.sqrt(sum(v * v for v in wanted) * sum(v * v for v in found))
    return sum(a * b for a, b in zip(wanted, found)) / squares if squares else 0.0


class Search:
    """Looks for the items of a plan in a picture. "excuse" gives what the program is known to do wrong
    to a line of text, if anything."""

    def __init__(self, plan, picture, excuse):
        self.plan, self.picture, self.excuse = plan, picture, excuse
        self.lost = []
        lines = [item.line for item in plan.figure.items if item.kind == "text"]
        self.rows = [(line.top - 3, line.bottom + 3) for line in lines if (known := excuse(line)) and known.anywhere]

    def is_disturbed(self, y):
        """Whether a text that the program misplaces may be there."""
        return any(top <= y <= bottom for top, bottom in self.rows)

    def run(self):
        for item in self.plan.figure.items:
            if item.checked:
                complaint = self.text(item) if item.kind == "text" else self.shape(item)
                if complaint:
                    self.lost.append((item.group, complaint))
        self.stray()
        return self.lost

    # Text.

    def text(self, item):
        line = item.line
        if item.fill == item.ground:
            return None
        cover = self.picture.cover(item.fill, item.ground)
        marks = [word for word in line.words if word.text in MARKS]
        gone = [word.text for word in marks if not self.mark(item, word, cover)]
        if self.excuse(line):
            found = amount(cover, line.left, line.top, line.right, line.bottom)
            gone += [line.text] if found < LEAST_EXCUSED * line.ink else []
        elif line.right_to_left:
            gone += [line.text] if not self.run_of_text(line, cover) else []
        else:
            gone += [word.text for word in line.words if not self.word(item, word, cover)]
            gone += [line.text + " (moved)"] if not gone and self.is_moved(item, cover) else []
        return "text: " + " ".join(gone) if gone else None

    def word(self, item, word, cover):
        left, right = max(word.left - word.play, item.limits[0]), min(word.right + word.play, item.limits[1])
        found = amount(cover, left, item.line.top, right, item.line.bottom)
        return found >= (LEAST_DASH if word.text in DASHES else LEAST_TEXT) * word.ink

    def is_moved(self, item, cover):
        """Whether the centre of a text's ink is not where it should be; unknown if no font has some of
        its characters."""
        line = item.line
        if line.uncertain:
            return False
        left, right = max(line.left - line.play, item.limits[0]), min(line.right + line.play, item.limits[1])
        box = [math.floor(left * SCALE), math.floor(line.top * SCALE), math.ceil(right * SCALE),
               math.ceil(line.bottom * SCALE)]
        part = cover.crop(box).convert("F")
        columns = list(part.resize((part.width, 1), Image.Resampling.BOX).getdata())
        centre = (sum((i + 0.5) * ink for i, ink in enumerate(columns)) / (sum(columns) or 1) + box[0]) / SCALE
        return abs(centre - (line.left + line.right) / 2) > MOST_MOVED + MOST_STRETCHED * line.width

    def mark(self, item, word, cover):
        """Whether the ink has the form of a mark, such as "≠", and is not the box of a missing letter."""
        form = image_of(word.text, item.line.style, item.size * SCALE)
        known = self.excuse(item.line)
        reach = item.line.width if known and known.anywhere else MARK_REACH
        first = math.floor((word.left - word.play - reach) * SCALE)
        last = word.right if item.line.right_to_left else word.left
        columns = range(first, math.ceil((last + word.play + reach) * SCALE))
        baseline = round(item.at[1] * SCALE)
        return any(likeness(form, cover, x, baseline + j) >= LEAST_LIKENESS for x in columns for j in range(-2, 3))

    def run_of_text(self, line, cover):
        """A text whose words may be in any order, by its quarters."""
        quarter = line.width / 4
        for i in range(4):
            left = line.left + i * quarter
            if amount(cover, left - line.play / 2, line.top, left + quarter + line.play / 2, line.bottom) < line.ink / 16:
                return False
        found = amount(cover, line.left - line.play, line.top, line.right + line.play, line.bottom)
        return found >= LEAST_TEXT * line.ink

    # Lines and shapes.

    def shape(self, item):
        return (self.stroke(item) if item.stroke else None) or (self.fill(item) if item.fill else None)

    def covered(self, cover, x, y, reach=1):
        """How much of the best pixel at a point is covered, 0 to 1."""
        column, row = int(x * SCALE), int(y * SCALE)
        box = (column - reach, row - reach, column + reach + 1, row + reach + 1)
        return cover.crop(box).getextrema()[1] / 255

    def fill(self, item):
        """Looks at points inside a shape, away from its border and from what lies on it."""
        spots = [spot for points, _ in item.outlines for spot in grid(points)]
        shown = [spot for spot in spots if self.plan.amid(item, *spot)]
        found = [spot for spot in shown if self.has_color(item.fill, *spot)]
        return "fill" if len(shown) > 4 and len(found) < LEAST_FILL * len(shown) else None

    def has_color(self, color, x, y):
        column, row = int(x * SCALE), int(y * SCALE)
        box = (column - 1, row - 1, column + 2, row + 2)
        return any(max(abs(p - c) for p, c in zip(pixel, color)) < OFF_COLOR
                   for pixel in self.picture.image.crop(box).getdata())

    def stroke(self, item):
        cover = self.picture.cover(item.stroke, item.ground)
        for points, closed in item.outlines:
            walk = list(steps(points + points[:1] if closed else points, item.dashes))
            complaint = self.marks(item, cover, walk) or self.weight(item, cover, walk)
            if complaint:
                return complaint
        return None

    def marks(self, item, cover, walk):
        margin = min(item.width / 2, 0.5)
        shown = [s for s in walk if s.dash > margin and self.plan.alone(item, s.x, s.y, PIXEL)]
        found = [s for s in shown if self.covered(cover, s.x, s.y) >= LEAST_COVER]
        if len(found) >= LEAST_LINE * len(shown):
            return None
        return "%s: %d of %d points" % (item.kind, len(found), len(shown))

    def weight(self, item, cover, walk):
        """Where nothing else is near, as much ink must lie across a line as it is wide, and between its
        dashes none: they say how sure a relation is."""
        if item.kind != "path":
            return None
        far = item.width / 2 + 1.2
        shown = [s for s in walk[::round(WEIGHED / STEP)] if self.plan.alone(item, s.x, s.y, far) and not self.is_disturbed(s.y)]
        if len(shown) < LEAST_SPOTS or len(shown) * WEIGHED < LEAST_PERIODS * sum(item.dashes):
            return None
        inks = [self.across(cover, s, far) for s in shown]
        share = sum(inks) / len(inks) / item.width
        wanted = sum(1 for s in shown if s.dash > 0) / len(shown)
        return None if abs(share - wanted) < 0.15 + 0.1 / item.width else "ink %.2f, not %.2f" % (share, wanted)

    def across(self, cover, spot, far):
        """The ink across a line at a spot, in points."""
        pixels, ink, step = cover.load(), 0.0, 0.25 / SCALE
        for i in range(-int(far / step), int(far / step) + 1):
            x, y = int((spot.x + i * step * spot.across[0]) * SCALE), int((spot.y + i * step * spot.across[1]) * SCALE)
            if 0 <= x < cover.width and 0 <= y < cover.height:
                ink += pixels[x, y] / 255 * step
        return ink

    # What should not be there.

    def stray(self):
        near = self.plan.near.copy()
        for top, bottom in self.rows:
            near.paste(255, [0, int(top * SCALE), near.width, int(bottom * SCALE)])
        darkest = self.picture.image.split()
        darkest = ImageChops.darker(ImageChops.darker(darkest[0], darkest[1]), darkest[2])
        ink = darkest.point(lambda v: 255 if v < DARK else 0).crop((0, 0, *near.size))
        ink = ImageChops.subtract(ink, near).crop((0, 0, near.width - 2, near.height - 2))
        self.report_stray(ink)

    def report_stray(self, ink):
        """Reports the groups that the strips with stray ink are near to."""
        strip = 12
        groups = []
        for top in range(0, ink.height, strip):
            part = ink.crop((0, top, ink.width, top + strip))
            if part.histogram()[255] >= STRAY:
                left, upper, _, _ = part.getbbox()
                groups.append(self.plan.nearest(left / SCALE, (top + upper) / SCALE))
        self.lost += [(group, "ink where there should be none") for group in dict.fromkeys(groups)]


class Spot:
    """A point of a line: how far it is from the end of its dash, and of its gap, in points, of which
    the other is 0 or less; and the direction across."""

    def __init__(self, x, y, dash, gap, across):
        self.x, self.y, self.dash, self.gap, self.across = x, y, dash, gap, across


def steps(points, dashes, step=STEP):
    """Spots along a line."""
    walked, next_at = 0.0, step / 2
    for (ax, ay), (bx, by) in zip(points, points[1:]):
        length = math.hypot(bx - ax, by - ay)
        while length and next_at < walked + length:
            t = (next_at - walked) / length
            across = (-(by - ay) / length, (bx - ax) / length)
            yield Spot(ax + t * (bx - ax), ay + t * (by - ay), *phase(next_at, dashes), across)
            next_at += step
        walked += length


def phase(at, dashes):
    """How deep AT is in a dash, and in a gap."""
    if not dashes:
        return math.inf, 0.0
    pattern = dashes if len(dashes) % 2 == 0 else dashes * 2
    at %= sum(pattern)
    for i, length in enumerate(pattern):
        if at < length:
            depth = min(at, length - at)
            return (0.0, depth) if i % 2 else (depth, 0.0)
        at -= length
    return 0.0, 0.0


def grid(points, step=0.5):
    """Points of the box around a shape; of large ones, fewer."""
    (left, right), (top, bottom) = ((min(side), max(side)) for side in zip(*points))
    step = max(step, math.sqrt((right - left) * (bottom - top) / 400))
    for i in range(int((right - left) / step) + 1):
        for j in range(int((bottom - top) / step) + 1):
            yield left + i * step, top + j * step
