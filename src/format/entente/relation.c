/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/entente/relation.h"

#include <string.h>

#include "base/memory/array.h"
#include "format/entente/attribute.h"
#include "format/entente/id.h"
#include "format/entente/idref.h"
#include "format/entente/marking.h"
#include "format/entente/undeclared.h"
#include "model/amount.h"
#include "model/attributes.h"

static enum status read_ends(struct reading *reading, struct document *document,
                             unsigned attribute, const char *list, size_t *count)
{
    const char *name = relation_attributes[attribute];
    *count = 0;
    if (list == NULL)
        return STATUS_OK;
    size_t length;
    struct network *network = reading->network;
    for (const char *id = list; (id = idref_next(id, &length)) != NULL; id += length) {
        uint32_t target;
        TRY(idref_resolve_one(reading, document, REFERENCE_END, name, id, length,
                              network->ends.count, &target));
        TRY(network_add_end(network, target));
        if (!document_is_within(document, ++*count, reading->limits->ends, "ends of one relation",
                                "limit-ends"))
            return STATUS_INVALID;
    }
    if (*count == 0)
        document_error(document, name, MESSAGE_EMPTY_VALUE,
                       "\"%s\" must name at least one actor or event", name);
    return STATUS_OK;
}

/* Checks TEXT, the FORM of a relation of TYPE, which is neither built in nor declared. Each form
   is reported once. */
static enum status check_form(struct reading *reading, struct document *document,
                              enum relation_type type, uint32_t form, const char *text)
{
    if (!marking_is_clear(text))
        document->messages->newly_refused = true;
    marking_check_value(document, "form", MESSAGE_INVALID_VALUE, text);
    bool new = false;
    if (relation_type_forms(type)->count > 0)
        TRY(reading_note_form(reading, (struct reading_form){type, form}, &new));
    if (new)
        undeclared_warn_of_form(reading, document, type, text);
    return STATUS_OK;
}

static enum status read_form(struct reading *reading, struct document *document,
                             enum relation_type type, const char *value, uint32_t *form)
{
    TRY(attribute_text(reading, RELATION_FORM, value, form));
    const char *text = network_text(reading->network, *form);
    if (value == NULL || vocabulary_find(relation_type_forms(type), text) >= 0 ||
        network_find_form(reading->network, type, *form) != NETWORK_NONE)
        return STATUS_OK;
    return check_form(reading, document, type, *form, text);
}

/* The sign of a relation that does not state it: that of its form, if it is declared. */
static enum relation_sign default_sign(const struct network *network, enum relation_type type,
                                       uint32_t form)
{
    uint32_t word = network_find_form(network, type, form);
    return word != NETWORK_NONE ? network->words.items[word].sign : relation_type_sign(type);
}

/* Makes room for a mark of each vertex. */
static enum status make_marks(struct reading *reading)
{
    size_t vertices = reading->network->vertices.count, count = reading->marks.count;
    if (vertices <= count)
        return STATUS_OK;
    ARRAY_RESERVE(&reading->marks, vertices - count);
    memset(reading->marks.items + count, 0, (vertices - count) * sizeof *reading->marks.items);
    reading->marks.count = vertices;
    return STATUS_OK;
}

/* Marks VERTEX, and returns whether it had the mark. */
static bool set_mark(struct reading *reading, uint32_t vertex)
{
    uint32_t before = reading->marks.items[vertex];
    reading->marks.items[vertex] = reading->mark;
    return before == reading->mark;
}

static const char *end_id(const struct network *network, uint32_t vertex)
{
    return network_text(network, network->vertices.items[vertex].id);
}

/* Checks that ATTRIBUTE, whose ends are given, names each vertex once only. Marks them. */
static void check_repetition(struct reading *reading, struct document *document,
                             const char *attribute, struct network_ends ends)
{
    reading->mark++;
    for (size_t i = 0; i < ends.count; i++)
        if (ends.items[i] != NETWORK_NONE && set_mark(reading, ends.items[i]))
            document_error(document, attribute, MESSAGE_WRONG_ENDS,
                           "\"%s\" is listed twice in \"%s\"",
                           end_id(reading->network, ends.items[i]), attribute);
}

/* A relation of one vertex to itself may be intended, but nobody acts jointly on himself. */
static void report_loop(const struct reading *reading, struct document *document, uint32_t vertex,
                        bool joint)
{
    const char *id = end_id(reading->network, vertex);
    if (joint)
        document_error(document, "to", MESSAGE_WRONG_ENDS,
                       "\"%s\" is in both \"from\" and \"to\"; remove it from one of them", id);
    else
        document_warning(document, "to", MESSAGE_WRONG_ENDS,
                         "the relation leads from \"%s\" to itself", id);
}

/* Reports each vertex of FROM that has the mark of being in "to". */
static void check_loops(const struct reading *reading, struct document *document,
                        struct network_ends from)
{
    for (size_t i = 0; i < from.count; i++)
        if (from.items[i] != NETWORK_NONE && reading->marks.items[from.items[i]] == reading->mark)
            report_loop(reading, document, from.items[i], from.count > 1);
}

/* Checks the ends of the relation, the last FROM_COUNT + TO_COUNT ones of the network. */
static enum status check_ends(struct reading *reading, struct document *document,
                              enum relation_type type, size_t from_count, size_t to_count)
{
    const struct network *network = reading->network;
    if (from_count == 0 || to_count == 0)
        return STATUS_OK;
    const uint32_t *end = network->ends.items + network->ends.count;
    struct network_ends from = {end - to_count - from_count, from_count};
    struct network_ends to = {end - to_count, to_count};
    unsigned needed = relation_type_min_parties(type);
    if (to_count < needed)
        document_error(document, "to", MESSAGE_WRONG_ENDS,
                       "the \"to\" of a %s must name at least %u parties",
                       vocabulary_types.words[type], needed);
    if (from_count == 1 && to_count == 1 && from.items[0] != to.items[0])
        return STATUS_OK;
    TRY(make_marks(reading));
    check_repetition(reading, document, "from", from);
    check_repetition(reading, document, "to", to);
    check_loops(reading, document, from);
    return STATUS_OK;
}

static enum status add_relation_ends(struct reading *reading, struct document *document,
                                     enum relation_type type, const char *const values[])
{
    size_t from, to;
    TRY(read_ends(reading, document, RELATION_FROM, values[RELATION_FROM], &from));
    TRY(read_ends(reading, document, RELATION_TO, values[RELATION_TO], &to));
    READING_LAST(reading->network->relations)->from_count = (uint32_t)from;
    return check_ends(reading, document, type, from, to);
}

/* The share of an ownership, in percent. */
static enum status read_share(struct reading *reading, struct document *document,
                              const char *value, uint32_t *share)
{
    double number;
    if (value != NULL && (!amount_parse(value, &number) || number < 0 || number > 100))
        document_error(document, "share", MESSAGE_INVALID_VALUE,
                       "share must be a percentage from 0 to 100 without the sign, not \"%s\"",
                       value);
    return attribute_text(reading, RELATION_SHARE, value, share);
}

static enum status read_details(struct reading *reading, struct document *document,
                                const char *const values[], struct network_details *details)
{
    *details = (struct network_details){.event = NETWORK_NONE};
    TRY(idref_resolve(reading, document, REFERENCE_EVENT, "event", values[RELATION_EVENT],
                      reading->network->details.count, &details->event));
    TRY(attribute_text(reading, RELATION_PLACE, values[RELATION_PLACE], &details->place));
    if (reading->item_rule == RULE_OWNERSHIP)
        TRY(read_share(reading, document, values[RELATION_SHARE], &details->share));
    return attribute_address(reading, document, "href", RELATION_HREF, values[RELATION_HREF],
                             &details->href);
}

/* Reads the attributes that have a default. */
static void read_enumerated(struct document *document, const char *const values[], unsigned phase,
                            enum relation_sign own_sign, struct network_relation *relation)
{
    enum relation_type type = (enum relation_type)relation->type;
    unsigned mutual = attribute_word(document, "mutual", &vocabulary_yes_no,
                                     values[RELATION_MUTUAL], relation_type_is_mutual(type));
    unsigned weight = attribute_digit(document, "weight", values[RELATION_WEIGHT], '1', '5', 3);
    unsigned sign =
        attribute_word(document, "sign", &vocabulary_signs, values[RELATION_SIGN], own_sign);
    unsigned tier =
        attribute_word(document, "tier", &vocabulary_tiers, values[RELATION_TIER], TIER_CORE);
    phase = attribute_word(document, "phase", &vocabulary_phases, values[RELATION_PHASE], phase);
    relation->mutual = NETWORK_FIT(mutual, 1);
    relation->weight = NETWORK_FIT(weight, NETWORK_WEIGHT_BITS);
    relation->sign = NETWORK_FIT(sign, NETWORK_SIGN_BITS);
    relation->tier = NETWORK_FIT(tier, NETWORK_TIER_BITS);
    relation->phase = NETWORK_FIT(phase, NETWORK_PHASE_BITS);
    relation->mutual_given = values[RELATION_MUTUAL] != NULL;
    relation->weight_given = values[RELATION_WEIGHT] != NULL;
    relation->sign_given = values[RELATION_SIGN] != NULL;
    relation->tier_given = values[RELATION_TIER] != NULL;
    relation->phase_given = values[RELATION_PHASE] != NULL;
    relation->when_given = values[RELATION_WHEN] != NULL;
}

enum status relation_start(struct reading *reading, struct document *document,
                           enum relation_type type, const char *const values[])
{
    struct network *network = reading->network;
    struct network_relation relation = {.type = type,
                                        .line = document_place(document, NULL).line};
    struct network_details details;
    const struct strings *strings = &network->strings;
    strings_prefetch_slots(strings, values[RELATION_ID]);
    const uint32_t from = strings_prefetch_slots(strings, values[RELATION_FROM]);
    const uint32_t to = strings_prefetch_slots(strings, values[RELATION_TO]);
    TRY(id_read(reading, document, values[RELATION_ID], &relation.id));
    strings_prefetch_text(strings, from);
    strings_prefetch_text(strings, to);
    TRY(read_form(reading, document, type, values[RELATION_FORM], &relation.form));
    TRY(attribute_date(reading, document, "when", values[RELATION_WHEN], &relation.when));
    read_enumerated(document, values, network_default_phase(network, relation.when),
                    default_sign(network, type, relation.form), &relation);
    TRY(read_details(reading, document, values, &details));
    bool plain = values[RELATION_EVENT] == NULL && details.place == 0 && details.href == 0 &&
                 details.share == 0;
    TRY(network_add_relation(network, &relation, plain ? NULL : &details));
    return add_relation_ends(reading, document, type, values);
}
