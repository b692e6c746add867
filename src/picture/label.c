/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "picture/label.h"

#include <stdlib.h>
#include <string.h>

/* The year at which a date's text begins, without its qualifier: "199X", "2001". */
static int year_length(const char *text)
{
    return (int)strcspn(text, "-/?~%");
}

/* The years of a past relation double what its colour says: "1998", "1990–1999", "until 2021". */
static void add_years(struct buffer *out, enum tongue tongue, const struct network *network,
                      const struct relation *relation)
{
    if (relation->phase != PHASE_PAST || relation->when == NETWORK_NONE)
        return;
    const char *from = network_text(network, network->dates.items[relation->when].text);
    const char *slash = strchr(from, '/');
    const char *to = slash != NULL && slash[1] != '.' ? slash + 1 : "";
    int from_length = from[0] == '.' ? 0 : year_length(from), to_length = year_length(to);
    if (from_length == 0)
        buffer_format(out, "%s ", wording_word(tongue, WORD_UNTIL));
    buffer_format(out, "%.*s", from_length, from);
    bool same = from_length == to_length && strncmp(from, to, (size_t)to_length) == 0;
    if (to_length > 0 && !same)
        buffer_format(out, "%s%.*s", from_length > 0 ? "–" : "", to_length, to);
}

/* What a label says of a member; either may be empty. */
struct part {
    const char *form;
    struct buffer years;
};

/* Those of a tie, each once. */
struct parts {
    struct part *items; /* owned, as are their years */
    size_t count;
};

static bool share_years(const struct part *a, const struct part *b)
{
    return strcmp(buffer_string(&a->years), buffer_string(&b->years)) == 0;
}

static bool has_part(const struct parts *parts, const struct part *part)
{
    for (size_t i = 0; i < parts->count; i++)
        if (strcmp(parts->items[i].form, part->form) == 0 && share_years(&parts->items[i], part))
            return true;
    return false;
}

static enum status take_part(struct parts *parts, const struct scene *scene,
                             const struct scene_member *member)
{
    struct part part = {.form = wording_form(scene->tongue, member->form)};
    add_years(&part.years, scene->tongue, scene->network,
              &scene->network->relations.items[member->index]);
    enum status status = buffer_status(&part.years);
    if (status != STATUS_OK || has_part(parts, &part))
        buffer_clear(&part.years);
    else
        parts->items[parts->count++] = part;
    return status;
}

static enum status take_parts(struct parts *parts, const struct scene *scene,
                              const struct scene_relation *relation)
{
    size_t most = 0;
    for (const struct scene_member *m = relation->members; m != NULL; m = m->next)
        most++;
    parts->items = malloc(most * sizeof *parts->items);
    if (parts->items == NULL)
        return STATUS_MEMORY;
    for (const struct scene_member *m = relation->members; m != NULL; m = m->next)
        TRY(take_part(parts, scene, m));
    return STATUS_OK;
}

static void clear_parts(struct parts *parts)
{
    for (size_t i = 0; i < parts->count; i++)
        buffer_clear(&parts->items[i].years);
    free(parts->items);
}

/* Whether no part before this one has its years. */
static bool opens_group(const struct parts *parts, size_t part)
{
    for (size_t i = 0; i < part; i++)
        if (share_years(&parts->items[i], &parts->items[part]))
            return false;
    return true;
}

/* "arms, funding": of the parts from FIRST on that share its years. */
static void add_forms(struct buffer *out, const struct parts *parts, size_t first)
{
    for (size_t i = first; i < parts->count; i++)
        if (parts->items[i].form[0] != '\0' &&
            share_years(&parts->items[i], &parts->items[first]))
            buffer_format(out, "%s%s", out->length > 0 ? ", " : "", parts->items[i].form);
}

static void add_group(struct buffer *out, const char *forms, const char *years)
{
    if (forms[0] == '\0' && years[0] == '\0')
        return;
    buffer_text(out, out->length > 0 ? "; " : "");
    buffer_text(out, forms);
    buffer_text(out, forms[0] != '\0' && years[0] != '\0' ? ", " : "");
    buffer_text(out, years);
}

/* "arms, funding, 1990–1999; troops, 2001"; of the same forms "visit, 1998; 2001". */
static void add_groups(struct buffer *out, const struct parts *parts)
{
    struct buffer last = BUFFER_EMPTY;
    for (size_t i = 0; i < parts->count; i++) {
        struct buffer forms = BUFFER_EMPTY;
        if (!opens_group(parts, i))
            continue;
        add_forms(&forms, parts, i);
        bool same = strcmp(buffer_string(&forms), buffer_string(&last)) == 0;
        add_group(out, same ? "" : buffer_string(&forms), buffer_string(&parts->items[i].years));
        out->failed |= forms.failed;
        buffer_clear(&last);
        last = forms;
    }
    buffer_clear(&last);
}

static void add_words(struct buffer *out, const struct scene *scene,
                      const struct scene_relation *relation)
{
    struct parts parts = {NULL, 0};
    if (take_parts(&parts, scene, relation) == STATUS_OK)
        add_groups(out, &parts);
    else
        out->failed = true;
    clear_parts(&parts);
}

/* "1, 4": as a list numbers the members. */
static void add_numbers(struct buffer *out, const struct scene *scene,
                        const struct scene_relation *relation)
{
    for (const struct scene_member *m = relation->members; m != NULL; m = m->next) {
        buffer_text(out, m != relation->members ? ", " : "");
        buffer_integer(out, m - scene->members + 1);
    }
}

void label_write(struct buffer *out, const struct scene *scene,
                 const struct scene_relation *relation, bool words)
{
    struct buffer said = BUFFER_EMPTY;
    const char *mark = style_of_evidence(relation->evidence)->mark;
    if (words)
        add_words(&said, scene, relation);
    if (scene->notes)
        add_numbers(out, scene, relation);
    if (scene->notes && (mark[0] != '\0' || said.length > 0))
        buffer_text(out, ". ");
    buffer_text(out, mark);
    buffer_text(out, mark[0] != '\0' && said.length > 0 ? " " : "");
    buffer_text(out, buffer_string(&said));
    out->failed |= said.failed;
    buffer_clear(&said);
}
