/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/entente/dataset.h"

#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"
#include "base/memory/buffer.h"
#include "base/text/address.h"
#include "base/text/utf8.h"
#include "format/entente/confusable.h"
#include "format/entente/consistency.h"
#include "format/entente/grammar.h"
#include "format/entente/references.h"
#include "model/attributes.h"
#include "model/language.h"

enum { SHOWN = 100 }; /* bytes of a value that is wrong */

/* What is being read. */
struct reading {
    struct network *network;
    const struct reader_limits *limits;
    struct references references;
    uint32_t subject;   /* the id of the present source, vertex or relation, as written: a text */
    enum rule owner;    /* which of them it is */
    struct place place; /* of the present element that may hold a text */
    uint32_t language;  /* of the present text */
    uint32_t brief;     /* of the present name */
    uint32_t note;      /* the first of the present source, vertex or relation: a text, or 0 */
    struct buffer notes;           /* all of them, where there are several */
    struct trivia_element element; /* that began last */
    size_t placed;                 /* comments whose place is known */
};

static enum status intern(struct reading *reading, const char *text, uint32_t *number)
{
    if (text == NULL)
        text = "";
    return strings_intern(&reading->network->strings, STRINGS_OFTEN, text, strlen(text), number);
}

/* Keeps how ATTRIBUTE of the present element is spelled, which the network will not give back. */
static enum status keep_spelling(struct reading *reading, unsigned attribute, const char *value)
{
    struct trivia_spelling spelling = {.element = reading->element, .attribute = attribute};
    TRY(strings_add(&reading->network->strings, value, strlen(value), &spelling.text));
    return trivia_add_spelling(&reading->network->trivia, &spelling);
}

/* The value of an attribute that holds any text: for the network, an empty one is none. */
static enum status take_text(struct reading *reading, unsigned attribute, const char *value,
                             uint32_t *text)
{
    TRY(intern(reading, value, text));
    return value == NULL || value[0] != '\0' ? STATUS_OK
                                             : keep_spelling(reading, attribute, value);
}

static void fault_word(struct reader *reader, const char *attribute,
                       const struct vocabulary *vocabulary, const char *value)
{
    struct buffer words = BUFFER_EMPTY;
    for (size_t i = 0; i < vocabulary->count; i++)
        buffer_format(&words, "%s%s",
                      i == 0                      ? ""
                      : i + 1 < vocabulary->count ? ", "
                                                  : " or ",
                      vocabulary->words[i]);
    const char *nearest = vocabulary_nearest(vocabulary, value);
    if (nearest != NULL)
        reader_error(reader, attribute, MESSAGE_UNKNOWN_WORD,
                     "\"%s\" is no %s; did you mean \"%s\"?", value, vocabulary->what, nearest);
    else
        reader_error(reader, attribute, MESSAGE_UNKNOWN_WORD, "\"%s\" is no %s: write %s", value,
                     vocabulary->what, buffer_string(&words));
    buffer_clear(&words);
}

/* The index of VALUE among the words, or OTHERWISE where it is absent or faulty. */
static unsigned choose(struct reader *reader, const char *attribute,
                       const struct vocabulary *vocabulary, const char *value, unsigned otherwise)
{
    int index = value != NULL ? vocabulary_find(vocabulary, value) : -1;
    if (value != NULL && index < 0)
        fault_word(reader, attribute, vocabulary, value);
    return index < 0 ? otherwise : (unsigned)index;
}

/* A number of one digit, from LOW to HIGH. */
static unsigned choose_digit(struct reader *reader, const char *attribute, const char *value,
                             char low, char high, unsigned otherwise)
{
    if (value == NULL)
        return otherwise;
    if (value[0] >= low && value[0] <= high && value[1] == '\0')
        return (unsigned)(value[0] - '0');
    reader_error(reader, attribute, MESSAGE_INVALID_VALUE,
                 "the %s \"%s\" is not a number from %c to %c", attribute, value, low, high);
    return otherwise;
}

static enum status take_date(struct reading *reading, struct reader *reader,
                             const char *attribute, const char *value, uint32_t *index)
{
    *index = NETWORK_NONE;
    if (value == NULL)
        return STATUS_OK;
    uint32_t text;
    enum date_error fault;
    TRY(intern(reading, value, &text));
    TRY(network_add_date(reading->network, text, index, &fault));
    if (fault != DATE_FINE)
        reader_error(reader, attribute, MESSAGE_INVALID_DATE, "\"%s\" is no date: %s", value,
                     date_error_text(fault));
    return STATUS_OK;
}

static const char *owner_word(const struct network *network, struct network_entity owner)
{
    if (owner.what == ENTITY_RELATION)
        return "a relation";
    return network->vertices.items[owner.index].kind == KIND_EVENT ? "an event" : "an actor";
}

/* What may not be a link is not kept: nobody can take it for one then. */
static enum status take_address(struct reading *reading, struct reader *reader,
                                unsigned attribute, const char *value, uint32_t *address)
{
    size_t length = 0;
    const char *trimmed = value != NULL ? address_trim(value, &length) : NULL;
    if (value != NULL && trimmed == NULL)
        reader_warning(reader, "href", MESSAGE_INVALID_ADDRESS,
                       "\"%.*s\" is no link and is left out: links begin with http:, https:, "
                       "mailto: or #",
                       (int)utf8_cut(value, SHOWN), value);
    *address = 0;
    if (value != NULL && (trimmed == NULL || length != strlen(value)))
        TRY(keep_spelling(reading, attribute, value));
    return trimmed == NULL ? STATUS_OK
                           : strings_intern(&reading->network->strings, STRINGS_RARELY, trimmed,
                                            length, address);
}

/* What is no language tag would be written into figures. None at all is "", as in XML. */
static enum status take_language(struct reading *reading, struct reader *reader,
                                 unsigned attribute, const char *value, uint32_t *language)
{
    bool taken = value == NULL || value[0] == '\0' || language_is_tag(value);
    if (!taken)
        reader_warning(reader, "xml:lang", MESSAGE_INVALID_LANGUAGE,
                       "\"%.*s\" is no language and is left out; write it as fa or fa-AF",
                       (int)utf8_cut(value, SHOWN), value);
    if (value != NULL && (!taken || value[0] == '\0'))
        TRY(keep_spelling(reading, attribute, value));
    return intern(reading, taken ? value : NULL, language);
}

static bool check_name(struct reader *reader, const char *value)
{
    if (value == NULL)
        return false;
    bool mixed = confusable_is_mixed(value);
    if (!mixed && xmlValidateNCName((const xmlChar *)value, 0) == 0)
        return true;
    if (mixed)
        reader_error(reader, "id", MESSAGE_INVALID_ID,
                     "the id \"%s\" mixes letters of scripts that look alike: write each word in "
                     "one",
                     value);
    else
        reader_error(
            reader, "id", MESSAGE_INVALID_ID,
            "\"%s\" is no id: letters, digits, \"-\", \"_\" and \".\", and a letter first",
            value);
    return false;
}

/* Takes an id of the space that actors, events and relations share; 0 where it can't be had. */
static enum status take_id(struct reading *reading, struct reader *reader, const char *value,
                           uint32_t *id)
{
    *id = 0;
    /* Actors are named by what follows; relations hardly ever. */
    enum strings_use use = grammar_is_relation(reading->owner) ? STRINGS_RARELY : STRINGS_OFTEN;
    size_t length = value != NULL ? strlen(value) : 0;
    TRY(strings_intern(&reading->network->strings, use, value, length, &reading->subject));
    if (!check_name(reader, value))
        return STATUS_OK;
    *id = reading->subject;
    const struct network *network = reading->network;
    struct network_entity owner = network_find_text(network, *id);
    if (owner.what == ENTITY_NONE)
        return STATUS_OK;
    uint32_t line = owner.what == ENTITY_RELATION ? network->relations.items[owner.index].line
                                                  : network->vertices.items[owner.index].line;
    reader_error(reader, "id", MESSAGE_DUPLICATE_ID, "the id \"%s\" is taken by %s in line %lu",
                 value, owner_word(network, owner), (unsigned long)line);
    *id = 0;
    return STATUS_OK;
}

static enum status take_source_id(struct reading *reading, struct reader *reader,
                                  const char *value, uint32_t *id)
{
    *id = 0;
    TRY(intern(reading, value, &reading->subject));
    if (!check_name(reader, value))
        return STATUS_OK;
    *id = reading->subject;
    uint32_t source = network_find_source_text(reading->network, *id);
    if (source == NETWORK_NONE)
        return STATUS_OK;
    reader_error(reader, "id", MESSAGE_DUPLICATE_ID,
                 "the id \"%s\" is taken by a source in line %lu", value,
                 (unsigned long)reading->network->sources.items[source].line);
    *id = 0;
    return STATUS_OK;
}

/* Refers to the id that is the LENGTH bytes at VALUE: now, or when all is read. INDEX is where
   what refers is going to stand. */
static enum status refer(struct reading *reading, struct reader *reader,
                         enum reference_field field, const char *attribute, const char *value,
                         size_t length, size_t index, uint32_t *target)
{
    *target = NETWORK_NONE;
    if (value == NULL || length == 0)
        return STATUS_OK;
    struct reference reference = {
        .field = field, .index = (uint32_t)index, .owner = reading->subject};
    TRY(strings_intern(&reading->network->strings, STRINGS_OFTEN, value, length, &reference.id));
    *target = reference_target(reading->network, field, reference.id);
    if (*target != NETWORK_NONE)
        return STATUS_OK;
    reference.place = reader_place(reader, attribute);
    return references_add(&reading->references, &reference);
}

static enum status refer_whole(struct reading *reading, struct reader *reader,
                               enum reference_field field, const char *attribute,
                               const char *value, size_t index, uint32_t *target)
{
    if (value != NULL && value[0] == '\0')
        reader_error(reader, attribute, MESSAGE_EMPTY_VALUE, "an empty \"%s\"", attribute);
    return refer(reading, reader, field, attribute, value, value != NULL ? strlen(value) : 0,
                 index, target);
}

/* The next of the ids that white space parts; NULL at the end. */
static const char *next_id(const char *list, size_t *length)
{
    list += strspn(list, " \t\r\n");
    *length = strcspn(list, " \t\r\n");
    return *length > 0 ? list : NULL;
}

/* Whether LIST is not what its COUNT ids, LENGTH bytes in all, are with a blank between them. */
static bool is_spaced(const char *list, size_t count, size_t length)
{
    return count == 0 || list[length + count - 1] != '\0' ||
           (count > 1 && strpbrk(list, "\t\r\n") != NULL);
}

static enum status add_ends(struct reading *reading, struct reader *reader, unsigned attribute,
                            const char *list, size_t *count)
{
    const char *name = relation_attributes[attribute];
    *count = 0;
    if (list == NULL)
        return STATUS_OK;
    size_t length, total = 0;
    struct network *network = reading->network;
    for (const char *id = list; (id = next_id(id, &length)) != NULL; id += length) {
        uint32_t target;
        total += length;
        TRY(refer(reading, reader, REFERENCE_END, name, id, length, network->ends.count,
                  &target));
        TRY(network_add_end(network, target));
        if (!reader_within(reader, ++*count, reading->limits->ends, "ends of one relation",
                           "limit-ends"))
            return STATUS_INVALID;
    }
    if (*count == 0)
        reader_error(reader, name, MESSAGE_EMPTY_VALUE, "\"%s\" names nobody", name);
    return is_spaced(list, *count, total) ? keep_spelling(reading, attribute, list) : STATUS_OK;
}

static enum status start_root(struct reading *reading, struct reader *reader,
                              const char *const values[])
{
    TRY(take_language(reading, reader, ROOT_LANGUAGE, values[ROOT_LANGUAGE],
                      &reading->network->language));
    return take_date(reading, reader, "as-of", values[ROOT_AS_OF], &reading->network->as_of);
}

static enum status start_source(struct reading *reading, struct reader *reader,
                                const char *const values[])
{
    struct network *network = reading->network;
    struct network_source source = {.line = reader_place(reader, NULL).line};
    size_t index = network->sources.count;
    TRY(take_source_id(reading, reader, values[SOURCE_ID], &source.id));
    TRY(refer_whole(reading, reader, REFERENCE_SPEAKER, "actor", values[SOURCE_ACTOR], index,
                    &source.actor));
    TRY(refer_whole(reading, reader, REFERENCE_VIA, "via", values[SOURCE_VIA], index,
                    &source.via));
    TRY(refer_whole(reading, reader, REFERENCE_BASIS, "basis", values[SOURCE_BASIS], index,
                    &source.basis));
    source.anonymous =
        choose(reader, "anonymous", &vocabulary_answers, values[SOURCE_ANONYMOUS], 0) == 1;
    source.anonymous_given = values[SOURCE_ANONYMOUS] != NULL;
    const char *letter = values[SOURCE_RELIABILITY];
    if (letter != NULL && (letter[0] < 'A' || letter[0] > 'F' || letter[1] != '\0'))
        reader_error(reader, "reliability", MESSAGE_INVALID_VALUE,
                     "the reliability \"%s\" is not a letter from A to F", letter);
    source.reliability = letter != NULL ? letter[0] : '\0';
    TRY(take_date(reading, reader, "date", values[SOURCE_DATE], &source.date));
    TRY(take_address(reading, reader, SOURCE_HREF, values[SOURCE_HREF], &source.href));
    return network_add_source(network, &source);
}

static enum status start_actor(struct reading *reading, struct reader *reader,
                               enum vertex_kind kind, const char *const values[])
{
    struct network *network = reading->network;
    struct network_vertex vertex = {.kind = kind, .line = reader_place(reader, NULL).line};
    TRY(take_id(reading, reader, values[ACTOR_ID], &vertex.id));
    TRY(refer_whole(reading, reader, REFERENCE_PARENT, "parent", values[ACTOR_PARENT],
                    network->vertices.count, &vertex.parent));
    TRY(take_address(reading, reader, ACTOR_HREF, values[ACTOR_HREF], &vertex.href));
    return network_add_vertex(network, &vertex, NULL);
}

static enum status add_participants(struct reading *reading, struct reader *reader,
                                    const char *list, struct network_event *event)
{
    struct network *network = reading->network;
    size_t length, total = 0;
    event->first_participant = (uint32_t)network->participants.count;
    for (const char *id = list; id != NULL && (id = next_id(id, &length)) != NULL; id += length) {
        uint32_t target;
        total += length;
        TRY(refer(reading, reader, REFERENCE_PARTICIPANT, "participants", id, length,
                  network->participants.count, &target));
        TRY(network_add_participant(network, target));
        if (!reader_within(reader, ++event->participant_count, reading->limits->ends,
                           "participants of one event", "limit-ends"))
            return STATUS_INVALID;
    }
    return list != NULL && is_spaced(list, event->participant_count, total)
               ? keep_spelling(reading, EVENT_PARTICIPANTS, list)
               : STATUS_OK;
}

static enum status start_event(struct reading *reading, struct reader *reader,
                               const char *const values[])
{
    struct network_vertex vertex = {
        .kind = KIND_EVENT, .line = reader_place(reader, NULL).line, .parent = NETWORK_NONE};
    struct network_event event = {.when = NETWORK_NONE};
    TRY(take_id(reading, reader, values[EVENT_ID], &vertex.id));
    TRY(take_address(reading, reader, EVENT_HREF, values[EVENT_HREF], &vertex.href));
    TRY(take_date(reading, reader, "when", values[EVENT_WHEN], &event.when));
    TRY(take_text(reading, EVENT_PLACE, values[EVENT_PLACE], &event.place));
    TRY(add_participants(reading, reader, values[EVENT_PARTICIPANTS], &event));
    return network_add_vertex(reading->network, &vertex, &event);
}

/* The form's words are open: an unknown one is drawn as it stands, but may be a slip. */
static enum status take_form(struct reading *reading, struct reader *reader,
                             enum relation_type type, const char *value, uint32_t *form)
{
    const struct vocabulary *forms = relation_type_forms(type);
    TRY(take_text(reading, RELATION_FORM, value, form));
    if (value == NULL || forms->count == 0 || vocabulary_find(forms, value) >= 0)
        return STATUS_OK;
    const char *nearest = vocabulary_nearest(forms, value);
    if (nearest != NULL)
        reader_warning(reader, "form", MESSAGE_UNKNOWN_FORM,
                       "\"%s\" is no known %s; did you mean \"%s\"?", value, forms->what,
                       nearest);
    else
        reader_warning(reader, "form", MESSAGE_UNKNOWN_FORM, "\"%s\" is no known %s", value,
                       forms->what);
    return STATUS_OK;
}

static unsigned default_phase(const struct network *network, uint32_t when)
{
    const struct date *date = network_date(network, when);
    const struct date *as_of = network_date(network, network->as_of);
    bool ended = date != NULL && as_of != NULL && date_ended_before(date, as_of);
    return ended ? PHASE_PAST : PHASE_CURRENT;
}

/* Whether what stands at INDEX stands before it too. */
static bool stands_before(const uint32_t *vertices, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (vertices[i] == vertices[index])
            return true;
    return false;
}

/* Where the relation leads: an actor once, and a mediator to two parties at least. */
static void check_ends(const struct reading *reading, struct reader *reader,
                       enum relation_type type, size_t parties)
{
    const struct network *network = reading->network;
    if (parties == 0)
        return;
    const uint32_t *to = network->ends.items + network->ends.count - parties;
    unsigned needed = relation_type_parties(type);
    if (parties < needed)
        reader_error(reader, "to", MESSAGE_WRONG_ENDS, "a %s needs at least %u parties in \"to\"",
                     vocabulary_types.words[type], needed);
    for (size_t i = 0; i < parties; i++)
        if (to[i] != NETWORK_NONE && stands_before(to, i))
            reader_error(reader, "to", MESSAGE_WRONG_ENDS, "\"%s\" stands twice in \"to\"",
                         network_text(network, network->vertices.items[to[i]].id));
}

static enum status add_relation_ends(struct reading *reading, struct reader *reader,
                                     enum relation_type type, const char *const values[])
{
    size_t from, to;
    TRY(add_ends(reading, reader, RELATION_FROM, values[RELATION_FROM], &from));
    if (from > 1)
        reader_error(reader, "from", MESSAGE_WRONG_ENDS,
                     "\"from\" names %zu actors; a relation starts at one", from);
    TRY(add_ends(reading, reader, RELATION_TO, values[RELATION_TO], &to));
    check_ends(reading, reader, type, to);
    const struct network *network = reading->network;
    if (from != 1 || to == 0)
        return STATUS_OK;
    const uint32_t *ends = network->ends.items + network->ends.count - to - from;
    for (size_t i = 1; i <= to; i++)
        if (ends[0] == ends[i] && ends[0] != NETWORK_NONE)
            reader_warning(reader, "to", MESSAGE_WRONG_ENDS,
                           "the relation leads from \"%s\" to itself",
                           network_text(network, network->vertices.items[ends[0]].id));
    return STATUS_OK;
}

static enum status take_extra(struct reading *reading, struct reader *reader,
                              const char *const values[], struct network_details *details)
{
    *details = (struct network_details){.event = NETWORK_NONE};
    TRY(refer_whole(reading, reader, REFERENCE_EVENT, "event", values[RELATION_EVENT],
                    reading->network->details.count, &details->event));
    TRY(take_text(reading, RELATION_PLACE, values[RELATION_PLACE], &details->place));
    return take_address(reading, reader, RELATION_HREF, values[RELATION_HREF], &details->href);
}

static void expect_ids(const struct strings *strings, const char *const values[])
{
    strings_expect(strings, values[RELATION_ID]);
    strings_expect(strings, values[RELATION_FROM]);
    strings_expect(strings, values[RELATION_TO]);
}

static enum status start_relation(struct reading *reading, struct reader *reader,
                                  enum relation_type type, const char *const values[])
{
    struct network *network = reading->network;
    struct network_relation relation = {.type = type, .line = reader_place(reader, NULL).line};
    struct network_details details;
    expect_ids(&network->strings, values);
    TRY(take_id(reading, reader, values[RELATION_ID], &relation.id));
    strings_expect_more(&network->strings, values[RELATION_FROM]);
    strings_expect_more(&network->strings, values[RELATION_TO]);
    TRY(take_form(reading, reader, type, values[RELATION_FORM], &relation.form));
    TRY(take_date(reading, reader, "when", values[RELATION_WHEN], &relation.when));
    relation.mutual = choose(reader, "mutual", &vocabulary_answers, values[RELATION_MUTUAL],
                             relation_type_is_mutual(type)) &
                      1;
    relation.weight = choose_digit(reader, "weight", values[RELATION_WEIGHT], '1', '5', 3) & 7;
    relation.sign = choose(reader, "sign", &vocabulary_signs, values[RELATION_SIGN],
                           relation_type_sign(type)) &
                    3;
    relation.tier =
        choose(reader, "tier", &vocabulary_tiers, values[RELATION_TIER], TIER_CORE) & 3;
    relation.phase = choose(reader, "phase", &vocabulary_phases, values[RELATION_PHASE],
                            default_phase(network, relation.when)) &
                     3;
    relation.mutual_given = values[RELATION_MUTUAL] != NULL;
    relation.weight_given = values[RELATION_WEIGHT] != NULL;
    relation.sign_given = values[RELATION_SIGN] != NULL;
    relation.tier_given = values[RELATION_TIER] != NULL;
    relation.phase_given = values[RELATION_PHASE] != NULL;
    TRY(take_extra(reading, reader, values, &details));
    bool plain = values[RELATION_EVENT] == NULL && details.place == 0 && details.href == 0;
    TRY(network_add_relation(network, &relation, plain ? NULL : &details));
    return add_relation_ends(reading, reader, type, values);
}

static enum status start_claim(struct reading *reading, struct reader *reader,
                               const char *const values[])
{
    struct network *network = reading->network;
    struct network_claim claim = {.note = 0};
    TRY(refer_whole(reading, reader, REFERENCE_CLAIMANT, "by", values[CLAIM_BY],
                    network->claims.count, &claim.by));
    claim.stance = choose(reader, "stance", &vocabulary_stances, values[CLAIM_STANCE], 0) & 3;
    claim.hedged = choose(reader, "hedged", &vocabulary_answers, values[CLAIM_HEDGED], 0) & 1;
    claim.hedged_given = values[CLAIM_HEDGED] != NULL;
    claim.credibility =
        choose_digit(reader, "credibility", values[CLAIM_CREDIBILITY], '1', '6', 0) & 7;
    TRY(take_date(reading, reader, "date", values[CLAIM_DATE], &claim.date));
    TRY(take_text(reading, CLAIM_AT, values[CLAIM_AT], &claim.at));
    TRY(take_address(reading, reader, CLAIM_HREF, values[CLAIM_HREF], &claim.href));
    return network_add_claim(network, &claim);
}

/* An element that holds a text: its language, and a name's short form. */
static enum status start_text(struct reading *reading, struct reader *reader, enum rule rule,
                              const char *const values[])
{
    reading->place = reader_place(reader, NULL);
    TRY(take_language(reading, reader, TEXT_LANGUAGE, values[TEXT_LANGUAGE], &reading->language));
    return take_text(reading, NAME_SHORT, rule == RULE_NAME ? values[NAME_SHORT] : NULL,
                     &reading->brief);
}

static bool is_owner(enum rule rule)
{
    return rule == RULE_SOURCE || rule == RULE_EVENT || grammar_is_actor(rule) ||
           grammar_is_relation(rule);
}

/* The present source, vertex or relation is the newest of its kind. */
#define NEWEST(array) ((array).items[(array).count - 1])

static size_t newest_claims(const struct network *network)
{
    return network->claims.count - NEWEST(network->relations).first_claim;
}

static size_t newest_names(const struct reading *reading)
{
    return reading->owner == RULE_SOURCE ? NEWEST(reading->network->sources).name_count
                                         : NEWEST(reading->network->vertices).name_count;
}

/* Whether there is room for another element of RULE. */
static bool is_within(const struct reading *reading, struct reader *reader, enum rule rule)
{
    const struct network *network = reading->network;
    const struct reader_limits *limits = reading->limits;
    if (grammar_is_relation(rule))
        return reader_within(reader, network->relations.count + 1, limits->relations, "relations",
                             "limit-relations");
    if (rule == RULE_CLAIM)
        return reader_within(reader, newest_claims(network) + 1, limits->claims,
                             "claims on one relation", "limit-claims");
    if (rule == RULE_NAME || rule == RULE_ALIAS)
        return reader_within(reader, newest_names(reading) + 1, limits->names,
                             "names of one element", "limit-names");
    if (rule == RULE_SOURCE || rule == RULE_EVENT || grammar_is_actor(rule))
        return reader_within(reader, network->vertices.count + network->sources.count + 1,
                             limits->actors, "actors, events and sources", "limit-actors");
    return true;
}

/* Where an element of RULE that begins will be in the network. */
static struct trivia_element next_element(const struct network *network, enum rule rule)
{
    const struct trivia_element lists = {TRIVIA_LIST, (uint32_t)(rule - RULE_SOURCES)};
    if (grammar_is_relation(rule))
        return (struct trivia_element){TRIVIA_RELATION, (uint32_t)network->relations.count};
    if (grammar_is_actor(rule) || rule == RULE_EVENT)
        return (struct trivia_element){TRIVIA_VERTEX, (uint32_t)network->vertices.count};
    switch (rule) {
    case RULE_NETWORK: return (struct trivia_element){TRIVIA_ROOT, 0};
    case RULE_TITLE:
        return (struct trivia_element){TRIVIA_TITLE, (uint32_t)network->titles.count};
    case RULE_DESCRIPTION:
        return (struct trivia_element){TRIVIA_DESCRIPTION, (uint32_t)network->descriptions.count};
    case RULE_SOURCES:
    case RULE_ACTORS:
    case RULE_EVENTS:
    case RULE_RELATIONS: return lists;
    case RULE_SOURCE:
        return (struct trivia_element){TRIVIA_SOURCE, (uint32_t)network->sources.count};
    case RULE_NAME:
    case RULE_ALIAS: return (struct trivia_element){TRIVIA_NAME, (uint32_t)network->names.count};
    case RULE_CLAIM:
        return (struct trivia_element){TRIVIA_CLAIM, (uint32_t)network->claims.count};
    default: return (struct trivia_element){TRIVIA_REMARK, (uint32_t)network->remarks.count};
    }
}

/* Comments between elements are before the one that begins next, or at the end of the one that
   ends next. */
static void place_comments(struct reading *reading, struct trivia_element element, bool before)
{
    struct trivia *trivia = &reading->network->trivia;
    for (; reading->placed < trivia->comments.count; reading->placed++) {
        trivia->comments.items[reading->placed].element = element;
        trivia->comments.items[reading->placed].before = before;
    }
}

static enum status comment(void *context, size_t rule, const struct reader_comment *comment)
{
    struct reading *reading = context;
    struct network *network = reading->network;
    struct trivia_comment kept = {.element = reading->element,
                                  .offset = (uint32_t)comment->offset,
                                  .instruction = comment->instruction};
    TRY(strings_add(&network->strings, comment->text, strlen(comment->text), &kept.text));
    TRY(trivia_add_comment(&network->trivia, &kept));
    if (rule < RULES && grammar_rules[rule].text)
        reading->placed = network->trivia.comments.count;
    return STATUS_OK;
}

static enum status start_list(struct network *network, enum network_list list)
{
    network->lists[list] = true;
    return STATUS_OK;
}

static enum status start(void *context, struct reader *reader, size_t index,
                         const char *const values[])
{
    struct reading *reading = context;
    enum rule rule = (enum rule)index;
    if (is_owner(rule))
        reading->owner = rule;
    if (!is_within(reading, reader, rule))
        return STATUS_INVALID;
    reading->element = next_element(reading->network, rule);
    place_comments(reading, reading->element, true);
    if (grammar_is_actor(rule))
        return start_actor(reading, reader, grammar_kind(rule), values);
    if (grammar_is_relation(rule))
        return start_relation(reading, reader, grammar_type(rule), values);
    switch (rule) {
    case RULE_NETWORK: return start_root(reading, reader, values);
    case RULE_SOURCE: return start_source(reading, reader, values);
    case RULE_EVENT: return start_event(reading, reader, values);
    case RULE_CLAIM: return start_claim(reading, reader, values);
    case RULE_SOURCES:
    case RULE_ACTORS:
    case RULE_EVENTS:
    case RULE_RELATIONS:
        return start_list(reading->network, (enum network_list)(rule - RULE_SOURCES));
    default: return start_text(reading, reader, rule, values);
    }
}

static enum status end_name(struct reading *reading, const char *text, bool alias)
{
    struct network *network = reading->network;
    struct network_name name = {
        .brief = reading->brief, .language = reading->language, .alias = alias};
    TRY(strings_add(&network->strings, text, strlen(text), &name.text));
    if (reading->owner == RULE_SOURCE)
        NEWEST(network->sources).name_count++;
    else
        NEWEST(network->vertices).name_count++;
    return network_add_name(network, &name);
}

/* A relation has details only once it has something to keep there. */
static enum status need_details(struct network *network, struct network_details **details)
{
    struct network_relation *relation = &NEWEST(network->relations);
    if (relation->details == NETWORK_NONE) {
        ARRAY_ROOM(&network->details, 1);
        relation->details = (uint32_t)network->details.count;
        network->details.items[network->details.count++] = (struct network_details){
            .event = NETWORK_NONE, .first_remark = (uint32_t)network->remarks.count};
    }
    *details = &network->details.items[relation->details];
    return STATUS_OK;
}

/* Adds a remark about the present source, vertex or relation. */
static enum status add_remark(struct reading *reading, enum network_remark_kind kind,
                              const char *text, uint32_t *number)
{
    struct network *network = reading->network;
    struct network_remark remark = {.language = reading->language, .kind = kind & 3};
    struct network_details *details;
    TRY(strings_add(&network->strings, text, strlen(text), &remark.text));
    *number = remark.text;
    if (grammar_is_relation(reading->owner)) {
        TRY(need_details(network, &details));
        details->remark_count++;
        remark.place = newest_claims(network) & 0x3fffffff;
    } else {
        ++*(reading->owner == RULE_SOURCE ? &NEWEST(network->sources).remark_count
                                          : &NEWEST(network->vertices).remark_count);
        remark.place = newest_names(reading) & 0x3fffffff;
    }
    return network_add_remark(network, &remark);
}

/* Several notes are one for most readers of the network, a line each. */
static enum status end_note(struct reading *reading, struct reader *reader, const char *text)
{
    uint32_t note;
    TRY(add_remark(reading, REMARK_NOTE, text, &note));
    if (reading->note == 0) {
        reading->note = note;
        return STATUS_OK;
    }
    if (reading->notes.length == 0)
        buffer_text(&reading->notes, network_text(reading->network, reading->note));
    buffer_char(&reading->notes, '\n');
    buffer_text(&reading->notes, text);
    if (!reader_within(reader, reading->notes.length, reading->limits->text, "bytes of notes",
                       "limit-text"))
        return STATUS_INVALID;
    return buffer_status(&reading->notes);
}

static enum status set_note(struct reading *reading, uint32_t note)
{
    struct network *network = reading->network;
    struct network_details *details;
    if (grammar_is_relation(reading->owner)) {
        TRY(need_details(network, &details));
        details->note = note;
    } else if (reading->owner == RULE_SOURCE) {
        NEWEST(network->sources).note = note;
    } else {
        NEWEST(network->vertices).note = note;
    }
    return STATUS_OK;
}

static enum status keep_notes(struct reading *reading)
{
    uint32_t note = reading->note;
    reading->note = 0;
    if (note == 0)
        return STATUS_OK;
    if (reading->notes.length > 0)
        TRY(strings_add(&reading->network->strings, reading->notes.bytes, reading->notes.length,
                        &note));
    reading->notes.length = 0;
    return set_note(reading, note);
}

static enum status end_heading(struct reading *reading, enum rule rule, const char *text)
{
    struct network_name heading = {.language = reading->language};
    TRY(strings_add(&reading->network->strings, text, strlen(text), &heading.text));
    if (rule == RULE_TITLE)
        return network_add_title(reading->network, &heading);
    return network_add_description(reading->network, &heading);
}

/* A role or an outcome may be there in several languages; the first is the dataset's own. */
static enum status end_remark(struct reading *reading, enum network_remark_kind kind,
                              const char *text, uint32_t *first)
{
    uint32_t number;
    TRY(add_remark(reading, kind, text, &number));
    if (*first == 0)
        *first = number;
    return STATUS_OK;
}

static enum status end_text(struct reading *reading, struct reader *reader, enum rule rule,
                            const char *text)
{
    struct network *network = reading->network;
    if (text[0] == '\0') {
        messages_error(reader_messages(reader), &reading->place, MESSAGE_EMPTY_VALUE,
                       "an empty <%s>", grammar_rules[rule].name);
        return STATUS_INVALID;
    }
    switch (rule) {
    case RULE_NAME: return end_name(reading, text, false);
    case RULE_ALIAS: return end_name(reading, text, true);
    case RULE_NOTE: return end_note(reading, reader, text);
    case RULE_ROLE:
        return end_remark(reading, REMARK_ROLE, text, &NEWEST(network->vertices).role);
    case RULE_OUTCOME:
        return end_remark(reading, REMARK_OUTCOME, text, &NEWEST(network->events).outcome);
    default: return end_heading(reading, rule, text);
    }
}

static enum status end_claim(struct network *network, const char *text)
{
    return text[0] == '\0' ? STATUS_OK
                           : strings_add(&network->strings, text, strlen(text),
                                         &NEWEST(network->claims).note);
}

/* The end of an element that holds elements. */
static enum status end_whole(struct reading *reading, enum rule rule)
{
    struct trivia_element element = next_element(reading->network, rule);
    bool owner = is_owner(rule);
    if (owner)
        element.index--;
    place_comments(reading, element, false);
    return owner ? keep_notes(reading) : STATUS_OK;
}

static enum status end(void *context, struct reader *reader, size_t index, const char *text)
{
    struct reading *reading = context;
    enum rule rule = (enum rule)index;
    if (rule == RULE_CLAIM)
        return end_claim(reading->network, text);
    if (grammar_rules[rule].text)
        return end_text(reading, reader, rule, text);
    return end_whole(reading, rule);
}

static enum status worse(enum status a, enum status b)
{
    return a > b ? a : b;
}

/* What can be judged only when all is read. Where there are FAULTS already, actors may be missing
   because they were passed over. */
static enum status conclude(struct reading *reading, bool faults, const char *path,
                            struct messages *messages)
{
    struct network *network = reading->network;
    place_comments(reading, (struct trivia_element){TRIVIA_DOCUMENT, 0}, false);
    enum status status = references_resolve(&reading->references, network, messages);
    status = worse(status, consistency_check(network, reading->limits->chain, path, messages));
    status = worse(status, confusable_check(network, path, messages));
    if (network->vertices.count == network->events.count && !faults) {
        const struct place place = {path, 0, 0};
        messages_error(messages, &place, MESSAGE_NO_ACTORS, "the dataset has no actors");
        status = STATUS_INVALID;
    }
    return status;
}

enum status dataset_read(const char *path, const struct reader_limits *limits,
                         struct messages *messages, struct network **network)
{
    static const struct reader_grammar grammar = {
        "a dataset of entente", ATTRIBUTES_NAMESPACE, grammar_rules, RULES, start, end, comment};
    struct reading reading = {.limits = limits};
    TRY(network_new(&reading.network));
    bool complete = false;
    enum status status = reader_read(path, &grammar, limits, &reading, messages, &complete);
    if (complete)
        status = worse(status, conclude(&reading, status != STATUS_OK, path, messages));
    references_clear(&reading.references);
    buffer_clear(&reading.notes);
    messages_rest(messages, path);
    if (status == STATUS_OK)
        *network = reading.network;
    else
        network_free(reading.network);
    return status;
}
