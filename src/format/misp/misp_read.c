/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "format/diagram/diagram.h"
#include "format/diagram/diagram_unmapped.h"
#include "format/diagram/diagram_words.h"
#include "format/intake/intake.h"
#include "format/misp/misp.h"
#include "format/stix/stix_words.h"
#include "format/table/words.h"

static const char format[] = "a cluster of a MISP galaxy";

/* The source of members that begin with "cfr". */
static const char council[] = "Council on Foreign Relations";

enum { MOST_NAMES = 90 }; /* the limit on names is 100 */

struct misp {
    struct intake intake;
    struct diagram_unmapped unmapped;
    const json_t *root;
    struct gathered_place *places;
    uint32_t *actors; /* of the values; GATHERED_NONE: left out */
    size_t count;
    uint32_t cluster; /* the source */
    bool has_cluster;
    size_t references, elsewhere, structured;
};

bool misp_is_cluster(const json_t *value)
{
    const json_t *values = json_object_get(value, "values");
    return json_is_array(values) && *intake_string(value, "name") != '\0' &&
           (json_array_size(values) == 0 ||
            *intake_string(json_array_get(values, 0), "value") != '\0');
}

/* --- actors */

static enum vertex_kind kind_of(const struct misp *misp)
{
    const char *type = intake_string(misp->root, "type");
    return strcmp(type, "country") == 0       ? KIND_STATE
           : strcmp(type, "region") == 0      ? KIND_STATE
           : strstr(type, "movement") != NULL ? KIND_MOVEMENT
                                              : KIND_ORGANISATION;
}

static enum status add_synonyms(struct misp *misp, uint32_t actor, const json_t *meta)
{
    const char *synonym;
    for (size_t i = 0; (synonym = intake_item(meta, "synonyms", i)) != NULL; i++)
        if (i < MOST_NAMES)
            TRY(intake_actor_detail(&misp->intake, actor, DETAIL_ALIAS, "", synonym));
        else
            losses_add(misp->intake.input->losses, "further names", 1);
    return STATUS_OK;
}

/* Whether KEY of "meta" has a place of its own. */
static bool is_placed(const char *key)
{
    static const char *const placed[] = {"synonyms", "refs", "cfr-suspected-state-sponsor",
                                         "cfr-suspected-victims"};
    for (size_t i = 0; i < sizeof placed / sizeof *placed; i++)
        if (strcmp(placed[i], key) == 0)
            return true;
    return false;
}

static enum status add_number(struct misp *misp, uint32_t actor, const char *key,
                              json_int_t number)
{
    struct buffer digits = BUFFER_EMPTY;
    buffer_integer(&digits, number);
    enum status status = buffer_status(&digits);
    if (status == STATUS_OK)
        status = intake_actor_detail(&misp->intake, actor, DETAIL_ATTRIBUTE, key,
                                     buffer_string(&digits));
    buffer_clear(&digits);
    return status;
}

static enum status add_attribute(struct misp *misp, uint32_t actor, const char *key,
                                 const json_t *value)
{
    const char *item;
    if (json_is_integer(value))
        return add_number(misp, actor, key, json_integer_value(value));
    if (json_is_string(value))
        return intake_actor_detail(&misp->intake, actor, DETAIL_ATTRIBUTE, key,
                                   json_string_value(value));
    misp->structured += !json_is_array(value);
    for (size_t i = 0; i < json_array_size(value); i++) {
        item = json_string_value(json_array_get(value, i));
        misp->structured += item == NULL;
        if (item != NULL)
            TRY(intake_actor_detail(&misp->intake, actor, DETAIL_ATTRIBUTE, key, item));
    }
    return STATUS_OK;
}

static enum status add_meta(struct misp *misp, uint32_t actor, json_t *meta)
{
    const char *href = intake_item(meta, "refs", 0);
    const size_t references = json_array_size(json_object_get(meta, "refs"));
    uint32_t number;
    if (href != NULL) {
        TRY(intake_text(&misp->intake, href, &number));
        gathering_actor_at(misp->intake.gathering, actor)->href = number;
        misp->references += references - 1;
    }
    TRY(add_synonyms(misp, actor, meta));
    for (void *at = json_object_iter(meta); at != NULL; at = json_object_iter_next(meta, at))
        if (!is_placed(json_object_iter_key(at)))
            TRY(add_attribute(misp, actor, json_object_iter_key(at), json_object_iter_value(at)));
    return STATUS_OK;
}

/* Notes where the value with UUID is. */
static enum status note_uuid(struct misp *misp, const char *uuid, uint32_t index)
{
    uint32_t number;
    TRY(strings_intern(&misp->intake.ids, STRINGS_OFTEN, uuid, strlen(uuid), &number));
    if (number != 0 && strings_value(&misp->intake.ids, number) == STRINGS_NO_VALUE)
        strings_set_value(&misp->intake.ids, number, index);
    return STATUS_OK;
}

static enum status gather_value(struct misp *misp, size_t index, const json_t *value)
{
    const char *name = intake_string(value, "value"), *uuid = intake_string(value, "uuid");
    uint32_t text, actor, note;
    misp->actors[index] = GATHERED_NONE;
    if (*name == '\0') {
        diagram_fault(misp->intake.input, misp->places[index],
                      "a value of the cluster has no name; give it a \"value\"");
        return STATUS_OK;
    }
    TRY(intake_text(&misp->intake, name, &text));
    TRY(gathering_actor(misp->intake.gathering, text, &actor));
    TRY(intake_text(&misp->intake, intake_string(value, "description"), &note));
    misp->actors[index] = actor;
    struct gathered_actor *one = gathering_actor_at(misp->intake.gathering, actor);
    one->kind = kind_of(misp);
    one->kind_given = true;
    one->note = note;
    one->place = misp->places[index];
    if (*uuid != '\0')
        TRY(note_uuid(misp, uuid, (uint32_t)index));
    TRY(intake_actor_detail(&misp->intake, actor, DETAIL_IDENTIFIER, "misp", uuid));
    return add_meta(misp, actor, json_object_get(value, "meta"));
}

/* --- claims */

/* The words of the taxonomy estimative-language, with the middle of what each stands for (US
   Intelligence Community Directive 203), in percent. */
static const struct {
    const char *word;
    int confidence;
} likelihoods[] = {
    {"\"almost-no-chance\"", 3},     {"\"very-unlikely\"", 12}, {"\"unlikely\"", 32},
    {"\"roughly-even-chance\"", 50}, {"\"likely\"", 68},        {"\"very-likely\"", 88},
    {"\"almost-certain\"", 97},
};

static int confidence_of(const json_t *related)
{
    const char *tag;
    for (size_t i = 0; (tag = intake_item(related, "tags", i)) != NULL; i++)
        for (size_t j = 0; j < sizeof likelihoods / sizeof *likelihoods; j++)
            if (strncmp(tag, "estimative-language:", 20) == 0 &&
                strstr(tag, likelihoods[j].word) != NULL)
                return likelihoods[j].confidence;
    return -1;
}

/* The member "attribution-confidence", a number from 0 to 100, or a string with one; 50 means
   that it isn't known. */
static int attribution_of(const json_t *meta)
{
    const json_t *value = json_object_get(meta, "attribution-confidence");
    const char *text = intake_string(meta, "attribution-confidence");
    char *end;
    const long long number =
        json_is_integer(value) ? json_integer_value(value) : strtol(text, &end, 10);
    const bool valid = json_is_integer(value) || (*text != '\0' && *end == '\0');
    return valid && number >= 0 && number <= 100 && number != 50 ? (int)number : -1;
}

/* The cluster is the source of what no member attributes to others. */
static enum status find_cluster(struct misp *misp, uint32_t *source)
{
    struct buffer name = BUFFER_EMPTY;
    uint32_t author;
    if (misp->has_cluster) {
        *source = misp->cluster;
        return STATUS_OK;
    }
    buffer_format(&name, "MISP galaxy: %s", intake_string(misp->root, "name"));
    enum status status = buffer_status(&name);
    if (status == STATUS_OK)
        status = intake_source(&misp->intake, buffer_string(&name), source);
    name.length = 0;
    const char *text;
    for (size_t i = 0; (text = intake_item(misp->root, "authors", i)) != NULL; i++)
        buffer_format(&name, "%s%s", i > 0 ? "; " : "", text);
    if (status == STATUS_OK)
        status = buffer_status(&name);
    if (status == STATUS_OK)
        status = intake_text(&misp->intake, buffer_string(&name), &author);
    if (status == STATUS_OK)
        gathering_source_at(misp->intake.gathering, *source)->author = author;
    misp->cluster = *source;
    misp->has_cluster = true;
    buffer_clear(&name);
    return status;
}

/* --- ties */

struct misp_tie {
    uint32_t from, to;
    enum relation_type type;
    const char *form;
    bool mutual, hedged, denied;
    int confidence;
    uint32_t source;
    struct gathered_place place;
};

/* Two values that refer to each other are tied once, and a source asserts a tie once. */
static enum status add_tie(struct misp *misp, const struct misp_tie *said)
{
    struct gathered_tie tie = GATHERED_TIE;
    struct gathered_claim claim = {.by = said->source,
                                   .stance = said->denied ? STANCE_DENIES : STANCE_ASSERTS,
                                   .hedged = said->hedged,
                                   .confidence = said->confidence,
                                   .place = said->place};
    const size_t before = gathering_tie_count(misp->intake.gathering);
    const char *rest;
    uint32_t index;
    tie.from = &said->from;
    tie.to = &said->to;
    tie.from_count = tie.to_count = 1;
    tie.type = said->type;
    tie.place = said->place;
    if (said->mutual != relation_type_is_mutual(said->type))
        tie.mutual = said->mutual;
    TRY(intake_form(&misp->intake, &tie, said->form, &rest));
    TRY(gathering_tie(misp->intake.gathering, &tie, false, &index));
    if (gathering_tie_count(misp->intake.gathering) == before)
        return STATUS_OK;
    return gathering_claim(misp->intake.gathering, index, &claim, NULL);
}

/* "similar" and "overlaps" hold in both directions; the words of STIX mean what they do there. */
static enum status set_meaning(struct misp *misp, const char *word, struct misp_tie *tie)
{
    struct stix_meaning meaning;
    struct diagram_word denied;
    tie->form = word;
    if (strcmp(word, "similar") == 0 || strcmp(word, "overlaps") == 0) {
        tie->type = TYPE_CONTACT;
        tie->mutual = true;
        return STATUS_OK;
    }
    if (diagram_words_denial(word, &denied)) {
        meaning = (struct stix_meaning){denied.type, denied.reversed, denied.mutual == 1};
        tie->form = denied.form != NULL ? denied.form : "";
        tie->denied = true;
    } else if (!stix_meaning_of(word, &meaning))
        TRY(diagram_unmapped_word(&misp->unmapped, word, &meaning.type));
    tie->type = meaning.type;
    tie->mutual = meaning.mutual;
    if (meaning.reversed) {
        const uint32_t from = tie->from;
        tie->from = tie->to;
        tie->to = from;
    }
    return STATUS_OK;
}

static enum status gather_related(struct misp *misp, size_t index, const json_t *value)
{
    const json_t *list = json_object_get(value, "related");
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *related = json_array_get(list, i);
        const uint32_t number =
            strings_find(&misp->intake.ids, intake_string(related, "dest-uuid"));
        const uint32_t other =
            number != 0 ? strings_value(&misp->intake.ids, number) : STRINGS_NO_VALUE;
        if (other == STRINGS_NO_VALUE) {
            misp->elsewhere++;
            continue;
        }
        struct misp_tie tie = {.from = misp->actors[index],
                               .to = misp->actors[other],
                               .confidence = confidence_of(related),
                               .place = misp->places[index]};
        TRY(find_cluster(misp, &tie.source));
        const char *word = intake_string(related, "type");
        struct diagram_word denied;
        if (words_deny(word) && !diagram_words_denial(word, &denied)) {
            intake_report_denial(&misp->intake, tie.place, word);
            continue;
        }
        TRY(set_meaning(misp, word, &tie));
        if (tie.from != tie.to)
            TRY(add_tie(misp, &tie));
    }
    return STATUS_OK;
}

/* Sets *ACTOR to the one called NAME, a state if it is a country. */
static enum status find_named(struct misp *misp, const char *name, uint32_t *actor)
{
    uint32_t text;
    TRY(intake_text(&misp->intake, name, &text));
    TRY(gathering_actor(misp->intake.gathering, text, actor));
    struct gathered_actor *one = gathering_actor_at(misp->intake.gathering, *actor);
    if (!one->kind_given && words_is_country(name))
        one->kind = KIND_STATE;
    one->kind_given = true;
    return STATUS_OK;
}

/* Victims are countries, branches and companies alike. */
static enum status gather_victim(struct misp *misp, size_t index, const char *name)
{
    struct misp_tie tie = {.from = misp->actors[index],
                           .type = TYPE_HOSTILITY,
                           .form = "targets",
                           .hedged = true,
                           .confidence = -1,
                           .place = misp->places[index]};
    if (*name == '\0')
        return STATUS_OK;
    TRY(find_named(misp, name, &tie.to));
    TRY(intake_source(&misp->intake, council, &tie.source));
    return tie.from != tie.to ? add_tie(misp, &tie) : STATUS_OK;
}

static enum status gather_suspects(struct misp *misp, size_t index, const json_t *meta)
{
    const char *victim, *sponsor = intake_string(meta, "cfr-suspected-state-sponsor");
    for (size_t i = 0; (victim = intake_item(meta, "cfr-suspected-victims", i)) != NULL; i++)
        TRY(gather_victim(misp, index, victim));
    if (*sponsor == '\0' || strcmp(sponsor, "Unknown") == 0)
        return STATUS_OK;
    struct misp_tie tie = {.to = misp->actors[index],
                           .type = TYPE_LEADERSHIP,
                           .form = "sponsor",
                           .hedged = true,
                           .confidence = attribution_of(meta),
                           .place = misp->places[index]};
    TRY(find_named(misp, sponsor, &tie.from));
    TRY(intake_source(&misp->intake, council, &tie.source));
    return tie.from != tie.to ? add_tie(misp, &tie) : STATUS_OK;
}

/* --- all */

static enum status gather(struct misp *misp)
{
    const json_t *values = json_object_get(misp->root, "values");
    uint32_t title;
    TRY(intake_text(&misp->intake, intake_string(misp->root, "name"), &title));
    gathering_set_title(misp->intake.gathering, title);
    for (size_t i = 0; i < misp->count; i++)
        TRY(gather_value(misp, i, json_array_get(values, i)));
    for (size_t i = 0; i < misp->count; i++) {
        const json_t *value = json_array_get(values, i);
        if (misp->actors[i] == GATHERED_NONE)
            continue;
        TRY(gather_related(misp, i, value));
        TRY(gather_suspects(misp, i, json_object_get(value, "meta")));
    }
    return STATUS_OK;
}

static enum status prepare(struct misp *misp, const json_t *root, const char *bytes,
                           size_t length)
{
    if (!misp_is_cluster(root))
        return intake_foreign(misp->intake.input, format,
                              json_object_get(root, "icon") != NULL
                                  ? "it describes a galaxy; the actors are in the file of the "
                                    "same name in the folder clusters"
                                  : "it has no \"name\" and \"values\" with a \"value\" each");
    misp->root = root;
    misp->count = json_array_size(json_object_get(root, "values"));
    misp->places = calloc(misp->count + 1, sizeof *misp->places);
    misp->actors = calloc(misp->count + 1, sizeof *misp->actors);
    if (misp->places == NULL || misp->actors == NULL)
        return STATUS_MEMORY;
    intake_places(bytes, length, "values", misp->places, misp->count);
    return diagram_unmapped_init(&misp->unmapped, misp->intake.input);
}

static enum status convert(struct misp *misp, const json_t *root, const char *bytes,
                           size_t length, struct draft *draft)
{
    struct losses *losses = misp->intake.input->losses;
    TRY(prepare(misp, root, bytes, length));
    TRY(gather(misp));
    losses_add(losses, "references beyond the first of an actor", misp->references);
    losses_add(losses, "ties to values of other clusters", misp->elsewhere);
    losses_add(losses, "members with a structure of their own", misp->structured);
    TRY(diagram_unmapped_report(&misp->unmapped));
    return gathering_write(misp->intake.gathering, draft);
}

enum status misp_read_json(const struct exchange_input *input, const json_t *root,
                           const char *bytes, size_t length, struct draft *draft)
{
    struct misp misp = {.count = 0};
    enum status status = intake_init(&misp.intake, input);
    if (status == STATUS_OK)
        status = convert(&misp, root, bytes, length, draft);
    diagram_unmapped_clear(&misp.unmapped);
    intake_clear(&misp.intake);
    free(misp.places);
    free(misp.actors);
    return status;
}

enum status misp_read(const struct exchange_input *input, struct draft *draft)
{
    return intake_read(input, format, misp_read_json, draft);
}
