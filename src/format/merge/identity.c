/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/merge/identity.h"

#include <string.h>

#include "format/entente/grammar.h"

enum { MOST = 5 }; /* attributes in an identity, and a NULL */

/* The words by which an element is identified: its own; those of a claim, with its quotes; the
   start of a period. */
enum words { NO_WORDS, WORDS, QUOTED_WORDS, START };

/* How the elements of a rule are identified, at each level from IDENTITY_WORDS on but the last:
   by attributes, and by their words, of which there must be some. Levels without attributes,
   words or ALL don't exist. */
struct identity {
    struct {
        const char *attributes[MOST];
        enum words words;
        bool all;
    } levels[IDENTITY_PLACE - IDENTITY_WORDS];
};

#define NO_LEVEL                                                                                 \
    {                                                                                            \
        {NULL}, NO_WORDS, false                                                                  \
    }

static const struct identity by_id = {{NO_LEVEL, {{"id"}, NO_WORDS, false}}};
static const struct identity by_word = {{NO_LEVEL, {{"of", "word"}, NO_WORDS, false}}};
static const struct identity alone = {{NO_LEVEL, {{NULL}, NO_WORDS, true}}};
static const struct identity by_language = {
    {{{"xml:lang"}, WORDS, false}, {{"xml:lang"}, NO_WORDS, true}}};
static const struct identity by_text = {{{{"xml:lang"}, WORDS, false},
                                         NO_LEVEL,
                                         {{NULL}, WORDS, true},
                                         {{"xml:lang"}, NO_WORDS, true}}};
static const struct identity of_claim = {{{{"by", "stance", "date"}, QUOTED_WORDS, false},
                                          {{"by", "stance", "date", "at"}, NO_WORDS, false},
                                          {{"by", "stance", "at"}, QUOTED_WORDS, false},
                                          {{"by", "date", "at"}, QUOTED_WORDS, false},
                                          {{"by", "stance"}, NO_WORDS, false}}};
static const struct identity of_amount = {
    {NO_LEVEL, {{"unit", "when", "value"}, NO_WORDS, false}, {{"unit", "when"}, NO_WORDS, true}}};
static const struct identity of_identifier = {
    {NO_LEVEL, {{"scheme", "value"}, NO_WORDS, false}, {{"scheme"}, NO_WORDS, false}}};
static const struct identity of_attribute = {
    {NO_LEVEL, {{"name", "value"}, NO_WORDS, false}, {{"name"}, NO_WORDS, false}}};
static const struct identity of_period = {
    {NO_LEVEL, {{"when"}, NO_WORDS, true}, {{NULL}, START, true}}};
static const struct identity by_reference = {{NO_LEVEL, {{"ref"}, NO_WORDS, false}}};

static const struct identity *identity_of(int rule)
{
    switch ((enum grammar_rule)rule) {
    case RULE_NETWORK:
    case RULE_VOCABULARY:
    case RULE_SOURCES:
    case RULE_ACTORS:
    case RULE_EVENTS:
    case RULE_RELATIONS:
    case RULE_VERB: return &alone;
    case RULE_TITLE:
    case RULE_DESCRIPTION:
    case RULE_NAME: return &by_language;
    case RULE_ALIAS:
    case RULE_ROLE:
    case RULE_OUTCOME:
    case RULE_NOTE:
    case RULE_QUOTE: return &by_text;
    case RULE_FORM:
    case RULE_KIND: return &by_word;
    case RULE_CLAIM: return &of_claim;
    case RULE_AMOUNT: return &of_amount;
    case RULE_IDENTIFIER: return &of_identifier;
    case RULE_ATTRIBUTE: return &of_attribute;
    case RULE_PERIOD: return &of_period;
    case RULE_PARENT:
    case RULE_PARTICIPATION: return &by_reference;
    case RULE_SOURCE:
#define ACTOR_KIND(name, ...) case RULE_##name:
#include "model/vocabulary.def"
    case RULE_EVENT:
#define RELATION_TYPE(name, ...) case RULE_##name:
#include "model/vocabulary.def"
        return &by_id;
    case RULES: break;
    }
    return &alone;
}

/* Appends the date from which a period is, or its only one. */
static void write_start(struct normal_node node, struct buffer *out)
{
    const struct manuscript_span when =
        manuscript_value(node.manuscript, normal_at(node), "when");
    const char *end = when.length > 0 ? memchr(when.text, '/', when.length) : NULL;
    normal_fold((struct manuscript_span){when.text,
                                         end != NULL ? (size_t)(end - when.text) : when.length},
                out);
}

/* Appends the words of an element; false if there are none. */
static bool write_words(struct normal_node node, enum words words, struct buffer *out)
{
    buffer_char(out, NORMAL_MARK);
    const size_t before = out->length;
    if (words == START)
        write_start(node, out);
    else
        normal_texts(node, words == QUOTED_WORDS, out);
    return out->length > before + 1;
}

/* What is of no rule can't be in a dataset; what has an id can be of any type. */
static bool write_element(struct normal_node node, int level, struct buffer *out)
{
    const struct manuscript_node *element = normal_at(node);
    const struct identity *identity = identity_of(element->rule);
    const char *const *attributes = identity->levels[level].attributes;
    const enum words words = identity->levels[level].words;
    if (attributes[0] == NULL && !identity->levels[level].all)
        return false;
    if (identity != &by_id)
        buffer_integer(out, element->rule);
    for (int i = 0; i < MOST && attributes[i] != NULL; i++) {
        buffer_char(out, NORMAL_MARK);
        normal_fold(manuscript_value(node.manuscript, element, attributes[i]), out);
    }
    return words == NO_WORDS || write_words(node, words, out);
}

/* What has an id, and a list of such, is not compared as a whole. */
static bool is_copied(struct normal_node node)
{
    const struct identity *identity = identity_of(normal_at(node)->rule);
    return identity != &by_id && identity != &alone;
}

bool identity_is_remark(struct normal_node node)
{
    const enum manuscript_kind kind = normal_at(node)->kind;
    return kind != MANUSCRIPT_ELEMENT && kind != MANUSCRIPT_TEXT && kind != MANUSCRIPT_CDATA;
}

static bool has_amount(struct normal_node node)
{
    const struct manuscript_node *nodes = node.manuscript->nodes.items;
    for (uint32_t i = nodes[node.index].child; i != 0; i = nodes[i].next)
        if (nodes[i].kind == MANUSCRIPT_ELEMENT && nodes[i].rule == RULE_AMOUNT)
            return true;
    return false;
}

/* Whether NODE is a claim with words, quotes or amounts of its own. */
static bool is_worded_claim(struct normal_node node, struct buffer *scratch)
{
    const size_t before = scratch->length;
    const bool worded = normal_at(node)->rule == RULE_CLAIM &&
                        (has_amount(node) || write_words(node, QUOTED_WORDS, scratch));
    scratch->length = before;
    return worded;
}

/* Whether two such elements that were added are the same by part of what identifies them: each
   has one value for that. */
static bool has_one_value(int rule)
{
    return rule == RULE_AMOUNT || rule == RULE_PERIOD || rule == RULE_IDENTIFIER ||
           rule == RULE_ATTRIBUTE;
}

/* Whether another such element in the place of one that is gone may be the same one, corrected.
 */
static bool is_replaceable(int rule)
{
    return has_one_value(rule) || rule == RULE_CLAIM || rule == RULE_PARENT ||
           rule == RULE_PARTICIPATION;
}

static bool write_place(struct normal_node node, struct buffer *out)
{
    buffer_integer(out, normal_at(node)->rule);
    return is_replaceable(normal_at(node)->rule);
}

/* Two people who add claims of one source, with different words, add two: a grade of one is not
   that of the other. Two who add amounts in one unit, for one time, add one. */
static bool may_be_added(struct normal_node node, int level, struct buffer *scratch)
{
    if (level > IDENTITY_SURE)
        return level == IDENTITY_PART && has_one_value(normal_at(node)->rule);
    return level != IDENTITY_SURE || !is_worded_claim(node, scratch);
}

static enum status write_element_at(struct normal *normal, struct normal_node node, int level,
                                    bool added, struct buffer *out, bool *found)
{
    if (level == IDENTITY_COPY) {
        *found = is_copied(node);
        return *found ? normal_write(normal, node, out) : STATUS_OK;
    }
    *found = (!added || may_be_added(node, level, out)) &&
             (level == IDENTITY_PLACE ? write_place(node, out)
                                      : write_element(node, level - IDENTITY_WORDS, out));
    return buffer_status(out);
}

enum status identity_write(struct normal *normal, struct normal_node node, int level, bool added,
                           struct buffer *out, bool *found)
{
    const struct manuscript_node *item = normal_at(node);
    const bool copy = level == IDENTITY_COPY;
    *found = false;
    if (item->kind == MANUSCRIPT_ELEMENT)
        return write_element_at(normal, node, level, added, out, found);
    *found = copy && identity_is_remark(node);
    if (*found)
        buffer_char(out, '!');
    if (*found && item->kind != MANUSCRIPT_DECLARATION)
        normal_fold(normal_span(node), out);
    return STATUS_OK;
}

/* --- words */

static void add_value(struct normal_node node, const char *before, const char *attribute,
                      const char *after, struct buffer *out)
{
    const struct manuscript_span value =
        manuscript_value(node.manuscript, normal_at(node), attribute);
    if (value.length == 0)
        return;
    buffer_text(out, before);
    normal_fold(value, out);
    buffer_text(out, after);
}

static const char *noun_of(int rule)
{
    if (grammar_is_actor((enum grammar_rule)rule))
        return "actor";
    if (grammar_is_relation((enum grammar_rule)rule))
        return "relation";
    return grammar_rules[rule].name;
}

static void describe_element(struct normal_node node, struct buffer *out)
{
    const int rule = normal_at(node)->rule;
    buffer_text(out, rule == RULE_NONE ? "element" : noun_of(rule));
    add_value(node, " \"", "id", "\"", out);
    add_value(node, " \"", "word", "\"", out);
    add_value(node, " \"", "name", "\"", out);
    add_value(node, " \"", "ref", "\"", out);
    add_value(node, " \"", "scheme", "\"", out);
    add_value(node, " by \"", "by", "\"", out);
    add_value(node, " (", "stance", ")", out);
    add_value(node, " (", "xml:lang", ")", out);
    if (rule == RULE_PERIOD)
        add_value(node, " ", "when", "", out);
}

/* Whether an element needs no mention as that around another one. */
static bool is_plain(int rule)
{
    return rule == RULE_NONE || rule <= RULE_RELATIONS;
}

void identity_describe(struct normal_node node, struct buffer *out)
{
    const struct manuscript_node *item = normal_at(node);
    const struct normal_node parent = {node.manuscript, item->parent};
    if (item->kind != MANUSCRIPT_DOCUMENT && item->parent != 0 &&
        !is_plain(normal_at(parent)->rule)) {
        identity_describe(parent, out);
        buffer_text(out, ", ");
    }
    if (item->kind == MANUSCRIPT_ELEMENT)
        describe_element(node, out);
    else
        buffer_text(out, item->kind == MANUSCRIPT_COMMENT ? "comment" : "instruction");
}
