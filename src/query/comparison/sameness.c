/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/comparison/sameness.h"

#include <string.h>

#include "model/level.h"

static bool same_text(const struct sides *sides, uint32_t old, uint32_t new)
{
    if (old == 0 || new == 0)
        return old == new;
    return strcmp(network_text(sides->networks[OLD], old),
                  network_text(sides->networks[NEW], new)) == 0;
}

static bool same_date(const struct sides *sides, uint32_t old, uint32_t new)
{
    if (old == NETWORK_NONE || new == NETWORK_NONE)
        return old == new;
    return same_text(sides, sides->networks[OLD]->dates.items[old].text,
                     sides->networks[NEW]->dates.items[new].text);
}

static bool same_item(const struct sides *sides, enum comparison_item item, uint32_t old,
                      uint32_t new)
{
    if (old == NETWORK_NONE || new == NETWORK_NONE)
        return old == new;
    return sides_partner(sides, item, OLD, old) == new;
}

/* Markings are compared by their words. */
static bool same_marking(const struct sides *sides, enum trivia_kind kind, uint32_t old,
                         uint32_t new)
{
    const struct network *a = sides->networks[OLD], *b = sides->networks[NEW];
    if (a->markings.count == 0 && b->markings.count == 0)
        return true;
    const uint32_t x = level_of_element(a, (struct trivia_element){kind, old});
    const uint32_t y = level_of_element(b, (struct trivia_element){kind, new});
    if (x == NETWORK_NONE || y == NETWORK_NONE)
        return x == y;
    return strcmp(level_word(a, x), level_word(b, y)) == 0;
}

static bool same_ends(const struct sides *sides, uint32_t old, uint32_t new)
{
    const struct network_ends a = network_ends(sides->networks[OLD], old);
    const struct network_ends b = network_ends(sides->networks[NEW], new);
    if (a.count != b.count)
        return false;
    for (size_t i = 0; i < a.count; i++)
        if (!same_item(sides, ITEM_VERTEX, a.items[i], b.items[i]))
            return false;
    return true;
}

static bool same_quotes(const struct sides *sides, const struct network_citation *old,
                        const struct network_citation *new)
{
    const struct network *a = sides->networks[OLD], *b = sides->networks[NEW];
    if (old->quote_count != new->quote_count || old->amount_count + new->amount_count > 0)
        return false;
    for (uint32_t i = 0; i < old->quote_count; i++) {
        const struct network_quote *x = &a->quotes.items[old->first_quote + i];
        const struct network_quote *y = &b->quotes.items[new->first_quote + i];
        if (!same_text(sides, x->text, y->text) || !same_text(sides, x->language, y->language) ||
            !same_marking(sides, TRIVIA_QUOTE, old->first_quote + i, new->first_quote + i))
            return false;
    }
    return same_text(sides, old->archived, new->archived);
}

static bool same_citation(const struct sides *sides, const struct network_claim *old,
                          const struct network_claim *new)
{
    if (!old->cited && !new->cited)
        return true;
    return same_quotes(sides, network_citation(sides->networks[OLD], old),
                       network_citation(sides->networks[NEW], new));
}

static bool same_stance(const struct network_claim *old, const struct network_claim *new)
{
    return old->stance == new->stance && old->hedged == new->hedged &&
           old->credibility_given == new->credibility_given &&
           old->credibility == new->credibility && old->confidence == new->confidence;
}

static bool same_claim(const struct sides *sides, const struct network_claim *old,
                       const struct network_claim *new)
{
    return same_stance(old, new) && same_item(sides, ITEM_SOURCE, old->by, new->by) &&
           same_text(sides, old->at, new->at) && same_text(sides, old->note, new->note) &&
           same_text(sides, old->href, new->href) && same_date(sides, old->date, new->date) &&
           same_citation(sides, old, new) &&
           same_marking(sides, TRIVIA_CLAIM, (uint32_t)(old - sides->networks[OLD]->claims.items),
                        (uint32_t)(new - sides->networks[NEW]->claims.items));
}

static bool same_claims(const struct sides *sides, uint32_t old, uint32_t new)
{
    const struct network_claims a = network_claims(sides->networks[OLD], old);
    const struct network_claims b = network_claims(sides->networks[NEW], new);
    if (a.count != b.count)
        return false;
    for (size_t i = 0; i < a.count; i++)
        if (!same_claim(sides, &a.items[i], &b.items[i]))
            return false;
    return true;
}

/* Whether both are the same role, outcome or note, without claims. */
static bool same_remark(const struct sides *sides, uint32_t old, uint32_t new)
{
    const struct network_remark *a = &sides->networks[OLD]->remarks.items[old];
    const struct network_remark *b = &sides->networks[NEW]->remarks.items[new];
    return a->kind == b->kind && a->kind <= REMARK_NOTE && same_text(sides, a->text, b->text) &&
           same_text(sides, a->language, b->language) &&
           same_marking(sides, TRIVIA_REMARK, old, new);
}

/* So many from the first ones on. */
static bool same_remarks(const struct sides *sides, uint32_t old, uint32_t new, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (!same_remark(sides, old + i, new + i))
            return false;
    return true;
}

static bool same_name(const struct sides *sides, uint32_t old, uint32_t new)
{
    const struct network_name *a = &sides->networks[OLD]->names.items[old];
    const struct network_name *b = &sides->networks[NEW]->names.items[new];
    return a->alias == b->alias && a->article == b->article && a->plural == b->plural &&
           a->plural_given == b->plural_given && same_text(sides, a->text, b->text) &&
           same_text(sides, a->short_form, b->short_form) &&
           same_text(sides, a->language, b->language) &&
           same_marking(sides, TRIVIA_NAME, old, new);
}

static bool has_statements(const struct sides *sides, uint32_t old, uint32_t new,
                           bool of_relation)
{
    size_t first;
    return network_statements(sides->networks[OLD], old, of_relation, &first) > 0 ||
           network_statements(sides->networks[NEW], new, of_relation, &first) > 0;
}

bool sameness_of_vertices(const struct sides *sides, uint32_t old, uint32_t new)
{
    const struct network_vertex *a = &sides->networks[OLD]->vertices.items[old];
    const struct network_vertex *b = &sides->networks[NEW]->vertices.items[new];
    if (a->event != NETWORK_NONE || a->kind != b->kind || a->name_count != b->name_count ||
        a->remark_count != b->remark_count || has_statements(sides, old, new, false))
        return false;
    for (uint32_t i = 0; i < a->name_count; i++)
        if (!same_name(sides, a->first_name + i, b->first_name + i))
            return false;
    return same_text(sides, a->subkind, b->subkind) && same_text(sides, a->href, b->href) &&
           same_item(sides, ITEM_VERTEX, a->parent, b->parent) &&
           same_remarks(sides, a->first_remark, b->first_remark, a->remark_count) &&
           same_marking(sides, TRIVIA_VERTEX, old, new);
}

static bool same_details(const struct sides *sides, uint32_t old, uint32_t new)
{
    const struct network_details *a = network_details(sides->networks[OLD], old);
    const struct network_details *b = network_details(sides->networks[NEW], new);
    return a->remark_count == b->remark_count &&
           same_item(sides, ITEM_VERTEX, a->event, b->event) &&
           same_text(sides, a->place, b->place) && same_text(sides, a->share, b->share) &&
           same_text(sides, a->href, b->href) &&
           same_remarks(sides, a->first_remark, b->first_remark, a->remark_count);
}

static bool same_words(const struct network_relation *a, const struct network_relation *b)
{
    return a->type == b->type && a->sign == b->sign && a->tier == b->tier &&
           a->phase == b->phase && a->weight == b->weight && a->mutual == b->mutual &&
           a->when_given == b->when_given && a->from_count == b->from_count;
}

bool sameness_of_relations(const struct sides *sides, uint32_t old, uint32_t new)
{
    const struct network_relation *a = &sides->networks[OLD]->relations.items[old];
    const struct network_relation *b = &sides->networks[NEW]->relations.items[new];
    const bool detailed = a->details != NETWORK_NONE || b->details != NETWORK_NONE;
    return same_words(a, b) && same_text(sides, a->form, b->form) &&
           network_goes_both_ways(sides->networks[OLD], old) ==
               network_goes_both_ways(sides->networks[NEW], new) &&
           same_date(sides, a->when, b->when) && same_ends(sides, old, new) &&
           (!detailed || same_details(sides, old, new)) && same_claims(sides, old, new) &&
           same_marking(sides, TRIVIA_RELATION, old, new) &&
           !(detailed && has_statements(sides, old, new, true));
}
