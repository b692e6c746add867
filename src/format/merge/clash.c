/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/merge/clash.h"

#include <string.h>

#include "base/memory/buffer.h"
#include "format/entente/grammar.h"
#include "format/merge/attributes.h"
#include "format/merge/versions.h"

/* The attributes without which an element is another one, up to a NULL. */
static const char *const *subject_attributes(int rule)
{
    static const char *const of_relation[] = {"from", "to", "form", "mutual", NULL};
    static const char *const of_amount[] = {"value", "unit", "when", NULL};
    static const char *const of_period[] = {"when", NULL};
    static const char *const of_attribute[] = {"name", "value", NULL};
    static const char *const of_identifier[] = {"scheme", "value", NULL};
    static const char *const of_reference[] = {"ref", NULL};
    static const char *const none[] = {NULL};
    if (rule != RULE_NONE && grammar_is_relation((enum grammar_rule)rule))
        return of_relation;
    switch (rule) {
    case RULE_AMOUNT: return of_amount;
    case RULE_PERIOD: return of_period;
    case RULE_ATTRIBUTE: return of_attribute;
    case RULE_IDENTIFIER: return of_identifier;
    case RULE_PARENT:
    case RULE_PARTICIPATION: return of_reference;
    default: return none;
    }
}

static bool is_relation(struct normal_node node)
{
    const int rule = normal_at(node)->rule;
    return rule != RULE_NONE && grammar_is_relation((enum grammar_rule)rule);
}

static bool is_other_type(struct normal_node base, struct normal_node node)
{
    return is_relation(base) && normal_at(base)->rule != normal_at(node)->rule;
}

static bool is_changed(struct normal_node base, struct normal_node node, const char *attribute)
{
    return !attributes_same(manuscript_value(base.manuscript, normal_at(base), attribute),
                            manuscript_value(node.manuscript, normal_at(node), attribute));
}

/* --- what each side changed */

/* Which of some things were changed. */
struct tally {
    bool only[SIDES]; /* something by this side alone */
    bool apart;       /* something by both, differently */
};

static void count(struct tally *tally, bool ours, bool theirs, bool differ)
{
    tally->only[SIDE_OURS] |= ours && !theirs;
    tally->only[SIDE_THEIRS] |= theirs && !ours;
    tally->apart |= ours && theirs && differ;
}

static void count_attributes(struct tally *tally, const struct normal_node nodes[SIDES],
                             const char *const attributes[])
{
    const struct normal_node base = nodes[SIDE_BASE], ours = nodes[SIDE_OURS],
                             theirs = nodes[SIDE_THEIRS];
    for (; *attributes != NULL; attributes++)
        count(tally, is_changed(base, ours, *attributes), is_changed(base, theirs, *attributes),
              is_changed(ours, theirs, *attributes));
}

/* Whether together they say what neither side says: each changed something that the other did
   not, or also something that the other changed otherwise. */
static bool is_torn(const struct tally *tally)
{
    const bool ours = tally->only[SIDE_OURS], theirs = tally->only[SIDE_THEIRS];
    return (ours && theirs) || (tally->apart && (ours || theirs));
}

/* What an element is about. */
static struct tally tally_subject(const struct normal_node nodes[SIDES])
{
    const struct normal_node base = nodes[SIDE_BASE];
    struct tally tally = {{false}, false};
    count_attributes(&tally, nodes, subject_attributes(normal_at(base)->rule));
    count(&tally, is_other_type(base, nodes[SIDE_OURS]), is_other_type(base, nodes[SIDE_THEIRS]),
          normal_at(nodes[SIDE_OURS])->rule != normal_at(nodes[SIDE_THEIRS])->rule);
    return tally;
}

/* Whether just one side changed what the element is about: the other changed something of it. */
static bool is_subject_mixed(const struct normal_node nodes[SIDES])
{
    const struct tally tally = tally_subject(nodes);
    return tally.only[SIDE_OURS] || tally.only[SIDE_THEIRS];
}

/* --- texts */

/* Counts changes of texts; REPLACED: only of what was there before. */
static void count_texts(struct tally *tally, const struct versions *versions, bool replaced)
{
    const struct texts *base = &versions->sides[SIDE_BASE], *ours = &versions->sides[SIDE_OURS],
                       *theirs = &versions->sides[SIDE_THEIRS];
    const bool by_ours = replaced ? !texts_include(ours, base) : !texts_same(ours, base);
    const bool by_theirs = replaced ? !texts_include(theirs, base) : !texts_same(theirs, base);
    count(tally, by_ours, by_theirs, !texts_same(ours, theirs));
}

/* Adds changes of amounts to TALLY, and sets *DOUBLED. */
static enum status count_amounts(struct tally *tally, const struct normal_node nodes[SIDES],
                                 bool *doubled)
{
    struct versions amounts;
    const enum status status = versions_list(&amounts, nodes, versions_write_amounts);
    if (status == STATUS_OK) {
        count_texts(tally, &amounts, false);
        *doubled = versions_add_up(&amounts, normal_at(nodes[SIDE_OURS])->rule == RULE_CLAIM);
    }
    versions_clear(&amounts);
    return status;
}

static enum status count_written(struct tally *tally, const struct normal_node nodes[SIDES],
                                 versions_write *write, bool replaced)
{
    struct versions versions;
    const enum status status = versions_list(&versions, nodes, write);
    if (status == STATUS_OK)
        count_texts(tally, &versions, replaced);
    versions_clear(&versions);
    return status;
}

/* --- claims in an element */

/* Whether elements of a rule are compared. */
typedef bool is_wanted(int rule);

static bool is_claim(int rule)
{
    return rule == RULE_CLAIM;
}

static bool is_claim_or_period(int rule)
{
    return rule == RULE_CLAIM || rule == RULE_PERIOD;
}

static bool is_outcome(int rule)
{
    return rule == RULE_OUTCOME || rule == RULE_PARTICIPATION;
}

static bool is_amount(int rule)
{
    return rule == RULE_AMOUNT;
}

static bool is_period(int rule)
{
    return rule == RULE_PERIOD;
}

/* Appends what of the WANTED rules is in an element. */
static enum status write_children(struct normal *normal, struct normal_node element,
                                  is_wanted *wanted, struct buffer *out)
{
    const struct manuscript_node *nodes = element.manuscript->nodes.items;
    for (uint32_t i = nodes[element.index].child; i != 0; i = nodes[i].next)
        if (nodes[i].kind == MANUSCRIPT_ELEMENT && wanted(nodes[i].rule))
            TRY(normal_write(normal, (struct normal_node){element.manuscript, i}, out));
    return buffer_status(out);
}

/* Sets *CHANGED to whether ONE and OTHER have other elements of the WANTED rules. */
static enum status compare_children(struct normal *normal, struct normal_node one,
                                    struct normal_node other, is_wanted *wanted, bool *changed)
{
    struct buffer first = BUFFER_EMPTY, second = BUFFER_EMPTY;
    enum status status = write_children(normal, one, wanted, &first);
    if (status == STATUS_OK)
        status = write_children(normal, other, wanted, &second);
    *changed = strcmp(buffer_string(&first), buffer_string(&second)) != 0;
    buffer_clear(&first);
    buffer_clear(&second);
    return status;
}

/* Sets CHANGED, by side, to whether it has other elements of the WANTED rules than the base. */
static enum status find_claims(struct normal *normal, const struct normal_node nodes[SIDES],
                               is_wanted *wanted, bool changed[SIDES])
{
    TRY(compare_children(normal, nodes[SIDE_BASE], nodes[SIDE_OURS], wanted,
                         &changed[SIDE_OURS]));
    return compare_children(normal, nodes[SIDE_BASE], nodes[SIDE_THEIRS], wanted,
                            &changed[SIDE_THEIRS]);
}

/* Whether one side changed what is in TALLY, and the other what is SAID of it. */
static bool is_misquoted(const struct tally *tally, const bool said[SIDES])
{
    return (tally->only[SIDE_OURS] && said[SIDE_THEIRS]) ||
           (tally->only[SIDE_THEIRS] && said[SIDE_OURS]) ||
           (tally->apart && (said[SIDE_OURS] || said[SIDE_THEIRS]));
}

/* --- relations, claims, and all else */

/* What a relation states is what its claims are about, and so are its periods. Beside what it
   states, others may be added. */
static enum status find_relation_clash(struct normal *normal,
                                       const struct normal_node nodes[SIDES], bool *clash)
{
    static const char *const attributes[] = {"when",  "place", "event", "phase",
                                             "share", "sign",  NULL};
    struct tally stated = tally_subject(nodes), spans = {{false}, false}, replaced = spans;
    bool said[SIDES] = {false}, judged[SIDES] = {false}, doubled = false;
    count_attributes(&stated, nodes, attributes);
    TRY(count_amounts(&stated, nodes, &doubled));
    TRY(count_written(&spans, nodes, versions_write_periods, false));
    TRY(count_written(&replaced, nodes, versions_write_periods, true));
    TRY(find_claims(normal, nodes, is_claim_or_period, said));
    TRY(find_claims(normal, nodes, is_claim, judged));
    const struct tally all = {{false, stated.only[SIDE_OURS] || replaced.only[SIDE_OURS],
                               stated.only[SIDE_THEIRS] || replaced.only[SIDE_THEIRS]},
                              stated.apart || replaced.apart};
    *clash =
        doubled || is_torn(&all) || is_misquoted(&stated, said) || is_misquoted(&spans, judged);
    return STATUS_OK;
}

/* Who says what, where and how surely, is one thing; only a copy of the place is another. */
static enum status find_claim_clash(const struct normal_node nodes[SIDES], bool *clash)
{
    static const char *const attributes[] = {"by",          "stance",     "date",   "at", "href",
                                             "credibility", "confidence", "hedged", NULL};
    static const char *const address[] = {"href", NULL}, *const copy[] = {"archived", NULL};
    struct tally claimed = {{false}, false}, moved = claimed, copied = claimed;
    bool doubled = false;
    count_attributes(&claimed, nodes, attributes);
    TRY(count_amounts(&claimed, nodes, &doubled));
    TRY(count_written(&claimed, nodes, versions_write_words, false));
    count_attributes(&moved, nodes, address);
    count_attributes(&copied, nodes, copy);
    *clash = doubled || is_torn(&claimed) || is_misquoted(&moved, copied.only);
    return STATUS_OK;
}

/* What an event or a work is known by, up to a NULL. */
static const char *const *marks_of(int rule)
{
    static const char *const of_event[] = {"when", "place", NULL};
    static const char *const of_source[] = {"date", "href", "author", "work", "publisher", NULL};
    static const char *const none[] = {NULL};
    return rule == RULE_EVENT ? of_event : rule == RULE_SOURCE ? of_source : none;
}

/* Counts attributes of which the base has others, not those that were only added. */
static void count_replaced(struct tally *tally, const struct normal_node nodes[SIDES],
                           const char *const attributes[])
{
    const struct normal_node base = nodes[SIDE_BASE];
    for (; *attributes != NULL; attributes++) {
        const char *const one[] = {*attributes, NULL};
        if (manuscript_value(base.manuscript, normal_at(base), *attributes).length > 0)
            count_attributes(tally, nodes, one);
    }
}

/* Whether one side replaced what an event or a work is known by, which may be another one now,
   and the other changed the rest of that, or what is said of the event. */
static enum status find_item_clash(struct normal *normal, const struct normal_node nodes[SIDES],
                                   bool *clash)
{
    const char *const *const marks = marks_of(normal_at(nodes[SIDE_BASE])->rule);
    struct tally replaced = {{false}, false}, changed = replaced;
    bool said[SIDES] = {false};
    if (*marks == NULL)
        return STATUS_OK;
    count_replaced(&replaced, nodes, marks);
    count_attributes(&changed, nodes, marks);
    TRY(find_claims(normal, nodes, is_outcome, said));
    *clash = is_misquoted(&replaced, changed.only) || is_misquoted(&replaced, said);
    return STATUS_OK;
}

/* Of anything else, the words are what claims and attributes are about. */
static enum status find_word_clash(struct normal *normal, const struct normal_node nodes[SIDES],
                                   bool *clash)
{
    const struct normal_node base = nodes[SIDE_BASE];
    struct tally words = tally_subject(nodes);
    bool said[SIDES] = {false};
    TRY(count_written(&words, nodes, versions_write_words, true));
    TRY(find_claims(normal, nodes, is_claim, said));
    for (int side = SIDE_OURS; side <= SIDE_THEIRS; side++) {
        bool same = true;
        if (manuscript_has_text(base.manuscript, normal_at(base)))
            TRY(normal_compare_tags(normal, base, nodes[side], &same));
        said[side] = said[side] || !same;
    }
    *clash = is_misquoted(&words, said);
    return STATUS_OK;
}

enum status clash_find(struct normal *normal, const struct normal_node nodes[SIDES], bool *clash)
{
    *clash = is_subject_mixed(nodes);
    if (*clash)
        return STATUS_OK;
    if (is_relation(nodes[SIDE_BASE]))
        return find_relation_clash(normal, nodes, clash);
    if (normal_at(nodes[SIDE_BASE])->rule == RULE_CLAIM)
        return find_claim_clash(nodes, clash);
    TRY(find_item_clash(normal, nodes, clash));
    return *clash ? STATUS_OK : find_word_clash(normal, nodes, clash);
}

/* Sets *CLASH to whether a claim that both sides added has amounts of either. */
static enum status find_added_amounts(const struct normal_node nodes[SIDES], bool *clash)
{
    struct tally tally = {{false}, false};
    return normal_at(nodes[SIDE_OURS])->rule == RULE_CLAIM ? count_amounts(&tally, nodes, clash)
                                                           : STATUS_OK;
}

enum status clash_find_added(struct normal *normal, const struct normal_node nodes[SIDES],
                             bool *clash)
{
    const struct normal_node ours = nodes[SIDE_OURS], theirs = nodes[SIDE_THEIRS];
    bool amounts, periods, claims, judged;
    TRY(compare_children(normal, ours, theirs, is_amount, &amounts));
    TRY(compare_children(normal, ours, theirs, is_period, &periods));
    TRY(compare_children(normal, ours, theirs, is_claim, &judged));
    TRY(compare_children(normal, ours, theirs, is_claim_or_period, &claims));
    *clash = (amounts && claims) || (periods && judged);
    return *clash ? STATUS_OK : find_added_amounts(nodes, clash);
}
