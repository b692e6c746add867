/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/verify/outline_difference.h"

#include <ctype.h>
#include <string.h>

#include "base/text/escape.h"

enum part_kind { PART_TIE, PART_ACTOR, PART_TEXT, PART_NONE };

/* A comparison of two outlines. */
struct comparing {
    struct outline_difference *difference;
    const struct svg_outline *found, *again;
    const char *prefix;
    bool looks;
};

static bool has_class(const char *classes, const char *word)
{
    const size_t length = strlen(word);
    return strncmp(classes, word, length) == 0 &&
           (classes[length] == '\0' || classes[length] == ' ');
}

/* Layers, and whatever is in them, have only texts. A junction says what its tie does. */
static enum part_kind kind_of(const struct svg_outline *outline, const struct svg_part *part)
{
    const char *classes = svg_outline_text(outline, part->class);
    if (has_class(classes, "edge"))
        return PART_TIE;
    if (has_class(classes, "node junction"))
        return PART_NONE;
    return has_class(classes, "node") || has_class(classes, "bloc") ? PART_ACTOR : PART_TEXT;
}

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

static bool is_same_word(const struct comparing *comparing, uint32_t found, uint32_t again)
{
    return strcmp(svg_outline_text(comparing->found, found),
                  svg_outline_text(comparing->again, again)) == 0;
}

static bool is_same_look(const struct comparing *comparing, const struct svg_part *found,
                         const struct svg_part *again)
{
    return is_same_text(&found->text, &again->text) &&
           (kind_of(comparing->found, found) != PART_TIE ||
            is_same_word(comparing, found->width, again->width));
}

static bool is_same_part(const struct comparing *comparing, const struct svg_part *found,
                         const struct svg_part *again)
{
    if (!is_same_text(&found->sentence, &again->sentence) ||
        !is_same_word(comparing, found->class, again->class) ||
        !is_same_word(comparing, found->relations, again->relations))
        return false;
    return kind_of(comparing->found, found) == PART_TEXT || comparing->looks
               ? is_same_look(comparing, found, again)
               : true;
}

/* --- words */

static void add_text(struct buffer *out, const char *text)
{
    escape_for_terminal(out, text, strlen(text));
}

/* The id in the dataset of a part, which is that of its group without prefix and role. */
static const char *short_id(const struct comparing *comparing, const char *id)
{
    static const char *const roles[] = {"relation-", "actor-", "event-",
                                        "junction-", "bloc-",  "figure-"};
    const size_t length = strlen(comparing->prefix);
    if (strncmp(id, comparing->prefix, length) == 0)
        id += length;
    if (strcmp(id, "figure-desc") == 0)
        return "description";
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (strncmp(id, roles[i], strlen(roles[i])) == 0)
            return id + strlen(roles[i]);
    return id;
}

/* "tie iran-arms", "actor iran", "foot". */
static void add_name(struct buffer *out, const struct comparing *comparing,
                     const struct svg_outline *outline, const struct svg_part *part)
{
    static const char *const nouns[] = {"tie ", "actor ", "", ""};
    const char *classes = svg_outline_text(outline, part->class);
    const bool event = has_class(classes, "node event");
    buffer_text(out, event ? "event " : nouns[kind_of(outline, part)]);
    if (has_class(classes, "edge") && part->relations != 0)
        add_text(out, svg_outline_text(outline, part->relations));
    else
        add_text(out, short_id(comparing, svg_outline_text(outline, part->id)));
}

static void add_words(struct buffer *out, const struct svg_part *part)
{
    const struct buffer *words = part->sentence.length > 0 ? &part->sentence : &part->text;
    add_text(out, buffer_string(words));
}

/* A merged tie may have the same words for other relations. */
static void add_look(const struct comparing *comparing, const struct svg_part *found,
                     const struct svg_part *again)
{
    struct buffer *out = &comparing->difference->lines;
    if (!is_same_word(comparing, found->relations, again->relations)) {
        buffer_text(out, " is now ");
        add_text(out, svg_outline_text(comparing->again, again->relations));
    } else if (!is_same_text(&found->text, &again->text)) {
        buffer_text(out, " is labelled \"");
        add_text(out, buffer_string(&found->text));
        buffer_text(out, "\", and now \"");
        add_text(out, buffer_string(&again->text));
        buffer_char(out, '"');
    } else
        buffer_text(out, " is drawn with another width");
    buffer_char(out, '\n');
}

/* Texts may be of any length, such as descriptions; that they differ tells enough. */
static void add_changed(const struct comparing *comparing, const struct svg_part *found,
                        const struct svg_part *again)
{
    struct buffer *out = &comparing->difference->lines;
    const bool text = kind_of(comparing->found, found) == PART_TEXT;
    buffer_text(out, "  ");
    add_name(out, comparing, comparing->found, found);
    if (text) {
        buffer_text(out, " reads otherwise\n");
        return;
    }
    if (is_same_text(&found->sentence, &again->sentence) &&
        is_same_word(comparing, found->class, again->class)) {
        add_look(comparing, found, again);
        return;
    }
    if (is_same_text(&found->sentence, &again->sentence)) {
        buffer_text(out, " is drawn as \"");
        add_text(out, svg_outline_text(comparing->found, found->class));
        buffer_text(out, "\", and now as \"");
        add_text(out, svg_outline_text(comparing->again, again->class));
        buffer_text(out, "\"\n");
        return;
    }
    buffer_text(out, " reads otherwise:\n    figure:  ");
    add_words(out, found);
    buffer_text(out, "\n    dataset: ");
    add_words(out, again);
    buffer_char(out, '\n');
}

static void add_single(const struct comparing *comparing, const struct svg_outline *outline,
                       const struct svg_part *part, const char *where)
{
    struct buffer *out = &comparing->difference->lines;
    buffer_text(out, "  ");
    add_name(out, comparing, outline, part);
    buffer_format(out, " is only in the %s", where);
    if (part->sentence.length > 0) {
        buffer_text(out, ": ");
        add_words(out, part);
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
    return svg_outline_find(other, svg_outline_text(outline, part->id));
}

/* The parts of KIND: those of the figure first. */
static void compare_kind(const struct comparing *comparing, enum part_kind kind)
{
    const struct svg_outline *found = comparing->found, *again = comparing->again;
    for (size_t i = 0; i < found->count; i++) {
        const struct svg_part *part = &found->parts[i], *other = counterpart(found, again, part);
        if (kind_of(found, part) != kind ||
            (other != NULL && is_same_part(comparing, part, other)))
            continue;
        count(comparing, kind);
        if (other != NULL)
            add_changed(comparing, part, other);
        else
            add_single(comparing, found, part, "figure");
    }
    for (size_t i = 0; i < again->count; i++) {
        const struct svg_part *part = &again->parts[i];
        if (kind_of(again, part) != kind || counterpart(again, found, part) != NULL)
            continue;
        count(comparing, kind);
        add_single(comparing, again, part, "dataset");
    }
}

void outline_difference_find(struct outline_difference *difference,
                             const struct svg_outline *found, const struct svg_outline *again,
                             const char *prefix, bool looks)
{
    const struct comparing comparing = {difference, found, again, prefix, looks};
    compare_kind(&comparing, PART_TIE);
    compare_kind(&comparing, PART_ACTOR);
    compare_kind(&comparing, PART_TEXT);
}

bool outline_difference_shows(const struct outline_difference *difference)
{
    return difference->ties + difference->actors + difference->texts > 0;
}
