/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/telling.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory/bitset.h"
#include "base/text/utf8.h"
#include "model/evidence.h"
#include "model/nearest.h"
#include "model/period.h"
#include "query/parts.h"
#include "scene/changing.h"
#include "scene/sentence.h"

static const char setting[] = "as-told-by", everybody[] = "all";

/* The sources and the actors that a party consists of. */
struct party {
    const struct network *network;
    uint32_t *actors; /* vertices */
    size_t actor_count;
    struct bitset voices; /* sources */
};

/* What an id stands for: NETWORK_NONE where it is no such thing. */
struct member {
    uint32_t source, actor;
};

static struct member find_member(const struct network *network, const char *id)
{
    const struct network_entity entity = network_find(network, id);
    const bool actor = entity.what == ENTITY_VERTEX && !entity.event;
    return (struct member){network_find_source(network, id), actor ? entity.index : NETWORK_NONE};
}

/* Moves *AT past the first item of a list and returns a copy of it, which the caller frees; NULL:
   out of memory. At the end of the list, *AT becomes NULL. */
static char *take(const char **at, const char *separator)
{
    const size_t length = strcspn(*at, separator);
    char *item = strndup(*at, length);
    *at = (*at)[length] != '\0' ? *at + length + 1 : NULL;
    return item;
}

static char *take_id(const char **at)
{
    return take(at, ",");
}

static void report_unknown(const struct network *network, const char *id,
                           struct messages *messages)
{
    const char *nearest = network_nearest(network, NETWORK_SOURCES, id);
    if (nearest == NULL)
        nearest = network_nearest(network, NETWORK_VERTICES, id);
    if (nearest != NULL)
        messages_setting_error(messages, setting, MESSAGE_UNKNOWN_ID,
                               "unknown source or actor \"%s\"; did you mean \"%s\"?", id,
                               nearest);
    else
        messages_setting_error(messages, setting, MESSAGE_UNKNOWN_ID,
                               "unknown source or actor \"%s\"", id);
}

static enum status check_id(const struct network *network, const char *id,
                            struct messages *messages)
{
    const struct member member = find_member(network, id);
    if (member.source != NETWORK_NONE || member.actor != NETWORK_NONE)
        return STATUS_OK;
    if (id[0] == '\0')
        messages_setting_error(messages, setting, MESSAGE_EMPTY_VALUE, "an id is empty");
    else if (strcmp(id, everybody) == 0)
        messages_setting_error(messages, setting, MESSAGE_INVALID_VALUE,
                               "\"all\" cannot be combined with ids");
    else if (network_find(network, id).what != ENTITY_NONE)
        messages_setting_error(messages, setting, MESSAGE_WRONG_KIND,
                               "\"%s\" is not a source or an actor", id);
    else
        report_unknown(network, id, messages);
    return STATUS_FAILURE;
}

static enum status check_ids(const struct network *network, const char *value,
                             struct messages *messages)
{
    enum status status = STATUS_OK;
    for (const char *at = value; at != NULL && status == STATUS_OK;) {
        char *id = take_id(&at);
        status = id != NULL ? check_id(network, id, messages) : STATUS_MEMORY;
        free(id);
    }
    return status;
}

static void add_member(struct party *party, const char *id)
{
    const struct member member = find_member(party->network, id);
    if (member.source != NETWORK_NONE && member.actor == NETWORK_NONE)
        bitset_add(&party->voices, member.source);
    if (member.actor != NETWORK_NONE)
        party->actors[party->actor_count++] = member.actor;
}

static enum status add_members(struct party *party, const char *value)
{
    for (const char *at = value; at != NULL;) {
        char *id = take_id(&at);
        if (id == NULL)
            return STATUS_MEMORY;
        add_member(party, id);
        free(id);
    }
    return STATUS_OK;
}

/* Adds the sources that are one of the party's actors, or a part of one. */
static enum status add_voices(struct party *party)
{
    const struct network *network = party->network;
    struct bitset parts = {NULL, 0};
    enum status status = parts_init(&parts, network, party->actors, party->actor_count, true);
    for (uint32_t i = 0; status == STATUS_OK && i < network->sources.count; i++)
        if (bitset_has(&parts, network->sources.items[i].actor))
            bitset_add(&party->voices, i);
    bitset_clear(&parts);
    return status;
}

static void party_clear(struct party *party)
{
    free(party->actors);
    bitset_clear(&party->voices);
}

/* Reads the ids of VALUE. The caller clears PARTY in any case. */
static enum status party_init(struct party *party, const struct network *network,
                              const char *value)
{
    *party = (struct party){.network = network,
                            .actors = malloc((strlen(value) + 1) * sizeof *party->actors)};
    if (party->actors == NULL)
        return STATUS_MEMORY;
    TRY(bitset_init(&party->voices, network->sources.count));
    TRY(add_members(party, value));
    return add_voices(party);
}

static bool has_voice(const struct party *party)
{
    for (size_t i = 0; i < party->network->sources.count; i++)
        if (bitset_has(&party->voices, i))
            return true;
    return false;
}

static enum status check_voices(const struct network *network, const char *value,
                                struct messages *messages)
{
    struct party party;
    enum status status = party_init(&party, network, value);
    if (status == STATUS_OK && !has_voice(&party)) {
        messages_setting_error(messages, setting, MESSAGE_WRONG_KIND,
                               "no source is \"%s\" or a part of it", value);
        status = STATUS_FAILURE;
    }
    party_clear(&party);
    return status;
}

static size_t count_parties(const char *value)
{
    size_t count = 1;
    for (; *value != '\0'; value++)
        count += *value == '/';
    return count;
}

static enum status check_party(const struct network *network, const char *value,
                               struct messages *messages)
{
    if (strcmp(value, everybody) == 0)
        return STATUS_OK;
    TRY(check_ids(network, value, messages));
    return check_voices(network, value, messages);
}

enum status telling_check(const struct network *network, const char *value,
                          struct messages *messages)
{
    enum status status = STATUS_OK;
    if (count_parties(value) > TELLINGS) {
        messages_setting_error(messages, setting, MESSAGE_INVALID_VALUE,
                               "a figure has room for at most %d panels", TELLINGS);
        return STATUS_FAILURE;
    }
    for (const char *at = value; at != NULL && status == STATUS_OK;) {
        char *party = take(&at, "/");
        status = party != NULL ? check_party(network, party, messages) : STATUS_MEMORY;
        free(party);
    }
    return status;
}

/* What claims say of a tie, together. */
struct sum {
    bool asserts, hedges; /* without and with reservations */
    bool denies, doubts;  /* likewise */
};

static void add_claim(struct sum *sum, const struct network_claim *claim)
{
    if (claim->stance == STANCE_ASSERTS)
        *(claim->hedged ? &sum->hedges : &sum->asserts) = true;
    if (claim->stance == STANCE_DENIES)
        *(claim->hedged ? &sum->doubts : &sum->denies) = true;
}

/* Whether CLAIM has reservations, but its source has none elsewhere. */
static bool is_unreserved_elsewhere(const struct scene *scene, uint32_t relation,
                                    const struct network_claim *claim)
{
    return claim->hedged && !evidence_is_hedged(scene->network, relation, scene->period,
                                                claim->by, (enum claim_stance)claim->stance);
}

/* Adds up the claims on RELATION: those of VOICES, or all if that is NULL; a source that says
   something with and without reservations says it without. */
static struct sum add_up(const struct scene *scene, uint32_t relation,
                         const struct bitset *voices)
{
    const struct network_claim *claim = NULL;
    struct sum sum = {.asserts = false};
    while ((claim = period_next_claim(scene->network, relation, scene->period, claim)) != NULL)
        if ((voices == NULL || bitset_has(voices, claim->by)) &&
            !is_unreserved_elsewhere(scene, relation, claim))
            add_claim(&sum, claim);
    return sum;
}

static enum evidence told_by_party(const struct sum *sum)
{
    const bool for_it = sum->asserts || sum->hedges, against = sum->denies || sum->doubts;
    if (for_it && against)
        return EVIDENCE_DISPUTED;
    if (for_it)
        return sum->asserts ? EVIDENCE_ASSERTED : EVIDENCE_SUSPECTED;
    return against ? EVIDENCE_DENIED : EVIDENCE_UNSOURCED;
}

static enum evidence told_by_all(const struct sum *sum)
{
    if (sum->hedges || sum->doubts || sum->asserts == sum->denies)
        return EVIDENCE_UNSOURCED;
    return sum->asserts ? EVIDENCE_ASSERTED : EVIDENCE_DENIED;
}

static enum status tell_ties(struct scene *scene, struct scene_telling *telling,
                             const struct bitset *voices)
{
    telling->told = arena_alloc(&scene->arena, scene->tie_count * sizeof *telling->told);
    if (telling->told == NULL)
        return STATUS_MEMORY;
    for (size_t i = 0; i < scene->tie_count; i++) {
        /* Of all relations of a tie, the same sources say the same (merge.h). */
        const struct sum sum = add_up(scene, scene->ties[i].members->index, voices);
        telling->told[i] = telling->all ? told_by_all(&sum) : told_by_party(&sum);
        telling->uses |= 1u << telling->told[i];
    }
    return STATUS_OK;
}

/* Appends the name of the actor with this id or, if there is none, of the source. */
static void add_name(struct buffer *out, const struct scene *scene, const char *id)
{
    const struct sentence_style style = {scene->wording, scene->language, true, scene->period};
    const struct member member = find_member(scene->network, id);
    if (member.actor != NETWORK_NONE)
        sentence_add_vertex(out, scene->network, member.actor, &style);
    else
        sentence_add_source(out, scene->network, member.source, true, &style);
}

/* "Iran, Russia and the NRF" */
static void add_names(struct buffer *out, const struct scene *scene, const char *value)
{
    for (const char *at = value; at != NULL;) {
        char *id = take_id(&at);
        if (out->length > 0)
            buffer_text(out, wording_word(scene->wording, at != NULL ? WORD_COMMA : WORD_AND));
        out->failed |= id == NULL;
        if (id != NULL)
            add_name(out, scene, id);
        free(id);
    }
}

/* What the first LENGTH bytes of TEXT open with OPENING and leave open: CLOSING, or "". */
static const char *left_open(const char *text, size_t length, const char *opening,
                             const char *closing)
{
    bool open = false;
    for (size_t i = 0; i < length; i++) {
        open = open || strncmp(text + i, opening, strlen(opening)) == 0;
        open = open && strncmp(text + i, closing, strlen(closing)) != 0;
    }
    return open ? closing : "";
}

/* Closes in OUT what the first LENGTH bytes of TEXT leave open: an isolate, which is in the
   quotation, and a quotation. */
static void close_quotation(struct buffer *out, const char *text, size_t length)
{
    buffer_text(out, left_open(text, length, "\xE2\x81\xA8", "\xE2\x81\xA9"));
    buffer_text(out, left_open(text, length, "“", "”"));
    buffer_text(out, left_open(text, length, "«", "»"));
}

/* "As told by Russia", which must fit into a legend. */
static enum status write_heading(struct scene *scene, struct scene_telling *telling)
{
    enum { LONGEST = 60 };
    struct buffer cut = BUFFER_EMPTY, heading = BUFFER_EMPTY;
    const size_t length = utf8_cut(telling->name, LONGEST);
    buffer_add(&cut, telling->name, length);
    telling->cut = telling->name[length] != '\0';
    buffer_text(&cut, telling->cut ? "…" : "");
    close_quotation(&cut, telling->name, length);
    wording_fill(&heading, scene->wording, WORD_TELLING, buffer_string(&cut));
    heading.failed |= cut.failed;
    buffer_clear(&cut);
    return scene_keep(scene, &heading, &telling->heading);
}

static enum status write_names(struct scene *scene, struct scene_telling *telling,
                               const char *value)
{
    struct buffer name = BUFFER_EMPTY;
    if (telling->all)
        buffer_text(&name, wording_word(scene->wording, WORD_ALL_SOURCES));
    else
        add_names(&name, scene, value);
    TRY(scene_keep(scene, &name, &telling->name));
    return write_heading(scene, telling);
}

static enum status tell(struct scene *scene, struct scene_telling *telling, const char *value)
{
    struct party party = {.network = scene->network};
    telling->all = strcmp(value, everybody) == 0;
    TRY(write_names(scene, telling, value));
    if (telling->all)
        return tell_ties(scene, telling, NULL);
    enum status status = party_init(&party, scene->network, value);
    if (status == STATUS_OK)
        status = tell_ties(scene, telling, &party.voices);
    party_clear(&party);
    return status;
}

enum status telling_choose(struct scene *scene, const char *value)
{
    enum status status = STATUS_OK;
    scene->tellings = arena_alloc(&scene->arena, count_parties(value) * sizeof *scene->tellings);
    if (scene->tellings == NULL)
        return STATUS_MEMORY;
    for (const char *at = value; at != NULL && status == STATUS_OK;) {
        char *party = take(&at, "/");
        struct scene_telling *telling = &scene->tellings[scene->telling_count++];
        status = party != NULL ? tell(scene, telling, party) : STATUS_MEMORY;
        free(party);
    }
    return status;
}

const char *telling_word(const struct scene_telling *telling, enum evidence told,
                         enum wording wording)
{
    if (told != EVIDENCE_UNSOURCED)
        return wording_evidence(wording, told);
    return wording_word(wording, telling->all ? WORD_NOT_AGREED : WORD_NEITHER);
}

const char *telling_class(const struct scene_telling *telling, enum evidence told)
{
    switch (told) {
    case EVIDENCE_ASSERTED: return "told-asserts";
    case EVIDENCE_SUSPECTED: return "told-hedges";
    case EVIDENCE_DISPUTED: return "told-disputes";
    case EVIDENCE_DENIED: return "told-denies";
    case EVIDENCE_UNSOURCED:
    case EVIDENCES: break;
    }
    return telling->all ? "told-open" : "told-silent";
}

static void add_party(struct buffer *out, const struct scene *scene,
                      const struct scene_telling *telling)
{
    wording_fill(out, scene->wording, WORD_AS_TOLD_BY, telling->name);
}

bool telling_has_amount(const struct scene *scene, const struct network_amount *amount)
{
    return scene->telling_count == 0 || amount->claim == NETWORK_NONE;
}

bool telling_has_dates(const struct scene *scene, uint32_t relation)
{
    size_t first;
    const size_t count =
        scene->telling != NULL ? period_find(scene->network, relation, &first) : 0;
    for (size_t i = 0; i < count; i++)
        if (scene->network->periods.items[first + i].claim_count > 0)
            return false;
    return true;
}

void telling_add_names(struct buffer *out, const struct scene *scene)
{
    for (size_t i = 0; i < scene->telling_count; i++) {
        buffer_text(out, i > 0 ? wording_word(scene->wording, WORD_SEMICOLON) : "");
        add_party(out, scene, &scene->tellings[i]);
    }
}

void telling_add_tie(struct buffer *out, const struct scene *scene, size_t index)
{
    for (size_t i = 0; i < scene->telling_count; i++) {
        const struct scene_telling *telling = &scene->tellings[i];
        buffer_text(out, wording_word(scene->wording, WORD_SEMICOLON));
        add_party(out, scene, telling);
        buffer_format(out, ": %s", telling_word(telling, telling->told[index], scene->wording));
    }
}

struct tie_look telling_sample(enum evidence told, unsigned weight, const char *color)
{
    const bool pale = told == EVIDENCE_UNSOURCED;
    return (struct tie_look){.evidence = pale ? EVIDENCE_ASSERTED : told,
                             .weight = pale ? 1 : weight,
                             .color = pale ? STYLE_PALE : color,
                             .text = pale ? STYLE_PALE_TEXT : STYLE_INK};
}

struct tie_look telling_look(const struct scene *scene, const struct scene_tie *tie)
{
    const char *color = style_of_type(tie->type)->color;
    if (scene->telling != NULL)
        return telling_sample(scene->telling->told[tie - scene->ties], tie->weight, color);
    return changing_look(changing_kind(scene, tie),
                         (struct tie_look){tie->evidence, tie->weight, color, STYLE_INK});
}
