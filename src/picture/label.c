/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "picture/label.h"

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

/* "arms, 1990–1999". */
static void add_words(struct buffer *out, const struct scene *scene,
                      const struct scene_relation *relation)
{
    struct buffer years = BUFFER_EMPTY;
    add_years(&years, scene->tongue, scene->network,
              &scene->network->relations.items[relation->index]);
    buffer_text(out, relation->shown_form);
    buffer_text(out, relation->form[0] != '\0' && years.length > 0 ? ", " : "");
    buffer_text(out, buffer_string(&years));
    out->failed |= years.failed;
    buffer_clear(&years);
}

void label_write(struct buffer *out, const struct scene *scene,
                 const struct scene_relation *relation, bool words)
{
    struct buffer said = BUFFER_EMPTY;
    const char *mark = style_of_evidence(relation->evidence)->mark;
    if (words)
        add_words(&said, scene, relation);
    if (scene->notes)
        buffer_integer(out, relation - scene->relations + 1);
    if (scene->notes && (mark[0] != '\0' || said.length > 0))
        buffer_text(out, ". ");
    buffer_text(out, mark);
    buffer_text(out, mark[0] != '\0' && said.length > 0 ? " " : "");
    buffer_text(out, buffer_string(&said));
    out->failed |= said.failed;
    buffer_clear(&said);
}
