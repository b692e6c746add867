/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/other_claims.h"

#include "model/period.h"

/* By stance: the relations about which a source makes such a claim. */
struct counts {
    size_t relations[STANCES];
};

static void count_relation(struct counts *counts, const struct network *network,
                           uint32_t relation, uint32_t source)
{
    bool takes[STANCES] = {false};
    const struct network_claim *claim = NULL;
    while ((claim = period_next_claim(network, relation, NULL, claim)) != NULL)
        if (claim->by == source)
            takes[claim->stance] = true;
    for (unsigned i = 0; i < STANCES; i++)
        counts->relations[i] += takes[i];
}

static struct counts count_claims(const struct network *network, uint32_t source)
{
    struct counts counts = {{0}};
    for (size_t i = 0; i < network->relations.count; i++)
        count_relation(&counts, network, (uint32_t)i, source);
    return counts;
}

/* Appends "asserts 2 relations, makes no comment on 7". */
static void write_counts(struct buffer *out, const struct counts *counts)
{
    static const char *const phrases[STANCES] = {
#define STANCE(name, word, phrase, hedged, key, heading) heading,
#include "model/vocabulary.def"
    };
    for (unsigned i = 0; i < STANCES; i++) {
        const size_t count = counts->relations[i];
        const char *noun = count == 1 ? " relation" : " relations";
        const bool first = out->length == 0;
        if (count > 0)
            buffer_format(out, "%s%s %zu%s", first ? "" : ", ", phrases[i], count,
                          first ? noun : "");
    }
}

/* If SOURCE takes STANCE on other relations, what it says is not why none is left. */
static void note_source(const struct network *network, uint32_t source, enum claim_stance stance,
                        struct messages *messages)
{
    const struct counts counts = count_claims(network, source);
    if (counts.relations[stance] > 0)
        return;
    const char *id = network_text(network, network->sources.items[source].id);
    struct buffer words = BUFFER_EMPTY;
    write_counts(&words, &counts);
    if (words.length > 0)
        messages_note(messages, MESSAGE_NOTHING_SELECTED,
                      "\"%s\" %s; entente explain DATASET source:%s shows its claims", id,
                      buffer_string(&words), id);
    buffer_clear(&words);
}

void other_claims_note(const struct network *network, const struct criteria_list *sources,
                       enum claim_stance stance, struct messages *messages)
{
    for (size_t i = 0; i < sources->count; i++) {
        size_t first = 0;
        while (sources->items[first] != sources->items[i])
            first++;
        if (first == i)
            note_source(network, sources->items[i], stance, messages);
    }
}
