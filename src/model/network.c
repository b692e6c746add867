/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "model/network.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"

/* The value (strings.h) of an id or a date is an index; the highest bits say into which array. An
   event is a vertex. */
#define RELATION_BIT 0x80000000u
#define DATE_BIT 0x40000000u
#define EVENT_BIT 0x20000000u
#define INDEX_LIMIT 0x1ffffff0u

enum status network_new(struct network **network)
{
    struct network *made = calloc(1, sizeof *made);
    if (made == NULL)
        return STATUS_MEMORY;
    made->as_of = made->participations = NETWORK_NONE;
    if (strings_init(&made->strings) != STATUS_OK) {
        network_free(made);
        return STATUS_MEMORY;
    }
    *network = made;
    return STATUS_OK;
}

void network_free(struct network *network)
{
    if (network == NULL)
        return;
    strings_clear(&network->strings);
    void *const arrays[] = {
        network->names.items,         network->remarks.items,       network->titles.items,
        network->descriptions.items,  network->sources.items,       network->vertices.items,
        network->events.items,        network->relations.items,     network->details.items,
        network->ends.items,          network->participants.items,  network->claims.items,
        network->dates.items,         network->sources_by_id.items, network->works.items,
        network->citations.items,     network->quotes.items,        network->words.items,
        network->words_by_text.items, network->orders.items,        network->ordered_claims.items,
        network->amounts.items,       network->amount_places.items, network->properties.items,
        network->periods.items,       network->statements.items,    network->groups.items,
        network->markings.items,      network->levels.items};
    for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++)
        free(arrays[i]);
    trivia_clear(&network->trivia);
    free(network);
}

/* Makes INDEX, which is by text, long enough for TEXT. Declared words and sources come first in a
   dataset, so the numbers of their texts are low and the array stays small. */
static enum status extend_index(struct network_index *index, uint32_t text)
{
    size_t count = index->count;
    if (text >= count) {
        ARRAY_RESERVE(index, text + 1 - count);
        for (; count <= text; count++)
            index->items[count] = NETWORK_NONE;
        index->count = count;
    }
    return STATUS_OK;
}

/* Records which source has the id TEXT. */
static enum status index_source(struct network *network, uint32_t text, uint32_t source)
{
    TRY(extend_index(&network->sources_by_id, text));
    network->sources_by_id.items[text] = source;
    return STATUS_OK;
}

struct network_entity network_find_text(const struct network *network, uint32_t id)
{
    uint32_t value = strings_value(&network->strings, id);
    if (value == STRINGS_NO_VALUE || (value & (RELATION_BIT | DATE_BIT)) == DATE_BIT)
        return (struct network_entity){ENTITY_NONE, NETWORK_NONE, false};
    if ((value & RELATION_BIT) != 0)
        return (struct network_entity){ENTITY_RELATION, value & ~RELATION_BIT, false};
    return (struct network_entity){ENTITY_VERTEX, value & ~EVENT_BIT, (value & EVENT_BIT) != 0};
}

struct network_entity network_find(const struct network *network, const char *id)
{
    return network_find_text(network, strings_find(&network->strings, id));
}

uint32_t network_entity_line(const struct network *network, struct network_entity entity)
{
    assert(entity.what != ENTITY_NONE);
    return entity.what == ENTITY_RELATION ? network->relations.items[entity.index].line
                                          : network->vertices.items[entity.index].line;
}

const char *network_entity_noun(struct network_entity entity)
{
    assert(entity.what != ENTITY_NONE);
    if (entity.what == ENTITY_RELATION)
        return "a relation";
    return entity.event ? "an event" : "an actor";
}

uint32_t network_find_source_text(const struct network *network, uint32_t id)
{
    if (id == 0 || id >= network->sources_by_id.count)
        return NETWORK_NONE;
    return network->sources_by_id.items[id];
}

uint32_t network_find_source(const struct network *network, const char *id)
{
    return network_find_source_text(network, strings_find(&network->strings, id));
}

static uint32_t find_word(const struct network *network, bool is_kind, unsigned of, uint32_t text)
{
    if (text == 0 || text >= network->words_by_text.count)
        return NETWORK_NONE;
    uint32_t word = network->words_by_text.items[text];
    while (word != NETWORK_NONE &&
           (network->words.items[word].is_kind != is_kind || network->words.items[word].of != of))
        word = network->words.items[word].next;
    return word;
}

uint32_t network_find_form(const struct network *network, enum relation_type type, uint32_t word)
{
    return find_word(network, false, type, word);
}

uint32_t network_find_kind(const struct network *network, enum vertex_kind kind, uint32_t word)
{
    return find_word(network, true, kind, word);
}

enum status network_add_word(struct network *network, const struct network_word *word)
{
    bool known = find_word(network, word->is_kind, word->of, word->word) != NETWORK_NONE;
    TRY(extend_index(&network->words_by_text, word->word));
    ARRAY_RESERVE(&network->words, 1);
    uint32_t index = (uint32_t)network->words.count++;
    struct network_word *added = &network->words.items[index];
    uint32_t *first = &network->words_by_text.items[word->word];
    *added = *word;
    added->first_name = (uint32_t)network->names.count;
    added->name_count = 0;
    added->next = known ? NETWORK_NONE : *first;
    if (!known)
        *first = index;
    return STATUS_OK;
}

enum status network_add_source(struct network *network, const struct network_source *source,
                               const struct network_work *work)
{
    ARRAY_RESERVE(&network->sources, 1);
    ARRAY_RESERVE(&network->works, 1);
    struct network_source *added = &network->sources.items[network->sources.count];
    *added = *source;
    added->origin = 0;
    added->first_name = (uint32_t)network->names.count;
    added->name_count = 0;
    added->first_remark = (uint32_t)network->remarks.count;
    added->remark_count = 0;
    added->work = work != NULL ? (uint32_t)network->works.count : NETWORK_NONE;
    if (work != NULL)
        network->works.items[network->works.count++] = *work;
    return index_source(network, source->id, (uint32_t)network->sources.count++);
}

enum status network_add_vertex(struct network *network, const struct network_vertex *vertex,
                               const struct network_event *event)
{
    if (network->vertices.count >= INDEX_LIMIT)
        return STATUS_MEMORY;
    ARRAY_RESERVE(&network->vertices, 1);
    ARRAY_RESERVE(&network->events, 1);
    struct network_vertex *added = &network->vertices.items[network->vertices.count];
    *added = *vertex;
    added->first_name = (uint32_t)network->names.count;
    added->name_count = 0;
    added->first_remark = (uint32_t)network->remarks.count;
    added->remark_count = 0;
    added->event = event != NULL ? (uint32_t)network->events.count : NETWORK_NONE;
    if (event != NULL)
        network->events.items[network->events.count++] = *event;
    strings_set_value(&network->strings, vertex->id,
                      (uint32_t)network->vertices.count++ | (event != NULL ? EVENT_BIT : 0));
    return STATUS_OK;
}

enum status network_add_relation(struct network *network, const struct network_relation *relation,
                                 const struct network_details *details)
{
    if (network->relations.count >= INDEX_LIMIT)
        return STATUS_MEMORY;
    ARRAY_RESERVE(&network->relations, 1);
    ARRAY_RESERVE(&network->details, 1);
    struct network_relation *added = &network->relations.items[network->relations.count];
    *added = *relation;
    added->first_end = (uint32_t)network->ends.count;
    added->first_claim = (uint32_t)network->claims.count;
    added->details = details != NULL ? (uint32_t)network->details.count : NETWORK_NONE;
    if (details != NULL) {
        struct network_details *kept = &network->details.items[network->details.count++];
        *kept = *details;
        kept->first_remark = (uint32_t)network->remarks.count;
        kept->remark_count = 0;
    }
    strings_set_value(&network->strings, relation->id,
                      (uint32_t)network->relations.count++ | RELATION_BIT);
    return STATUS_OK;
}

enum status network_add_end(struct network *network, uint32_t vertex)
{
    ARRAY_RESERVE(&network->ends, 1);
    network->ends.items[network->ends.count++] = vertex;
    return STATUS_OK;
}

enum status network_add_participant(struct network *network, uint32_t vertex)
{
    ARRAY_RESERVE(&network->participants, 1);
    network->participants.items[network->participants.count++] = vertex;
    return STATUS_OK;
}

/* Adds a citation to the claim that was added last, unless it has one. */
static enum status need_citation(struct network *network, uint32_t archived)
{
    struct network_claim *claim = &network->claims.items[network->claims.count - 1];
    if (claim->cited)
        return STATUS_OK;
    ARRAY_RESERVE(&network->citations, 1);
    network->citations.items[network->citations.count++] =
        (struct network_citation){.claim = (uint32_t)network->claims.count - 1,
                                  .archived = archived,
                                  .first_quote = (uint32_t)network->quotes.count,
                                  .first_amount = (uint32_t)network->amounts.count};
    claim->cited = 1;
    return STATUS_OK;
}

enum status network_add_claim(struct network *network, const struct network_claim *claim,
                              uint32_t archived)
{
    ARRAY_RESERVE(&network->claims, 1);
    network->claims.items[network->claims.count++] = *claim;
    return archived != 0 ? need_citation(network, archived) : STATUS_OK;
}

enum status network_copy_claim(struct network *network, uint32_t claim)
{
    struct network_claim copy = network->claims.items[claim];
    const struct network_citation cited =
        *network_citation(network, &network->claims.items[claim]);
    const bool needs_citation = copy.cited;
    copy.cited = 0;
    TRY(network_add_claim(network, &copy, 0));
    if (!needs_citation)
        return STATUS_OK;
    TRY(need_citation(network, cited.archived));
    struct network_citation *added = &network->citations.items[network->citations.count - 1];
    added->first_quote = cited.first_quote;
    added->quote_count = cited.quote_count;
    return STATUS_OK;
}

enum status network_add_quote(struct network *network, const struct network_quote *quote)
{
    TRY(need_citation(network, 0));
    ARRAY_RESERVE(&network->quotes, 1);
    network->quotes.items[network->quotes.count++] = *quote;
    network->citations.items[network->citations.count - 1].quote_count++;
    return STATUS_OK;
}

enum status network_add_amount(struct network *network, const struct network_amount *amount)
{
    const bool claimed = amount->claim != NETWORK_NONE;
    if (claimed)
        TRY(need_citation(network, 0));
    ARRAY_RESERVE(&network->amounts, 1);
    network->amounts.items[network->amounts.count++] = *amount;
    if (claimed)
        network->citations.items[network->citations.count - 1].amount_count++;
    return STATUS_OK;
}

enum status network_add_property(struct network *network, const struct network_property *property)
{
    ARRAY_RESERVE(&network->properties, 1);
    network->properties.items[network->properties.count++] = *property;
    return STATUS_OK;
}

enum status network_add_period(struct network *network, const struct network_period *period)
{
    ARRAY_RESERVE(&network->periods, 1);
    network->periods.items[network->periods.count++] = *period;
    return STATUS_OK;
}

enum status network_add_marking(struct network *network, const struct network_marking *marking)
{
    ARRAY_RESERVE(&network->markings, 1);
    network->markings.items[network->markings.count++] = *marking;
    return STATUS_OK;
}

enum status network_add_level(struct network *network, uint32_t word)
{
    ARRAY_RESERVE(&network->levels, 1);
    network->levels.items[network->levels.count++] = word;
    return STATUS_OK;
}

enum status network_add_statement(struct network *network,
                                  const struct network_statement *statement)
{
    ARRAY_RESERVE(&network->statements, 1);
    network->statements.items[network->statements.count++] = *statement;
    return STATUS_OK;
}

enum status network_add_name(struct network *network, const struct network_name *name)
{
    ARRAY_RESERVE(&network->names, 1);
    network->names.items[network->names.count++] = *name;
    return STATUS_OK;
}

enum status network_add_remark(struct network *network, const struct network_remark *remark)
{
    ARRAY_RESERVE(&network->remarks, 1);
    network->remarks.items[network->remarks.count++] = *remark;
    return STATUS_OK;
}

enum status network_add_title(struct network *network, const struct network_name *title)
{
    ARRAY_RESERVE(&network->titles, 1);
    network->titles.items[network->titles.count++] = *title;
    return STATUS_OK;
}

enum status network_add_description(struct network *network,
                                    const struct network_name *description)
{
    ARRAY_RESERVE(&network->descriptions, 1);
    network->descriptions.items[network->descriptions.count++] = *description;
    return STATUS_OK;
}

/* The value of a text that is also an id belongs to the id, so that such a date is parsed each
   time. */
enum status network_add_date(struct network *network, uint32_t when, uint32_t *index,
                             enum date_error *error)
{
    uint32_t value = strings_value(&network->strings, when);
    bool known = value != STRINGS_NO_VALUE && (value & (RELATION_BIT | DATE_BIT)) == DATE_BIT;
    *error = DATE_VALID;
    *index = known ? value & ~DATE_BIT : NETWORK_NONE;
    if (known)
        return STATUS_OK;
    struct network_date dated = {.text = when};
    *error = date_parse(network_text(network, when), &dated.date);
    if (*error != DATE_VALID)
        return STATUS_OK;
    if (network->dates.count >= INDEX_LIMIT)
        return STATUS_MEMORY;
    ARRAY_RESERVE(&network->dates, 1);
    *index = (uint32_t)network->dates.count;
    network->dates.items[network->dates.count++] = dated;
    if (value == STRINGS_NO_VALUE)
        strings_set_value(&network->strings, when, *index | DATE_BIT);
    return STATUS_OK;
}

const char *network_text(const struct network *network, uint32_t text)
{
    return strings_text(&network->strings, text);
}

const struct date *network_date(const struct network *network, uint32_t date)
{
    return date == NETWORK_NONE ? NULL : &network->dates.items[date].date;
}

const char *network_date_text(const struct network *network, uint32_t date)
{
    return date == NETWORK_NONE ? "" : network_text(network, network->dates.items[date].text);
}

/* Pointer arithmetic on NULL is undefined. */
static const uint32_t *items_at(const uint32_t *items, uint32_t first)
{
    return items != NULL ? items + first : NULL;
}

struct network_ends network_ends(const struct network *network, uint32_t relation)
{
    const struct network_relation *r = &network->relations.items[relation];
    size_t last = relation + 1 < network->relations.count ? r[1].first_end : network->ends.count;
    return (struct network_ends){items_at(network->ends.items, r->first_end),
                                 last - r->first_end};
}

struct network_ends network_from(const struct network *network, uint32_t relation)
{
    struct network_ends ends = network_ends(network, relation);
    ends.count = network->relations.items[relation].from_count;
    return ends;
}

struct network_ends network_to(const struct network *network, uint32_t relation)
{
    struct network_ends ends = network_ends(network, relation);
    uint32_t from_count = network->relations.items[relation].from_count;
    return (struct network_ends){items_at(ends.items, from_count), ends.count - from_count};
}

bool network_ends_have(struct network_ends ends, uint32_t vertex)
{
    for (size_t i = 0; i < ends.count; i++)
        if (ends.items[i] == vertex)
            return true;
    return false;
}

struct network_ends network_participants(const struct network *network, uint32_t event)
{
    const struct network_event *e = &network->events.items[event];
    return (struct network_ends){items_at(network->participants.items, e->first_participant),
                                 e->participant_count};
}

/* Whether STATEMENT is of an owner before OWNER. Those of vertices come first. */
static bool is_stated_before(const struct network_statement *statement, uint32_t owner,
                             bool of_relation)
{
    if (statement->of_relation != of_relation)
        return of_relation;
    return statement->owner < owner;
}

/* The first statement of OWNER or of a later one. */
static size_t first_statement(const struct network *network, uint32_t owner, bool of_relation)
{
    size_t low = 0, high = network->statements.count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (is_stated_before(&network->statements.items[middle], owner, of_relation))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t network_statements(const struct network *network, uint32_t owner, bool of_relation,
                          size_t *first)
{
    const struct network_statement *statements = network->statements.items;
    const size_t count = network->statements.count;
    *first = 0;
    /* Most datasets have none, or none of relations. */
    if (count == 0 || (of_relation && !statements[count - 1].of_relation))
        return 0;
    *first = first_statement(network, owner, of_relation);
    return first_statement(network, owner + 1, of_relation) - *first;
}

/* The number of claims about attributes of RELATION. */
static size_t count_inner_claims(const struct network *network, uint32_t relation)
{
    size_t first, claims = 0;
    const size_t count = network_statements(network, relation, true, &first);
    for (size_t i = first; i < first + count; i++)
        claims += network->statements.items[i].claim_count;
    return claims;
}

bool network_goes_both_ways(const struct network *network, uint32_t relation)
{
    const struct network_relation *r = &network->relations.items[relation];
    return r->mutual != 0 &&
           (r->mutual_given != 0 || !relation_form_is_one_way((enum relation_type)r->type,
                                                              network_text(network, r->form)));
}

struct network_claims network_claims(const struct network *network, uint32_t relation)
{
    const struct network_relation *r = &network->relations.items[relation];
    const bool is_last = relation + 1 == network->relations.count;
    const size_t last = is_last ? network->claims.count
                                : r[1].first_claim - count_inner_claims(network, relation + 1);
    const struct network_claim *claims = network->claims.items;
    return (struct network_claims){claims != NULL ? claims + r->first_claim : NULL,
                                   last - r->first_claim};
}

const struct network_details *network_details(const struct network *network, uint32_t relation)
{
    static const struct network_details nothing = {.event = NETWORK_NONE};
    uint32_t details = network->relations.items[relation].details;
    return details == NETWORK_NONE ? &nothing : &network->details.items[details];
}

const struct network_work *network_work(const struct network *network, uint32_t source)
{
    static const struct network_work nothing = {.accessed = NETWORK_NONE};
    uint32_t work = network->sources.items[source].work;
    return work == NETWORK_NONE ? &nothing : &network->works.items[work];
}

static int compare_citations(const void *key, const void *item)
{
    uint32_t claim = *(const uint32_t *)key,
             other = ((const struct network_citation *)item)->claim;
    return claim < other ? -1 : claim > other;
}

const struct network_citation *network_citation(const struct network *network,
                                                const struct network_claim *claim)
{
    static const struct network_citation nothing = {.archived = 0};
    uint32_t index = (uint32_t)(claim - network->claims.items);
    return claim->cited ? bsearch(&index, network->citations.items, network->citations.count,
                                  sizeof nothing, compare_citations)
                        : &nothing;
}

enum relation_phase network_default_phase(const struct network *network, uint32_t when)
{
    const struct date *date = network_date(network, when);
    const struct date *as_of = network_date(network, network->as_of);
    bool ended = date != NULL && as_of != NULL && date_ended_before(date, as_of);
    return ended ? PHASE_PAST : PHASE_CURRENT;
}
