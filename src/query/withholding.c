/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/withholding.h"

#include <stdlib.h>
#include <string.h>

#include "model/level.h"

/* The number of elements of KIND; 0 for kinds without a marking. */
static size_t count_elements(const struct network *network, enum trivia_kind kind)
{
    switch (kind) {
    case TRIVIA_TITLE: return network->titles.count;
    case TRIVIA_DESCRIPTION: return network->descriptions.count;
    case TRIVIA_WORD: return network->words.count;
    case TRIVIA_SOURCE: return network->sources.count;
    case TRIVIA_VERTEX: return network->vertices.count;
    case TRIVIA_RELATION: return network->relations.count;
    case TRIVIA_NAME: return network->names.count;
    case TRIVIA_REMARK: return network->remarks.count;
    case TRIVIA_CLAIM: return network->claims.count;
    case TRIVIA_QUOTE: return network->quotes.count;
    case TRIVIA_AMOUNT: return network->amounts.count;
    case TRIVIA_PROPERTY: return network->properties.count;
    case TRIVIA_PERIOD: return network->periods.count;
    case TRIVIA_STATEMENT: return network->statements.count;
    case TRIVIA_DOCUMENT:
    case TRIVIA_ROOT:
    case TRIVIA_LIST:
    case TRIVIA_VERB: break;
    }
    return 0;
}

static enum status make_arrays(const struct network *network, struct withholding *withholding)
{
    for (int kind = 0; kind <= TRIVIA_STATEMENT; kind++) {
        const size_t count = count_elements(network, (enum trivia_kind)kind);
        if (count == 0)
            continue;
        withholding->elements[kind] = calloc(count, sizeof(bool));
        if (withholding->elements[kind] == NULL)
            return STATUS_MEMORY;
    }
    withholding->pseudonymous = calloc(network->sources.count + 1, sizeof(bool));
    withholding->silent = calloc(network->sources.count + 1, sizeof(bool));
    return withholding->pseudonymous != NULL && withholding->silent != NULL ? STATUS_OK
                                                                            : STATUS_MEMORY;
}

/* Withholds what has the default marking of the dataset, which is above the level. */
static void withhold_default(const struct network *network, struct withholding *withholding)
{
    for (int kind = 0; kind <= TRIVIA_STATEMENT; kind++)
        if (withholding->elements[kind] != NULL &&
            level_has_default((enum trivia_kind)kind, REMARK_NOTE))
            memset(withholding->elements[kind], true,
                   count_elements(network, (enum trivia_kind)kind));
    for (size_t i = 0; i < network->remarks.count; i++)
        if (network->remarks.items[i].kind != REMARK_NOTE)
            withholding->elements[TRIVIA_REMARK][i] = false;
}

/* Does what the markings say: those of sources, or those of anything else. */
static void apply_markings(const struct network *network, struct withholding *withholding,
                           bool of_sources)
{
    for (size_t i = 0; i < network->markings.count; i++) {
        const struct network_marking *marking = &network->markings.items[i];
        const struct trivia_element element = marking->element;
        if ((element.kind == TRIVIA_SOURCE) == of_sources)
            withholding->elements[element.kind][element.index] =
                marking->level > withholding->level;
    }
}

/* Sources with a pseudonym stay, without what is not marked in them. */
static void apply_pseudonyms(const struct network *network, struct withholding *withholding)
{
    bool *sources = withholding->elements[TRIVIA_SOURCE];
    for (size_t i = 0; i < network->sources.count; i++) {
        const struct network_source *source = &network->sources.items[i];
        if (!sources[i] || source->pseudonym == 0)
            continue;
        sources[i] = false;
        withholding->pseudonymous[i] = true;
        if (source->name_count > 0)
            memset(withholding->elements[TRIVIA_NAME] + source->first_name, true,
                   source->name_count);
        if (source->remark_count > 0)
            memset(withholding->elements[TRIVIA_REMARK] + source->first_remark, true,
                   source->remark_count);
    }
}

static void withhold_claims(const struct network *network, struct withholding *withholding)
{
    for (size_t i = 0; i < network->claims.count; i++)
        if (withholding->elements[TRIVIA_SOURCE][network->claims.items[i].by])
            withholding->elements[TRIVIA_CLAIM][i] = true;
}

static void withhold_links(const struct network *network, struct withholding *withholding)
{
    for (size_t i = 0; i < network->statements.count; i++) {
        const struct network_statement *statement = &network->statements.items[i];
        uint32_t target = statement->item;
        if (statement->topic != TOPIC_PARENT && statement->topic != TOPIC_PARTICIPANT)
            continue;
        if (statement->topic == TOPIC_PARTICIPANT)
            target = network->participants.items[target];
        if (withholding->elements[TRIVIA_VERTEX][target])
            withholding->elements[TRIVIA_STATEMENT][i] = true;
    }
}

static void withhold_claims_from(struct withholding *withholding, uint32_t first, uint32_t count)
{
    if (count > 0)
        memset(withholding->elements[TRIVIA_CLAIM] + first, true, count);
}

/* The element that a statement, INDEX among them, is about. */
static struct trivia_element element_of(const struct network_statement *statement, size_t index)
{
    switch (statement->topic) {
    case TOPIC_NAME: return (struct trivia_element){TRIVIA_NAME, statement->item};
    case TOPIC_REMARK: return (struct trivia_element){TRIVIA_REMARK, statement->item};
    case TOPIC_PROPERTY: return (struct trivia_element){TRIVIA_PROPERTY, statement->item};
    case TOPIC_PARENT:
    case TOPIC_PARTICIPANT: break;
    }
    return (struct trivia_element){TRIVIA_STATEMENT, (uint32_t)index};
}

/* Withholds the claims within elements that are: periods, names, attributes. */
static void withhold_contents(const struct network *network, struct withholding *withholding)
{
    for (size_t i = 0; i < network->periods.count; i++) {
        const struct network_period *period = &network->periods.items[i];
        if (withholding->elements[TRIVIA_PERIOD][i])
            withhold_claims_from(withholding, period->first_claim, period->claim_count);
    }
    for (size_t i = 0; i < network->statements.count; i++) {
        const struct network_statement *statement = &network->statements.items[i];
        if (withholding_has(withholding, element_of(statement, i)))
            withhold_claims_from(withholding, statement->first_claim, statement->claim_count);
    }
}

static size_t count_left(const struct withholding *withholding, struct network_ends ends)
{
    size_t left = 0;
    for (size_t i = 0; i < ends.count; i++)
        left += !withholding->elements[TRIVIA_VERTEX][ends.items[i]];
    return left;
}

static void withhold_relations(const struct network *network, struct withholding *withholding)
{
    for (uint32_t i = 0; i < network->relations.count; i++) {
        const enum relation_type type = (enum relation_type)network->relations.items[i].type;
        if (count_left(withholding, network_from(network, i)) == 0 ||
            count_left(withholding, network_to(network, i)) < relation_type_min_parties(type))
            withholding->elements[TRIVIA_RELATION][i] = true;
    }
}

static bool owner_is_withheld(const struct withholding *withholding,
                              const struct network_statement *statement)
{
    return withholding
        ->elements[statement->of_relation ? TRIVIA_RELATION : TRIVIA_VERTEX][statement->owner];
}

/* Finds the sources that make a claim in what is left. */
static void find_speakers(const struct network *network, struct withholding *withholding)
{
    memset(withholding->silent, true, network->sources.count);
    for (uint32_t i = 0; i < network->relations.count; i++) {
        const struct network_claims claims = network_claims(network, i);
        const size_t first = (size_t)(claims.items - network->claims.items);
        if (withholding->elements[TRIVIA_RELATION][i])
            continue;
        for (size_t k = first; k < first + claims.count; k++)
            if (!withholding->elements[TRIVIA_CLAIM][k])
                withholding->silent[network->claims.items[k].by] = false;
    }
    for (size_t i = 0; i < network->statements.count; i++) {
        const struct network_statement *statement = &network->statements.items[i];
        const uint32_t first = statement->first_claim;
        if (owner_is_withheld(withholding, statement))
            continue;
        for (uint32_t k = first; k < first + statement->claim_count; k++)
            if (!withholding->elements[TRIVIA_CLAIM][k])
                withholding->silent[network->claims.items[k].by] = false;
    }
}

/* Sources that are needed, in the order in which they were found. */
struct needs {
    bool *needed;
    uint32_t *found;
    size_t count;
};

/* Nothing leads through a source that is withheld. */
static void need_source(struct needs *needs, const struct withholding *withholding,
                        uint32_t source)
{
    if (source == NETWORK_NONE || needs->needed[source] ||
        withholding->elements[TRIVIA_SOURCE][source])
        return;
    needs->needed[source] = true;
    needs->found[needs->count++] = source;
}

/* Adds the sources that those found are based on, or speak through. */
static void find_bases(const struct network *network, const struct withholding *withholding,
                       struct needs *needs)
{
    for (size_t i = 0; i < needs->count; i++) {
        const struct network_source *source = &network->sources.items[needs->found[i]];
        need_source(needs, withholding, source->basis);
        if (!withholding->pseudonymous[needs->found[i]])
            need_source(needs, withholding, source->via);
    }
}

/* Finds the sources that stay: those without a pseudonym, those that are not silent, and theirs.
 */
static void find_needs(const struct network *network, const struct withholding *withholding,
                       struct needs *needs)
{
    for (uint32_t i = 0; i < network->sources.count; i++)
        if (!withholding->silent[i] || !withholding->pseudonymous[i])
            need_source(needs, withholding, i);
    find_bases(network, withholding, needs);
}

/* A pseudonym of which nothing is left but itself would only tell that there is another source.
 */
static enum status withhold_idle_pseudonyms(const struct network *network,
                                            struct withholding *withholding)
{
    const size_t count = network->sources.count;
    struct needs needs = {.needed = calloc(count + 1, sizeof *needs.needed),
                          .found = calloc(count + 1, sizeof *needs.found)};
    const bool done = needs.needed != NULL && needs.found != NULL;
    if (done) {
        find_speakers(network, withholding);
        find_needs(network, withholding, &needs);
    }
    for (size_t i = 0; done && i < count; i++)
        if (withholding->pseudonymous[i] && !needs.needed[i]) {
            withholding->pseudonymous[i] = false;
            withholding->elements[TRIVIA_SOURCE][i] = true;
        }
    free(needs.needed);
    free(needs.found);
    return done ? STATUS_OK : STATUS_MEMORY;
}

static void need_word(bool *withheld, uint32_t word)
{
    if (word != NETWORK_NONE)
        withheld[word] = false;
}

static void withhold_words(const struct network *network, struct withholding *withholding)
{
    bool *words = withholding->elements[TRIVIA_WORD];
    if (words == NULL)
        return;
    memset(words, true, network->words.count);
    for (size_t i = 0; i < network->relations.count; i++) {
        const struct network_relation *relation = &network->relations.items[i];
        if (relation->form != 0 && !withholding->elements[TRIVIA_RELATION][i])
            need_word(words, network_find_form(network, (enum relation_type)relation->type,
                                               relation->form));
    }
    for (size_t i = 0; i < network->vertices.count; i++) {
        const struct network_vertex *vertex = &network->vertices.items[i];
        if (vertex->subkind != 0 && !withholding->elements[TRIVIA_VERTEX][i])
            need_word(words, network_find_kind(network, vertex->kind, vertex->subkind));
    }
}

enum status withholding_find(const struct network *network, uint32_t level,
                             struct withholding *withholding)
{
    *withholding = (struct withholding){.level = level};
    TRY(make_arrays(network, withholding));
    if (network->level > level)
        withhold_default(network, withholding);
    apply_markings(network, withholding, true);
    apply_pseudonyms(network, withholding);
    apply_markings(network, withholding, false);
    withhold_claims(network, withholding);
    withhold_links(network, withholding);
    withhold_contents(network, withholding);
    withhold_relations(network, withholding);
    withhold_words(network, withholding);
    return withhold_idle_pseudonyms(network, withholding);
}

void withholding_clear(struct withholding *withholding)
{
    for (int kind = 0; kind <= TRIVIA_STATEMENT; kind++)
        free(withholding->elements[kind]);
    free(withholding->pseudonymous);
    free(withholding->silent);
    *withholding = (struct withholding){.level = 0};
}
