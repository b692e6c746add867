# SPDX-License-Identifier: MIT
"""The measures of text in the fonts that the programs are given: how wide it is, and how much of it
is ink. Only these fonts are used, whatever the machine has, so that results do not depend on it."""

import math
import os
import re
import subprocess
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

FOLDERS = ("/usr/share/fonts/truetype/liberation", "/usr/share/fonts/truetype/liberation2",
           "/usr/share/fonts/truetype/dejavu")
FILES = ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf", "LiberationSans-Italic.ttf",
         "LiberationSans-BoldItalic.ttf", "DejaVuSans.ttf", "DejaVuSans-Bold.ttf")
CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>%s</dir><cachedir>%s</cachedir></fontconfig>
"""
# Isolates and marks of direction, which are not seen.
INVISIBLE = re.compile("[\u200e\u200f\u061c\u2066-\u2069\ufe0f]")
# The widths of letters are rounded to pixels in Chromium and CairoSVG: the share of a width by which
# small text may be narrower or wider.
DRIFT = 0.09
# How much of the width of a text in the first font, in the second, and in neither may differ.
DOUBTS = (0.0, 0.08, 0.6)
FINE = 8  # how many times larger letters are drawn than they are compared
EM = 100  # pixels, in which glyphs are measured


def find(name):
    return next((p for f in FOLDERS if os.path.exists(p := os.path.join(f, name))), None)


def missing():
    """The first of the fonts that is not installed, if any."""
    return next((name for name in FILES if not find(name)), None)


def configure(folder):
    """Writes a configuration of fontconfig with these fonts only, and returns its path."""
    fonts = os.path.join(folder, "fonts")
    os.mkdir(fonts)
    for name in FILES:
        os.symlink(find(name), os.path.join(fonts, name))
    path = os.path.join(folder, "fonts.conf")
    with open(path, "w", encoding="utf-8") as file:
        file.write(CONFIGURATION % (fonts, os.path.join(folder, "font-cache")))
    return path


@lru_cache(maxsize=None)
def characters(name):
    """The characters that a font has."""
    ranges = subprocess.run(["fc-query", "--format=%{charset}", find(name)], check=True, text=True,
                            stdout=subprocess.PIPE).stdout
    found = set()
    for part in ranges.split():
        first, _, last = part.partition("-")
        found.update(range(int(first, 16), int(last or first, 16) + 1))
    return found


@lru_cache(maxsize=None)
def font(name):
    return ImageFont.truetype(find(name), EM)


class Style(NamedTuple):
    """How a text is set; "broad": in the font with more characters, if it has them."""

    bold: bool
    italic: bool
    broad: bool


def chain(style):
    """The names of the fonts for a style, the first choice first."""
    slope = ("Bold" if style.bold else "") + ("Italic" if style.italic else "") or "Regular"
    names = ("LiberationSans-%s.ttf" % slope, "DejaVuSans%s.ttf" % ("-Bold" if style.bold else ""))
    return names[::-1] if style.broad else names


@lru_cache(maxsize=None)
def font_of(character, style):
    """The name of the font for a character; None if no font has it."""
    return next((name for name in chain(style) if ord(character) in characters(name)), None)


def is_right_to_left(text):
    return any(unicodedata.bidirectional(c) in ("R", "AL", "RLI") for c in text)


def runs(text, style):
    """The parts of a text that are set in one font, each with the name of the font."""
    result = []
    for c in text:
        name = result[-1][0] if c == " " and result else font_of(c, style)
        if result and result[-1][0] == name:
            result[-1][1] += c
        else:
            result.append([name, c])
    return result


@lru_cache(maxsize=None)
def measure(text, style):
    """The width of a text in ems, its ink in square ems, and how much of the width is uncertain
    because its font is not the first choice. Programs leave out or box characters that no font has:
    they count as no ink."""
    width = ink = doubt = 0.0
    for name, part in runs(text, style):
        if name is None:
            length, area = 1.0 * len(part), 0.0
        else:
            length = font(name).getlength(part) / EM
            area = ink_of(part, name)
        width, ink = width + length, ink + area
        doubt += DOUBTS[chain(style).index(name) if name else -1] * length
    return width, ink, doubt


def ink_of(text, name):
    """The ink of a text in one font, in square ems."""
    image = Image.new("L", (int(font(name).getlength(text)) + 2 * EM, 3 * EM))
    ImageDraw.Draw(image).text((EM, EM), text, fill=255, font=font(name))
    return sum(v * n for v, n in enumerate(image.histogram())) / 255 / EM / EM


@lru_cache(maxsize=None)
def image_of(letter, style, size):
    """An image of a letter, SIZE pixels high from the baseline up."""
    face = ImageFont.truetype(find(font_of(letter, style)), round(size * FINE))
    width, height = math.ceil(face.getlength(letter) / FINE), round(0.8 * size)
    image = Image.new("L", (width * FINE, height * FINE))
    ImageDraw.Draw(image).text((0, image.height), letter, fill=255, font=face, anchor="ls")
    return image.resize((width, height), Image.Resampling.BOX)


class Word:
    """A part of a text and its place: "left" and "right" in points, its ink in square points, and how
    far it may be from there."""

    def __init__(self, text, left, right, ink, play):
        self.text, self.left, self.right, self.ink, self.play = text, left, right, ink, play


class Line:
    """A text: its box in points, and its words; the places of those in a text from right to left are
    only the line itself."""

    def __init__(self, item):
        self.text = INVISIBLE.sub("", item.text).strip()
        self.right_to_left = is_right_to_left(item.text)
        self.style = Style(item.bold, item.italic, item.broad)
        width, ink, doubt = measure(self.text, self.style)
        self.doubt = doubt
        self.uncertain = any(c.strip() and not font_of(c, self.style) for c in self.text)
        self.width, self.ink = width * item.size, ink * item.size ** 2
        self.play = 0.6 + DRIFT * self.width + doubt * item.size
        share = {"start": 0.0, "middle": 0.5, "end": 1.0}[item.anchor]
        self.left = item.at[0] - share * self.width
        self.right = self.left + self.width
        self.top = item.at[1] - (1.05 if self.right_to_left else 0.85) * item.size
        self.bottom = item.at[1] + (0.45 if self.right_to_left else 0.3) * item.size
        self.words = list(self._words(item))

    def _words(self, item):
        for match in re.finditer(r"\S+", self.text):
            start, _, before = measure(self.text[: match.start()], self.style)
            width, ink, doubt = measure(match.group(), self.style)
            if self.right_to_left:
                yield Word(match.group(), self.left, self.right - width * item.size, ink * item.size ** 2, self.play)
                continue
            left = self.left + start * item.size
            moved = before + doubt if item.anchor == "start" else self.doubt
            far = max(abs(left - item.at[0]), abs(left + width * item.size - item.at[0]))
            play = 0.5 + DRIFT * far + moved * item.size
            yield Word(match.group(), left, left + width * item.size, ink * item.size ** 2, play)
