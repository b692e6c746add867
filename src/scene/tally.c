/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/tally.h"

#include "base/memory/bitset.h"
#include "model/evidence.h"
#include "model/period.h"
#include "scene/changing.h"

struct tally {
    size_t relations, sources, independent;
    size_t evidences[EVIDENCES];
    size_t anonymous;
};

/* Sets of sources. */
struct speakers {
    struct bitset sources; /* that make claims */
    struct bitset origins; /* from which these originate */
};

/* Marks the sources of the claims on RELATION that the figure is about. */
static void mark_speakers(const struct scene *scene, uint32_t relation, struct speakers *speakers)
{
    const struct network_claim *claim = NULL;
    while ((claim = period_next_claim(scene->network, relation, scene->period, claim)) != NULL) {
        bitset_add(&speakers->sources, claim->by);
        bitset_add(&speakers->origins, evidence_origin(scene->network, claim->by));
    }
}

static void count_relations(struct tally *tally, const struct scene *scene,
                            struct speakers *speakers)
{
    for (size_t i = 0; i < scene->member_count; i++) {
        uint32_t relation = scene->members[i].index;
        if (changing_is_gone(scene, relation))
            continue;
        tally->relations++;
        mark_speakers(scene, relation, speakers);
        tally->evidences[evidence_of(scene->network, relation, scene->period)]++;
        tally->anonymous += evidence_is_anonymous(scene->network, relation, scene->period);
    }
}

static enum status count(struct tally *tally, const struct scene *scene)
{
    const size_t all = scene->network->sources.count;
    struct speakers speakers = {.sources = {NULL, 0}, .origins = {NULL, 0}};
    *tally = (struct tally){.sources = 0};
    enum status status = bitset_init(&speakers.sources, all);
    if (status == STATUS_OK)
        status = bitset_init(&speakers.origins, all);
    if (status == STATUS_OK)
        count_relations(tally, scene, &speakers);
    for (uint32_t i = 0; i < all && status == STATUS_OK; i++) {
        tally->sources += bitset_has(&speakers.sources, i);
        tally->independent += bitset_has(&speakers.origins, i);
    }
    bitset_clear(&speakers.sources);
    bitset_clear(&speakers.origins);
    return status;
}

/* Adds "from 14 sources, 12 of them independent". */
static void add_sources(struct buffer *out, const struct tally *tally, enum wording wording)
{
    wording_count(out, wording,
                  tally->sources == 0   ? WORD_NO_SOURCE
                  : tally->sources == 1 ? WORD_SOURCE
                                        : WORD_SOURCES,
                  tally->sources);
    if (tally->independent < tally->sources)
        wording_count(out, wording, WORD_INDEPENDENT, tally->independent);
}

/* Adds COUNT of what *ADDED others came before; nothing if it is 0. */
static void add_doubt(struct buffer *out, enum wording wording, enum wording_word word,
                      size_t count, size_t *added)
{
    if (count == 0)
        return;
    buffer_text(out, wording_word(wording, *added == 0 ? WORD_SEMICOLON : WORD_COMMA));
    wording_count(out, wording, word, count);
    ++*added;
}

/* Adds "; 5 disputed, 8 rest on anonymous sources only". That all lack a source has been said. */
static void add_doubts(struct buffer *out, const struct tally *tally, enum wording wording)
{
    size_t unsourced = tally->sources == 0 ? 0 : tally->evidences[EVIDENCE_UNSOURCED], added = 0;
    add_doubt(out, wording, WORD_SUSPECTED, tally->evidences[EVIDENCE_SUSPECTED], &added);
    add_doubt(out, wording, WORD_DISPUTED, tally->evidences[EVIDENCE_DISPUTED], &added);
    add_doubt(out, wording, WORD_DENIED, tally->evidences[EVIDENCE_DENIED], &added);
    add_doubt(out, wording, WORD_UNSOURCED, unsourced, &added);
    add_doubt(out, wording, tally->anonymous == 1 ? WORD_ONE_ANONYMOUS : WORD_ANONYMOUS,
              tally->anonymous, &added);
}

enum status tally_write(struct buffer *out, const struct scene *scene)
{
    enum wording wording = scene->wording;
    struct tally tally;
    TRY(count(&tally, scene));
    wording_count(out, wording, tally.relations == 1 ? WORD_RELATION : WORD_RELATIONS,
                  tally.relations);
    buffer_text(out, wording_word(wording, WORD_BETWEEN_COUNTS));
    add_sources(out, &tally, wording);
    add_doubts(out, &tally, wording);
    return STATUS_OK;
}
