/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/comparison/parts.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"
#include "model/amount.h"
#include "model/level.h"

/* A list that is being made. */
struct maker {
    struct parts *parts;
    const struct sides *sides; /* NULL for the dataset and for claims */
    enum comparison_side side;
    const struct network *network;
};

void parts_clear(struct parts *parts)
{
    free(parts->items);
    parts->items = NULL;
    parts->count = parts->capacity = 0;
}

static const char *marking_of(const struct network *network, enum trivia_kind kind,
                              uint32_t index)
{
    const uint32_t level = network->markings.count > 0
                               ? level_of_element(network, (struct trivia_element){kind, index})
                               : NETWORK_NONE;
    return level != NETWORK_NONE ? level_word(network, level) : "";
}

static enum status add_part(const struct maker *maker, const struct part *part)
{
    struct parts *parts = maker->parts;
    if (part->value[0] == '\0')
        return STATUS_OK;
    ARRAY_RESERVE(parts, 1);
    parts->items[parts->count] = *part;
    parts->items[parts->count].order = parts->count;
    parts->count++;
    return STATUS_OK;
}

static enum status add_keyed(const struct maker *maker, const char *noun, const char *key,
                             const char *value)
{
    return add_part(maker, &(struct part){noun, key, value, "", NETWORK_NONE, 0});
}

static enum status add(const struct maker *maker, const char *noun, const char *value)
{
    return add_keyed(maker, noun, "", value);
}

static const char *text_of(const struct maker *maker, uint32_t text)
{
    return network_text(maker->network, text);
}

static enum status add_text(const struct maker *maker, const char *noun, uint32_t text)
{
    return add(maker, noun, text_of(maker, text));
}

static enum status add_date(const struct maker *maker, const char *noun, uint32_t date)
{
    return add(maker, noun, network_date_text(maker->network, date));
}

/* Moves TEXT into the arena as the value of a part. */
static enum status take(const struct maker *maker, const char *noun, const char *key,
                        struct buffer *text)
{
    const char *value =
        text->failed ? NULL : arena_copy(maker->parts->arena, buffer_string(text), text->length);
    buffer_clear(text);
    return value != NULL ? add_keyed(maker, noun, key, value) : STATUS_MEMORY;
}

static enum status add_digit(const struct maker *maker, const char *noun, unsigned digit)
{
    struct buffer text = BUFFER_EMPTY;
    buffer_integer(&text, digit);
    return take(maker, noun, "", &text);
}

static enum status add_marking(const struct maker *maker, enum trivia_kind kind, uint32_t index)
{
    return add(maker, "marking", marking_of(maker->network, kind, index));
}

static enum status add_reference(const struct maker *maker, const char *noun,
                                 enum comparison_item item, uint32_t index)
{
    return add(maker, noun, sides_common_id(maker->sides, item, maker->side, index));
}

static int compare_texts(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Adds the ids of VERTICES, sorted, as one value. */
static enum status add_ends(const struct maker *maker, const char *noun,
                            struct network_ends vertices)
{
    struct buffer text = BUFFER_EMPTY;
    const char **ids = malloc((vertices.count + 1) * sizeof *ids);
    if (ids == NULL)
        return STATUS_MEMORY;
    for (size_t i = 0; i < vertices.count; i++)
        ids[i] = sides_common_id(maker->sides, ITEM_VERTEX, maker->side, vertices.items[i]);
    qsort(ids, vertices.count, sizeof *ids, compare_texts);
    for (size_t i = 0; i < vertices.count; i++)
        buffer_format(&text, "%s%s", i > 0 ? " " : "", ids[i]);
    free(ids);
    return take(maker, noun, "", &text);
}

/* The statement of OWNER that is about ITEM of TOPIC. */
static uint32_t find_statement(const struct network *network, uint32_t owner, bool of_relation,
                               enum network_topic topic, uint32_t item)
{
    size_t first;
    const size_t count = network_statements(network, owner, of_relation, &first);
    for (size_t i = first; i < first + count; i++)
        if (network->statements.items[i].topic == topic &&
            network->statements.items[i].item == item)
            return (uint32_t)i;
    return NETWORK_NONE;
}

static enum status add_name(const struct maker *maker, uint32_t index, uint32_t statement)
{
    const struct network_name *name = &maker->network->names.items[index];
    const char *language = text_of(maker, name->language);
    TRY(add_part(maker, &(struct part){
                            name->alias ? "alias" : "name", language, text_of(maker, name->text),
                            marking_of(maker->network, TRIVIA_NAME, index), statement, 0}));
    TRY(add_keyed(maker, "short", language, text_of(maker, name->short_form)));
    TRY(add_keyed(maker, "article", language, name->article ? "the" : ""));
    return add_keyed(maker, "plural", language,
                     name->plural_given ? (name->plural ? "yes" : "no") : "");
}

/* Adds COUNT names from FIRST on; OWNER is the vertex that they belong to, or NETWORK_NONE. */
static enum status add_names(const struct maker *maker, uint32_t first, uint32_t count,
                             uint32_t owner)
{
    for (uint32_t i = first; i < first + count; i++) {
        const uint32_t statement =
            owner != NETWORK_NONE ? find_statement(maker->network, owner, false, TOPIC_NAME, i)
                                  : NETWORK_NONE;
        TRY(add_name(maker, i, statement));
    }
    return STATUS_OK;
}

/* "1200000 USD" or, with a date, the same under the key of that. */
static enum status add_amount(const struct maker *maker, uint32_t index)
{
    const struct network_amount *amount = &maker->network->amounts.items[index];
    struct buffer text = BUFFER_EMPTY;
    buffer_text(&text, text_of(maker, amount->value));
    if (amount->unit != 0)
        buffer_format(&text, " %s", text_of(maker, amount->unit));
    TRY(take(maker, "amount", network_date_text(maker->network, amount->when), &text));
    maker->parts->items[maker->parts->count - 1].marking =
        marking_of(maker->network, TRIVIA_AMOUNT, index);
    return STATUS_OK;
}

static enum status add_property(const struct maker *maker, uint32_t index)
{
    const struct network_property *property = &maker->network->properties.items[index];
    const uint32_t statement = find_statement(maker->network, property->owner,
                                              property->of_relation, TOPIC_PROPERTY, index);
    return add_part(
        maker, &(struct part){property->identifier ? "identifier" : "attribute",
                              text_of(maker, property->name), text_of(maker, property->value),
                              marking_of(maker->network, TRIVIA_PROPERTY, index), statement, 0});
}

static enum status add_period(const struct maker *maker, uint32_t index)
{
    const struct network_period *period = &maker->network->periods.items[index];
    const char *when = network_date_text(maker->network, period->when);
    struct buffer weight = BUFFER_EMPTY;
    TRY(add_part(maker, &(struct part){"period", "", when[0] != '\0' ? when : "..",
                                       marking_of(maker->network, TRIVIA_PERIOD, index),
                                       NETWORK_NONE, 0}));
    if (period->weight > 0)
        buffer_integer(&weight, period->weight);
    return take(maker, "period weight", when, &weight);
}

/* A parent or a participant with claims; without, it is an attribute. */
static enum status add_link(const struct maker *maker, uint32_t index)
{
    const struct network *network = maker->network;
    const struct network_statement *statement = &network->statements.items[index];
    const bool parent = statement->topic == TOPIC_PARENT;
    const uint32_t vertex =
        parent ? statement->item : network->participants.items[statement->item];
    return add_part(
        maker, &(struct part){parent ? "parent" : "participant", "",
                              sides_common_id(maker->sides, ITEM_VERTEX, maker->side, vertex),
                              marking_of(network, TRIVIA_STATEMENT, index), index, 0});
}

static const char *remark_noun(enum network_remark_kind kind)
{
    if (kind == REMARK_ROLE)
        return "role";
    return kind == REMARK_OUTCOME ? "outcome" : "note";
}

/* OWNER is a vertex with statements about its remarks, or NETWORK_NONE. */
static enum status add_remark(const struct maker *maker, uint32_t index, uint32_t owner)
{
    const struct network_remark *remark = &maker->network->remarks.items[index];
    switch ((enum network_remark_kind)remark->kind) {
    case REMARK_AMOUNT: return add_amount(maker, remark->text);
    case REMARK_PROPERTY: return add_property(maker, remark->text);
    case REMARK_PERIOD: return add_period(maker, remark->text);
    case REMARK_STATEMENT: return add_link(maker, remark->text);
    case REMARK_ROLE:
    case REMARK_OUTCOME:
    case REMARK_NOTE: break;
    }
    const uint32_t statement =
        owner != NETWORK_NONE ? find_statement(maker->network, owner, false, TOPIC_REMARK, index)
                              : NETWORK_NONE;
    return add_part(
        maker, &(struct part){remark_noun((enum network_remark_kind)remark->kind),
                              text_of(maker, remark->language), text_of(maker, remark->text),
                              marking_of(maker->network, TRIVIA_REMARK, index), statement, 0});
}

static enum status add_remarks(const struct maker *maker, uint32_t first, uint32_t count,
                               uint32_t owner)
{
    for (uint32_t i = first; i < first + count; i++)
        TRY(add_remark(maker, i, owner));
    return STATUS_OK;
}

static enum status add_source(const struct maker *maker, uint32_t index)
{
    const struct network_source *source = &maker->network->sources.items[index];
    const struct network_work *work = network_work(maker->network, index);
    const char reliability[] = {source->reliability, '\0'};
    struct buffer letter = BUFFER_EMPTY;
    buffer_text(&letter, reliability);
    TRY(take(maker, "reliability", "", &letter));
    TRY(add_reference(maker, "actor", ITEM_VERTEX, source->actor));
    TRY(add_reference(maker, "via", ITEM_SOURCE, source->via));
    TRY(add_reference(maker, "basis", ITEM_SOURCE, source->basis));
    TRY(add(maker, "anonymous", source->anonymous ? "yes" : ""));
    TRY(add_date(maker, "date", source->date));
    TRY(add_text(maker, "href", source->href));
    TRY(add_text(maker, "author", work->author));
    TRY(add_text(maker, "work", work->title));
    TRY(add_text(maker, "publisher", work->publisher));
    TRY(add_text(maker, "language", work->language));
    TRY(add_text(maker, "archived", work->archived));
    TRY(add_date(maker, "accessed", work->accessed));
    TRY(add_text(maker, "pseudonym", source->pseudonym));
    TRY(add_names(maker, source->first_name, source->name_count, NETWORK_NONE));
    TRY(add_remarks(maker, source->first_remark, source->remark_count, NETWORK_NONE));
    return add_marking(maker, TRIVIA_SOURCE, index);
}

static bool has_part(const struct maker *maker, const char *noun)
{
    for (size_t i = 0; i < maker->parts->count; i++)
        if (strcmp(maker->parts->items[i].noun, noun) == 0)
            return true;
    return false;
}

/* Adds when and where an event was, and the participants that are no elements. */
static enum status add_event(const struct maker *maker, const struct network_vertex *vertex)
{
    const struct network_event *event = &maker->network->events.items[vertex->event];
    const struct network_ends all = network_participants(maker->network, vertex->event);
    size_t elements = 0;
    for (size_t i = 0; i < maker->parts->count; i++)
        elements += strcmp(maker->parts->items[i].noun, "participant") == 0;
    for (size_t i = 0; i + elements < all.count; i++) /* those come last */
        TRY(add_reference(maker, "participant", ITEM_VERTEX, all.items[i]));
    TRY(add_date(maker, "when", event->when));
    return add_text(maker, "place", event->place);
}

static enum status add_vertex(const struct maker *maker, uint32_t index)
{
    const struct network_vertex *vertex = &maker->network->vertices.items[index];
    TRY(add(maker, "type", vocabulary_kinds.words[vertex->kind]));
    TRY(add_text(maker, "kind", vertex->subkind));
    TRY(add_names(maker, vertex->first_name, vertex->name_count, index));
    TRY(add_remarks(maker, vertex->first_remark, vertex->remark_count, index));
    if (!has_part(maker, "parent"))
        TRY(add_reference(maker, "parent", ITEM_VERTEX, vertex->parent));
    TRY(add_text(maker, "href", vertex->href));
    if (vertex->event != NETWORK_NONE)
        TRY(add_event(maker, vertex));
    return add_marking(maker, TRIVIA_VERTEX, index);
}

static enum status add_details(const struct maker *maker, uint32_t index)
{
    const struct network_details *details = network_details(maker->network, index);
    TRY(add_reference(maker, "event", ITEM_VERTEX, details->event));
    TRY(add_text(maker, "place", details->place));
    TRY(add_text(maker, "share", details->share));
    TRY(add_text(maker, "href", details->href));
    return add_remarks(maker, details->first_remark, details->remark_count, NETWORK_NONE);
}

static enum status add_relation(const struct maker *maker, uint32_t index)
{
    const struct network_relation *relation = &maker->network->relations.items[index];
    TRY(add(maker, "type", vocabulary_types.words[relation->type]));
    TRY(add_text(maker, "form", relation->form));
    TRY(add_ends(maker, "from", network_from(maker->network, index)));
    TRY(add_ends(maker, "to", network_to(maker->network, index)));
    /* A visit is none that is returned, unless this is said. */
    if ((relation->mutual != 0) == network_goes_both_ways(maker->network, index))
        TRY(add(maker, "mutual", vocabulary_yes_no.words[relation->mutual]));
    TRY(add(maker, "phase", vocabulary_phases.words[relation->phase]));
    TRY(add_date(maker, "when", relation->when_given ? relation->when : NETWORK_NONE));
    TRY(add_digit(maker, "weight", relation->weight));
    TRY(add(maker, "sign", vocabulary_signs.words[relation->sign]));
    TRY(add(maker, "tier", vocabulary_tiers.words[relation->tier]));
    TRY(add_details(maker, index));
    return add_marking(maker, TRIVIA_RELATION, index);
}

static enum status add_word(const struct maker *maker, uint32_t index)
{
    const struct network_word *word = &maker->network->words.items[index];
    TRY(add(maker, "sign", word->sign_given ? vocabulary_signs.words[word->sign] : ""));
    TRY(add_keyed(maker, "verb", "singular", text_of(maker, word->singular)));
    TRY(add_keyed(maker, "verb", "plural", text_of(maker, word->plural)));
    TRY(add_keyed(maker, "verb", "past", text_of(maker, word->past)));
    TRY(add_keyed(maker, "verb", "past-plural", text_of(maker, word->past_plural)));
    return add_names(maker, word->first_name, word->name_count, NETWORK_NONE);
}

enum status parts_add_item(struct parts *parts, const struct sides *sides,
                           enum comparison_item item, enum comparison_side side, uint32_t index)
{
    const struct maker maker = {parts, sides, side, sides->networks[side]};
    switch (item) {
    case ITEM_SOURCE: return add_source(&maker, index);
    case ITEM_VERTEX: return add_vertex(&maker, index);
    case ITEM_RELATION: return add_relation(&maker, index);
    case ITEM_WORD: return add_word(&maker, index);
    case ITEMS: break;
    }
    return STATUS_OK;
}

static enum status add_heading(const struct maker *maker, const char *noun,
                               const struct network_name *heading, enum trivia_kind kind,
                               uint32_t index)
{
    return add_part(maker,
                    &(struct part){noun, text_of(maker, heading->language),
                                   text_of(maker, heading->text),
                                   marking_of(maker->network, kind, index), NETWORK_NONE, 0});
}

static enum status add_levels(const struct maker *maker)
{
    const struct network *network = maker->network;
    struct buffer text = BUFFER_EMPTY;
    for (uint32_t i = 0; network->levels.count > 0 && i < level_count(network); i++)
        buffer_format(&text, "%s%s", i > 0 ? " " : "", level_word(network, i));
    TRY(take(maker, "markings", "", &text));
    return add(maker, "marking", network->level_given ? level_word(network, network->level) : "");
}

enum status parts_add_dataset(struct parts *parts, const struct network *network)
{
    const struct maker maker = {parts, NULL, OLD, network};
    for (uint32_t i = 0; i < network->titles.count; i++)
        TRY(add_heading(&maker, "title", &network->titles.items[i], TRIVIA_TITLE, i));
    for (uint32_t i = 0; i < network->descriptions.count; i++)
        TRY(add_heading(&maker, "description", &network->descriptions.items[i],
                        TRIVIA_DESCRIPTION, i));
    TRY(add_text(&maker, "language", network->language));
    TRY(add_date(&maker, "as-of", network->as_of));
    TRY(add_text(&maker, "no-warn", network->no_warn));
    return add_levels(&maker);
}

static enum status add_confidence(const struct maker *maker, const struct network_claim *claim)
{
    struct buffer text = BUFFER_EMPTY;
    if (claim->confidence != NETWORK_NO_CONFIDENCE)
        buffer_integer(&text, claim->confidence);
    TRY(take(maker, "confidence", "", &text));
    return claim->credibility_given && claim->credibility > 0
               ? add_digit(maker, "credibility", claim->credibility)
               : STATUS_OK;
}

static enum status add_citation(const struct maker *maker, const struct network_claim *claim)
{
    const struct network *network = maker->network;
    const struct network_citation *citation = network_citation(network, claim);
    TRY(add_text(maker, "archived", citation->archived));
    for (uint32_t i = 0; i < citation->quote_count; i++) {
        const uint32_t index = citation->first_quote + i;
        const struct network_quote *quote = &network->quotes.items[index];
        TRY(add_part(maker,
                     &(struct part){"quote", text_of(maker, quote->language),
                                    text_of(maker, quote->text),
                                    marking_of(network, TRIVIA_QUOTE, index), NETWORK_NONE, 0}));
    }
    for (uint32_t i = 0; i < citation->amount_count; i++)
        TRY(add_amount(maker, citation->first_amount + i));
    return STATUS_OK;
}

enum status parts_add_claim(struct parts *parts, const struct network *network, uint32_t index,
                            uint32_t period)
{
    const struct maker maker = {parts, NULL, OLD, network};
    const struct network_claim *claim = &network->claims.items[index];
    TRY(add(&maker, "stance", vocabulary_stances.words[claim->stance]));
    TRY(add(&maker, "hedged", claim->hedged ? "yes" : ""));
    TRY(add_confidence(&maker, claim));
    TRY(add_date(&maker, "date", claim->date));
    TRY(add_text(&maker, "at", claim->at));
    TRY(add_text(&maker, "href", claim->href));
    TRY(add_text(&maker, "note", claim->note));
    if (period != NETWORK_NONE)
        TRY(add_date(&maker, "period", network->periods.items[period].when));
    TRY(add_citation(&maker, claim));
    return add_marking(&maker, TRIVIA_CLAIM, index);
}

/* --- comparing */

static int compare_kinds(const struct part *a, const struct part *b)
{
    const int nouns = strcmp(a->noun, b->noun);
    return nouns != 0 ? nouns : strcmp(a->key, b->key);
}

static int compare_whole(const void *a, const void *b)
{
    const struct part *x = a, *y = b;
    const int kinds = compare_kinds(x, y),
              values = kinds != 0 ? kinds : strcmp(x->value, y->value);
    return values != 0 ? values : x->order < y->order ? -1 : x->order > y->order;
}

static int compare_order(const void *a, const void *b)
{
    const struct part *x = a, *y = b;
    const int kinds = compare_kinds(x, y);
    return kinds != 0 ? kinds : x->order < y->order ? -1 : x->order > y->order;
}

static void sort(struct parts *parts, int (*compare)(const void *, const void *))
{
    if (parts->count > 0)
        qsort(parts->items, parts->count, sizeof *parts->items, compare);
}

static enum status tell(parts_report *report, void *context, const struct part *old,
                        const struct part *new)
{
    return report != NULL ? report(context, old, new) : STATUS_OK;
}

/* Whether there is more to say of a part that both have. */
static bool differ_inside(const struct part *old, const struct part *new)
{
    return strcmp(old->marking, new->marking) != 0 || old->statement != NETWORK_NONE ||
           new->statement != NETWORK_NONE;
}

/* Merges two sorted lists: reports the parts that COMPARE finds equal, if EQUALS, and moves the
   others to the front of each list. */
static enum status match(struct parts *old, struct parts *new, parts_report *report,
                         void *context)
{
    size_t i = 0, j = 0, left = 0, right = 0;
    while (i < old->count || j < new->count) {
        int order = i == old->count ? 1 : j == new->count ? -1 : 0;
        if (order == 0)
            order = compare_kinds(&old->items[i], &new->items[j]);
        if (order == 0)
            order = strcmp(old->items[i].value, new->items[j].value);
        if (order == 0) {
            if (differ_inside(&old->items[i], &new->items[j]))
                TRY(tell(report, context, &old->items[i], &new->items[j]));
            i++, j++;
        } else if (order < 0)
            old->items[left++] = old->items[i++];
        else
            new->items[right++] = new->items[j++];
    }
    old->count = left;
    new->count = right;
    return STATUS_OK;
}

/* Whether parts of this kind are a set: none takes the place of another. */
static bool is_of_a_set(const struct part *part)
{
    return strcmp(part->noun, "participant") == 0;
}

enum status parts_compare(struct parts *old, struct parts *new, parts_report *report,
                          void *context)
{
    size_t i = 0, j = 0;
    sort(old, compare_whole);
    sort(new, compare_whole);
    TRY(match(old, new, report, context));
    sort(old, compare_order);
    sort(new, compare_order);
    while (i < old->count || j < new->count) {
        int order = i == old->count ? 1 : j == new->count ? -1 : 0;
        if (order == 0)
            order = compare_kinds(&old->items[i], &new->items[j]);
        if (order == 0 && is_of_a_set(&old->items[i]))
            order = -1;
        TRY(tell(report, context, order <= 0 ? &old->items[i] : NULL,
                 order >= 0 ? &new->items[j] : NULL));
        i += order <= 0;
        j += order >= 0;
    }
    return STATUS_OK;
}

static uint64_t hash_part(const struct part *part, const struct siphash_key *key)
{
    static const struct siphash_rounds rounds = {1, 3};
    const char *const texts[] = {part->noun, part->key, part->value, part->marking};
    uint64_t hash = 0;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const struct siphash_key next = {{key->words[0] ^ hash, key->words[1] + i}};
        hash = siphash(&next, rounds, texts[i], strlen(texts[i]));
    }
    return hash;
}

uint64_t parts_hash(const struct parts *parts, const struct siphash_key *key)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < parts->count; i++)
        sum += hash_part(&parts->items[i], key);
    return sum;
}
