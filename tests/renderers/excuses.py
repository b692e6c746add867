# SPDX-License-Identifier: MIT
"""What programs are known to do wrong to text from right to left, in the versions of Debian 12, and no
SVG can prevent. Of such a text only some ink is looked for, and its marks; all else must hold."""

import re


class Excuse:
    """Why a program is excused, which of these texts it does wrong, and whether their ink may be
    anywhere in their rows."""

    def __init__(self, reason, pattern, anywhere):
        self.reason, self.pattern, self.anywhere = reason, re.compile(pattern), anywhere


EXCUSES = {
    "Inkscape": Excuse("moves digits, brackets and Latin names in text from right to left",
                           r"[0-9\u06f0-\u06f9A-Za-z(){}\[\].:,?≠✕]", False),
    "WeasyPrint": Excuse("sets text from right to left letter by letter from left to right", ".", True),
    "CairoSVG": Excuse("has no letters but those of one font, and boxes for all others", ".", True),
}


def excuse(program, line):
    """The excuse for a line of text; None if it must be as the figure says."""
    known = EXCUSES.get(program)
    return known if known and line.right_to_left and known.pattern.search(line.text) else None
