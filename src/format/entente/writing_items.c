/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/entente/writing_items.h"

#include "format/entente/grammar.h"
#include "format/entente/writing_children.h"
#include "model/attributes.h"
#include "model/level.h"
#include "model/statement.h"

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

void writing_source(struct writing *writer, size_t index)
{
    const struct network_source *source = &writer->network->sources.items[index];
    const struct writing_children children = {writing_name, source->first_name,
                                              source->name_count, source->first_remark,
                                              source->remark_count};
    if (writer->withheld != NULL && writer->withheld->pseudonymous[index])
        start_pseudonym(writer, index);
    else
        start_source(writer, index);
    writing_children(writer, &children);
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

void writing_word(struct writing *writer, size_t index)
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
        writing_name(writer, word->first_name + i);
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

void writing_vertex(struct writing *writer, size_t index)
{
    const struct network_vertex *vertex = &writer->network->vertices.items[index];
    const struct writing_children children = {writing_name, vertex->first_name,
                                              vertex->name_count, vertex->first_remark,
                                              vertex->remark_count};
    if (vertex->event == NETWORK_NONE)
        start_actor(writer, index);
    else
        start_event(writer, index);
    writing_children(writer, &children);
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

void writing_relation(struct writing *writer, size_t index)
{
    const struct network *network = writer->network;
    const struct network_relation *relation = &network->relations.items[index];
    const struct network_details *details = network_details(network, (uint32_t)index);
    const struct writing_children children = {writing_claim, relation->first_claim,
                                              network_claims(network, (uint32_t)index).count,
                                              details->first_remark, details->remark_count};
    start_relation(writer, index);
    writing_children(writer, &children);
    writing_end(writer, vocabulary_types.words[relation->type], TRIVIA_RELATION, index);
}
