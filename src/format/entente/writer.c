/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/entente/writer.h"

#include <assert.h>
#include <string.h>

#include "format/entente/grammar.h"
#include "format/xml/xml.h"
#include "model/attributes.h"
#include "model/statement.h"

/* A dataset that is being written. Trivia is in document order, so that an index into each of its
   arrays is enough to find the items for the current element. */
struct writer {
    const struct network *network;
    struct xml xml;
    size_t comment, spelling, statement;
    struct trivia_element element; /* the current one */
    struct buffer list, from;      /* lists of ids, see join */
};

static const char *text_of(const struct writer *writer, uint32_t text)
{
    return network_text(writer->network, text);
}

static void write_comment(struct writer *writer, const struct trivia_comment *comment)
{
    const char *text = text_of(writer, comment->text);
    if (comment->instruction)
        xml_instruction(&writer->xml, text);
    else
        xml_comment(&writer->xml, text);
}

/* The next comment, if it is in ELEMENT, or BEFORE it; else NULL. */
static const struct trivia_comment *next_comment(const struct writer *writer,
                                                 struct trivia_element element, bool before)
{
    const struct trivia *trivia = &writer->network->trivia;
    if (writer->comment == trivia->comments.count)
        return NULL;
    const struct trivia_comment *comment = &trivia->comments.items[writer->comment];
    bool here = comment->before == before && trivia_same_element(comment->element, element);
    return here ? comment : NULL;
}

static void write_comments(struct writer *writer, struct trivia_element element, bool before)
{
    const struct trivia_comment *comment;
    for (; (comment = next_comment(writer, element, before)) != NULL; writer->comment++)
        write_comment(writer, comment);
}

static struct trivia_element element_at(enum trivia_kind kind, size_t index)
{
    return (struct trivia_element){kind, (uint32_t)index};
}

/* Starts an element, after writing the comments before it. */
static void start(struct writer *writer, const char *name, enum trivia_kind kind, size_t index)
{
    const struct trivia *trivia = &writer->network->trivia;
    struct trivia_element element = element_at(kind, index);
    while (
        writer->spelling < trivia->spellings.count &&
        trivia_same_element(trivia->spellings.items[writer->spelling].element, writer->element))
        writer->spelling++;
    write_comments(writer, element, true);
    writer->element = element;
    xml_start(&writer->xml, name);
}

/* The recorded spelling of ATTRIBUTE of the current element, or NULL. */
static const char *spelled(const struct writer *writer, size_t attribute)
{
    const struct trivia *trivia = &writer->network->trivia;
    for (size_t i = writer->spelling; i < trivia->spellings.count; i++) {
        const struct trivia_spelling *spelling = &trivia->spellings.items[i];
        if (!trivia_same_element(spelling->element, writer->element))
            break;
        if (spelling->attribute == attribute)
            return text_of(writer, spelling->text);
    }
    return NULL;
}

/* Writes the attributes that have a value. NULL and "" are omitted, unless a spelling was
   recorded. */
static void write_attributes(struct writer *writer, const char *const names[],
                             const char *const values[])
{
    for (size_t i = 0; names[i] != NULL; i++) {
        const char *value = spelled(writer, i);
        if (value == NULL && values[i] != NULL && values[i][0] != '\0')
            value = values[i];
        if (value != NULL)
            xml_attribute(&writer->xml, names[i], value);
    }
}

/* A text that is being written, up to DONE. */
struct writer_text {
    const char *words;
    size_t length, done;
};

static struct writer_text begin_text(const struct writer *writer, uint32_t text)
{
    const char *words = text_of(writer, text);
    return (struct writer_text){words, strlen(words), 0};
}

static void write_up_to(struct writer *writer, struct writer_text *text, size_t offset)
{
    offset = offset < text->length ? offset : text->length;
    xml_text(&writer->xml, text->words + text->done, offset - text->done);
    text->done = offset;
}

/* Writes the next comments in ELEMENT whose offset is below LIMIT, and the text before them. */
static void write_comments_in(struct writer *writer, struct trivia_element element,
                              struct writer_text *text, size_t limit)
{
    const struct trivia_comment *comment;
    for (; (comment = next_comment(writer, element, false)) != NULL && comment->offset < limit;
         writer->comment++) {
        write_up_to(writer, text, comment->offset);
        write_comment(writer, comment);
    }
}

/* Writes the text of the current element, with the comments in it. */
static void write_text(struct writer *writer, uint32_t number)
{
    struct writer_text text = begin_text(writer, number);
    write_comments_in(writer, writer->element, &text, SIZE_MAX);
    write_up_to(writer, &text, text.length);
}

/* The next statement, if it is about ITEM of TOPIC; else NULL. They are in document order. */
static const struct network_statement *next_statement(struct writer *writer,
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

static void write_claim(struct writer *writer, size_t index);

/* Writes the text of the current element, ELEMENT, with the comments in it, and the claims about
   ITEM of TOPIC, which it is. */
static void write_claimed_text(struct writer *writer, uint32_t number, enum network_topic topic,
                               size_t item)
{
    const struct trivia_element element = writer->element;
    const struct network_statement *statement = next_statement(writer, topic, item);
    struct writer_text text = begin_text(writer, number);
    for (size_t i = 0; statement != NULL && i < statement->claim_count; i++) {
        write_comments_in(writer, element, &text, text.length + i + 1);
        write_up_to(writer, &text, text.length);
        write_claim(writer, statement->first_claim + i);
        writer->xml.text = true; /* on the line of the text */
    }
    write_comments_in(writer, element, &text, SIZE_MAX);
    write_up_to(writer, &text, text.length);
}

/* Ends an element that contains elements, after writing the comments at its end. */
static void end(struct writer *writer, const char *name, enum trivia_kind kind, size_t index)
{
    write_comments(writer, element_at(kind, index), false);
    xml_end(&writer->xml, name);
}

static void write_heading(struct writer *writer, enum grammar_rule rule, enum trivia_kind kind,
                          size_t index, const struct network_name *heading)
{
    const char *const values[TEXT_ATTRIBUTES] = {
        [TEXT_LANGUAGE] = text_of(writer, heading->language),
    };
    start(writer, grammar_rules[rule].name, kind, index);
    write_attributes(writer, text_attributes, values);
    write_text(writer, heading->text);
    xml_end(&writer->xml, grammar_rules[rule].name);
}

static void write_name(struct writer *writer, size_t index)
{
    const struct network_name *name = &writer->network->names.items[index];
    const char *element = grammar_rules[name->alias ? RULE_ALIAS : RULE_NAME].name;
    const char *const values[NAME_ATTRIBUTES] = {
        [NAME_LANGUAGE] = text_of(writer, name->language),
        [NAME_SHORT] = text_of(writer, name->short_form),
        [NAME_ARTICLE] = name->article ? vocabulary_articles.words[0] : NULL,
        [NAME_PLURAL] = name->plural_given ? vocabulary_yes_no.words[name->plural] : NULL,
    };
    start(writer, element, TRIVIA_NAME, index);
    write_attributes(writer, name->alias ? text_attributes : name_attributes, values);
    write_claimed_text(writer, name->text, TOPIC_NAME, index);
    xml_end(&writer->xml, element);
}

/* The element of a remark that is a text. */
static const char *remark_word(enum network_remark_kind kind)
{
    if (kind == REMARK_ROLE)
        return grammar_rules[RULE_ROLE].name;
    return grammar_rules[kind == REMARK_OUTCOME ? RULE_OUTCOME : RULE_NOTE].name;
}

static void write_remark(struct writer *writer, size_t index)
{
    const struct network_remark *remark = &writer->network->remarks.items[index];
    const char *element = remark_word((enum network_remark_kind)remark->kind);
    const char *const values[TEXT_ATTRIBUTES] = {
        [TEXT_LANGUAGE] = text_of(writer, remark->language),
    };
    start(writer, element, TRIVIA_REMARK, index);
    write_attributes(writer, text_attributes, values);
    write_claimed_text(writer, remark->text, TOPIC_REMARK, index);
    xml_end(&writer->xml, element);
}

static const char *vertex_id(const struct network *network, uint32_t vertex)
{
    return vertex == NETWORK_NONE ? NULL
                                  : network_text(network, network->vertices.items[vertex].id);
}

static const char *source_id(const struct network *network, uint32_t source)
{
    return source == NETWORK_NONE ? NULL
                                  : network_text(network, network->sources.items[source].id);
}

static void write_quote(struct writer *writer, size_t index)
{
    const struct network_quote *quote = &writer->network->quotes.items[index];
    const char *const values[TEXT_ATTRIBUTES] = {
        [TEXT_LANGUAGE] = text_of(writer, quote->language),
    };
    bool within = writer->xml.text;
    start(writer, grammar_rules[RULE_QUOTE].name, TRIVIA_QUOTE, index);
    write_attributes(writer, text_attributes, values);
    write_text(writer, quote->text);
    xml_end(&writer->xml, grammar_rules[RULE_QUOTE].name);
    writer->xml.text = within;
}

/* The confidence of CLAIM; valid until the next call. NULL: none is stated. */
static const char *write_confidence(struct writer *writer, const struct network_claim *claim)
{
    writer->list.length = 0;
    if (claim->confidence == NETWORK_NO_CONFIDENCE)
        return NULL;
    buffer_integer(&writer->list, claim->confidence);
    return buffer_string(&writer->list);
}

static void write_amount(struct writer *writer, size_t index)
{
    const struct network_amount *amount = &writer->network->amounts.items[index];
    const char *const values[AMOUNT_ATTRIBUTES] = {
        [AMOUNT_VALUE] = text_of(writer, amount->value),
        [AMOUNT_UNIT] = text_of(writer, amount->unit),
        [AMOUNT_WHEN] = network_date_text(writer->network, amount->when),
    };
    start(writer, grammar_rules[RULE_AMOUNT].name, TRIVIA_AMOUNT, index);
    write_attributes(writer, amount_attributes, values);
    end(writer, grammar_rules[RULE_AMOUNT].name, TRIVIA_AMOUNT, index);
}

/* An amount in a claim, on the line of its note. */
static void write_amount_in(struct writer *writer, size_t index)
{
    const bool within = writer->xml.text;
    write_amount(writer, index);
    writer->xml.text = within;
}

/* The offset of the next amount or quote of a claim in its note; SIZE_MAX if there is none. */
static size_t next_offset(const struct network *network, const struct network_citation *citation,
                          size_t quote, size_t amount)
{
    size_t offset = SIZE_MAX;
    if (amount < citation->amount_count)
        offset = network->amounts.items[citation->first_amount + amount].offset;
    if (quote < citation->quote_count &&
        network->quotes.items[citation->first_quote + quote].offset < offset)
        offset = network->quotes.items[citation->first_quote + quote].offset;
    return offset;
}

/* Writes the note of a claim, with the quotes, the amounts and the comments in it. */
static void write_statement(struct writer *writer, const struct network_claim *claim,
                            struct trivia_element element)
{
    const struct network *network = writer->network;
    const struct network_citation *citation = network_citation(network, claim);
    struct writer_text text = begin_text(writer, claim->note);
    size_t quote = 0, amount = 0, offset;
    while ((offset = next_offset(network, citation, quote, amount)) != SIZE_MAX) {
        write_comments_in(writer, element, &text, offset);
        write_up_to(writer, &text, offset);
        if (quote < citation->quote_count &&
            network->quotes.items[citation->first_quote + quote].offset == offset)
            write_quote(writer, citation->first_quote + quote++);
        else
            write_amount_in(writer, citation->first_amount + amount++);
    }
    write_comments_in(writer, element, &text, SIZE_MAX);
    write_up_to(writer, &text, text.length);
}

static void write_claim(struct writer *writer, size_t index)
{
    const struct network *network = writer->network;
    const struct network_claim *claim = &network->claims.items[index];
    const char credibility[] = {(char)(claim->credibility > 0 ? '0' + claim->credibility : 0), 0};
    const char *const values[CLAIM_ATTRIBUTES] = {
        [CLAIM_BY] = source_id(network, claim->by),
        [CLAIM_STANCE] = vocabulary_stances.words[claim->stance],
        [CLAIM_HEDGED] = claim->hedged_given ? vocabulary_yes_no.words[claim->hedged] : NULL,
        [CLAIM_CREDIBILITY] = claim->credibility_given ? credibility : NULL,
        [CLAIM_DATE] = network_date_text(network, claim->date),
        [CLAIM_AT] = text_of(writer, claim->at),
        [CLAIM_HREF] = text_of(writer, claim->href),
        [CLAIM_ARCHIVED] = text_of(writer, network_citation(network, claim)->archived),
        [CLAIM_CONFIDENCE] = write_confidence(writer, claim),
    };
    start(writer, grammar_rules[RULE_CLAIM].name, TRIVIA_CLAIM, index);
    write_attributes(writer, claim_attributes, values);
    write_statement(writer, claim, element_at(TRIVIA_CLAIM, index));
    xml_end(&writer->xml, grammar_rules[RULE_CLAIM].name);
}

/* The names or claims in an element, and the remarks about it, which are interleaved with them by
   position. */
struct children {
    void (*write)(struct writer *writer, size_t index);
    size_t first, count;
    size_t first_remark, remark_count;
};

static void write_claims_about(struct writer *writer, const struct network_statement *statement)
{
    for (size_t i = 0; statement != NULL && i < statement->claim_count; i++)
        write_claim(writer, statement->first_claim + i);
}

static void write_property(struct writer *writer, size_t index)
{
    const struct network_property *property = &writer->network->properties.items[index];
    const char *name =
        grammar_rules[property->identifier ? RULE_IDENTIFIER : RULE_ATTRIBUTE].name;
    _Static_assert((int)IDENTIFIER_ATTRIBUTES == (int)PROPERTY_ATTRIBUTES,
                   "both have a name and a value");
    const char *const values[PROPERTY_ATTRIBUTES] = {
        [PROPERTY_NAME] = text_of(writer, property->name),
        [PROPERTY_VALUE] = text_of(writer, property->value),
    };
    start(writer, name, TRIVIA_PROPERTY, index);
    write_attributes(writer, property->identifier ? identifier_attributes : property_attributes,
                     values);
    write_claims_about(writer, next_statement(writer, TOPIC_PROPERTY, index));
    end(writer, name, TRIVIA_PROPERTY, index);
}

/* Writes a parent or a participant. */
static void write_link(struct writer *writer, size_t index)
{
    const struct network *network = writer->network;
    const struct network_statement *statement = &network->statements.items[index];
    const bool parent = statement->topic == TOPIC_PARENT;
    const char *name = grammar_rules[parent ? RULE_PARENT : RULE_PARTICIPATION].name;
    const uint32_t target =
        parent ? statement->item : network->participants.items[statement->item];
    const char *const values[LINK_ATTRIBUTES] = {[LINK_REF] = vertex_id(network, target)};
    writer->statement = index + 1;
    start(writer, name, TRIVIA_STATEMENT, index);
    write_attributes(writer, link_attributes, values);
    write_claims_about(writer, statement);
    end(writer, name, TRIVIA_STATEMENT, index);
}

/* Writes a period with its claims. */
static void write_period(struct writer *writer, size_t index)
{
    const struct network_period *period = &writer->network->periods.items[index];
    const char weight[] = {(char)(period->weight > 0 ? '0' + period->weight : 0), '\0'};
    const char *const values[PERIOD_ATTRIBUTES] = {
        [PERIOD_WHEN] = network_date_text(writer->network, period->when),
        [PERIOD_WEIGHT] = weight,
    };
    start(writer, grammar_rules[RULE_PERIOD].name, TRIVIA_PERIOD, index);
    write_attributes(writer, period_attributes, values);
    for (size_t i = 0; i < period->claim_count; i++)
        write_claim(writer, period->first_claim + i);
    end(writer, grammar_rules[RULE_PERIOD].name, TRIVIA_PERIOD, index);
}

/* Writes a remark, and returns the number of claims that it contains. */
static size_t write_item(struct writer *writer, size_t index)
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

static void write_children(struct writer *writer, const struct children *children)
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

static void write_source(struct writer *writer, size_t index)
{
    const struct network *network = writer->network;
    const struct network_source *source = &network->sources.items[index];
    const struct network_work *work = network_work(network, (uint32_t)index);
    const char reliability[] = {source->reliability, '\0'};
    const char *const values[SOURCE_ATTRIBUTES] = {
        [SOURCE_ID] = text_of(writer, source->id),
        [SOURCE_ACTOR] = vertex_id(network, source->actor),
        [SOURCE_VIA] = source_id(network, source->via),
        [SOURCE_BASIS] = source_id(network, source->basis),
        [SOURCE_ANONYMOUS] =
            source->anonymous_given ? vocabulary_yes_no.words[source->anonymous] : NULL,
        [SOURCE_RELIABILITY] = reliability,
        [SOURCE_DATE] = network_date_text(network, source->date),
        [SOURCE_HREF] = text_of(writer, source->href),
        [SOURCE_AUTHOR] = text_of(writer, work->author),
        [SOURCE_WORK] = text_of(writer, work->title),
        [SOURCE_PUBLISHER] = text_of(writer, work->publisher),
        [SOURCE_LANGUAGE] = text_of(writer, work->language),
        [SOURCE_ARCHIVED] = text_of(writer, work->archived),
        [SOURCE_ACCESSED] = network_date_text(network, work->accessed),
    };
    const struct children children = {write_name, source->first_name, source->name_count,
                                      source->first_remark, source->remark_count};
    start(writer, grammar_rules[RULE_SOURCE].name, TRIVIA_SOURCE, index);
    write_attributes(writer, source_attributes, values);
    write_children(writer, &children);
    end(writer, grammar_rules[RULE_SOURCE].name, TRIVIA_SOURCE, index);
}

static const char *if_given(unsigned given, const struct vocabulary *vocabulary, unsigned word)
{
    return given != 0 ? vocabulary->words[word] : NULL;
}

static void write_verb(struct writer *writer, size_t index)
{
    const struct network_word *word = &writer->network->words.items[index];
    const char *const values[VERB_ATTRIBUTES] = {
        [VERB_SINGULAR] = text_of(writer, word->singular),
        [VERB_PLURAL] = text_of(writer, word->plural),
        [VERB_PAST] = text_of(writer, word->past),
        [VERB_PAST_PLURAL] = text_of(writer, word->past_plural),
    };
    if (word->past == 0)
        return;
    start(writer, grammar_rules[RULE_VERB].name, TRIVIA_VERB, index);
    write_attributes(writer, verb_attributes, values);
    end(writer, grammar_rules[RULE_VERB].name, TRIVIA_VERB, index);
}

static void write_word(struct writer *writer, size_t index)
{
    const struct network_word *word = &writer->network->words.items[index];
    const char *name = grammar_rules[word->is_kind ? RULE_KIND : RULE_FORM].name;
    const struct vocabulary *owners = word->is_kind ? &vocabulary_kinds : &vocabulary_types;
    const char *const values[WORD_ATTRIBUTES] = {
        [WORD_WORD] = text_of(writer, word->word),
        [WORD_OF] = owners->words[word->of],
        [WORD_SIGN] = if_given(word->sign_given, &vocabulary_signs, word->sign),
    };
    start(writer, name, TRIVIA_WORD, index);
    write_attributes(writer, word->is_kind ? kind_attributes : form_attributes, values);
    for (size_t i = 0; i < word->name_count; i++)
        write_name(writer, word->first_name + i);
    write_verb(writer, index);
    end(writer, name, TRIVIA_WORD, index);
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

static void start_actor(struct writer *writer, size_t index)
{
    const struct network_vertex *vertex = &writer->network->vertices.items[index];
    const char *const values[ACTOR_ATTRIBUTES] = {
        [ACTOR_ID] = text_of(writer, vertex->id),
        [ACTOR_PARENT] = count_links(writer->network, (uint32_t)index) > 0
                             ? NULL
                             : vertex_id(writer->network, vertex->parent),
        [ACTOR_SUBKIND] = text_of(writer, vertex->subkind),
        [ACTOR_HREF] = text_of(writer, vertex->href),
    };
    start(writer, vocabulary_kinds.words[vertex->kind], TRIVIA_VERTEX, index);
    write_attributes(writer, actor_attributes, values);
}

/* The ids of VERTICES, separated by spaces; valid as long as LIST, which is overwritten. */
static const char *join(const struct writer *writer, struct buffer *list,
                        struct network_ends vertices)
{
    list->length = 0;
    for (size_t i = 0; i < vertices.count; i++) {
        if (i > 0)
            buffer_char(list, ' ');
        buffer_text(list, vertex_id(writer->network, vertices.items[i]));
    }
    return vertices.count > 0 ? buffer_string(list) : "";
}

static void start_event(struct writer *writer, size_t index)
{
    const struct network *network = writer->network;
    const struct network_vertex *vertex = &network->vertices.items[index];
    const struct network_event *event = &network->events.items[vertex->event];
    struct network_ends participants = network_participants(network, vertex->event);
    participants.count -= count_links(network, (uint32_t)index); /* they come last */
    const char *const values[EVENT_ATTRIBUTES] = {
        [EVENT_ID] = text_of(writer, vertex->id),
        [EVENT_WHEN] = network_date_text(network, event->when),
        [EVENT_PLACE] = text_of(writer, event->place),
        [EVENT_PARTICIPANTS] = join(writer, &writer->list, participants),
        [EVENT_HREF] = text_of(writer, vertex->href),
    };
    start(writer, vocabulary_kinds.words[vertex->kind], TRIVIA_VERTEX, index);
    write_attributes(writer, event_attributes, values);
}

static void write_vertex(struct writer *writer, size_t index)
{
    const struct network_vertex *vertex = &writer->network->vertices.items[index];
    const struct children children = {write_name, vertex->first_name, vertex->name_count,
                                      vertex->first_remark, vertex->remark_count};
    if (vertex->event == NETWORK_NONE)
        start_actor(writer, index);
    else
        start_event(writer, index);
    write_children(writer, &children);
    end(writer, vocabulary_kinds.words[vertex->kind], TRIVIA_VERTEX, index);
}

static void start_relation(struct writer *writer, size_t index)
{
    const struct network *network = writer->network;
    const struct network_relation *relation = &network->relations.items[index];
    const struct network_details *details = network_details(network, (uint32_t)index);
    struct network_ends from = network_from(network, (uint32_t)index);
    struct network_ends to = network_to(network, (uint32_t)index);
    const char weight[] = {(char)('0' + relation->weight), '\0'};
    const char *const values[RELATION_ATTRIBUTES] = {
        [RELATION_ID] = text_of(writer, relation->id),
        [RELATION_FROM] = join(writer, &writer->from, from),
        [RELATION_TO] = join(writer, &writer->list, to),
        [RELATION_FORM] = text_of(writer, relation->form),
        [RELATION_EVENT] = vertex_id(network, details->event),
        [RELATION_PLACE] = text_of(writer, details->place),
        [RELATION_WHEN] =
            relation->when_given ? network_date_text(network, relation->when) : NULL,
        [RELATION_MUTUAL] =
            if_given(relation->mutual_given, &vocabulary_yes_no, relation->mutual),
        [RELATION_WEIGHT] = relation->weight_given ? weight : NULL,
        [RELATION_SIGN] = if_given(relation->sign_given, &vocabulary_signs, relation->sign),
        [RELATION_TIER] = if_given(relation->tier_given, &vocabulary_tiers, relation->tier),
        [RELATION_PHASE] = if_given(relation->phase_given, &vocabulary_phases, relation->phase),
        [RELATION_HREF] = text_of(writer, details->href),
        [RELATION_SHARE] = text_of(writer, details->share),
    };
    start(writer, vocabulary_types.words[relation->type], TRIVIA_RELATION, index);
    write_attributes(writer, grammar_rules[RULE_EVENT + 1 + relation->type].attributes, values);
}

static void write_relation(struct writer *writer, size_t index)
{
    const struct network *network = writer->network;
    const struct network_relation *relation = &network->relations.items[index];
    const struct network_details *details = network_details(network, (uint32_t)index);
    const struct children children = {write_claim, relation->first_claim,
                                      network_claims(network, (uint32_t)index).count,
                                      details->first_remark, details->remark_count};
    start_relation(writer, index);
    write_children(writer, &children);
    end(writer, vocabulary_types.words[relation->type], TRIVIA_RELATION, index);
}

/* Writes a list element with the items from FIRST to before LAST, for which it calls WRITE;
   nothing if the list is empty and the dataset did not contain it. */
static void write_list(struct writer *writer, enum network_list list, size_t first, size_t last,
                       void (*write)(struct writer *writer, size_t index))
{
    static const enum grammar_rule rules[LISTS] = {
        [LIST_VOCABULARY] = RULE_VOCABULARY, [LIST_SOURCES] = RULE_SOURCES,
        [LIST_ACTORS] = RULE_ACTORS,         [LIST_EVENTS] = RULE_EVENTS,
        [LIST_RELATIONS] = RULE_RELATIONS,
    };
    const char *name = grammar_rules[rules[list]].name;
    if (first == last && !writer->network->lists[list])
        return;
    start(writer, name, TRIVIA_LIST, list);
    for (size_t i = first; i < last; i++)
        write(writer, i);
    end(writer, name, TRIVIA_LIST, list);
}

static void start_root(struct writer *writer)
{
    const struct network *network = writer->network;
    const char *const values[ROOT_ATTRIBUTES] = {
        [ROOT_LANGUAGE] = text_of(writer, network->language),
        [ROOT_AS_OF] = network_date_text(network, network->as_of),
        [ROOT_NO_WARN] = text_of(writer, network->no_warn),
    };
    start(writer, grammar_rules[RULE_NETWORK].name, TRIVIA_ROOT, 0);
    xml_attribute(&writer->xml, "xmlns", ATTRIBUTES_NAMESPACE);
    write_attributes(writer, root_attributes, values);
}

static void write_root(struct writer *writer)
{
    const struct network *network = writer->network;
    size_t actors = network->vertices.count - network->events.count;
    start_root(writer);
    for (size_t i = 0; i < network->titles.count; i++)
        write_heading(writer, RULE_TITLE, TRIVIA_TITLE, i, &network->titles.items[i]);
    for (size_t i = 0; i < network->descriptions.count; i++)
        write_heading(writer, RULE_DESCRIPTION, TRIVIA_DESCRIPTION, i,
                      &network->descriptions.items[i]);
    write_list(writer, LIST_VOCABULARY, 0, network->words.count, write_word);
    write_list(writer, LIST_SOURCES, 0, network->sources.count, write_source);
    write_list(writer, LIST_ACTORS, 0, actors, write_vertex);
    write_list(writer, LIST_EVENTS, actors, network->vertices.count, write_vertex);
    write_list(writer, LIST_RELATIONS, 0, network->relations.count, write_relation);
    end(writer, grammar_rules[RULE_NETWORK].name, TRIVIA_ROOT, 0);
}

/* Writes all but the declaration. */
static enum status write_document(struct writer *writer)
{
    write_root(writer);
    write_comments(writer, element_at(TRIVIA_DOCUMENT, 0), false);
    const bool failed = writer->list.failed || writer->from.failed;
    buffer_clear(&writer->list);
    buffer_clear(&writer->from);
    return failed ? STATUS_MEMORY : STATUS_OK;
}

enum status writer_write(const struct network *network, struct buffer *out)
{
    assert(out->length == 0);
    struct writer writer = {.network = network, .xml = {.out = out}};
    xml_declare(&writer.xml);
    TRY(write_document(&writer));
    buffer_char(out, '\n');
    return buffer_status(out);
}

enum status writer_visit(const struct network *network, const struct xml_visitor *visitor,
                         void *context)
{
    struct writer writer = {.network = network, .xml = {.visitor = visitor, .context = context}};
    return write_document(&writer);
}
