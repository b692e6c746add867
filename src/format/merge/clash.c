/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/merge/clash.h"

#include <string.h>

#include "base/memory/buffer.h"
#include "format/entente/grammar.h"
#include "format/merge/attributes.h"

/* The attributes that say what a claim, a tie or a property is about, up to a NULL: those without
   which it is another one, or LATER those that say when and where. */
static const char *const *subject_attributes(int rule, bool later)
{
    static const char *const of_claim[] = {"by", "stance", NULL};
    static const char *const of_claim_later[] = {"date", "at", NULL};
    static const char *const of_relation[] = {"from", "to", "form", "mutual", NULL};
    static const char *const of_relation_later[] = {"when", "share", "sign", NULL};
    static const char *const of_amount[] = {"value", "unit", "when", NULL};
    static const char *const of_period[] = {"when", NULL};
    static const char *const of_attribute[] = {"name", "value", NULL};
    static const char *const of_identifier[] = {"scheme", "value", NULL};
    static const char *const of_reference[] = {"ref", NULL};
    static const char *const none[] = {NULL};
    if (rule == RULE_CLAIM)
        return later ? of_claim_later : of_claim;
    if (rule != RULE_NONE && grammar_is_relation((enum grammar_rule)rule))
        return later ? of_relation_later : of_relation;
    if (later)
        return none;
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

static bool is_list(const char *attribute)
{
    return strcmp(attribute, "from") == 0 || strcmp(attribute, "to") == 0;
}

/* Whether an attribute of NODE says otherwise than in BASE. What was added to a claim, such as
   its date, says no other than before; nor, if not LATER, do further ends of a tie. */
static bool is_replaced(struct normal_node base, struct normal_node node, const char *attribute,
                        bool later)
{
    const struct manuscript_span before = manuscript_value(base.manuscript, normal_at(base),
                                                           attribute),
                                 after = manuscript_value(node.manuscript, normal_at(node),
                                                          attribute);
    if (before.length == 0 && normal_at(base)->rule == RULE_CLAIM)
        return false;
    if (!later && is_list(attribute) && attributes_include(after, before))
        return false;
    return !attributes_same(before, after);
}

static bool is_other_type(struct normal_node base, struct normal_node node)
{
    const int rule = normal_at(base)->rule;
    return rule != normal_at(node)->rule && rule != RULE_NONE &&
           grammar_is_relation((enum grammar_rule)rule);
}

/* Whether what NODE is about was replaced, or when and where. */
static bool is_subject_changed(struct normal_node base, struct normal_node node)
{
    const int rule = normal_at(base)->rule;
    bool changed = is_other_type(base, node);
    for (int later = 0; later < 2; later++)
        for (const char *const *at = subject_attributes(rule, later); *at != NULL; at++)
            changed |= is_replaced(base, node, *at, true);
    return changed;
}

/* Whether just one side replaced one of the attributes by which an element is what it is. */
static bool is_subject_mixed(const struct normal_node nodes[SIDES])
{
    const struct normal_node base = nodes[SIDE_BASE], ours = nodes[SIDE_OURS],
                             theirs = nodes[SIDE_THEIRS];
    bool mixed = is_other_type(base, ours) != is_other_type(base, theirs);
    const char *const *at = subject_attributes(normal_at(base)->rule, false);
    for (; *at != NULL; at++)
        mixed |= is_replaced(base, ours, *at, false) != is_replaced(base, theirs, *at, false);
    return mixed;
}

/* Whether each text of BASE, of which each ends with a mark, is among those of WORDS. */
static bool has_texts(const char *base, const char *words)
{
    for (const char *end; *base != '\0'; base = end + 1) {
        const char *found = words;
        end = strchr(base, NORMAL_MARK);
        const size_t length = (size_t)(end + 1 - base);
        while (*found != '\0' && strncmp(found, base, length) != 0)
            found = strchr(found, NORMAL_MARK) + 1;
        if (*found == '\0' && length > 1)
            return false;
    }
    return true;
}

/* Appends the amounts of a claim or a relation, each with a mark behind it. */
static void write_amounts(struct normal_node element, struct buffer *out)
{
    static const char *const attributes[] = {"value", "unit", "when"};
    const struct manuscript *manuscript = element.manuscript;
    const struct manuscript_node *nodes = manuscript->nodes.items;
    for (uint32_t i = nodes[element.index].child; i != 0; i = nodes[i].next) {
        if (nodes[i].kind != MANUSCRIPT_ELEMENT || nodes[i].rule != RULE_AMOUNT)
            continue;
        for (int k = 0; k < 3; k++) {
            normal_fold(manuscript_value(manuscript, &nodes[i], attributes[k]), out);
            buffer_char(out, ' ');
        }
        buffer_char(out, NORMAL_MARK);
    }
}

static void write_texts(struct normal_node element, struct buffer *out)
{
    normal_texts(element, normal_at(element)->rule == RULE_CLAIM, out);
    write_amounts(element, out);
}

/* Appends texts of an element, each with a mark behind it. */
typedef void write_marked(struct normal_node element, struct buffer *out);

/* Sets *CHANGED to whether SIDE has not all that WRITE finds in the base, and *ADDED to whether
   it has more. */
static enum status compare_marked(const struct normal_node nodes[SIDES], enum siblings_side side,
                                  write_marked *write, bool *changed, bool *added)
{
    struct buffer base = BUFFER_EMPTY, texts = BUFFER_EMPTY;
    write(nodes[SIDE_BASE], &base);
    write(nodes[side], &texts);
    *changed = !has_texts(buffer_string(&base), buffer_string(&texts));
    *added = !has_texts(buffer_string(&texts), buffer_string(&base));
    const bool failed = base.failed || texts.failed;
    buffer_clear(&base);
    buffer_clear(&texts);
    return failed ? STATUS_MEMORY : STATUS_OK;
}

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

/* What an element says in elements of its own. */
static bool is_detail(int rule)
{
    return rule == RULE_AMOUNT || rule == RULE_PERIOD || rule == RULE_ATTRIBUTE ||
           rule == RULE_IDENTIFIER;
}

static bool is_amount_or_period(int rule)
{
    return rule == RULE_AMOUNT || rule == RULE_PERIOD;
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

/* Appends the dates of the periods of a relation, each with a mark behind it. */
static void write_periods(struct normal_node element, struct buffer *out)
{
    const struct manuscript *manuscript = element.manuscript;
    const struct manuscript_node *nodes = manuscript->nodes.items;
    for (uint32_t i = nodes[element.index].child; i != 0; i = nodes[i].next)
        if (nodes[i].kind == MANUSCRIPT_ELEMENT && nodes[i].rule == RULE_PERIOD) {
            normal_fold(manuscript_value(manuscript, &nodes[i], "when"), out);
            buffer_char(out, NORMAL_MARK);
        }
}

/* What a side did to an element. */
struct change {
    bool matter; /* what it is about was replaced: words, amounts, ends, stance, form, date */
    bool spans;  /* its periods were */
    bool said;   /* what is said of that was changed: claims, or attributes of words */
    bool judged; /* claims about all of it were changed */
    bool added;  /* a claim was given words or amounts, or more of them */
    bool graded; /* a claim was given other grades, or hedged */
    bool shared; /* a relation was given further ends, or lost some */
    bool stated; /* what a relation says of its ends was changed, or more of it said */
};

static bool is_relation(struct normal_node node)
{
    const int rule = normal_at(node)->rule;
    return rule != RULE_NONE && grammar_is_relation((enum grammar_rule)rule);
}

static bool is_any_changed(struct normal_node base, struct normal_node node,
                           const char *const attributes[])
{
    bool changed = false;
    for (size_t i = 0; attributes[i] != NULL; i++)
        changed |=
            !attributes_same(manuscript_value(base.manuscript, normal_at(base), attributes[i]),
                             manuscript_value(node.manuscript, normal_at(node), attributes[i]));
    return changed;
}

/* What a side did to a relation. */
static enum status find_statement(struct normal *normal, struct normal_node base,
                                  struct normal_node node, struct change *change)
{
    static const char *const ends[] = {"from", "to", NULL};
    static const char *const statements[] = {"when",  "place", "event", "phase",
                                             "share", "sign",  "verb",  NULL};
    bool details;
    TRY(compare_children(normal, base, node, is_detail, &details));
    change->shared = is_any_changed(base, node, ends);
    change->stated = details || is_any_changed(base, node, statements);
    return STATUS_OK;
}

static enum status find_change(struct normal *normal, const struct normal_node nodes[SIDES],
                               enum siblings_side side, struct change *change)
{
    const struct normal_node base = nodes[SIDE_BASE], node = nodes[side];
    const bool claim = normal_at(base)->rule == RULE_CLAIM;
    const bool text = claim || manuscript_has_text(base.manuscript, normal_at(base));
    bool same = true, replaced = false, added = false, more_periods;
    static const char *const grades[] = {"credibility", "confidence", "hedged", NULL};
    TRY(compare_children(normal, base, node, is_claim_or_period, &change->said));
    TRY(compare_children(normal, base, node, is_claim, &change->judged));
    TRY(compare_marked(nodes, side, write_periods, &change->spans, &more_periods));
    TRY(compare_marked(nodes, side, write_texts, &replaced, &added));
    if (text)
        TRY(normal_compare_tags(normal, base, node, &same));
    change->matter = replaced || is_subject_changed(base, node);
    change->said |= !same;
    change->added = claim && added;
    change->graded = claim && is_any_changed(base, node, grades);
    return is_relation(base) ? find_statement(normal, base, node, change) : STATUS_OK;
}

/* Whether one side changed what the element is about, and OTHER what is said of that. */
static bool is_misquoted(const struct change *one, const struct change *other)
{
    return (one->matter && other->said) || (one->spans && other->judged) ||
           (one->added && other->graded) || (one->shared && other->stated);
}

enum status clash_find(struct normal *normal, const struct normal_node nodes[SIDES], bool *clash)
{
    struct change ours = {.said = false}, theirs = {.said = false};
    TRY(find_change(normal, nodes, SIDE_OURS, &ours));
    TRY(find_change(normal, nodes, SIDE_THEIRS, &theirs));
    *clash =
        is_subject_mixed(nodes) || is_misquoted(&ours, &theirs) || is_misquoted(&theirs, &ours);
    return STATUS_OK;
}

enum status clash_find_added(struct normal *normal, const struct normal_node nodes[SIDES],
                             bool *clash)
{
    const struct normal_node ours = nodes[SIDE_OURS], theirs = nodes[SIDE_THEIRS];
    bool amounts, claims;
    TRY(compare_children(normal, ours, theirs, is_amount_or_period, &amounts));
    TRY(compare_children(normal, ours, theirs, is_claim, &claims));
    *clash = amounts && claims;
    return STATUS_OK;
}
