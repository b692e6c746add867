/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/memory/array.h"
#include "base/text/ascii.h"
#include "format/diagram/diagram_words.h"
#include "format/ftm/ftm_import.h"
#include "format/table/words.h"
#include "model/amount.h"

/* Only the authority of a sanction is a name and no entity. */
static bool is_sanction(const struct ftm_entity *entity)
{
    return entity->as_tie->type == TYPE_HOSTILITY;
}

void ftm_mark_ends(struct ftm_import *import, const struct ftm_entity *entity)
{
    for (uint32_t i = entity->first; i != GATHERED_NONE; i = import->values.items[i].next) {
        const struct ftm_value *value = &import->values.items[i];
        const char *property = ftm_string(import, value->property);
        if (strcmp(property, entity->as_tie->from) != 0 &&
            strcmp(property, entity->as_tie->to) != 0)
            continue;
        const uint32_t index = ftm_find(import, value->text);
        if (index != GATHERED_NONE)
            import->entities.items[index].needed = true;
    }
}

/* --- ends */

/* Actors; several if a property has several values. */
struct ends {
    uint32_t *items;
    size_t count, capacity;
};

/* Sets *ACTOR to the one called NAME, an authority. */
static enum status find_authority(struct ftm_import *import, uint32_t name, uint32_t *actor)
{
    struct buffer key = BUFFER_EMPTY;
    uint32_t text;
    buffer_format(&key, "authority %s", ftm_string(import, name));
    enum status status = buffer_status(&key);
    if (status == STATUS_OK)
        status = gathering_text(import->intake.gathering, buffer_string(&key), key.length, &text);
    buffer_clear(&key);
    TRY(status);
    TRY(gathering_actor(import->intake.gathering, text, actor));
    gathering_actor_at(import->intake.gathering, *actor)->name = name;
    return STATUS_OK;
}

/* Sets *NEW to whether ACTOR is not yet the end of ENTITY that PROPERTY says: entities that were
   merged are one. */
static enum status is_new_end(struct ftm_import *import, const struct ftm_entity *entity,
                              const char *property, uint32_t actor, bool *new)
{
    struct buffer key = BUFFER_EMPTY;
    uint32_t number;
    buffer_format(&key, "%s of %lx: %lx", property, (unsigned long)entity->id,
                  (unsigned long)actor);
    enum status status = buffer_status(&key);
    if (status == STATUS_OK)
        status = strings_intern(&import->seen, STRINGS_OFTEN, buffer_string(&key), key.length,
                                &number);
    buffer_clear(&key);
    TRY(status);
    *new = strings_value(&import->seen, number) == STRINGS_NO_VALUE;
    strings_set_value(&import->seen, number, 0);
    return STATUS_OK;
}

static enum status collect_ends(struct ftm_import *import, const struct ftm_entity *entity,
                                const char *property, bool by_name, struct ends *ends)
{
    for (uint32_t i = entity->first; i != GATHERED_NONE; i = import->values.items[i].next) {
        const struct ftm_value *value = &import->values.items[i];
        uint32_t actor = GATHERED_NONE;
        if (strcmp(ftm_string(import, value->property), property) != 0)
            continue;
        const uint32_t index = ftm_find(import, value->text);
        if (by_name)
            TRY(find_authority(import, value->text, &actor));
        else if (index != GATHERED_NONE)
            actor = import->entities.items[index].actor;
        if (actor == GATHERED_NONE) {
            losses_add(import->intake.input->losses, "ends of ties that the file does not have",
                       1);
            continue;
        }
        bool new;
        TRY(is_new_end(import, entity, property, actor, &new));
        if (!new)
            continue;
        ARRAY_RESERVE(ends, 1);
        ends->items[ends->count++] = actor;
    }
    return STATUS_OK;
}

/* --- the form */

/* Copies the role in small letters, as forms are written. */
static void copy_role(struct buffer *out, const char *role)
{
    const bool lower = ascii_is_all(role) && role[0] != '\0' && ascii_lower(role[1]) == role[1];
    for (; *role != '\0'; role++)
        buffer_char(out, lower && out->length == 0 ? ascii_lower(*role) : *role);
}

/* How ENTITY says what the tie is. */
struct manner {
    const char *rest; /* of the role, which is no form; or "" */
    bool reversed;
    bool denied; /* the role denies the tie: "no link" */
};

/* Takes the type and form of a tie that the role denies. */
static enum status set_denied(struct ftm_import *import, struct gathered_tie *tie,
                              const struct diagram_word *meaning, struct manner *manner)
{
    const enum relation_type type = tie->type;
    tie->type = meaning->type;
    tie->mutual = meaning->mutual;
    manner->reversed =
        meaning->reversed && type == TYPE_CONTACT /* others have ends with names */;
    manner->denied = true;
    return meaning->form != NULL ? intake_form(&import->intake, tie, meaning->form, &manner->rest)
                                 : STATUS_OK;
}

/* Whether WORD clearly denies a tie of TYPE, or of any if that is a contact. */
static bool is_denial(const char *word, enum relation_type type, struct diagram_word *meaning)
{
    return diagram_words_denial(word, meaning) &&
           (type == TYPE_CONTACT || meaning->type == type) &&
           relation_type_min_parties(meaning->type) == 1;
}

/* What of ENTITY says that something is not so, but not what; NULL: nothing. */
static const char *find_unclear(const struct ftm_import *import, const struct ftm_entity *entity)
{
    const struct ftm_tie_schema *schema = entity->as_tie;
    const char *status = ftm_string(import, ftm_first(import, entity, "status"));
    const char *role =
        schema->role != NULL ? ftm_string(import, ftm_first(import, entity, schema->role)) : "";
    struct meaning stance = MEANING_NONE;
    struct diagram_word meaning;
    if (*status != '\0' && words_find_stance(status, &stance) && stance.stance == STANCE_DENIES)
        return status;
    return words_deny(role) && !is_denial(role, schema->type, &meaning) &&
                   !diagram_words_tie(role, &meaning)
               ? role
               : NULL;
}

static enum status set_form(struct ftm_import *import, const struct ftm_entity *entity,
                            struct gathered_tie *tie, struct buffer *role, struct manner *manner)
{
    const struct ftm_tie_schema *schema = entity->as_tie;
    struct diagram_word meaning;
    const enum relation_type type = schema->type;
    tie->type = type;
    *manner = (struct manner){.rest = ""};
    if (schema->role != NULL)
        copy_role(role, ftm_string(import, ftm_first(import, entity, schema->role)));
    TRY(buffer_status(role));
    const char *word = buffer_string(role);
    if (*word == '\0')
        return schema->default_form != NULL
                   ? intake_text(&import->intake, schema->default_form, &tie->form)
                   : STATUS_OK;
    if (strcmp(word, vocabulary_types.words[type]) == 0) /* as entente writes it */
        return STATUS_OK;
    if (is_denial(word, type, &meaning))
        return set_denied(import, tie, &meaning, manner);
    if (type != TYPE_CONTACT)
        return intake_form(&import->intake, tie, word, &manner->rest);
    if (diagram_words_tie(word, &meaning) && relation_type_min_parties(meaning.type) == 1) {
        tie->type = meaning.type;
        tie->mutual = meaning.mutual;
        manner->reversed = meaning.reversed;
        return meaning.form != NULL
                   ? intake_form(&import->intake, tie, meaning.form, &manner->rest)
                   : STATUS_OK;
    }
    TRY(diagram_unmapped_word(&import->unmapped, word, &tie->type));
    return intake_form(&import->intake, tie, word, &manner->rest);
}

/* --- dates, shares and amounts */

/* Counts values of PROPERTY, a date, beside the first one, which counts. */
static void count_further(struct ftm_import *import, const struct ftm_entity *entity,
                          const char *property)
{
    for (uint32_t i = entity->first; i != GATHERED_NONE; i = import->values.items[i].next)
        import->further_dates +=
            !import->values.items[i].first &&
            strcmp(ftm_string(import, import->values.items[i].property), property) == 0;
}

static enum status set_when(struct ftm_import *import, const struct ftm_entity *entity,
                            struct gathered_tie *tie)
{
    static const char *const ended[] = {"ended", "past", "former", "inactive", "resigned"};
    const char *start = ftm_string(import, ftm_first(import, entity, "startDate"));
    const char *end = ftm_string(import, ftm_first(import, entity, "endDate"));
    const char *status = ftm_string(import, ftm_first(import, entity, "status"));
    const char *listed = ftm_string(import, ftm_first(import, entity, "listingDate"));
    bool past = false;
    count_further(import, entity, "startDate");
    count_further(import, entity, "endDate");
    if (*start == '\0')
        start = listed; /* on a list of sanctions */
    for (size_t i = 0; i < sizeof ended / sizeof *ended; i++)
        past = past || strcasecmp(status, ended[i]) == 0;
    if (*start == '\0' && *end == '\0')
        return intake_date(&import->intake, ftm_string(import, ftm_first(import, entity, "date")),
                           &tie->when);
    return intake_interval(&import->intake, start, end, past, entity->place, &tie->when);
}

/* A share is a number from 0 to 100, without the sign. */
static enum status set_share(struct ftm_import *import, const struct ftm_entity *entity,
                             struct gathered_tie *tie)
{
    const char *text = ftm_string(import, ftm_first(import, entity, "percentage"));
    char digits[16];
    double number;
    const size_t length = strcspn(text, "% ");
    if (tie->type != TYPE_OWNERSHIP || length == 0 || length >= sizeof digits)
        return STATUS_OK;
    memcpy(digits, text, length);
    digits[length] = '\0';
    return amount_parse(digits, &number) && number >= 0 && number <= 100
               ? intake_text(&import->intake, digits, &tie->share)
               : STATUS_OK;
}

static enum status add_amount(struct ftm_import *import, const struct ftm_entity *entity,
                              uint32_t tie, const char *property, const char *currency,
                              bool *used)
{
    const uint32_t value = ftm_first(import, entity, property);
    const uint32_t unit = ftm_first(import, entity, currency);
    double number;
    *used = value != 0 && amount_parse(ftm_string(import, value), &number);
    return *used ? gathering_tie_detail(import->intake.gathering, tie, DETAIL_AMOUNT, unit, value,
                                        0)
                 : STATUS_OK;
}

static enum status add_amounts(struct ftm_import *import, const struct ftm_entity *entity,
                               uint32_t tie, bool *amount, bool *shares)
{
    TRY(add_amount(import, entity, tie, "amount", "currency", amount));
    return add_amount(import, entity, tie, "sharesValue", "sharesCurrency", shares);
}

/* --- what else there is */

/* Whether the first value of PROPERTY has a place in the tie or its claims. */
static bool is_placed(const struct ftm_entity *entity, const struct gathered_tie *tie,
                      const char *property, bool amount, bool shares)
{
    static const char *const placed[] = {"startDate",    "endDate",     "publisher",
                                         "publisherUrl", "sourceUrl",   "recordId",
                                         "summary",      "description", "purpose"};
    const struct ftm_tie_schema *schema = entity->as_tie;
    for (size_t i = 0; i < sizeof placed / sizeof *placed; i++)
        if (strcmp(placed[i], property) == 0)
            return true;
    return strcmp(property, schema->from) == 0 || strcmp(property, schema->to) == 0 ||
           (schema->role != NULL && strcmp(property, schema->role) == 0) ||
           (tie->share != 0 && strcmp(property, "percentage") == 0) ||
           (tie->when != 0 && strcmp(property, "date") == 0) ||
           (amount && (strcmp(property, "amount") == 0 || strcmp(property, "currency") == 0)) ||
           (shares &&
            (strcmp(property, "sharesValue") == 0 || strcmp(property, "sharesCurrency") == 0));
}

static enum status add_rest(struct ftm_import *import, const struct ftm_entity *entity,
                            const struct gathered_tie *tie, uint32_t index, bool amount,
                            bool shares)
{
    for (uint32_t i = entity->first; i != GATHERED_NONE; i = import->values.items[i].next) {
        const struct ftm_value *value = &import->values.items[i];
        const char *property = ftm_string(import, value->property);
        const bool end = strcmp(property, entity->as_tie->from) == 0 ||
                         strcmp(property, entity->as_tie->to) == 0 ||
                         strcmp(property, "publisher") == 0;
        if (end || (value->first && is_placed(entity, tie, property, amount, shares)))
            continue;
        TRY(gathering_tie_detail(import->intake.gathering, index, DETAIL_ATTRIBUTE,
                                 value->property, value->text, 0));
    }
    return STATUS_OK;
}

/* --- claims */

static enum status add_claim(struct ftm_import *import, const struct ftm_entity *entity,
                             uint32_t tie, uint32_t source, enum claim_stance stance,
                             bool publisher)
{
    struct gathered_claim claim = {.stance = stance, .confidence = -1, .place = entity->place};
    TRY(gathering_source(import->intake.gathering, source, &claim.by));
    TRY(intake_date(&import->intake, ftm_string(import, entity->first_seen), &claim.date));
    claim.href = ftm_first(import, entity, "sourceUrl");
    claim.at = ftm_first(import, entity, "recordId");
    struct gathered_source *one = gathering_source_at(import->intake.gathering, claim.by);
    if (publisher && one->href == 0)
        one->href = ftm_first(import, entity, "publisherUrl");
    return gathering_claim(import->intake.gathering, tie, &claim, NULL);
}

static bool has_source(struct ftm_import *import, const struct ftm_entity *entity)
{
    return entity->first_dataset != GATHERED_NONE || ftm_first(import, entity, "publisher") != 0;
}

/* The publishers, or else the datasets, assert or deny the tie. */
static enum status add_claims(struct ftm_import *import, const struct ftm_entity *entity,
                              uint32_t tie, enum claim_stance stance)
{
    bool published = false;
    for (uint32_t i = entity->first; i != GATHERED_NONE; i = import->values.items[i].next) {
        const struct ftm_value *value = &import->values.items[i];
        if (strcmp(ftm_string(import, value->property), "publisher") != 0)
            continue;
        published = true;
        TRY(add_claim(import, entity, tie, value->text, stance, true));
    }
    for (uint32_t i = entity->first_dataset; i != GATHERED_NONE && !published;
         i = import->values.items[i].next)
        TRY(add_claim(import, entity, tie, import->values.items[i].text, stance, false));
    return STATUS_OK;
}

/* --- all */

/* The relative of a Family is what the form names, unless that is a child, to whom kinship leads.
 */
static void orient(struct ftm_import *import, const struct ftm_entity *entity,
                   struct gathered_tie *tie, const struct ends *from, const struct ends *to,
                   bool reversed)
{
    const bool swap = reversed || (tie->type == TYPE_KINSHIP &&
                                   ftm_names_target(ftm_string(import, tie->form)));
    tie->from = swap ? to->items : from->items;
    tie->to = swap ? from->items : to->items;
    tie->from_count = swap ? to->count : from->count;
    tie->to_count = swap ? from->count : to->count;
    if (tie->mutual < 0 && tie->type == TYPE_CONTACT && !entity->as_tie->mutual)
        tie->mutual = entity->as_tie->mutual;
}

static enum status set_note(struct ftm_import *import, const struct ftm_entity *entity,
                            struct gathered_tie *tie)
{
    static const char *const notes[] = {"summary", "description", "purpose"};
    for (size_t i = 0; i < sizeof notes / sizeof *notes && tie->note == 0; i++)
        tie->note = ftm_first(import, entity, notes[i]);
    return STATUS_OK;
}

static enum status add_tie(struct ftm_import *import, const struct ftm_entity *entity,
                           const struct ends *from, const struct ends *to, struct buffer *role)
{
    struct gathered_tie tie = GATHERED_TIE;
    const char *unclear = find_unclear(import, entity);
    struct manner manner;
    bool amount, shares;
    uint32_t index, scheme;
    if (unclear != NULL) {
        intake_report_denial(&import->intake, entity->place, unclear);
        return STATUS_OK;
    }
    TRY(set_form(import, entity, &tie, role, &manner));
    if (manner.denied && !has_source(import, entity)) {
        intake_report_denial(&import->intake, entity->place, buffer_string(role));
        return STATUS_OK;
    }
    TRY(set_when(import, entity, &tie));
    if (tie.when == INTAKE_FAULT)
        return STATUS_OK;
    TRY(set_share(import, entity, &tie));
    TRY(set_note(import, entity, &tie));
    orient(import, entity, &tie, from, to, manner.reversed);
    tie.place = entity->place;
    TRY(gathering_tie(import->intake.gathering, &tie, true, &index));
    TRY(intake_text(&import->intake, "followthemoney", &scheme));
    TRY(gathering_tie_detail(import->intake.gathering, index, DETAIL_IDENTIFIER, scheme,
                             entity->id, 0));
    TRY(intake_tie_detail(&import->intake, index, DETAIL_ATTRIBUTE, "role", manner.rest));
    TRY(add_amounts(import, entity, index, &amount, &shares));
    TRY(add_rest(import, entity, &tie, index, amount, shares));
    return add_claims(import, entity, index, manner.denied ? STANCE_DENIES : STANCE_ASSERTS);
}

enum status ftm_gather_tie(struct ftm_import *import, uint32_t number)
{
    const struct ftm_entity *entity = &import->entities.items[number];
    struct ends from = {NULL, 0, 0}, to = {NULL, 0, 0};
    struct buffer role = BUFFER_EMPTY;
    enum status status =
        collect_ends(import, entity, entity->as_tie->from, is_sanction(entity), &from);
    if (status == STATUS_OK)
        status = collect_ends(import, entity, entity->as_tie->to, false, &to);
    if (status == STATUS_OK && (from.count == 0 || to.count == 0))
        losses_add(import->intake.input->losses, "ties without both ends", 1);
    else if (status == STATUS_OK)
        status = add_tie(import, entity, &from, &to, &role);
    free(from.items);
    free(to.items);
    buffer_clear(&role);
    return status;
}
