#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Writes bench/liberation_table.c: the advance widths of Liberation Sans, in thousandths of an em, for
the characters in figures of the benchmarks.

To run it, on Debian 12:

    apt-get install python3-fonttools fonts-liberation
    /usr/bin/python3 maint/liberation-widths.py > bench/liberation_table.c
"""
from fontTools.ttLib import TTFont

FOLDER = "/usr/share/fonts/truetype/liberation/"
FACES = (("regular", "LiberationSans-Regular.ttf"), ("bold", "LiberationSans-Bold.ttf"))
RANGES = ((0x20, 0x7E), (0xA0, 0x17F), (0x2010, 0x2026), (0x2260, 0x2260))


def widths(path):
    font = TTFont(FOLDER + path)
    glyphs, metrics, em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    return [metrics[glyphs[code]][0] * 1000 / em if code in glyphs else 0
            for first, last in RANGES for code in range(first, last + 1)]


def main():
    print("/* SPDX-License-Identifier: MIT */")
    print("/* Written by maint/liberation-widths.py: change that, not this. */")
    print('#include <config.h>\n\n#include "liberation.h"\n\n/* clang-format off */')
    index = 0
    print("const struct liberation_range liberation_ranges[] = {")
    for first, last in RANGES:
        print("    {0x%04X, 0x%04X, %d}," % (first, last, index))
        index += last - first + 1
    print("};\nconst size_t liberation_range_count = %d;" % len(RANGES))
    for name, path in FACES:
        print("const uint16_t liberation_%s[] = {" % name)
        numbers = ["%d," % round(width) for width in widths(path)]
        for at in range(0, len(numbers), 16):
            print("    " + " ".join(numbers[at:at + 16]))
        print("};")


main()
