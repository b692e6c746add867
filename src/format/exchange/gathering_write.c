/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "format/entente/grammar.h"
#include "format/exchange/gathering.h"
#include "format/exchange/slug.h"
#include "format/xml/xml.h"
#include "model/attributes.h"
#include "model/level.h"

/* The ids of what is written, by its index. */
struct writing {
    struct gathering *gathering;
    struct xml *xml;
    struct strings ids;               /* of actors and ties, which share a namespace */
    struct strings sources;           /* ids of sources */
    uint32_t *actor_ids, *source_ids; /* texts of the gathering */
    struct buffer wish, id, number;
};

static const char *text_of(const struct writing *writing, uint32_t number)
{
    return gathering_string(writing->gathering, number);
}

/* --- ids */

static bool has_id(const struct writing *writing, uint32_t wished)
{
    return wished != 0 && slug_is_id(text_of(writing, wished));
}

/* Sets the id to WISHED if it is valid, else one made of NAME, and takes it. */
static enum status choose_id(struct writing *writing, struct strings *taken, uint32_t wished,
                             const char *name, const char *fallback)
{
    writing->wish.length = 0;
    if (has_id(writing, wished))
        buffer_text(&writing->wish, text_of(writing, wished));
    else
        slug_add(&writing->wish, name, fallback);
    TRY(buffer_status(&writing->wish));
    return slug_take(taken, buffer_string(&writing->wish), &writing->id);
}

static enum status keep_id(struct writing *writing, uint32_t *id)
{
    return gathering_text(writing->gathering, buffer_string(&writing->id), writing->id.length,
                          id);
}

static enum status choose_actor_ids(struct writing *writing)
{
    for (size_t i = 0; i < writing->gathering->actors.count; i++) {
        const struct gathered_actor *actor = &writing->gathering->actors.items[i];
        const char *name = text_of(writing, actor->name != 0 ? actor->name : actor->key);
        TRY(choose_id(writing, &writing->ids, actor->id, name, "actor"));
        TRY(keep_id(writing, &writing->actor_ids[i]));
    }
    return STATUS_OK;
}

static enum status choose_source_ids(struct writing *writing)
{
    for (size_t i = 0; i < writing->gathering->sources.count; i++) {
        const struct gathered_source *source = &writing->gathering->sources.items[i];
        TRY(choose_id(writing, &writing->sources, source->id, text_of(writing, source->name),
                      "source"));
        TRY(keep_id(writing, &writing->source_ids[i]));
    }
    return STATUS_OK;
}

static uint32_t marking_of(const struct writing *writing, uint32_t actor)
{
    return writing->gathering->actors.items[actor].marking;
}

/* Appends the id of the first of COUNT ends that everybody may see. */
static void add_end(const struct writing *writing, const uint32_t *ends, size_t count,
                    struct buffer *name)
{
    size_t i = 0;
    while (i < count && gathering_is_withheld(writing->gathering, marking_of(writing, ends[i])))
        i++;
    if (i < count)
        buffer_text(name, text_of(writing, writing->actor_ids[ends[i]]));
}

/* An id like "russia-arms-taliban", from the first end on each side that everybody may see. */
static enum status choose_tie_id(struct writing *writing, const struct tie_entry *entry)
{
    const uint32_t *ends = writing->gathering->ends.items + entry->first_end;
    struct buffer name = BUFFER_EMPTY;
    if (has_id(writing, entry->tie.id))
        return choose_id(writing, &writing->ids, entry->tie.id, "", "tie");
    const char *form = entry->tie.form != 0 ? text_of(writing, entry->tie.form)
                                            : vocabulary_types.words[entry->tie.type];
    add_end(writing, ends, entry->tie.from_count, &name);
    buffer_format(&name, " %s ", form);
    add_end(writing, ends + entry->tie.from_count, entry->tie.to_count, &name);
    enum status status = buffer_status(&name);
    if (status == STATUS_OK)
        status = choose_id(writing, &writing->ids, entry->tie.id, buffer_string(&name), "tie");
    buffer_clear(&name);
    return status;
}

/* --- elements */

/* Starts an element that PLACE of the imported file is the origin of. */
static void start(struct writing *writing, const char *name, struct gathered_place place)
{
    xml_place(writing->xml, place.line, place.column);
    xml_start(writing->xml, name);
}

/* Writes an attribute, unless its value is empty. */
static void attribute(struct writing *writing, const char *name, const char *value)
{
    if (value != NULL && *value != '\0')
        xml_attribute(writing->xml, name, value);
}

static void attribute_text(struct writing *writing, const char *name, uint32_t text)
{
    attribute(writing, name, text_of(writing, text));
}

static void attribute_number(struct writing *writing, const char *name, int number)
{
    writing->number.length = 0;
    buffer_integer(&writing->number, number);
    attribute(writing, name, buffer_string(&writing->number));
}

static void attribute_word(struct writing *writing, const char *name,
                           const struct vocabulary *words, int index)
{
    if (index >= 0)
        attribute(writing, name, words->words[index]);
}

/* Writes an element that contains only TEXT, unless that is empty. */
static void text_element(struct writing *writing, const char *name, uint32_t language,
                         uint32_t text)
{
    const char *content = text_of(writing, text);
    if (*content == '\0')
        return;
    xml_start(writing->xml, name);
    attribute_text(writing, "xml:lang", language);
    xml_text(writing->xml, content, strlen(content));
    xml_end(writing->xml, name);
}

static void write_empty(struct writing *writing, const char *element, const char *first,
                        uint32_t first_value, const char *second, uint32_t second_value,
                        uint32_t when)
{
    xml_start(writing->xml, element);
    attribute_text(writing, first, first_value);
    attribute_text(writing, second, second_value);
    attribute_text(writing, "when", when);
    xml_end(writing->xml, element);
}

static void write_detail(struct writing *writing, const struct detail *detail)
{
    switch (detail->what) {
    case DETAIL_ALIAS: text_element(writing, "alias", detail->name, detail->value); break;
    case DETAIL_NAME: text_element(writing, "name", detail->name, detail->value); break;
    case DETAIL_IDENTIFIER:
        write_empty(writing, "identifier", "scheme", detail->name, "value", detail->value, 0);
        break;
    case DETAIL_ATTRIBUTE:
        write_empty(writing, "attribute", "name", detail->name, "value", detail->value, 0);
        break;
    case DETAIL_AMOUNT:
        write_empty(writing, "amount", "value", detail->value, "unit", detail->name,
                    detail->when);
        break;
    case DETAIL_PERIOD: break; /* see write_periods */
    }
}

/* Writes the details from FIRST on; only those that are names and aliases, or only others. */
static void write_details(struct writing *writing, uint32_t first, bool names)
{
    const struct detail *details = writing->gathering->details.items;
    for (uint32_t i = first; i != GATHERED_NONE; i = details[i].next)
        if (names == (details[i].what == DETAIL_ALIAS || details[i].what == DETAIL_NAME))
            write_detail(writing, &details[i]);
}

static bool is_event(const struct writing *writing, uint32_t actor)
{
    return writing->gathering->actors.items[actor].kind == KIND_EVENT;
}

/* Whether ACTOR, which may be GATHERED_NONE, can be named as a source. */
static bool speaks(const struct writing *writing, uint32_t actor)
{
    return actor != GATHERED_NONE && !writing->gathering->actors.items[actor].unused &&
           !is_event(writing, actor);
}

static enum status write_source(struct writing *writing, size_t index)
{
    const struct gathered_source *source = &writing->gathering->sources.items[index];
    const char reliability[] = {source->reliability, '\0'};
    if (source->unused)
        return STATUS_OK;
    start(writing, "source", source->place);
    attribute_text(writing, "id", writing->source_ids[index]);
    if (speaks(writing, source->actor)) {
        attribute_text(writing, "actor", writing->actor_ids[source->actor]);
        attribute_text(writing, "marking", marking_of(writing, source->actor));
    }
    attribute(writing, "anonymous", source->anonymous ? "yes" : NULL);
    attribute(writing, "reliability", reliability);
    attribute_text(writing, "date", source->date);
    attribute_text(writing, "href", source->href);
    attribute_text(writing, "author", source->author);
    attribute_text(writing, "work", source->work);
    attribute_text(writing, "publisher", source->publisher);
    text_element(writing, "name", 0, source->name);
    text_element(writing, "note", 0, source->note);
    xml_end(writing->xml, "source");
    return STATUS_OK;
}

static void write_name(struct writing *writing, const struct gathered_actor *actor)
{
    const char *name = text_of(writing, actor->name);
    if (*name == '\0')
        return;
    xml_start(writing->xml, "name");
    attribute_text(writing, "short", actor->short_form);
    xml_text(writing->xml, name, strlen(name));
    xml_end(writing->xml, "name");
}

/* Writes an attribute that the element has no place for, unless it is empty. */
static void write_property(struct writing *writing, const char *name, const char *value)
{
    if (*value == '\0')
        return;
    xml_start(writing->xml, "attribute");
    attribute(writing, "name", name);
    attribute(writing, "value", value);
    xml_end(writing->xml, "attribute");
}

/* The id of the parent, if it is an actor, or with EVENT, if it is an event; else "". */
static const char *parent_of(const struct writing *writing, const struct gathered_actor *actor,
                             bool event)
{
    return actor->parent != GATHERED_NONE && is_event(writing, actor->parent) == event
               ? text_of(writing, writing->actor_ids[actor->parent])
               : "";
}

static enum status write_actor(struct writing *writing, size_t index)
{
    const struct gathered_actor *actor = &writing->gathering->actors.items[index];
    const char *element = vocabulary_kinds.words[actor->kind];
    if (actor->unused || actor->kind == KIND_EVENT)
        return STATUS_OK;
    start(writing, element, actor->place);
    attribute_text(writing, "id", writing->actor_ids[index]);
    attribute(writing, "parent", parent_of(writing, actor, false));
    attribute_text(writing, "kind", actor->subkind);
    attribute_text(writing, "href", actor->href);
    attribute_text(writing, "marking", actor->marking);
    write_name(writing, actor);
    write_details(writing, actor->first_detail, true);
    text_element(writing, "role", 0, actor->role);
    write_details(writing, actor->first_detail, false);
    write_property(writing, "parent", parent_of(writing, actor, true));
    text_element(writing, "note", 0, actor->note);
    xml_end(writing->xml, element);
    return STATUS_OK;
}

static void write_event_details(struct writing *writing, uint32_t first)
{
    const struct detail *details = writing->gathering->details.items;
    for (uint32_t i = first; i != GATHERED_NONE; i = details[i].next)
        if (details[i].what == DETAIL_ALIAS)
            write_property(writing, "alias", text_of(writing, details[i].value));
        else
            write_detail(writing, &details[i]);
}

static enum status write_event(struct writing *writing, size_t index)
{
    const struct gathered_actor *event = &writing->gathering->actors.items[index];
    const char *element = vocabulary_kinds.words[KIND_EVENT];
    if (event->unused || event->kind != KIND_EVENT)
        return STATUS_OK;
    start(writing, element, event->place);
    attribute_text(writing, "id", writing->actor_ids[index]);
    attribute_text(writing, "when", event->when);
    attribute_text(writing, "place", event->place_name);
    attribute_text(writing, "href", event->href);
    attribute_text(writing, "marking", event->marking);
    write_name(writing, event);
    write_event_details(writing, event->first_detail);
    write_property(writing, "parent", parent_of(writing, event, false));
    write_property(writing, "parent", parent_of(writing, event, true));
    write_property(writing, "kind", text_of(writing, event->subkind));
    write_property(writing, "role", text_of(writing, event->role));
    text_element(writing, "note", 0, event->note);
    xml_end(writing->xml, element);
    return STATUS_OK;
}

static void write_quotes(struct writing *writing, const char *quotes)
{
    while (*quotes != '\0') {
        const char *bar = strstr(quotes, GATHERED_BAR);
        const size_t length = bar != NULL ? (size_t)(bar - quotes) : strlen(quotes);
        if (length > 0) {
            xml_start(writing->xml, "quote");
            xml_text(writing->xml, quotes, length);
            xml_end(writing->xml, "quote");
        }
        quotes += length + (bar != NULL ? strlen(GATHERED_BAR) : 0);
    }
}

static void write_claim(struct writing *writing, const struct claim_entry *entry)
{
    const struct gathered_claim *claim = &entry->claim;
    const char *note = text_of(writing, claim->note);
    start(writing, "claim", claim->place);
    attribute_text(writing, "by", writing->source_ids[claim->by]);
    attribute_word(writing, "stance", &vocabulary_stances, (int)claim->stance);
    attribute(writing, "hedged", claim->hedged ? "yes" : NULL);
    if (claim->credibility > 0)
        attribute_number(writing, "credibility", claim->credibility);
    if (claim->confidence >= 0)
        attribute_number(writing, "confidence", claim->confidence);
    attribute_text(writing, "date", claim->date);
    attribute_text(writing, "at", claim->at);
    attribute_text(writing, "href", claim->href);
    attribute_text(writing, "marking", claim->marking);
    write_details(writing, entry->details.first, false);
    write_quotes(writing, text_of(writing, claim->quote));
    xml_text(writing->xml, note, strlen(note));
    xml_end(writing->xml, "claim");
}

/* Writes those claims of the tie that are about PERIOD; 0: about no period. */
static void write_claims(struct writing *writing, const struct tie_entry *entry, uint32_t period)
{
    const struct claim_entry *claims = writing->gathering->claims.items;
    for (uint32_t i = entry->first_claim; i != GATHERED_NONE; i = claims[i].next)
        if (claims[i].claim.period == period)
            write_claim(writing, &claims[i]);
}

/* The marking of a period that only marked claims speak of: the lowest of these; 0: none. */
static uint32_t period_marking(const struct writing *writing, const struct tie_entry *entry,
                               uint32_t period)
{
    const struct claim_entry *claims = writing->gathering->claims.items;
    uint32_t lowest = 0;
    for (uint32_t i = entry->first_claim; i != GATHERED_NONE; i = claims[i].next) {
        const uint32_t marking = claims[i].claim.marking;
        if (claims[i].claim.period != period)
            continue;
        if (marking == 0)
            return 0;
        if (lowest == 0 ||
            level_usual(text_of(writing, marking)) < level_usual(text_of(writing, lowest)))
            lowest = marking;
    }
    return lowest;
}

/* Writes the periods of a tie, with the claims about each of them. */
static void write_periods(struct writing *writing, const struct tie_entry *entry)
{
    const struct detail *details = writing->gathering->details.items;
    for (uint32_t i = entry->details.first; i != GATHERED_NONE; i = details[i].next) {
        if (details[i].what != DETAIL_PERIOD)
            continue;
        xml_start(writing->xml, "period");
        attribute_text(writing, "when", details[i].value);
        attribute_text(writing, "weight", details[i].name);
        attribute_text(writing, "marking", period_marking(writing, entry, i + 1));
        write_claims(writing, entry, i + 1);
        xml_end(writing->xml, "period");
    }
}

static void write_ends(struct writing *writing, const char *name, const uint32_t *ends,
                       size_t count)
{
    writing->wish.length = 0;
    for (size_t i = 0; i < count; i++) {
        buffer_text(&writing->wish, i > 0 ? " " : "");
        buffer_text(&writing->wish, text_of(writing, writing->actor_ids[ends[i]]));
    }
    attribute(writing, name, buffer_string(&writing->wish));
}

static void write_tie_attributes(struct writing *writing, const struct gathered_tie *tie)
{
    attribute_text(writing, "form", tie->form);
    attribute_text(writing, "place", tie->place_name);
    attribute_text(writing, "when", tie->when);
    attribute_text(writing, "share", tie->share);
    attribute_word(writing, "mutual", &vocabulary_yes_no, tie->mutual);
    if (tie->weight > 0)
        attribute_number(writing, "weight", tie->weight);
    attribute_word(writing, "sign", &vocabulary_signs, tie->sign);
    attribute_word(writing, "tier", &vocabulary_tiers, tie->tier);
    attribute_word(writing, "phase", &vocabulary_phases, tie->phase);
    attribute_text(writing, "href", tie->href);
    attribute_text(writing, "marking", tie->marking);
}

static enum status write_tie(struct writing *writing, size_t index)
{
    const struct gathering *gathering = writing->gathering;
    const struct tie_entry *entry = &gathering->ties.items[index];
    const uint32_t *ends = gathering->ends.items + entry->first_end;
    const char *element = vocabulary_types.words[entry->tie.type];
    if (entry->joined)
        return STATUS_OK;
    TRY(choose_tie_id(writing, entry));
    start(writing, element, entry->tie.place);
    attribute(writing, "id", buffer_string(&writing->id));
    write_ends(writing, "from", ends, entry->tie.from_count);
    write_ends(writing, "to", ends + entry->tie.from_count, entry->tie.to_count);
    write_tie_attributes(writing, &entry->tie);
    write_details(writing, entry->details.first, false);
    write_periods(writing, entry);
    write_claims(writing, entry, 0);
    text_element(writing, "note", 0, entry->tie.note);
    xml_end(writing->xml, element);
    return STATUS_OK;
}

/* --- the vocabulary */

/* Sets *NEW to whether the form of ENTRY has to be declared, and has not been yet; DECLARED has
   those that were. */
static enum status is_new_form(struct writing *writing, struct strings *declared,
                               const struct gathered_tie *tie, bool *new)
{
    const char *form = text_of(writing, tie->form);
    uint32_t number;
    *new = false;
    /* Where any form is valid, it needs no declaration. */
    const struct vocabulary *forms = relation_type_forms(tie->type);
    if (tie->form == 0 || forms->count == 0 || vocabulary_find(forms, form) >= 0)
        return STATUS_OK;
    writing->wish.length = 0;
    buffer_format(&writing->wish, "%u:%s", (unsigned)tie->type, form);
    TRY(buffer_status(&writing->wish));
    TRY(strings_intern(declared, STRINGS_OFTEN, buffer_string(&writing->wish),
                       writing->wish.length, &number));
    *new = strings_value(declared, number) == STRINGS_NO_VALUE;
    strings_set_value(declared, number, 1);
    return STATUS_OK;
}

static enum status declare_forms(struct writing *writing, struct strings *declared)
{
    bool open = false;
    for (size_t i = 0; i < writing->gathering->ties.count; i++) {
        const struct gathered_tie *tie = &writing->gathering->ties.items[i].tie;
        bool new;
        TRY(is_new_form(writing, declared, tie, &new));
        if (!new)
            continue;
        if (!open)
            xml_start(writing->xml, "vocabulary");
        open = true;
        start(writing, "form", tie->place);
        attribute_text(writing, "word", tie->form);
        attribute(writing, "of", vocabulary_types.words[tie->type]);
        xml_end(writing->xml, "form");
    }
    if (open)
        xml_end(writing->xml, "vocabulary");
    return STATUS_OK;
}

static enum status write_vocabulary(struct writing *writing)
{
    struct strings declared;
    enum status status = strings_init(&declared);
    if (status == STATUS_OK)
        status = declare_forms(writing, &declared);
    strings_clear(&declared);
    return status;
}

/* --- all */

static size_t count_events(const struct gathering *gathering)
{
    size_t count = 0;
    for (size_t i = 0; i < gathering->actors.count; i++)
        count += gathering->actors.items[i].kind == KIND_EVENT;
    return count;
}

/* Writes a list of what WRITE writes for the first COUNT indices, unless it is EMPTY. */
static enum status write_list(struct writing *writing, const char *element, bool empty,
                              size_t count,
                              enum status (*write)(struct writing *writing, size_t index))
{
    if (empty)
        return STATUS_OK;
    xml_start(writing->xml, element);
    for (size_t i = 0; i < count; i++)
        TRY(write(writing, i));
    xml_end(writing->xml, element);
    return STATUS_OK;
}

/* Ids of actors are taken before those of ties, which are made of them. */
static enum status write_all(struct writing *writing)
{
    const struct gathering *gathering = writing->gathering;
    TRY(choose_actor_ids(writing));
    TRY(choose_source_ids(writing));
    xml_start(writing->xml, "network");
    attribute_text(writing, "as-of", gathering->as_of);
    text_element(writing, "title", 0, gathering->title);
    TRY(write_vocabulary(writing));
    const size_t sources = gathering->sources.count, actors = gathering->actors.count;
    const size_t events = count_events(gathering), ties = gathering->ties.count;
    TRY(write_list(writing, "sources", sources == 0, sources, write_source));
    TRY(write_list(writing, "actors", actors == events, actors, write_actor));
    TRY(write_list(writing, "events", events == 0, actors, write_event));
    TRY(write_list(writing, "relations", ties == 0, ties, write_tie));
    xml_end(writing->xml, "network");
    return STATUS_OK;
}

static enum status prepare(struct writing *writing)
{
    const struct gathering *gathering = writing->gathering;
    writing->actor_ids = calloc(gathering->actors.count + 1, sizeof *writing->actor_ids);
    writing->source_ids = calloc(gathering->sources.count + 1, sizeof *writing->source_ids);
    if (writing->actor_ids == NULL || writing->source_ids == NULL)
        return STATUS_MEMORY;
    TRY(strings_init(&writing->ids));
    return strings_init(&writing->sources);
}

enum status gathering_write(struct gathering *gathering, struct draft *draft)
{
    struct writing writing = {.gathering = gathering, .xml = &draft->xml};
    enum status status = prepare(&writing);
    if (status == STATUS_OK)
        status = write_all(&writing);
    strings_clear(&writing.ids);
    strings_clear(&writing.sources);
    free(writing.actor_ids);
    free(writing.source_ids);
    buffer_clear(&writing.wish);
    buffer_clear(&writing.id);
    buffer_clear(&writing.number);
    return status;
}
