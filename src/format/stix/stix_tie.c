/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <string.h>

#include "format/diagram/diagram.h"
#include "format/diagram/diagram_words.h"
#include "format/stix/stix_import.h"
#include "format/table/words.h"

bool stix_is_tie(struct stix_import *import, const struct stix_object *object)
{
    const struct stix_object *source =
        stix_find(import, intake_string(object->json, "source_ref"));
    const struct stix_object *target =
        stix_find(import, intake_string(object->json, "target_ref"));
    if (source == NULL || target == NULL)
        return false;
    return (source->role == STIX_ACTOR && target->role == STIX_ACTOR) ||
           (source->role == STIX_ACTOR && target->role == STIX_MEANS) ||
           (source->role == STIX_MEANS && target->role == STIX_ACTOR);
}

/* --- claims */

/* The name of who created OBJECT; "" if it isn't known. */
static const char *creator_of(struct stix_import *import, const json_t *object)
{
    const struct stix_object *creator =
        stix_find(import, intake_string(object, "created_by_ref"));
    return creator != NULL ? intake_string(creator->json, "name") : "";
}

static enum status add_claim(struct stix_import *import, uint32_t tie, const char *by,
                             struct gathered_claim *claim, const char *date)
{
    TRY(intake_source(&import->intake, by, &claim->by));
    struct date parsed;
    TRY(date_parse(date, &parsed) == DATE_VALID
            ? intake_text(&import->intake, date, &claim->date)
            : intake_date(&import->intake, date, &claim->date));
    return gathering_claim(import->intake.gathering, tie, claim, NULL);
}

/* When the claim that OBJECT is was made: when it was created, unless entente says more. */
static const char *date_of(const json_t *object)
{
    const char *key = STIX_OWN "date";
    return intake_string(object, json_object_get(object, key) != NULL ? key : "created");
}

/* What who agrees that the relationship OBJECT holds says of its tie. */
static enum claim_stance stance_on(const struct stix_object *object, enum claim_stance stance)
{
    if (!object->denied || (stance != STANCE_ASSERTS && stance != STANCE_DENIES))
        return stance;
    return stance == STANCE_ASSERTS ? STANCE_DENIES : STANCE_ASSERTS;
}

/* Who created the relationship asserts it. A confidence or a denial needs someone who has it. */
static enum status add_creator(struct stix_import *import, uint32_t tie,
                               const struct stix_object *object, int confidence)
{
    const char *name = creator_of(import, object->json);
    struct gathered_claim claim = {.stance = stance_on(object, STANCE_ASSERTS),
                                   .confidence = confidence,
                                   .place = object->place};
    if (*name == '\0' && confidence < 0 && !object->denied)
        return STATUS_OK;
    TRY(intake_text(&import->intake, intake_string(object->json, STIX_OWN "note"), &claim.note));
    TRY(add_claim(import, tie, *name != '\0' ? name : "Unnamed producer of the bundle", &claim,
                  date_of(object->json)));
    if (*name == '\0')
        gathering_source_at(import->intake.gathering, claim.by)->anonymous = true;
    return STATUS_OK;
}

/* What the relationship cites asserts it. */
static enum status add_citations(struct stix_import *import, uint32_t tie,
                                 const struct stix_object *object)
{
    const json_t *references = json_object_get(object->json, "external_references");
    for (size_t i = 0; i < json_array_size(references); i++) {
        const json_t *reference = json_array_get(references, i);
        const char *name = intake_string(reference, "source_name");
        struct gathered_claim claim = {.stance = stance_on(object, STANCE_ASSERTS),
                                       .confidence = -1,
                                       .place = object->place};
        if (*name == '\0')
            continue;
        TRY(intake_text(&import->intake, intake_string(reference, "url"), &claim.href));
        TRY(intake_text(&import->intake, intake_string(reference, "external_id"), &claim.at));
        TRY(intake_text(&import->intake, intake_string(reference, "description"), &claim.note));
        TRY(add_claim(import, tie, name, &claim, ""));
    }
    return STATUS_OK;
}

/* --- ties */

/* Takes the form: the word, unless it is one of our own exports, which have the form as their
   only label. */
static enum status set_form(struct stix_import *import, struct gathered_tie *tie,
                            const json_t *object, const char *word, const char **rest)
{
    const char *label = intake_item(object, "labels", 0);
    *rest = "";
    if (strcmp(word, stix_word_for(tie->type)) != 0)
        return intake_form(&import->intake, tie, word, rest);
    if (label != NULL && intake_item(object, "labels", 1) == NULL)
        return intake_form(&import->intake, tie, label, rest);
    return tie->type == TYPE_HOSTILITY ? intake_form(&import->intake, tie, word, rest)
                                       : STATUS_OK;
}

/* Sets the type and form of a tie that OBJECT denies. */
static enum status set_denied(struct stix_import *import, struct gathered_tie *tie,
                              const struct diagram_word *meaning, bool *reversed,
                              const char **rest)
{
    tie->type = meaning->type == TYPE_MEDIATION ? TYPE_CONTACT : meaning->type;
    tie->mutual = meaning->mutual;
    *reversed = meaning->reversed;
    return intake_form(&import->intake, tie, meaning->form != NULL ? meaning->form : "", rest);
}

/* The word of OBJECT that denies something unclear; NULL: there is none. */
static const char *find_unclear(const struct stix_object *object)
{
    const char *word = intake_string(object->json, "relationship_type");
    const char *label = intake_item(object->json, "labels", 0);
    struct stix_meaning known;
    struct diagram_word meaning;
    if (label != NULL && !diagram_words_tie(label, &meaning) && words_deny(label))
        return label;
    return !stix_meaning_of(word, &known) && !diagram_words_denial(word, &meaning) &&
                   words_deny(word)
               ? word
               : NULL;
}

static enum status set_type(struct stix_import *import, struct gathered_tie *tie,
                            const json_t *object, bool *reversed, const char **rest)
{
    const char *word = intake_string(object, "relationship_type");
    struct stix_meaning meaning;
    if (!stix_meaning_of(word, &meaning))
        TRY(diagram_unmapped_word(&import->unmapped, word, &meaning.type));
    if (meaning.type == TYPE_MEDIATION)
        meaning.type = TYPE_CONTACT; /* of one pair */
    tie->type = meaning.type;
    *reversed = meaning.reversed;
    if (meaning.mutual != relation_type_is_mutual(meaning.type))
        tie->mutual = meaning.mutual;
    return set_form(import, tie, object, word, rest);
}

/* Counts the property KEY of ours if there is one, unless it is VALID. */
static void check_own(const struct stix_import *import, const json_t *object, const char *key,
                      bool valid)
{
    const json_t *value = json_object_get(object, key);
    const bool empty = json_is_string(value) && json_string_length(value) == 0;
    losses_add(import->intake.input->losses,
               "invalid values of properties that begin with " STIX_OWN,
               value != NULL && !empty && !valid);
}

/* The word of LIST that the property KEY has; -1: none. */
static int word_of(const struct stix_import *import, const json_t *object, const char *key,
                   const struct vocabulary *list)
{
    const char *text = intake_string(object, key);
    const int word = *text != '\0' ? words_find_listed(list, text) : -1;
    check_own(import, object, key, word >= 0);
    return word;
}

static int weight_of(const struct stix_import *import, const json_t *object)
{
    const char *text = intake_string(object, STIX_OWN "weight");
    const bool valid = text[0] >= '1' && text[0] <= '5' && text[1] == '\0';
    check_own(import, object, STIX_OWN "weight", valid);
    return valid ? text[0] - '0' : 0;
}

/* Takes what entente has added. */
static enum status set_own(struct stix_import *import, struct gathered_tie *tie,
                           const json_t *object)
{
    const char *when = intake_string(object, STIX_OWN "when");
    const int mutual = word_of(import, object, STIX_OWN "mutual", &vocabulary_yes_no);
    struct date date;
    const bool dated = *when != '\0' && date_parse(when, &date) == DATE_VALID;
    tie->mutual = mutual >= 0 ? mutual : tie->mutual;
    tie->sign = word_of(import, object, STIX_OWN "sign", &vocabulary_signs);
    tie->tier = word_of(import, object, STIX_OWN "tier", &vocabulary_tiers);
    tie->phase = word_of(import, object, STIX_OWN "phase", &vocabulary_phases);
    tie->weight = weight_of(import, object);
    check_own(import, object, STIX_OWN "when", dated);
    if (dated)
        TRY(intake_text(&import->intake, when, &tie->when));
    TRY(intake_text(&import->intake, intake_string(object, STIX_OWN "place"), &tie->place_name));
    TRY(intake_text(&import->intake, intake_string(object, STIX_OWN "href"), &tie->href));
    return tie->type == TYPE_OWNERSHIP
               ? intake_text(&import->intake, intake_string(object, STIX_OWN "share"),
                             &tie->share)
               : STATUS_OK;
}

static enum status set_texts(struct stix_import *import, struct gathered_tie *tie,
                             const json_t *object)
{
    TRY(intake_text(&import->intake, intake_string(object, "description"), &tie->note));
    return intake_interval(&import->intake, intake_string(object, "start_time"),
                           intake_string(object, "stop_time"), false, tie->place, &tie->when);
}

enum status stix_gather_tie(struct stix_import *import, struct stix_object *object)
{
    const struct stix_object *source =
        stix_find(import, intake_string(object->json, "source_ref"));
    const struct stix_object *target =
        stix_find(import, intake_string(object->json, "target_ref"));
    struct gathered_tie tie = GATHERED_TIE;
    const char *rest, *unclear = find_unclear(object);
    struct diagram_word denied;
    bool reversed;
    int confidence;
    if (!intake_read_confidence(&import->intake, object->json, object->place, &confidence))
        return STATUS_OK;
    if (unclear != NULL) {
        intake_report_denial(&import->intake, object->place, unclear);
        return STATUS_OK;
    }
    object->denied =
        diagram_words_denial(intake_string(object->json, "relationship_type"), &denied);
    if (object->denied)
        TRY(set_denied(import, &tie, &denied, &reversed, &rest));
    else
        TRY(set_type(import, &tie, object->json, &reversed, &rest));
    tie.from = reversed ? &target->index : &source->index;
    tie.to = reversed ? &source->index : &target->index;
    tie.from_count = tie.to_count = 1;
    tie.place = object->place;
    TRY(set_texts(import, &tie, object->json));
    if (tie.when == INTAKE_FAULT)
        return STATUS_OK;
    TRY(set_own(import, &tie, object->json));
    TRY(gathering_tie(import->intake.gathering, &tie, true, &object->index));
    TRY(intake_tie_detail(&import->intake, object->index, DETAIL_IDENTIFIER, "stix",
                          intake_string(object->json, "id")));
    TRY(intake_tie_detail(&import->intake, object->index, DETAIL_ATTRIBUTE, "relationship",
                          rest));
    TRY(add_creator(import, object->index, object, confidence));
    return add_citations(import, object->index, object);
}

/* --- reports and opinions */

static enum status set_source(struct stix_import *import, uint32_t index, const json_t *report)
{
    const json_t *references = json_object_get(report, "external_references");
    uint32_t date, author, href, note;
    TRY(intake_date(&import->intake, intake_string(report, "published"), &date));
    TRY(intake_text(&import->intake, creator_of(import, report), &author));
    TRY(intake_text(&import->intake, intake_string(json_array_get(references, 0), "url"), &href));
    TRY(intake_text(&import->intake, intake_string(report, "description"), &note));
    struct gathered_source *source = gathering_source_at(import->intake.gathering, index);
    source->date = date;
    source->author = author;
    source->href = href;
    source->note = note;
    return STATUS_OK;
}

/* A report asserts the ties that it contains; others count as other reports. */
enum status stix_gather_report(struct stix_import *import, struct stix_object *object)
{
    const char *name = intake_string(object->json, "name"), *id;
    int confidence;
    if (!intake_read_confidence(&import->intake, object->json, object->place, &confidence))
        return STATUS_OK;
    for (size_t i = 0; (id = intake_item(object->json, "object_refs", i)) != NULL; i++) {
        const struct stix_object *tie = stix_find(import, id);
        if (tie == NULL || tie->role != STIX_RELATION || tie->index == GATHERED_NONE)
            continue;
        struct gathered_claim claim = {.stance = stance_on(tie, STANCE_ASSERTS),
                                       .confidence = confidence,
                                       .place = object->place};
        TRY(add_claim(import, tie->index, *name != '\0' ? name : "Report", &claim,
                      intake_string(object->json, "published")));
        if (object->index == GATHERED_NONE)
            TRY(set_source(import, claim.by, object->json));
        object->index = claim.by;
    }
    if (object->index == GATHERED_NONE)
        losses_add(import->intake.input->losses, "reports that contain no ties", 1);
    return STATUS_OK;
}

/* Sets the stance of what the standard calls an opinion; false: it knows no such opinion. */
static bool read_stance(const char *opinion, enum claim_stance *stance)
{
    static const struct {
        const char *opinion;
        enum claim_stance stance;
    } stances[] = {{"strongly-disagree", STANCE_DENIES},
                   {"disagree", STANCE_DENIES},
                   {"neutral", STANCE_QUALIFIES},
                   {"agree", STANCE_ASSERTS},
                   {"strongly-agree", STANCE_ASSERTS}};
    for (size_t i = 0; i < sizeof stances / sizeof *stances; i++)
        if (strcmp(stances[i].opinion, opinion) == 0) {
            *stance = stances[i].stance;
            return true;
        }
    return false;
}

/* Adds to TIE what each author of the opinion says; without authors, who created it. */
static enum status add_authors(struct stix_import *import, uint32_t tie, const json_t *opinion,
                               const struct gathered_claim *said)
{
    const char *creator = creator_of(import, opinion), *created = date_of(opinion);
    struct gathered_claim claim = *said;
    const char *author;
    for (size_t i = 0; (author = intake_item(opinion, "authors", i)) != NULL; i++)
        TRY(add_claim(import, tie, author, &claim, created));
    if (intake_item(opinion, "authors", 0) != NULL)
        return STATUS_OK;
    return add_claim(import, tie, *creator != '\0' ? creator : "Unnamed author of an opinion",
                     &claim, created);
}

/* Sets what an opinion says of any tie; false: that is not understood. */
static bool read_opinion(const struct stix_import *import, const struct stix_object *object,
                         struct gathered_claim *claim)
{
    const char *opinion = intake_string(object->json, "opinion");
    const int hedged = word_of(import, object->json, STIX_OWN "hedged", &vocabulary_yes_no);
    *claim = (struct gathered_claim){.hedged = hedged == 1, .place = object->place};
    if (!read_stance(opinion, &claim->stance)) {
        diagram_fault(
            import->intake.input, object->place,
            "unknown opinion \"%.100s\"; it must be strongly-disagree, disagree, neutral, "
            "agree or strongly-agree",
            opinion);
        return false;
    }
    return intake_read_confidence(&import->intake, object->json, object->place,
                                  &claim->confidence);
}

enum status stix_gather_opinion(struct stix_import *import, const struct stix_object *object)
{
    const json_t *references = json_object_get(object->json, "external_references");
    struct gathered_claim claim;
    const char *id;
    size_t others = 0;
    if (!read_opinion(import, object, &claim))
        return STATUS_OK;
    TRY(intake_text(&import->intake, intake_string(object->json, "explanation"), &claim.note));
    TRY(intake_text(&import->intake, intake_string(json_array_get(references, 0), "url"),
                    &claim.href));
    for (size_t i = 0; (id = intake_item(object->json, "object_refs", i)) != NULL; i++) {
        const struct stix_object *tie = stix_find(import, id);
        if (tie == NULL || tie->role != STIX_RELATION || tie->index == GATHERED_NONE)
            others++;
        else {
            struct gathered_claim said = claim;
            said.stance = stance_on(tie, claim.stance);
            TRY(add_authors(import, tie->index, object->json, &said));
        }
    }
    losses_add(import->intake.input->losses, "opinions on what is no tie", others);
    return STATUS_OK;
}
