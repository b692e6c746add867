/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/verify/figure_part.h"

#include <string.h>

#include "base/text/escape.h"

static bool has_class(const char *classes, const char *word)
{
    const size_t length = strlen(word);
    return strncmp(classes, word, length) == 0 &&
           (classes[length] == '\0' || classes[length] == ' ');
}

enum part_kind figure_part_kind(const struct svg_outline *outline, const struct svg_part *part)
{
    const char *classes = svg_outline_text(outline, part->class);
    if (has_class(classes, "edge"))
        return PART_TIE;
    if (has_class(classes, "node junction"))
        return PART_NONE;
    return has_class(classes, "node") || has_class(classes, "bloc") ? PART_ACTOR : PART_TEXT;
}

void figure_part_prefix(struct buffer *out, const struct svg_outline *outline)
{
    static const char title[] = "figure-title";
    const char *id = outline->count > 0 ? svg_outline_text(outline, outline->parts[0].id) : "";
    const size_t length = strlen(id), rest = strlen(title);
    if (length > rest && strcmp(id + length - rest, title) == 0)
        buffer_add(out, id, length - rest);
}

/* What the ids of groups begin with, and what is said in its place. */
static const struct {
    const char *start, *words;
} roles[] = {
    {"relation-", ""}, {"actor-", ""},        {"event-", ""},
    {"bloc-", ""},     {"junction-", ""},     {"figure-desc", "description"},
    {"figure-", ""},   {"note-", "note of "}, {"source-", "source "},
};

static void add_short_id(struct buffer *out, const char *id, const char *prefix)
{
    const size_t length = strlen(prefix);
    id += strncmp(id, prefix, length) == 0 ? length : 0;
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (strncmp(id, roles[i].start, strlen(roles[i].start)) == 0) {
            buffer_text(out, roles[i].words);
            id += strlen(roles[i].start);
            break;
        }
    escape_for_terminal(out, id, strlen(id));
}

void figure_part_name(struct buffer *out, const struct svg_outline *outline,
                      const struct svg_part *part, const char *prefix)
{
    static const char *const nouns[] = {"tie ", "actor ", "", "junction of "};
    const char *relations = svg_outline_text(outline, part->relations);
    const enum part_kind kind = figure_part_kind(outline, part);
    const bool event = has_class(svg_outline_text(outline, part->class), "node event");
    buffer_text(out, event ? "event " : nouns[kind]);
    if (kind == PART_TIE && part->relations != 0)
        escape_for_terminal(out, relations, strlen(relations));
    else
        add_short_id(out, svg_outline_text(outline, part->id), prefix);
}
