/* SPDX-License-Identifier: MIT */
/* The values that entente writes into the attributes of an SVG. None but an address can refer to
   anything outside of it, whatever a browser makes of the attribute. */
#ifndef RENDER_SVG_VALUE_H
#define RENDER_SVG_VALUE_H

#include <stdbool.h>

enum svg_value {
    SVG_NUMBER,    /* -1.5 */
    SVG_NUMBERS,   /* separated by commas and spaces */
    SVG_LENGTH,    /* 340.16pt */
    SVG_PATH,      /* numbers, and the commands M, C, L and Z */
    SVG_TRANSFORM, /* translate(1,2) scale(3) */
    SVG_COLOR,     /* #1A2B3C, or none */
    SVG_ID,        /* a name of XML without colons */
    SVG_CLASSES,   /* letters and digits of any script, hyphens, spaces */
    SVG_LANGUAGE,  /* a language tag: ASCII letters, digits and hyphens */
    SVG_HASH,      /* 64 hexadecimal digits */
    SVG_TEXT,      /* any text: no program takes it for more */
    SVG_ADDRESS,   /* as in address.h */
    SVG_FONTS,     /* a list of fonts in scene/style.h */
    SVG_WORD,      /* one of the words that the caller gives */
};

/* Whether TEXT is such a VALUE. WORD: what else it must be, if VALUE is SVG_WORD, one or two
   words separated by a space. */
bool svg_value_is(enum svg_value value, const char *text, const char *word);

#endif
