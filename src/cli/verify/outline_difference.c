/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/verify/outline_difference.h"

#include <ctype.h>
#include <string.h>

#include "base/text/escape.h"
#include "base/text/excerpt.h"
#include "cli/verify/figure_part.h"

/* A comparison of two outlines. */
struct comparing {
    struct outline_difference *difference;
    const struct svg_outline *found, *again;
    const char *prefix;
};

/* White space in texts only follows from how lines are broken. */
static bool is_same_text(const struct buffer *a, const struct buffer *b)
{
    const char *x = buffer_string(a), *y = buffer_string(b);
    for (;;) {
        while (isspace((unsigned char)*x))
            x++;
        while (isspace((unsigned char)*y))
            y++;
        if (*x != *y || *x == '\0')
            return *x == *y;
        x++, y++;
    }
}

bool outline_difference_same_words(const struct svg_part *found, const struct svg_part *again)
{
    return is_same_text(&found->sentence, &again->sentence) &&
           is_same_text(&found->text, &again->text);
}

bool outline_difference_other_width(const struct svg_outline *found, const struct svg_part *part,
                                    const struct svg_outline *again, const struct svg_part *other)
{
    return part->width != 0 && other->width != 0 && figure_part_kind(found, part) == PART_TIE &&
           strcmp(svg_outline_text(found, part->width), svg_outline_text(again, other->width)) !=
               0;
}

static bool is_same_word(const struct comparing *comparing, uint32_t found, uint32_t again)
{
    return strcmp(svg_outline_text(comparing->found, found),
                  svg_outline_text(comparing->again, again)) == 0;
}

static bool is_same_part(const struct comparing *comparing, const struct svg_part *found,
                         const struct svg_part *again)
{
    return outline_difference_same_words(found, again) &&
           is_same_word(comparing, found->class, again->class) &&
           is_same_word(comparing, found->relations, again->relations) &&
           !outline_difference_other_width(comparing->found, found, comparing->again, again);
}

/* --- words */

static void add_text(struct buffer *out, const char *text)
{
    escape_for_terminal(out, text, strlen(text));
}

static void add_name(const struct comparing *comparing, const struct svg_outline *outline,
                     const struct svg_part *part)
{
    struct buffer *out = &comparing->difference->lines;
    buffer_text(out, "  ");
    figure_part_name(out, outline, part, comparing->prefix);
}

/* Texts may be of any length, such as descriptions. */
static void add_excerpt(struct buffer *out, const char *text, const char *other)
{
    enum { LONGEST = 140 };
    struct buffer excerpt = BUFFER_EMPTY;
    excerpt_add(&excerpt, text, other, LONGEST);
    add_text(out, excerpt.length > 0 ? buffer_string(&excerpt) : "(nothing)");
    out->failed |= excerpt.failed;
    buffer_clear(&excerpt);
}

/* Adds a line with what differs, and one for each side. */
static void add_both(const struct comparing *comparing, const struct svg_part *part,
                     const char *what, const char *found, const char *again, bool whole)
{
    struct buffer *out = &comparing->difference->lines;
    add_name(comparing, comparing->found, part);
    buffer_format(out, " %s:\n    figure:  ", what);
    if (whole)
        add_text(out, found);
    else
        add_excerpt(out, found, again);
    buffer_text(out, "\n    dataset: ");
    if (whole)
        add_text(out, again);
    else
        add_excerpt(out, again, found);
    buffer_char(out, '\n');
}

/* A merged tie may have the same words for other relations. */
static void add_look(const struct comparing *comparing, const struct svg_part *found,
                     const struct svg_part *again)
{
    if (!is_same_word(comparing, found->class, again->class))
        add_both(comparing, found, "is drawn otherwise",
                 svg_outline_text(comparing->found, found->class),
                 svg_outline_text(comparing->again, again->class), true);
    if (!is_same_word(comparing, found->relations, again->relations))
        add_both(comparing, found, "stands for others",
                 svg_outline_text(comparing->found, found->relations),
                 svg_outline_text(comparing->again, again->relations), true);
}

/* What follows from a sentence that reads otherwise is not said, but for its label. */
static void add_changed(const struct comparing *comparing, const struct svg_part *found,
                        const struct svg_part *again)
{
    const bool text = figure_part_kind(comparing->found, found) == PART_TEXT;
    if (!is_same_text(&found->sentence, &again->sentence))
        add_both(comparing, found, "reads otherwise", buffer_string(&found->sentence),
                 buffer_string(&again->sentence), true);
    else
        add_look(comparing, found, again);
    if (!is_same_text(&found->text, &again->text))
        add_both(comparing, found, text ? "reads otherwise" : "is labelled otherwise",
                 buffer_string(&found->text), buffer_string(&again->text), false);
    if (!outline_difference_other_width(comparing->found, found, comparing->again, again))
        return;
    add_name(comparing, comparing->found, found);
    buffer_text(&comparing->difference->lines, " is drawn with another width\n");
}

static void add_single(const struct comparing *comparing, const struct svg_outline *outline,
                       const struct svg_part *part)
{
    struct buffer *out = &comparing->difference->lines;
    const struct buffer *words = part->sentence.length > 0 ? &part->sentence : &part->text;
    add_name(comparing, outline, part);
    if (part->repeated)
        buffer_text(out, " is there once more");
    else
        buffer_format(out, " is only in the %s",
                      outline == comparing->found ? "figure" : "dataset");
    if (words->length > 0) {
        buffer_text(out, ": ");
        add_text(out, buffer_string(words));
    }
    buffer_char(out, '\n');
}

/* --- the comparison */

static void count(const struct comparing *comparing, enum part_kind kind)
{
    struct outline_difference *difference = comparing->difference;
    switch (kind) {
    case PART_TIE: difference->ties++; break;
    case PART_ACTOR: difference->actors++; break;
    case PART_TEXT: difference->texts++; break;
    case PART_NONE: break;
    }
}

static const struct svg_part *counterpart(const struct svg_outline *outline,
                                          const struct svg_outline *other,
                                          const struct svg_part *part)
{
    return part->repeated ? NULL : svg_outline_find(other, svg_outline_text(outline, part->id));
}

/* The parts of KIND: those of the figure first. */
static void compare_kind(const struct comparing *comparing, enum part_kind kind)
{
    const struct svg_outline *found = comparing->found, *again = comparing->again;
    for (size_t i = 0; i < found->count; i++) {
        const struct svg_part *part = &found->parts[i], *other = counterpart(found, again, part);
        if (figure_part_kind(found, part) != kind ||
            (other != NULL && is_same_part(comparing, part, other)))
            continue;
        count(comparing, kind);
        if (other != NULL)
            add_changed(comparing, part, other);
        else
            add_single(comparing, found, part);
    }
    for (size_t i = 0; i < again->count; i++) {
        const struct svg_part *part = &again->parts[i];
        if (figure_part_kind(again, part) != kind || counterpart(again, found, part) != NULL)
            continue;
        count(comparing, kind);
        add_single(comparing, again, part);
    }
}

void outline_difference_find(struct outline_difference *difference,
                             const struct svg_outline *found, const struct svg_outline *again,
                             const char *prefix)
{
    const struct comparing comparing = {difference, found, again, prefix};
    compare_kind(&comparing, PART_TIE);
    compare_kind(&comparing, PART_ACTOR);
    compare_kind(&comparing, PART_TEXT);
}

bool outline_difference_shows(const struct outline_difference *difference)
{
    return difference->ties + difference->actors + difference->texts > 0;
}
