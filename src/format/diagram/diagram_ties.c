/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/diagram/diagram_ties.h"

#include <string.h>

#include "base/memory/array.h"
#include "format/diagram/diagram_evidence.h"
#include "format/diagram/diagram_words.h"
#include "format/table/words.h"
#include "model/amount.h"
#include "model/date.h"

/* What an edge has that is no text of a tie: added once the tie is there. */
static enum status add_tie_attribute(struct diagram_gathering *up, uint32_t tie, const char *name,
                                     uint32_t value)
{
    uint32_t number;
    if (value == 0)
        return STATUS_OK;
    TRY(diagram_intern(up, name, &number));
    return gathering_tie_detail(up->gathering, tie, DETAIL_ATTRIBUTE, number, value, 0);
}

/* Sets the form of TIE to the text WORD, if it can be one; else it stays where it is. */
static void take_form(struct diagram_gathering *up, struct gathered_tie *tie, uint32_t *word)
{
    if (*word == 0 || tie->form != 0 || !diagram_words_is_form(diagram_text_of(up, *word)))
        return;
    tie->form = *word;
    *word = 0;
}

/* Copies, because adding a text moves the others. */
static enum status intern_copy(struct diagram_gathering *up, const char *text, uint32_t *number)
{
    struct buffer copy = BUFFER_EMPTY;
    buffer_text(&copy, text);
    enum status status = buffer_status(&copy);
    if (status == STATUS_OK)
        status = diagram_intern(up, buffer_string(&copy), number);
    buffer_clear(&copy);
    return status;
}

/* Understands WORD as a type, or as a form of one. */
static enum status take_type(struct diagram_gathering *up, struct gathered_tie *tie,
                             uint32_t *word, bool *known, bool *reversed)
{
    struct diagram_word meaning;
    if (*word == 0 || *known || !diagram_words_tie(diagram_text_of(up, *word), &meaning))
        return STATUS_OK;
    *known = true;
    *word = 0;
    *reversed = meaning.reversed;
    tie->type = meaning.type;
    if (meaning.mutual >= 0)
        tie->mutual = meaning.mutual;
    return meaning.form != NULL ? intern_copy(up, meaning.form, &tie->form) : STATUS_OK;
}

/* Reports an edge whose WORD denies what is not understood; there is no place for a denial. */
static void report_denial(struct diagram_gathering *up, const struct diagram_edge *edge,
                          uint32_t word)
{
    const struct diagram_node *nodes = up->diagram->nodes.items;
    diagram_fault(
        up->diagram->input, edge->place,
        "the word \"%.100s\" of the edge from \"%.100s\" to \"%.100s\" says that "
        "something is not so, but an edge is a tie; remove it, or convert a table of claims",
        diagram_text_of(up, word), diagram_text_of(up, nodes[edge->from].key),
        diagram_text_of(up, nodes[edge->to].key));
}

/* The first of the words of an edge that denies something; 0: none does. */
static uint32_t find_denial(const struct diagram_gathering *up, const struct diagram_said *roles)
{
    static const enum diagram_role words[] = {ROLE_KIND, ROLE_LABEL, ROLE_FORM};
    struct diagram_word meaning;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const uint32_t word = roles->values[words[i]];
        const char *text = diagram_text_of(up, word);
        if (word != 0 && words_deny(text) && !diagram_words_tie(text, &meaning))
            return word;
    }
    return 0;
}

/* The type and the form of TIE. What says neither stays in ROLES. Sets *DENIAL to a word that
   denies something, else to 0. */
static enum status set_type(struct diagram_gathering *up, struct gathered_tie *tie,
                            struct diagram_said *roles, bool *reversed, uint32_t *denial)
{
    uint32_t *type = &roles->values[ROLE_KIND], *form = &roles->values[ROLE_FORM],
             *label = &roles->values[ROLE_LABEL];
    const uint32_t word = *type != 0 ? *type : *label != 0 ? *label : *form;
    bool known = false;
    tie->type = TYPE_CONTACT;
    *denial = find_denial(up, roles);
    TRY(take_type(up, tie, type, &known, reversed));
    take_form(up, tie, form);
    if (*label == tie->form ||
        (known && strcmp(diagram_text_of(up, *label), vocabulary_types.words[tie->type]) == 0))
        *label = 0; /* entente labels edges without a form by their type */
    TRY(take_type(up, tie, label, &known, reversed));
    if (!known && word != 0 && *denial == 0)
        TRY(diagram_unmapped_word(&up->unmapped, diagram_text_of(up, word), &tie->type));
    take_form(up, tie, type);
    take_form(up, tie, label);
    return STATUS_OK;
}

static bool is_date(const char *text)
{
    struct date date;
    return date_parse(text, &date) == DATE_VALID;
}

/* The date, or the interval from start to end: a start that is not said is not known, an end is
   open. */
static enum status set_when(struct diagram_gathering *up, struct gathered_tie *tie,
                            struct diagram_said *roles)
{
    uint32_t *when = &roles->values[ROLE_WHEN], *start = &roles->values[ROLE_START],
             *end = &roles->values[ROLE_END];
    if (*when != 0 && is_date(diagram_text_of(up, *when))) {
        tie->when = *when;
        *when = 0;
        return STATUS_OK;
    }
    if (*start == 0 && *end == 0)
        return STATUS_OK;
    struct buffer interval = BUFFER_EMPTY;
    buffer_format(&interval, "%s/%s", *start != 0 ? diagram_text_of(up, *start) : "",
                  *end != 0 ? diagram_text_of(up, *end) : "..");
    enum status status = buffer_status(&interval);
    if (status == STATUS_OK && is_date(buffer_string(&interval))) {
        status = diagram_intern(up, buffer_string(&interval), &tie->when);
        *start = *end = 0;
    }
    buffer_clear(&interval);
    return status;
}

static int word_of(const struct diagram_gathering *up, const struct vocabulary *words,
                   uint32_t *value)
{
    const int index = *value != 0 ? words_find_listed(words, diagram_text_of(up, *value)) : -1;
    if (index >= 0)
        *value = 0;
    return index;
}

/* 1 or 0, or -1 if VALUE says neither: "yes", "True", "0". */
static int truth_of(const struct diagram_gathering *up, uint32_t *value)
{
    bool truth;
    if (*value == 0 || !words_find_truth(diagram_text_of(up, *value), &truth))
        return -1;
    *value = 0;
    return truth;
}

/* Signed networks have 1 and -1. */
static int sign_of(const struct diagram_gathering *up, uint32_t *value)
{
    const char *text = diagram_text_of(up, *value);
    const int sign = strcmp(text, "1") == 0    ? SIGN_PLUS
                     : strcmp(text, "-1") == 0 ? SIGN_MINUS
                                               : -1;
    if (sign < 0)
        return word_of(up, &vocabulary_signs, value);
    *value = 0;
    return sign;
}

static bool is_share(const char *text)
{
    double number;
    return amount_parse(text, &number) && number >= 0 && number <= 100;
}

static void set_words(struct diagram_gathering *up, struct gathered_tie *tie,
                      struct diagram_said *roles)
{
    uint32_t *weight = &roles->values[ROLE_WEIGHT];
    tie->sign = sign_of(up, &roles->values[ROLE_SIGN]);
    if (tie->sign < 0 && diagram_text_of(up, *weight)[0] == '-')
        tie->sign = SIGN_MINUS; /* as in signed networks */
    tie->tier = word_of(up, &vocabulary_tiers, &roles->values[ROLE_TIER]);
    tie->phase = word_of(up, &vocabulary_phases, &roles->values[ROLE_PHASE]);
    const int mutual = truth_of(up, &roles->values[ROLE_MUTUAL]);
    tie->mutual = mutual >= 0 ? mutual : tie->mutual;
    if (up->weights == WEIGHTS_NONE)
        *weight = 0;
    if (up->weights == WEIGHTS_GRADES && *weight != 0) {
        const char *value = diagram_text_of(up, *weight);
        tie->weight = value[*value == '-'] - '0';
        *weight = 0;
    }
    if (tie->type == TYPE_OWNERSHIP && is_share(diagram_text_of(up, roles->values[ROLE_SHARE]))) {
        tie->share = roles->values[ROLE_SHARE];
        roles->values[ROLE_SHARE] = 0;
    }
    tie->note = roles->values[ROLE_NOTE];
    tie->href = roles->values[ROLE_HREF];
    tie->place_name = roles->values[ROLE_PLACE];
    roles->values[ROLE_NOTE] = roles->values[ROLE_HREF] = roles->values[ROLE_PLACE] = 0;
}

/* Adds the weight as an amount, if it is to be one and a number; without its sign, if the tie has
   that. Sets *WEIGHT to 0 then. */
static enum status add_weight(struct diagram_gathering *up, uint32_t tie, int sign,
                              uint32_t *weight)
{
    double number;
    uint32_t unit, value;
    const char *text = diagram_text_of(up, *weight);
    if (up->weights != WEIGHTS_AMOUNTS || !amount_parse(text, &number))
        return STATUS_OK;
    struct buffer size = BUFFER_EMPTY; /* adding texts moves them */
    buffer_text(&size, text + (sign == SIGN_MINUS && *text == '-'));
    enum status status = buffer_status(&size);
    if (status == STATUS_OK)
        status = diagram_intern(up, buffer_string(&size), &value);
    if (status == STATUS_OK)
        status = diagram_intern(up, GATHERED_WEIGHT, &unit);
    if (status == STATUS_OK)
        status = gathering_tie_detail(up->gathering, tie, DETAIL_AMOUNT, unit, value, 0);
    buffer_clear(&size);
    up->amounts++;
    *weight = 0;
    return status;
}

/* Adds what the tie has no place for, under the names of the roles. */
static enum status add_rest(struct diagram_gathering *up, uint32_t tie,
                            const struct diagram_said *roles)
{
    static const struct {
        enum diagram_role role;
        const char *name;
    } names[] = {{ROLE_KIND, "type"},     {ROLE_FORM, "form"},   {ROLE_LABEL, "label"},
                 {ROLE_WHEN, "when"},     {ROLE_START, "start"}, {ROLE_END, "end"},
                 {ROLE_WEIGHT, "weight"}, {ROLE_SIGN, "sign"},   {ROLE_SHARE, "share"},
                 {ROLE_TIER, "tier"},     {ROLE_PHASE, "phase"}, {ROLE_MUTUAL, "mutual"},
                 {ROLE_STANCE, "stance"}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        TRY(add_tie_attribute(up, tie, names[i].name, roles->values[names[i].role]));
    return STATUS_OK;
}

static void collect_roles(struct diagram_gathering *up, const struct diagram_edge *edge,
                          struct diagram_said *roles)
{
    for (size_t i = edge->first; i < edge->first + edge->count; i++) {
        const struct diagram_attribute *attribute = &up->diagram->attributes.items[i];
        const enum diagram_role role = diagram_role_of_edge(diagram_text_of(up, attribute->name));
        up->looks += role == ROLE_LOOK;
        up->derived += role == ROLE_DERIVED || role == ROLE_EVIDENCE;
        if (roles->values[role] == 0)
            roles->values[role] = attribute->value;
    }
}

/* Attributes without a role, and values of roles after the first. */
static enum status add_others(struct diagram_gathering *up, uint32_t tie,
                              const struct diagram_edge *edge, const struct diagram_said *first)
{
    for (size_t i = edge->first; i < edge->first + edge->count; i++) {
        const struct diagram_attribute *attribute = &up->diagram->attributes.items[i];
        const enum diagram_role role = diagram_role_of_edge(diagram_text_of(up, attribute->name));
        const bool repeated =
            role > ROLE_EVIDENCE && role != ROLE_TEXT && first->values[role] != attribute->value;
        if (role == ROLE_PERIOD && is_date(diagram_text_of(up, attribute->value))) {
            TRY(gathering_tie_detail(up->gathering, tie, DETAIL_PERIOD, 0, attribute->value, 0));
            continue;
        }
        if (role == ROLE_OTHER || role == ROLE_PERIOD || repeated)
            TRY(gathering_tie_detail(up->gathering, tie, DETAIL_ATTRIBUTE, attribute->name,
                                     attribute->value, 0));
    }
    return STATUS_OK;
}

static enum status collect_ends(struct diagram_gathering *up, const struct diagram_edge *edge,
                                size_t from_count, size_t to_count)
{
    up->ends.count = 0;
    ARRAY_RESERVE(&up->ends, from_count + to_count);
    for (size_t i = 0; i < from_count; i++)
        up->ends.items[up->ends.count++] = up->actors[edge[i * to_count].from];
    for (size_t i = 0; i < to_count; i++)
        up->ends.items[up->ends.count++] = up->actors[edge[i].to];
    return STATUS_OK;
}

static void set_ends(struct diagram_gathering *up, struct gathered_tie *tie, size_t from_count,
                     size_t to_count, bool reversed)
{
    const uint32_t *from = up->ends.items, *to = from + from_count;
    tie->from = reversed ? to : from;
    tie->to = reversed ? from : to;
    tie->from_count = reversed ? to_count : from_count;
    tie->to_count = reversed ? from_count : to_count;
}

/* A mediation of which only one side is known can only be a contact. */
static enum status demand_parties(struct diagram_gathering *up, struct gathered_tie *tie)
{
    if (tie->to_count >= relation_type_min_parties(tie->type))
        return STATUS_OK;
    const char *type = vocabulary_types.words[tie->type];
    tie->type = TYPE_CONTACT;
    losses_add(up->diagram->input->losses, "types of ties that need more parties (now contacts)",
               1);
    return tie->form != 0 ? STATUS_OK : diagram_intern(up, type, &tie->form);
}

/* A tie for EDGE and those after it, FROM_COUNT times TO_COUNT edges in all. */
enum status diagram_gather_edges(struct diagram_gathering *up, const struct diagram_edge *edge,
                                 size_t from_count, size_t to_count)
{
    struct gathered_tie tie = GATHERED_TIE;
    struct diagram_said roles = {{0}};
    bool reversed = false;
    uint32_t index, denial;
    collect_roles(up, edge, &roles);
    const struct diagram_said first = roles;
    struct diagram_evidence evidence;
    if (roles.values[ROLE_LABEL] == 0)
        roles.values[ROLE_LABEL] = roles.values[ROLE_TEXT];
    TRY(diagram_evidence_take(up, &roles, &evidence));
    TRY(collect_ends(up, edge, from_count, to_count));
    tie.id = roles.values[ROLE_ID];
    tie.place = edge->place;
    TRY(set_type(up, &tie, &roles, &reversed, &denial));
    if (denial != 0 || evidence.unclear != 0) {
        report_denial(up, edge, denial != 0 ? denial : evidence.unclear);
        return STATUS_OK;
    }
    set_ends(up, &tie, from_count, to_count, reversed);
    TRY(demand_parties(up, &tie));
    TRY(set_when(up, &tie, &roles));
    set_words(up, &tie, &roles);
    if (tie.mutual < 0 && (relation_type_is_mutual(tie.type) == edge->directed ||
                           relation_form_is_one_way(tie.type, diagram_text_of(up, tie.form))))
        tie.mutual = !edge->directed;
    TRY(gathering_tie(up->gathering, &tie, true, &index));
    TRY(diagram_evidence_add(up, edge, index, &evidence));
    TRY(add_weight(up, index, tie.sign, &roles.values[ROLE_WEIGHT]));
    TRY(add_rest(up, index, &roles));
    return add_others(up, index, edge, &first);
}
