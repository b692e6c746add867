#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Writes the table of advance widths, src/scene/metrics_table.c.

For each code point the table has the larger of its advance widths in Liberation Sans (which has
the metrics of Arial) and DejaVu Sans, regular and bold, in thousandths of an em, rounded up. A
character in neither font gets a width for its script. Letters of joined scripts have the widths
of their four forms. The result depends only on the fonts and on Python's Unicode data.

To run it, on Debian 12:

    apt-get install python3-fonttools fonts-liberation fonts-dejavu-core
    /usr/bin/python3 maint/advance-widths.py > src/scene/metrics_table.c
"""
import sys
import unicodedata

from fontTools.ttLib import TTFont

FOLDER = "/usr/share/fonts/truetype/"
FACES = (
    ("liberation/LiberationSans-Regular.ttf", "dejavu/DejaVuSans.ttf"),
    ("liberation/LiberationSans-Bold.ttf", "dejavu/DejaVuSans-Bold.ttf"),
)
CODE_POINTS = 0x110000
UNKNOWN = 1000
UNIFORM = 8  # consecutive code points of the same width that get a range of their own

# Widths for characters that neither font has: (first, last, width in 1/1000 em), rather too wide.
SCRIPTS = (
    (0x0000, 0x001F, 640), (0x007F, 0x009F, 640),  # controls
    (0x0100, 0x058F, 850), (0x0590, 0x05FF, 700), (0x0600, 0x08FF, 900),
    (0x0900, 0x097F, 750), (0x0980, 0x0B7F, 850),  # Devanagari; Bengali to Oriya
    (0x0B80, 0x0BFF, 1000), (0x0C00, 0x0CFF, 900),  # Tamil; Telugu, Kannada
    (0x0D00, 0x0DFF, 1100),  # Malayalam, Sinhala
    (0x0E00, 0x0FFF, 750), (0x1000, 0x109F, 1000),  # Thai, Lao, Tibetan; Myanmar
    (0x10A0, 0x10FF, 850), (0x1100, 0x115F, 1000), (0x1160, 0x11FF, 0),  # Georgian; Hangul
    (0x1200, 0x139F, 900), (0x13A0, 0x13FF, 850), (0x1400, 0x167F, 800),
    (0x1780, 0x17FF, 900), (0x1800, 0x18AF, 900), (0x1C90, 0x1CBF, 850),
    (0x1D00, 0x1FFF, 800), (0x2C00, 0x2DDF, 850), (0xA640, 0xA7FF, 850),
    (0xFB50, 0xFDFF, 1000), (0xFE70, 0xFEFF, 900), (0xFF61, 0xFFDC, 500),
    (0x1F000, 0x1FAFF, 1300),
)

# Emoji that are in colour by default (Emoji_Presentation in Unicode's emoji-data.txt): they come
# from another font, so they are never narrower than this, even if the two fonts have them.
EMOJI_WIDTH = 1300
EMOJI = (
    (0x231A, 0x231B), (0x23E9, 0x23EC), (0x23F0, 0x23F0), (0x23F3, 0x23F3), (0x25FD, 0x25FE),
    (0x2614, 0x2615), (0x2648, 0x2653), (0x267F, 0x267F), (0x2693, 0x2693), (0x26A1, 0x26A1),
    (0x26AA, 0x26AB), (0x26BD, 0x26BE), (0x26C4, 0x26C5), (0x26CE, 0x26CE), (0x26D4, 0x26D4),
    (0x26EA, 0x26EA), (0x26F2, 0x26F3), (0x26F5, 0x26F5), (0x26FA, 0x26FA), (0x26FD, 0x26FD),
    (0x2705, 0x2705), (0x270A, 0x270B), (0x2728, 0x2728), (0x274C, 0x274C), (0x274E, 0x274E),
    (0x2753, 0x2755), (0x2757, 0x2757), (0x2795, 0x2797), (0x27B0, 0x27B0), (0x27BF, 0x27BF),
    (0x2B1B, 0x2B1C), (0x2B50, 0x2B50), (0x2B55, 0x2B55), (0x1F300, 0x1FAFF),
)

# Format characters that are visible, unlike the others.
DRAWN_FORMATS = {0x0600, 0x0601, 0x0602, 0x0603, 0x0604, 0x0605, 0x06DD, 0x070F, 0x0890, 0x0891,
                 0x08E2, 0x110BD, 0x110CD}
EMOJI_SELECTOR = 0xFE0F
EMOJI_SELECTOR_WIDTH = 500  # turns the preceding symbol into a wider picture
ZWNJ, ZWJ, TATWEEL, NKO_LAJANYALAN = 0x200C, 0x200D, 0x0640, 0x07FA


class Font:
    """The advance widths of one font file, in thousandths of an em, rounded up."""

    def __init__(self, path):
        font = TTFont(FOLDER + path)
        self.glyphs = font.getBestCmap()
        self.advances = {glyph: advance for glyph, (advance, _) in font["hmtx"].metrics.items()}
        self.em = font["head"].unitsPerEm
        self.add_decomposed()
        if "kern" in font:
            self.add_kerns(font["kern"].kernTables[0].kernTable)
        self.forms = {tag: {} for tag in ("init", "medi", "fina")}
        if "GSUB" in font:
            self.read_forms(font["GSUB"].table)

    def add_decomposed(self):
        """Characters that are drawn as others: as a base and marks, or as an equivalent."""
        for code in range(0xC0, 0x30000):
            parts = [ord(c) for c in unicodedata.normalize("NFD", chr(code))]
            same = unicodedata.normalize("NFC", chr(code))
            if code not in self.glyphs and len(parts) > 1 and all(
                    c in self.glyphs and (c == parts[0] or is_drawn_on_others(c)) for c in parts):
                self.glyphs[code] = self.glyphs[parts[0]]
            elif same != chr(code) and len(same) == 1 and ord(same) in self.glyphs:
                other = self.glyphs[ord(same)]
                self.glyphs[code] = max(other, self.glyphs.get(code, other),
                                        key=self.advances.get)

    def add_kerns(self, kerns):
        """Adds kerning that moves glyphs apart to the widths, so that no sum of widths is too
        small: for each pair, to the glyph that is not a letter, or else where it adds least."""
        letters = {glyph for code, glyph in self.glyphs.items() if chr(code).isalpha()}
        before, after = {}, {}
        for first, second in sorted(kerns, key=lambda pair: (pair[0] != pair[1], pair)):
            kern = kerns[first, second]
            costs = [((first in letters) > (second in letters), kern - after.get(first, 0)),
                     ((second in letters) > (first in letters), kern - before.get(second, 0))]
            side, glyph = (before, second) if costs[1] <= costs[0] else (after, first)
            side[glyph] = max(side.get(glyph, 0), kern)
        for side in (before, after):
            for glyph, kern in side.items():
                self.advances[glyph] += kern

    def read_forms(self, table):
        for record in table.FeatureList.FeatureRecord:
            for index in record.Feature.LookupListIndex:
                for subtable in table.LookupList.Lookup[index].SubTable:
                    if record.FeatureTag in self.forms:
                        self.forms[record.FeatureTag].update(subtable.mapping)

    def width(self, glyph):
        return -(-self.advances[glyph] * 1000 // self.em)

    def form(self, code, tag):
        """The width of a letter's form, or None if the letter has no such form."""
        glyph = self.forms[tag].get(self.glyphs.get(code))
        return None if glyph is None else self.width(glyph)


def is_private(code):
    return 0xE000 <= code <= 0xF8FF or code >= 0xF0000


def is_drawn_on_others(code):
    """Whether a code point adds nothing to the width: marks, joiners, bidi controls."""
    category = unicodedata.category(chr(code))
    return category in ("Mn", "Me") or (category == "Cf" and code not in DRAWN_FORMATS)


def widths_of_face(fonts):
    widths = [UNKNOWN] * CODE_POINTS
    for first, last, width in SCRIPTS:
        widths[first:last + 1] = [width] * (last - first + 1)
    for code in sorted(set().union(*(font.glyphs for font in fonts))):
        if not is_private(code):
            widths[code] = max(font.width(font.glyphs[code])
                               for font in fonts if code in font.glyphs)
    for first, last in EMOJI:
        widths[first:last + 1] = [max(EMOJI_WIDTH, w) for w in widths[first:last + 1]]
    for code in range(CODE_POINTS):
        if is_drawn_on_others(code):
            widths[code] = 0
    for code in (0x09, 0x0A, 0x0D):
        widths[code] = widths[0x20]
    widths[EMOJI_SELECTOR] = EMOJI_SELECTOR_WIDTH
    return widths


def ranges_of(pairs):
    """Divides the code points into ranges (first, last, step): step 0 for one width, 1 for many."""
    ranges = []
    first = 0
    while first < CODE_POINTS:
        last = first
        while last + 1 < CODE_POINTS and pairs[last + 1] == pairs[first]:
            last += 1
        if last - first + 1 >= UNIFORM:
            if pairs[first] != (UNKNOWN, UNKNOWN):
                ranges.append([first, last, 0])
        elif ranges and ranges[-1][2] == 1 and ranges[-1][1] == first - 1:
            ranges[-1][1] = last
        else:
            ranges.append([first, last, 1])
        first = last + 1
    return ranges


def letters_of(faces, widths):
    """The letters of cursive scripts: (code, joining, four widths for each face)."""
    joined = faces[0][1]
    letters = [(ZWNJ, "NONE", [[0] * 4] * 2), (ZWJ, "CAUSE", [[0] * 4] * 2)]
    for code in sorted(joined.glyphs):
        final, initial = joined.form(code, "fina"), joined.form(code, "init")
        if code in (TATWEEL, NKO_LAJANYALAN):
            letters.append((code, "CAUSE", [[width[code]] * 4 for width in widths]))
        elif final is not None:
            joining = "RIGHT" if initial is None else "DUAL"
            letters.append((code, joining, [forms_of(font, code, width[code])
                                            for (_, font), width in zip(faces, widths)]))
    return sorted(letters)


def forms_of(font, code, isolated):
    """The widths of a letter: isolated, joined to the preceding, to the following, to both."""
    final = font.form(code, "fina")
    initial = font.form(code, "init")
    medial = font.form(code, "medi")
    if initial is None:
        return [isolated, final, isolated, final]
    return [isolated, final, initial, initial if medial is None else medial]


def write_numbers(numbers, out):
    line = "   "
    for number in numbers:
        item = " %d," % number
        if len(line) + len(item) > 98:
            print(line, file=out)
            line = "   "
        line += item
    print(line, file=out)


def write_ranges(ranges, out):
    index = 0
    line = "   "
    for first, last, step in ranges:
        item = " {0x%04X, 0x%04X, %d, %d}," % (first, last, index, step)
        index += last - first + 1 if step else 1
        if len(line) + len(item) > 98:
            print(line, file=out)
            line = "   "
        line += item
    print(line, file=out)


def write_letters(letters, out):
    for code, joining, faces in letters:
        forms = ", ".join("{" + ", ".join(map(str, face)) + "}" for face in faces)
        print("    {0x%04X, METRICS_JOINS_%s, {%s}}," % (code, joining, forms), file=out)


def write_table(ranges, widths, letters, out):
    print("""/* SPDX-License-Identifier: MIT */
/* Written by maint/advance-widths.py: change that, not this. */
#include <config.h>

#include "scene/metrics_table.h"

/* clang-format off */
const struct metrics_range metrics_ranges[] = {""", file=out)
    write_ranges(ranges, out)
    print("};\n\nconst size_t metrics_range_count = sizeof metrics_ranges / sizeof *metrics_ranges;",
          file=out)
    for name, face in zip(("regular", "bold"), widths):
        numbers = []
        for first, last, step in ranges:
            numbers += face[first:last + 1] if step else [face[first]]
        print("\nconst uint16_t metrics_%s[] = {" % name, file=out)
        write_numbers(numbers, out)
        print("};", file=out)
    print("\nconst struct metrics_letter metrics_letters[] = {", file=out)
    write_letters(letters, out)
    print("};\n\nconst size_t metrics_letter_count = "
          "sizeof metrics_letters / sizeof *metrics_letters;", file=out)


def main():
    faces = [[Font(path) for path in face] for face in FACES]
    widths = [widths_of_face(fonts) for fonts in faces]
    ranges = ranges_of(list(zip(*widths)))
    write_table(ranges, widths, letters_of(faces, widths), sys.stdout)


if __name__ == "__main__":
    main()
