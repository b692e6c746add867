/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/merge/identity.h"

#include "format/entente/grammar.h"

enum { MOST = 5 }; /* attributes in an identity, and a NULL */

/* How the elements of a rule are identified, at each level: by attributes, and by their words.
   Levels without attributes, words or ALL don't exist. */
struct identity {
    struct {
        const char *attributes[MOST];
        bool words, all;
    } levels[IDENTITY_LEVELS];
};

static const struct identity by_id = {{{{"id"}, false, false}}};
static const struct identity by_word = {{{{"of", "word"}, false, false}}};
static const struct identity alone = {{{{NULL}, false, true}}};
static const struct identity by_language = {{{{"xml:lang"}, false, true}}};
static const struct identity by_text = {
    {{{"xml:lang"}, true, false}, {{"xml:lang"}, false, true}, {{NULL}, false, true}}};
static const struct identity of_claim = {{{{"by", "stance", "date", "at"}, false, false},
                                          {{"by", "stance", "date"}, false, false},
                                          {{"by", "stance", "at"}, false, false},
                                          {{"by", "date", "at"}, false, false}}};
static const struct identity of_amount = {{{{"unit", "when", "value"}, false, false},
                                           {{"unit", "when"}, false, true},
                                           {{"unit"}, false, true}}};
static const struct identity of_identifier = {
    {{{"scheme", "value"}, false, false}, {{"scheme"}, false, false}}};
static const struct identity of_attribute = {
    {{{"name", "value"}, false, false}, {{"name"}, false, false}}};
static const struct identity of_period = {{{{"when"}, false, false}, {{NULL}, false, true}}};
static const struct identity by_reference = {{{{"ref"}, false, false}}};

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

/* What is of no rule can't be in a dataset; what has an id can be of any type. */
static bool write_element(struct normal_node node, int level, struct buffer *out)
{
    const struct manuscript_node *element = normal_at(node);
    const struct identity *identity = identity_of(element->rule);
    const char *const *attributes = identity->levels[level].attributes;
    if (attributes[0] == NULL && !identity->levels[level].all)
        return false;
    if (identity != &by_id)
        buffer_integer(out, element->rule);
    for (int i = 0; i < MOST && attributes[i] != NULL; i++) {
        buffer_char(out, '\1');
        normal_fold(manuscript_value(node.manuscript, element, attributes[i]), out);
    }
    if (identity->levels[level].words) {
        buffer_char(out, '\1');
        normal_words(node, false, out);
    }
    return true;
}

bool identity_write(struct normal_node node, int level, struct buffer *out)
{
    const struct manuscript_node *item = normal_at(node);
    if (item->kind == MANUSCRIPT_ELEMENT)
        return write_element(node, level, out);
    if (item->kind == MANUSCRIPT_TEXT || item->kind == MANUSCRIPT_CDATA || level != IDENTITY_SURE)
        return false;
    buffer_char(out, '!');
    if (item->kind != MANUSCRIPT_DECLARATION)
        normal_fold(normal_span(node), out);
    return true;
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
