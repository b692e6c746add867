/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/entente/writer.h"

#include <assert.h>
#include <string.h>

#include "format/entente/grammar.h"
#include "format/entente/writing.h"
#include "format/xml/xml.h"
#include "model/attributes.h"
#include "model/level.h"
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

static void write_claim(struct writing *writer, size_t index);

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
        write_claim(writer, statement->first_claim + i);
        writing_set_inline(writer, true); /* on the line of the text */
    }
    writing_comments_in(writer, element, &text, SIZE_MAX);
    writing_up_to(writer, &text, text.length);
}

static void write_heading(struct writing *writer, enum grammar_rule rule, enum trivia_kind kind,
                          size_t index, const struct network_name *heading)
{
    const char *const values[TEXT_ATTRIBUTES] = {
        [TEXT_LANGUAGE] = writing_text_of(writer, heading->language),
    };
    writing_start(writer, grammar_rules[rule].name, kind, index);
    writing_attributes(writer, text_attributes, values);
    writing_text(writer, heading->text);
    writing_close(writer, grammar_rules[rule].name);
}

static void write_name(struct writing *writer, size_t index)
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

static void write_claim(struct writing *writer, size_t index)
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

/* The names or claims in an element, and the remarks about it, which are interleaved with them by
   position. */
struct children {
    void (*write)(struct writing *writer, size_t index);
    size_t first, count;
    size_t first_remark, remark_count;
};

static void write_claims_about(struct writing *writer, const struct network_statement *statement)
{
    for (size_t i = 0; statement != NULL && i < statement->claim_count; i++)
        write_claim(writer, statement->first_claim + i);
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
        write_claim(writer, period->first_claim + i);
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

static void write_children(struct writing *writer, const struct children *children)
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

/* What remains of a source behind its pseudonym: its grade, and what it is based on, since it
   must not seem independent of that. */
static void start_pseudonym(struct writing *writer, size_t index)
{
    const struct network_source *source = &writer->network->sources.items[index];
    const char reliability[] = {source->reliability, '\0'};
    const char *const values[SOURCE_ATTRIBUTES] = {
        [SOURCE_ID] = writing_text_of(writer, source->pseudonym),
        [SOURCE_BASIS] = writing_source_id(writer, source->basis),
        [SOURCE_ANONYMOUS] = vocabulary_yes_no.words[true],
        [SOURCE_RELIABILITY] = reliability,
        /* Anybody may know it so, even if the default marking is higher. */
        [SOURCE_MARKING] = writer->network->level > 0 ? level_word(writer->network, 0) : NULL,
    };
    writing_start(writer, grammar_rules[RULE_SOURCE].name, TRIVIA_SOURCE, index);
    writing_attributes(writer, source_attributes, values);
}

static void start_source(struct writing *writer, size_t index)
{
    const struct network *network = writer->network;
    const struct network_source *source = &network->sources.items[index];
    const struct network_work *work = network_work(network, (uint32_t)index);
    const char reliability[] = {source->reliability, '\0'};
    const char *const values[SOURCE_ATTRIBUTES] = {
        [SOURCE_ID] = writing_text_of(writer, source->id),
        [SOURCE_ACTOR] = writing_vertex_id(writer, source->actor),
        [SOURCE_VIA] = writing_source_id(writer, source->via),
        [SOURCE_BASIS] = writing_source_id(writer, source->basis),
        [SOURCE_ANONYMOUS] =
            source->anonymous_given ? vocabulary_yes_no.words[source->anonymous] : NULL,
        [SOURCE_RELIABILITY] = reliability,
        [SOURCE_DATE] = network_date_text(network, source->date),
        [SOURCE_HREF] = writing_text_of(writer, source->href),
        [SOURCE_AUTHOR] = writing_text_of(writer, work->author),
        [SOURCE_WORK] = writing_text_of(writer, work->title),
        [SOURCE_PUBLISHER] = writing_text_of(writer, work->publisher),
        [SOURCE_LANGUAGE] = writing_text_of(writer, work->language),
        [SOURCE_ARCHIVED] = writing_text_of(writer, work->archived),
        [SOURCE_ACCESSED] = network_date_text(network, work->accessed),
        [SOURCE_PSEUDONYM] = writing_text_of(writer, source->pseudonym),
    };
    writing_start(writer, grammar_rules[RULE_SOURCE].name, TRIVIA_SOURCE, index);
    writing_attributes(writer, source_attributes, values);
}

static void write_source(struct writing *writer, size_t index)
{
    const struct network_source *source = &writer->network->sources.items[index];
    const struct children children = {write_name, source->first_name, source->name_count,
                                      source->first_remark, source->remark_count};
    if (writer->withheld != NULL && writer->withheld->pseudonymous[index])
        start_pseudonym(writer, index);
    else
        start_source(writer, index);
    write_children(writer, &children);
    writing_end(writer, grammar_rules[RULE_SOURCE].name, TRIVIA_SOURCE, index);
}

static const char *if_given(unsigned given, const struct vocabulary *vocabulary, unsigned word)
{
    return given != 0 ? vocabulary->words[word] : NULL;
}

static void write_verb(struct writing *writer, size_t index)
{
    const struct network_word *word = &writer->network->words.items[index];
    const char *const values[VERB_ATTRIBUTES] = {
        [VERB_SINGULAR] = writing_text_of(writer, word->singular),
        [VERB_PLURAL] = writing_text_of(writer, word->plural),
        [VERB_PAST] = writing_text_of(writer, word->past),
        [VERB_PAST_PLURAL] = writing_text_of(writer, word->past_plural),
    };
    if (word->past == 0)
        return;
    writing_start(writer, grammar_rules[RULE_VERB].name, TRIVIA_VERB, index);
    writing_attributes(writer, verb_attributes, values);
    writing_end(writer, grammar_rules[RULE_VERB].name, TRIVIA_VERB, index);
}

static void write_word(struct writing *writer, size_t index)
{
    const struct network_word *word = &writer->network->words.items[index];
    const char *name = grammar_rules[word->is_kind ? RULE_KIND : RULE_FORM].name;
    const struct vocabulary *owners = word->is_kind ? &vocabulary_kinds : &vocabulary_types;
    const char *const values[WORD_ATTRIBUTES] = {
        [WORD_WORD] = writing_text_of(writer, word->word),
        [WORD_OF] = owners->words[word->of],
        [WORD_SIGN] = if_given(word->sign_given, &vocabulary_signs, word->sign),
    };
    writing_start(writer, name, TRIVIA_WORD, index);
    writing_attributes(writer, word->is_kind ? kind_attributes : form_attributes, values);
    for (size_t i = 0; i < word->name_count; i++)
        write_name(writer, word->first_name + i);
    write_verb(writer, index);
    writing_end(writer, name, TRIVIA_WORD, index);
}

/* The number of the statements of VERTEX about parents and participants, which are elements. */
static size_t count_links(const struct network *network, uint32_t vertex)
{
    size_t first, links = 0;
    const size_t count = network_statements(network, vertex, false, &first);
    for (size_t i = first; i < first + count; i++)
        links += network->statements.items[i].topic >= TOPIC_PARENT;
    return links;
}

static void start_actor(struct writing *writer, size_t index)
{
    const struct network_vertex *vertex = &writer->network->vertices.items[index];
    const char *const values[ACTOR_ATTRIBUTES] = {
        [ACTOR_ID] = writing_text_of(writer, vertex->id),
        [ACTOR_PARENT] = count_links(writer->network, (uint32_t)index) > 0
                             ? NULL
                             : writing_vertex_id(writer, vertex->parent),
        [ACTOR_SUBKIND] = writing_text_of(writer, vertex->subkind),
        [ACTOR_HREF] = writing_text_of(writer, vertex->href),
    };
    writing_start(writer, vocabulary_kinds.words[vertex->kind], TRIVIA_VERTEX, index);
    writing_attributes(writer, actor_attributes, values);
}

/* The ids of those VERTICES that are not withheld, separated by spaces; valid as long as LIST,
 * which is overwritten. */
static const char *join(const struct writing *writer, struct buffer *list,
                        struct network_ends vertices)
{
    list->length = 0;
    for (size_t i = 0; i < vertices.count; i++) {
        const char *id = writing_vertex_id(writer, vertices.items[i]);
        if (id != NULL)
            buffer_format(list, "%s%s", list->length > 0 ? " " : "", id);
    }
    return list->length > 0 ? buffer_string(list) : "";
}

static void start_event(struct writing *writer, size_t index)
{
    const struct network *network = writer->network;
    const struct network_vertex *vertex = &network->vertices.items[index];
    const struct network_event *event = &network->events.items[vertex->event];
    struct network_ends participants = network_participants(network, vertex->event);
    participants.count -= count_links(network, (uint32_t)index); /* they come last */
    const char *const values[EVENT_ATTRIBUTES] = {
        [EVENT_ID] = writing_text_of(writer, vertex->id),
        [EVENT_WHEN] = network_date_text(network, event->when),
        [EVENT_PLACE] = writing_text_of(writer, event->place),
        [EVENT_PARTICIPANTS] = join(writer, &writer->list, participants),
        [EVENT_HREF] = writing_text_of(writer, vertex->href),
    };
    writing_start(writer, vocabulary_kinds.words[vertex->kind], TRIVIA_VERTEX, index);
    writing_attributes(writer, event_attributes, values);
}

static void write_vertex(struct writing *writer, size_t index)
{
    const struct network_vertex *vertex = &writer->network->vertices.items[index];
    const struct children children = {write_name, vertex->first_name, vertex->name_count,
                                      vertex->first_remark, vertex->remark_count};
    if (vertex->event == NETWORK_NONE)
        start_actor(writer, index);
    else
        start_event(writer, index);
    write_children(writer, &children);
    writing_end(writer, vocabulary_kinds.words[vertex->kind], TRIVIA_VERTEX, index);
}

static void start_relation(struct writing *writer, size_t index)
{
    const struct network *network = writer->network;
    const struct network_relation *relation = &network->relations.items[index];
    const struct network_details *details = network_details(network, (uint32_t)index);
    struct network_ends from = network_from(network, (uint32_t)index);
    struct network_ends to = network_to(network, (uint32_t)index);
    const char weight[] = {(char)('0' + relation->weight), '\0'};
    const char *const values[RELATION_ATTRIBUTES] = {
        [RELATION_ID] = writing_text_of(writer, relation->id),
        [RELATION_FROM] = join(writer, &writer->from, from),
        [RELATION_TO] = join(writer, &writer->list, to),
        [RELATION_FORM] = writing_text_of(writer, relation->form),
        [RELATION_EVENT] = writing_vertex_id(writer, details->event),
        [RELATION_PLACE] = writing_text_of(writer, details->place),
        [RELATION_WHEN] =
            relation->when_given ? network_date_text(network, relation->when) : NULL,
        [RELATION_MUTUAL] =
            if_given(relation->mutual_given, &vocabulary_yes_no, relation->mutual),
        [RELATION_WEIGHT] = relation->weight_given ? weight : NULL,
        [RELATION_SIGN] = if_given(relation->sign_given, &vocabulary_signs, relation->sign),
        [RELATION_TIER] = if_given(relation->tier_given, &vocabulary_tiers, relation->tier),
        [RELATION_PHASE] = if_given(relation->phase_given, &vocabulary_phases, relation->phase),
        [RELATION_HREF] = writing_text_of(writer, details->href),
        [RELATION_SHARE] = writing_text_of(writer, details->share),
    };
    writing_start(writer, vocabulary_types.words[relation->type], TRIVIA_RELATION, index);
    writing_attributes(writer, grammar_rules[RULE_EVENT + 1 + relation->type].attributes, values);
}

static void write_relation(struct writing *writer, size_t index)
{
    const struct network *network = writer->network;
    const struct network_relation *relation = &network->relations.items[index];
    const struct network_details *details = network_details(network, (uint32_t)index);
    const struct children children = {write_claim, relation->first_claim,
                                      network_claims(network, (uint32_t)index).count,
                                      details->first_remark, details->remark_count};
    start_relation(writer, index);
    write_children(writer, &children);
    writing_end(writer, vocabulary_types.words[relation->type], TRIVIA_RELATION, index);
}

/* A list of elements of KIND, from FIRST to before LAST. */
struct list {
    enum network_list list;
    enum trivia_kind kind;
    size_t first, last;
    void (*write)(struct writing *writer, size_t index);
};

/* Whether a list is written: not if all in it is withheld. */
static bool has_list(const struct writing *writer, const struct list *list)
{
    if (writer->withheld == NULL)
        return list->first < list->last || writer->network->lists[list->list];
    size_t i = list->first;
    while (i < list->last && withholding_has(writer->withheld, writing_element(list->kind, i)))
        i++;
    return i < list->last;
}

static void write_list(struct writing *writer, const struct list *list)
{
    static const enum grammar_rule rules[LISTS] = {
        [LIST_VOCABULARY] = RULE_VOCABULARY, [LIST_SOURCES] = RULE_SOURCES,
        [LIST_ACTORS] = RULE_ACTORS,         [LIST_EVENTS] = RULE_EVENTS,
        [LIST_RELATIONS] = RULE_RELATIONS,
    };
    const char *name = grammar_rules[rules[list->list]].name;
    const bool written = has_list(writer, list);
    if (!written && writer->withheld == NULL)
        return;
    writer->muted += !written;
    writing_start(writer, name, TRIVIA_LIST, list->list);
    for (size_t i = list->first; i < list->last; i++)
        list->write(writer, i);
    writing_end(writer, name, TRIVIA_LIST, list->list);
    writer->muted -= !written;
}

/* The highest level that can be in what is written. */
static uint32_t highest_level(const struct writing *writer)
{
    return writer->withheld != NULL ? writer->withheld->level : level_count(writer->network) - 1;
}

/* The default marking of the dataset; NULL if it states none. */
static const char *default_marking(const struct writing *writer)
{
    const struct network *network = writer->network;
    const uint32_t highest = highest_level(writer);
    if (!network->level_given)
        return NULL;
    return level_word(network, network->level < highest ? network->level : highest);
}

/* The words for levels, separated by spaces; "" if the dataset names none. */
static const char *join_levels(struct writing *writer)
{
    writer->list.length = 0;
    if (writer->network->levels.count == 0)
        return "";
    for (uint32_t i = 0; i <= highest_level(writer); i++)
        buffer_format(&writer->list, "%s%s", i > 0 ? " " : "", level_word(writer->network, i));
    return buffer_string(&writer->list);
}

static void start_root(struct writing *writer)
{
    const struct network *network = writer->network;
    const char *const values[ROOT_ATTRIBUTES] = {
        [ROOT_LANGUAGE] = writing_text_of(writer, network->language),
        [ROOT_AS_OF] = network_date_text(network, network->as_of),
        [ROOT_NO_WARN] = writing_text_of(writer, network->no_warn),
        [ROOT_MARKING] = default_marking(writer),
        [ROOT_MARKINGS] = join_levels(writer),
    };
    writing_start(writer, grammar_rules[RULE_NETWORK].name, TRIVIA_ROOT, 0);
    if (writer->xml.visitor == NULL) /* a declaration, which is no attribute */
        xml_attribute(&writer->xml, "xmlns", ATTRIBUTES_NAMESPACE);
    writing_attributes(writer, root_attributes, values);
}

static void write_root(struct writing *writer)
{
    const struct network *network = writer->network;
    size_t actors = network->vertices.count - network->events.count;
    start_root(writer);
    for (size_t i = 0; i < network->titles.count; i++)
        write_heading(writer, RULE_TITLE, TRIVIA_TITLE, i, &network->titles.items[i]);
    for (size_t i = 0; i < network->descriptions.count; i++)
        write_heading(writer, RULE_DESCRIPTION, TRIVIA_DESCRIPTION, i,
                      &network->descriptions.items[i]);
    const struct list lists[LISTS] = {
        {LIST_VOCABULARY, TRIVIA_WORD, 0, network->words.count, write_word},
        {LIST_SOURCES, TRIVIA_SOURCE, 0, network->sources.count, write_source},
        {LIST_ACTORS, TRIVIA_VERTEX, 0, actors, write_vertex},
        {LIST_EVENTS, TRIVIA_VERTEX, actors, network->vertices.count, write_vertex},
        {LIST_RELATIONS, TRIVIA_RELATION, 0, network->relations.count, write_relation}};
    for (int i = 0; i < LISTS; i++)
        write_list(writer, &lists[i]);
    writing_end(writer, grammar_rules[RULE_NETWORK].name, TRIVIA_ROOT, 0);
}

/* Writes all but the declaration. */
static enum status write_document(struct writing *writer)
{
    write_root(writer);
    writing_last_comments(writer);
    const bool failed = writer->list.failed || writer->from.failed;
    buffer_clear(&writer->list);
    buffer_clear(&writer->from);
    return failed ? STATUS_MEMORY : STATUS_OK;
}

enum status writer_write(const struct network *network, struct buffer *out)
{
    assert(out->length == 0);
    struct writing writer = {.network = network, .xml = {.out = out}};
    xml_declare(&writer.xml);
    TRY(write_document(&writer));
    buffer_char(out, '\n');
    return buffer_status(out);
}

enum status writer_redact(const struct network *network, const struct withholding *withheld,
                          struct xml xml)
{
    struct writing writer = {.network = network, .withheld = withheld, .xml = xml};
    return write_document(&writer);
}

enum status writer_visit(const struct network *network, const struct xml_visitor *visitor,
                         void *context)
{
    struct writing writer = {.network = network, .xml = {.visitor = visitor, .context = context}};
    return write_document(&writer);
}
