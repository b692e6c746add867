/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "model/participation.h"

#include <string.h>

#include "base/memory/buffer.h"
#include "model/ordering.h"
#include "model/statement.h"

static const char form_word[] = "participation";

static enum status intern(struct network *network, const char *text, uint32_t *number)
{
    return strings_intern(&network->strings, STRINGS_OFTEN, text, strlen(text), number);
}

/* Adds a name to the form that was declared last. */
static enum status add_form_name(struct network *network, const char *language, const char *text)
{
    struct network_name name = {.language = 0};
    TRY(intern(network, language, &name.language));
    TRY(intern(network, text, &name.text));
    network->words.items[network->words.count - 1].name_count++;
    return network_add_name(network, &name);
}

/* Declares the form, unless the dataset does. */
static enum status declare_form(struct network *network, uint32_t form)
{
    struct network_word word = {.word = form, .of = TYPE_CONTACT, .sign = SIGN_ZERO};
    if (network_find_form(network, TYPE_CONTACT, form) != NETWORK_NONE)
        return STATUS_OK;
    TRY(intern(network, "takes part in", &word.singular));
    TRY(intern(network, "take part in", &word.plural));
    TRY(intern(network, "took part in", &word.past));
    TRY(network_add_word(network, &word));
    TRY(add_form_name(network, "en", form_word));
    TRY(add_form_name(network, "fa", "شرکت"));
    return add_form_name(network, "ru", "участие");
}

/* Whether the relation with the id ID is the participation of ACTOR, which is listed twice. */
static bool is_repeated(const struct network *network, uint32_t id, uint32_t actor)
{
    const struct network_entity entity = network_find_text(network, id);
    return entity.what == ENTITY_RELATION && entity.index >= network->participations &&
           network_from(network, entity.index).items[0] == actor;
}

/* Sets *ID to a new one for the participation of ACTOR in EVENT; to that of another one if it is
   listed twice. */
static enum status make_id(struct network *network, uint32_t event, uint32_t actor, uint32_t *id)
{
    struct buffer text = BUFFER_EMPTY;
    unsigned number = 1;
    enum status status;
    do {
        text.length = 0;
        buffer_format(&text, "%s-participant-%s",
                      network_text(network, network->vertices.items[event].id),
                      network_text(network, network->vertices.items[actor].id));
        if (number > 1)
            buffer_format(&text, "-%u", number);
        number++;
        status = text.failed ? STATUS_MEMORY : intern(network, buffer_string(&text), id);
    } while (status == STATUS_OK && network_find_text(network, *id).what != ENTITY_NONE &&
             !is_repeated(network, *id, actor));
    buffer_clear(&text);
    return status;
}

/* An event whose participants are added. STATEMENT and those up to END are about it and the
   participants that follow: both are in the order of the dataset. */
struct gathering {
    struct network *network;
    uint32_t form, event;
    size_t statement, end;
};

/* Adds the claims about the participant at index ITEM to the last relation. */
static enum status copy_claims(struct gathering *gathering, uint32_t item)
{
    struct network *network = gathering->network;
    for (; gathering->statement < gathering->end; gathering->statement++) {
        const struct network_statement about = network->statements.items[gathering->statement];
        if (about.topic == TOPIC_PARTICIPANT && about.item > item)
            break;
        for (uint32_t i = 0; about.topic == TOPIC_PARTICIPANT && i < about.claim_count; i++)
            TRY(network_copy_claim(network, about.first_claim + i));
    }
    return STATUS_OK;
}

static enum status add_one(struct gathering *gathering, uint32_t item)
{
    struct network *network = gathering->network;
    const struct network_vertex *vertex = &network->vertices.items[gathering->event];
    const uint32_t actor = network->participants.items[item];
    struct network_relation relation = {.type = TYPE_CONTACT,
                                        .form = gathering->form,
                                        .when = network->events.items[vertex->event].when,
                                        .line = vertex->line,
                                        .sign = SIGN_ZERO,
                                        .tier = TIER_CORE,
                                        .weight = 1,
                                        .from_count = 1,
                                        .mutual_given = 1};
    const unsigned phase = network_default_phase(network, relation.when);
    relation.phase = NETWORK_FIT(phase, NETWORK_PHASE_BITS);
    TRY(make_id(network, gathering->event, actor, &relation.id));
    if (is_repeated(network, relation.id, actor))
        return STATUS_OK;
    TRY(network_add_relation(network, &relation, NULL));
    TRY(network_add_end(network, actor));
    TRY(network_add_end(network, gathering->event));
    return copy_claims(gathering, item);
}

static enum status add_event(struct network *network, uint32_t form, uint32_t vertex)
{
    const struct network_event event =
        network->events.items[network->vertices.items[vertex].event];
    struct gathering gathering = {network, form, vertex, 0, 0};
    gathering.end = network_statements(network, vertex, false, &gathering.statement);
    gathering.end += gathering.statement;
    for (uint32_t i = 0; i < event.participant_count; i++)
        TRY(add_one(&gathering, event.first_participant + i));
    return STATUS_OK;
}

static enum status add_all(struct network *network, uint32_t form)
{
    for (uint32_t i = 0; i < network->vertices.count; i++)
        if (network->vertices.items[i].event != NETWORK_NONE)
            TRY(add_event(network, form, i));
    return STATUS_OK;
}

enum status participation_add(struct network *network)
{
    uint32_t form;
    if (network->participations != NETWORK_NONE || network->participants.count == 0)
        return STATUS_OK;
    network->participations = (uint32_t)network->relations.count;
    TRY(intern(network, form_word, &form));
    TRY(declare_form(network, form));
    TRY(add_all(network, form));
    network->orders.count = network->ordered_claims.count = 0;
    return ordering_make(network);
}

uint32_t participation_first(const struct network *network)
{
    return network->participations != NETWORK_NONE ? network->participations
                                                   : (uint32_t)network->relations.count;
}
