/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/entente/writing_children.h"

#include <string.h>

#include "format/entente/grammar.h"
#include "format/xml/xml.h"
#include "model/attributes.h"
#include "model/statement.h"

/* The next statement, if it is about ITEM of TOPIC; else NULL. They are in document order. */
static const struct network_statement *next_statement(struct writing *writer,
                                                      enum network_topic topic, size_t item)
{
    const struct network *network = writer->network;
    if (writer->statement == network->statements.count)
        return NULL;
    const struct network_statement *statement = &network->statements.items[writer->statement];
    if (statement->topic != topic || statement->item != item)
        return NULL;
    writer->statement++;
    return statement;
}

/* Writes the text of the current element, ELEMENT, with the comments in it, and the claims about
   ITEM of TOPIC, which it is. */
static void write_claimed_text(struct writing *writer, uint32_t number, enum network_topic topic,
                               size_t item)
{
    const struct trivia_element element = writer->element;
    const struct network_statement *statement = next_statement(writer, topic, item);
    struct writing_text text = writing_begin_text(writer, number);
    for (size_t i = 0; statement != NULL && i < statement->claim_count; i++) {
        writing_comments_in(writer, element, &text, text.length + i + 1);
        writing_up_to(writer, &text, text.length);
        writing_claim(writer, statement->first_claim + i);
        writing_set_inline(writer, true); /* on the line of the text */
    }
    writing_comments_in(writer, element, &text, SIZE_MAX);
    writing_up_to(writer, &text, text.length);
}

void writing_name(struct writing *writer, size_t index)
{
    const struct network_name *name = &writer->network->names.items[index];
    const char *element = grammar_rules[name->alias ? RULE_ALIAS : RULE_NAME].name;
    const char *const values[NAME_ATTRIBUTES] = {
        [NAME_LANGUAGE] = writing_text_of(writer, name->language),
        [NAME_SHORT] = writing_text_of(writer, name->short_form),
        [NAME_ARTICLE] = name->article ? vocabulary_articles.words[0] : NULL,
        [NAME_PLURAL] = name->plural_given ? vocabulary_yes_no.words[name->plural] : NULL,
    };
    writing_start(writer, element, TRIVIA_NAME, index);
    writing_attributes(writer, name->alias ? text_attributes : name_attributes, values);
    write_claimed_text(writer, name->text, TOPIC_NAME, index);
    writing_close(writer, element);
}

/* The element of a remark that is a text. */
static const char *remark_word(enum network_remark_kind kind)
{
    if (kind == REMARK_ROLE)
        return grammar_rules[RULE_ROLE].name;
    return grammar_rules[kind == REMARK_OUTCOME ? RULE_OUTCOME : RULE_NOTE].name;
}

static void write_remark(struct writing *writer, size_t index)
{
    const struct network_remark *remark = &writer->network->remarks.items[index];
    const char *element = remark_word((enum network_remark_kind)remark->kind);
    const char *const values[TEXT_ATTRIBUTES] = {
        [TEXT_LANGUAGE] = writing_text_of(writer, remark->language),
    };
    writing_start(writer, element, TRIVIA_REMARK, index);
    writing_attributes(writer, text_attributes, values);
    write_claimed_text(writer, remark->text, TOPIC_REMARK, index);
    writing_close(writer, element);
}

static void write_quote(struct writing *writer, size_t index)
{
    const struct network_quote *quote = &writer->network->quotes.items[index];
    const char *const values[TEXT_ATTRIBUTES] = {
        [TEXT_LANGUAGE] = writing_text_of(writer, quote->language),
    };
    const bool within = writing_is_inline(writer);
    writing_start(writer, grammar_rules[RULE_QUOTE].name, TRIVIA_QUOTE, index);
    writing_attributes(writer, text_attributes, values);
    writing_text(writer, quote->text);
    writing_close(writer, grammar_rules[RULE_QUOTE].name);
    writing_set_inline(writer, within);
}

/* The confidence of CLAIM; valid until the next call. NULL: none is stated. */
static const char *write_confidence(struct writing *writer, const struct network_claim *claim)
{
    writer->list.length = 0;
    if (claim->confidence == NETWORK_NO_CONFIDENCE)
        return NULL;
    buffer_integer(&writer->list, claim->confidence);
    return buffer_string(&writer->list);
}

static void write_amount(struct writing *writer, size_t index)
{
    const struct network_amount *amount = &writer->network->amounts.items[index];
    const char *const values[AMOUNT_ATTRIBUTES] = {
        [AMOUNT_VALUE] = writing_text_of(writer, amount->value),
        [AMOUNT_UNIT] = writing_text_of(writer, amount->unit),
        [AMOUNT_WHEN] = network_date_text(writer->network, amount->when),
    };
    writing_start(writer, grammar_rules[RULE_AMOUNT].name, TRIVIA_AMOUNT, index);
    writing_attributes(writer, amount_attributes, values);
    writing_end(writer, grammar_rules[RULE_AMOUNT].name, TRIVIA_AMOUNT, index);
}

/* An amount in a claim, on the line of its note. */
static void write_amount_in(struct writing *writer, size_t index)
{
    const bool within = writing_is_inline(writer);
    write_amount(writer, index);
    writing_set_inline(writer, within);
}

/* Whether what comes next in a claim is AMOUNT, and not QUOTE, both counted from its first. */
static bool is_amount_next(const struct network *network, const struct network_citation *citation,
                           uint32_t quote, uint32_t amount)
{
    if (amount == citation->amount_count || quote == citation->quote_count)
        return quote == citation->quote_count;
    return network->amounts.items[citation->first_amount + amount].quotes <= quote;
}

/* Writes the note of a claim, with the quotes, the amounts and the comments in it. */
static void write_statement(struct writing *writer, const struct network_claim *claim,
                            struct trivia_element element)
{
    const struct network *network = writer->network;
    const struct network_citation *citation = network_citation(network, claim);
    struct writing_text text = writing_begin_text(writer, claim->note);
    uint32_t quote = 0, amount = 0;
    while (quote < citation->quote_count || amount < citation->amount_count) {
        const bool is_amount = is_amount_next(network, citation, quote, amount);
        const size_t index =
            is_amount ? citation->first_amount + amount++ : citation->first_quote + quote++;
        const size_t offset = is_amount ? network->amounts.items[index].offset
                                        : network->quotes.items[index].offset;
        writing_comments_in(writer, element, &text, offset);
        writing_up_to(writer, &text, offset);
        if (is_amount)
            write_amount_in(writer, index);
        else
            write_quote(writer, index);
    }
    writing_comments_in(writer, element, &text, SIZE_MAX);
    writing_up_to(writer, &text, text.length);
}

void writing_claim(struct writing *writer, size_t index)
{
    const struct network *network = writer->network;
    const struct network_claim *claim = &network->claims.items[index];
    const char credibility[] = {(char)(claim->credibility > 0 ? '0' + claim->credibility : 0), 0};
    const char *const values[CLAIM_ATTRIBUTES] = {
        [CLAIM_BY] = writing_source_id(writer, claim->by),
        [CLAIM_STANCE] = vocabulary_stances.words[claim->stance],
        [CLAIM_HEDGED] = claim->hedged_given ? vocabulary_yes_no.words[claim->hedged] : NULL,
        [CLAIM_CREDIBILITY] = claim->credibility_given ? credibility : NULL,
        [CLAIM_DATE] = network_date_text(network, claim->date),
        [CLAIM_AT] = writing_text_of(writer, claim->at),
        [CLAIM_HREF] = writing_text_of(writer, claim->href),
        [CLAIM_ARCHIVED] = writing_text_of(writer, network_citation(network, claim)->archived),
        [CLAIM_CONFIDENCE] = write_confidence(writer, claim),
    };
    writing_start(writer, grammar_rules[RULE_CLAIM].name, TRIVIA_CLAIM, index);
    writing_attributes(writer, claim_attributes, values);
    write_statement(writer, claim, writing_element(TRIVIA_CLAIM, index));
    writing_close(writer, grammar_rules[RULE_CLAIM].name);
}

static void write_claims_about(struct writing *writer, const struct network_statement *statement)
{
    for (size_t i = 0; statement != NULL && i < statement->claim_count; i++)
        writing_claim(writer, statement->first_claim + i);
}

static void write_property(struct writing *writer, size_t index)
{
    const struct network_property *property = &writer->network->properties.items[index];
    const char *name =
        grammar_rules[property->identifier ? RULE_IDENTIFIER : RULE_ATTRIBUTE].name;
    _Static_assert((int)IDENTIFIER_ATTRIBUTES == (int)PROPERTY_ATTRIBUTES,
                   "both have a name and a value");
    const char *const values[PROPERTY_ATTRIBUTES] = {
        [PROPERTY_NAME] = writing_text_of(writer, property->name),
        [PROPERTY_VALUE] = writing_text_of(writer, property->value),
    };
    writing_start(writer, name, TRIVIA_PROPERTY, index);
    writing_attributes(writer, property->identifier ? identifier_attributes : property_attributes,
                       values);
    write_claims_about(writer, next_statement(writer, TOPIC_PROPERTY, index));
    writing_end(writer, name, TRIVIA_PROPERTY, index);
}

/* Writes a parent or a participant. */
static void write_link(struct writing *writer, size_t index)
{
    const struct network *network = writer->network;
    const struct network_statement *statement = &network->statements.items[index];
    const bool parent = statement->topic == TOPIC_PARENT;
    const char *name = grammar_rules[parent ? RULE_PARENT : RULE_PARTICIPATION].name;
    const uint32_t target =
        parent ? statement->item : network->participants.items[statement->item];
    const char *const values[LINK_ATTRIBUTES] = {[LINK_REF] = writing_vertex_id(writer, target)};
    writer->statement = index + 1;
    writing_start(writer, name, TRIVIA_STATEMENT, index);
    writing_attributes(writer, link_attributes, values);
    write_claims_about(writer, statement);
    writing_end(writer, name, TRIVIA_STATEMENT, index);
}

/* Writes a period with its claims. */
static void write_period(struct writing *writer, size_t index)
{
    const struct network_period *period = &writer->network->periods.items[index];
    const char weight[] = {(char)(period->weight > 0 ? '0' + period->weight : 0), '\0'};
    const char *const values[PERIOD_ATTRIBUTES] = {
        [PERIOD_WHEN] = network_date_text(writer->network, period->when),
        [PERIOD_WEIGHT] = weight,
    };
    writing_start(writer, grammar_rules[RULE_PERIOD].name, TRIVIA_PERIOD, index);
    writing_attributes(writer, period_attributes, values);
    for (size_t i = 0; i < period->claim_count; i++)
        writing_claim(writer, period->first_claim + i);
    writing_end(writer, grammar_rules[RULE_PERIOD].name, TRIVIA_PERIOD, index);
}

/* Writes a remark, and returns the number of claims that it contains. */
static size_t write_item(struct writing *writer, size_t index)
{
    const struct network_remark *remark = &writer->network->remarks.items[index];
    switch ((enum network_remark_kind)remark->kind) {
    case REMARK_AMOUNT: write_amount(writer, remark->text); break;
    case REMARK_PROPERTY: write_property(writer, remark->text); break;
    case REMARK_STATEMENT: write_link(writer, remark->text); break;
    case REMARK_PERIOD:
        write_period(writer, remark->text);
        return writer->network->periods.items[remark->text].claim_count;
    case REMARK_ROLE:
    case REMARK_OUTCOME:
    case REMARK_NOTE: write_remark(writer, index); break;
    }
    return 0;
}

void writing_children(struct writing *writer, const struct writing_children *children)
{
    const struct network_remark *remarks = writer->network->remarks.items;
    size_t next = children->first_remark, last = next + children->remark_count, i = 0;
    for (;;) {
        while (next < last && remarks[next].position <= i)
            i += write_item(writer, next++);
        if (i >= children->count)
            break;
        children->write(writer, children->first + i++);
    }
}
