/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/sentence.h"

#include <stdlib.h>
#include <string.h>

#include "model/evidence.h"

/* Adds names, separated by "," and with "and" before the last. */
static void add_names(struct buffer *out, const struct network *network, const uint32_t *vertices,
                      size_t count, enum wording wording, const char *language)
{
    const char *last = wording_word(wording, WORD_AND);
    for (size_t i = 0; i < count; i++) {
        buffer_text(out, i == 0 ? "" : i + 1 < count ? ", " : last);
        buffer_text(out, network_vertex_name(network, vertices[i], language, false));
    }
}

/* Adds LEAD and the sources that take STANCE. Returns whether there are any. */
static bool add_sources(struct buffer *out, const struct network *network, uint32_t relation,
                        enum claim_stance stance, const char *lead, const char *language)
{
    uint32_t first = evidence_next_source(network, relation, stance, NETWORK_NONE);
    for (uint32_t source = first; source != NETWORK_NONE;
         source = evidence_next_source(network, relation, stance, source)) {
        buffer_format(out, "%s%s", source == first ? lead : ",", " ");
        buffer_text(out, network_source_name(network, source, language, true));
    }
    return first != NETWORK_NONE;
}

static void add_evidence(struct buffer *out, const struct network *network, uint32_t relation,
                         enum wording wording, const char *language)
{
    struct buffer sides = BUFFER_EMPTY;
    bool asserted = add_sources(&sides, network, relation, STANCE_ASSERTS,
                                wording_word(wording, WORD_ASSERTED_BY), language);
    struct buffer other = BUFFER_EMPTY;
    bool denied = add_sources(&other, network, relation, STANCE_DENIES,
                              wording_word(wording, WORD_DENIED_BY), language);
    enum evidence evidence = evidence_of(network, relation);
    buffer_text(out, " (");
    if (evidence != EVIDENCE_ASSERTED && evidence != EVIDENCE_DENIED)
        buffer_format(out, "%s%s", wording_evidence(wording, evidence),
                      asserted || denied ? ": " : "");
    buffer_format(out, "%s%s%s)", buffer_string(&sides), asserted && denied ? "; " : "",
                  buffer_string(&other));
    out->failed |= sides.failed || other.failed;
    buffer_clear(&sides);
    buffer_clear(&other);
}

static void add_tie(struct buffer *out, const struct network *network, uint32_t relation,
                    enum wording wording, const char *language)
{
    const struct network_relation *r = &network->relations.items[relation];
    struct network_ends ends = network_ends(network, relation);
    bool arrow = !wording_has_verbs(wording);
    const char *together =
        r->mutual && ends.count == 2 && !arrow
            ? wording_mutual_verb((enum relation_type)r->type, (enum relation_phase)r->phase)
            : NULL;
    if (together != NULL) {
        add_names(out, network, ends.items, 2, wording, language);
        buffer_format(out, " %s", together);
        return;
    }
    add_names(out, network, ends.items, 1, wording, language);
    buffer_format(out, " %s ",
                  arrow
                      ? (r->mutual ? "↔" : "→")
                      : wording_verb((enum relation_type)r->type, (enum relation_phase)r->phase));
    add_names(out, network, ends.items + 1, ends.count - 1, wording, language);
    if (arrow)
        buffer_format(out, ": %s", wording_type(wording, (enum relation_type)r->type));
    else if (r->mutual && !relation_type_is_mutual((enum relation_type)r->type))
        buffer_text(out, ", and vice versa");
}

/* Adds "since 2021-09", "until 2022-01" or "1990 to 1999"; a date that is not an interval is
   added unchanged. */
static void add_when(struct buffer *out, const struct network *network, uint32_t when)
{
    const char *text = network_text(network, network->dates.items[when].text);
    const char *slash = strchr(text, '/');
    int from = slash != NULL ? (int)(slash - text) : 0;
    if (slash == NULL)
        buffer_format(out, ", %s", text);
    else if (slash == text || strncmp(text, "..", 2) == 0)
        buffer_format(out, ", until %s", slash + 1);
    else if (slash[1] == '\0' || strcmp(slash + 1, "..") == 0)
        buffer_format(out, ", %s %.*s", slash[1] == '\0' ? "from" : "since", from, text);
    else
        buffer_format(out, ", %.*s to %s", from, text, slash + 1);
}

static void add_when_and_evidence(struct buffer *out, const struct network *network,
                                  uint32_t relation, enum wording wording, const char *language)
{
    const struct network_relation *r = &network->relations.items[relation];
    if (r->when != NETWORK_NONE && wording_has_verbs(wording))
        add_when(out, network, r->when);
    else if (r->when != NETWORK_NONE)
        buffer_format(out, ", %s", network_text(network, network->dates.items[r->when].text));
    add_evidence(out, network, relation, wording, language);
}

void sentence_of_relation(struct buffer *out, const struct network *network, uint32_t relation,
                          enum wording wording, const char *language)
{
    const struct network_relation *r = &network->relations.items[relation];
    add_tie(out, network, relation, wording, language);
    if (r->form != 0)
        buffer_format(
            out, "%s%s", wording_word(wording, WORD_BEFORE_FORM),
            wording_form(wording, (enum relation_type)r->type, network_text(network, r->form)));
    add_when_and_evidence(out, network, relation, wording, language);
}

/* A relation without a form is called by the name of its type: "; support (asserted by …)". */
void sentence_add_relation(struct buffer *out, const struct network *network, uint32_t relation,
                           enum wording wording, const char *language)
{
    const struct network_relation *r = &network->relations.items[relation];
    buffer_format(out, "; %s",
                  r->form != 0 ? wording_form(wording, (enum relation_type)r->type,
                                              network_text(network, r->form))
                               : wording_type(wording, (enum relation_type)r->type));
    add_when_and_evidence(out, network, relation, wording, language);
}

void sentence_of_vertex(struct buffer *out, const struct network *network, uint32_t vertex,
                        enum wording wording, const char *language)
{
    const struct network_vertex *v = &network->vertices.items[vertex];
    buffer_format(out, "%s, %s", network_vertex_name(network, vertex, language, false),
                  wording_kind(wording, v->kind));
    if (v->role != 0)
        buffer_format(out, ": %s", network_text(network, v->role));
}

/* Adds the text of WORD with NUMBER in place of "#". */
static void add_counted(struct buffer *out, enum wording wording, enum wording_word word,
                        size_t number)
{
    const char *text = wording_word(wording, word);
    size_t before = strcspn(text, "#");
    buffer_add(out, text, before);
    if (text[before] == '#')
        buffer_format(out, "%zu%s", number, text + before + 1);
}

/* Marks the independent sources that assert or deny. */
static void mark_sources(const struct network *network, uint32_t relation, bool *grounds)
{
    struct network_claims claims = network_claims(network, relation);
    for (size_t i = 0; i < claims.count; i++)
        if (claims.items[i].stance == STANCE_ASSERTS || claims.items[i].stance == STANCE_DENIES)
            grounds[evidence_origin(network, claims.items[i].by)] = true;
}

struct sentence_counts {
    size_t sources, disputed, anonymous;
};

static enum status count(const struct network *network, const struct selection *selection,
                         struct sentence_counts *counts)
{
    bool *grounds = calloc(network->sources.count + 1, sizeof *grounds);
    if (grounds == NULL)
        return STATUS_MEMORY;
    *counts = (struct sentence_counts){.sources = 0};
    for (size_t i = 0; i < selection->count; i++) {
        uint32_t relation = selection->relations[i];
        mark_sources(network, relation, grounds);
        counts->disputed += evidence_of(network, relation) == EVIDENCE_DISPUTED;
        counts->anonymous += evidence_is_anonymous(network, relation);
    }
    for (size_t i = 0; i < network->sources.count; i++)
        counts->sources += grounds[i];
    free(grounds);
    return STATUS_OK;
}

/* Adds "; 5 disputed, 8 rest on anonymous sources only". */
static void add_doubts(struct buffer *out, enum wording wording,
                       const struct sentence_counts *counts)
{
    if (counts->disputed > 0) {
        buffer_text(out, "; ");
        add_counted(out, wording, WORD_DISPUTED, counts->disputed);
    }
    if (counts->anonymous > 0) {
        buffer_text(out, counts->disputed > 0 ? ", " : "; ");
        add_counted(out, wording, counts->anonymous == 1 ? WORD_ONE_ANONYMOUS : WORD_ANONYMOUS,
                    counts->anonymous);
    }
}

enum status sentence_of_sources(struct buffer *out, const struct network *network,
                                const struct selection *selection, enum wording wording)
{
    struct sentence_counts counts;
    TRY(count(network, selection, &counts));
    add_counted(out, wording, selection->count == 1 ? WORD_RELATION : WORD_RELATIONS,
                selection->count);
    buffer_text(out, wording_word(wording, WORD_BETWEEN_COUNTS));
    add_counted(out, wording,
                counts.sources == 0   ? WORD_NO_SOURCE
                : counts.sources == 1 ? WORD_SOURCE
                                      : WORD_SOURCES,
                counts.sources);
    add_doubts(out, wording, &counts);
    return STATUS_OK;
}

void sentence_of_criteria(struct buffer *out, const struct criteria *criteria)
{
    for (size_t i = 0; i < criteria->canonical.count; i++) {
        const struct setting *setting = &criteria->canonical.items[i];
        buffer_format(out, "%s%s ", i > 0 ? "; " : "", setting->name);
        for (const char *c = setting->value; *c != '\0'; c++) {
            buffer_char(out, *c);
            if (*c == ',')
                buffer_char(out, ' ');
        }
    }
}
