/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/entente/id.h"

#include <libxml/tree.h>
#include <string.h>

#include "base/text/ascii.h"
#include "base/text/utf8.h"
#include "format/entente/confusable.h"

/* Appends the first character that an id cannot contain, if it cannot be seen or read as ASCII.
 */
static void show_invalid(const char *value, struct buffer *out)
{
    const char *end = value + strlen(value);
    while (value < end) {
        char name[8] = "a";
        const char *at = value;
        utf8_next(&value, end);
        memcpy(name + 1, at, (size_t)(value - at));
        if ((unsigned char)*at < 0x80 || xmlValidateNCName((const xmlChar *)name, 0) == 0)
            continue;
        buffer_text(out, "; it contains ");
        confusable_show(at, out);
        return;
    }
}

static void report_mixed(struct document *document, const char *attribute, const char *value)
{
    struct buffer shown = BUFFER_EMPTY;
    confusable_show(confusable_odd_letter(value), &shown);
    document->messages->newly_refused = true;
    document_error(document, attribute, MESSAGE_INVALID_ID,
                   "the id \"%s\" mixes scripts with similar letters: it contains %s; write each "
                   "word in one script",
                   value, buffer_string(&shown));
    buffer_clear(&shown);
}

static void report_filler(struct document *document, const char *attribute, const char *value)
{
    struct buffer shown = BUFFER_EMPTY;
    confusable_show(confusable_filler(value), &shown);
    document->messages->newly_refused = true;
    document_error(document, attribute, MESSAGE_INVALID_ID,
                   "the id \"%s\" contains %s, which only lengthens a letter, so that it looks "
                   "like an id without it; remove it",
                   value, buffer_string(&shown));
    buffer_clear(&shown);
}

static void report_invalid(struct document *document, const char *attribute, const char *value)
{
    struct buffer shown = BUFFER_EMPTY;
    show_invalid(value, &shown);
    document_error(document, attribute, MESSAGE_INVALID_ID,
                   "invalid id \"%s\"%s; an id consists of letters, digits, \"-\", \"_\" and "
                   "\".\", and begins with a letter or \"_\"",
                   value, buffer_string(&shown));
    buffer_clear(&shown);
}

/* Nothing else has to be checked of ids of ASCII, as nearly all are. */
static bool check_form(struct document *document, const char *attribute, const char *value)
{
    if (value == NULL)
        return false;
    if (ascii_is_name(value))
        return true;
    bool mixed = confusable_is_mixed(value), filled = confusable_filler(value) != NULL;
    if (!mixed && !filled && xmlValidateNCName((const xmlChar *)value, 0) == 0)
        return true;
    if (mixed)
        report_mixed(document, attribute, value);
    else if (filled)
        report_filler(document, attribute, value);
    else
        report_invalid(document, attribute, value);
    return false;
}

enum status id_read(struct reading *reading, struct document *document, const char *value,
                    uint32_t *id)
{
    *id = 0;
    /* Actors are looked up often, relations hardly ever. */
    enum strings_use use =
        grammar_is_relation(reading->item_rule) ? STRINGS_RARELY : STRINGS_OFTEN;
    size_t length = value != NULL ? strlen(value) : 0;
    TRY(strings_intern(&reading->network->strings, use, value, length, &reading->item_id));
    if (!check_form(document, "id", value))
        return references_reject(&reading->references, reading->item_id);
    *id = reading->item_id;
    const struct network *network = reading->network;
    struct network_entity entity = network_find_text(network, *id);
    if (entity.what == ENTITY_NONE)
        return STATUS_OK;
    char line[MESSAGE_LINE_ROOM];
    document_error(document, "id", MESSAGE_DUPLICATE_ID, "the id \"%s\" is already used by %s%s",
                   value, network_entity_noun(entity),
                   message_on_line(line, network_entity_line(network, entity)));
    *id = 0;
    return STATUS_OK;
}

enum status id_read_source(struct reading *reading, struct document *document, const char *value,
                           uint32_t *id)
{
    *id = 0;
    TRY(reading_intern(reading, value, &reading->item_id));
    if (!check_form(document, "id", value))
        return references_reject(&reading->references, reading->item_id);
    *id = reading->item_id;
    uint32_t source = network_find_source_text(reading->network, *id);
    if (source == NETWORK_NONE)
        return STATUS_OK;
    char line[MESSAGE_LINE_ROOM];
    document_error(document, "id", MESSAGE_DUPLICATE_ID,
                   "the id \"%s\" is already used by a source%s", value,
                   message_on_line(line, reading->network->sources.items[source].line));
    *id = 0;
    return STATUS_OK;
}

enum status id_read_pseudonym(struct reading *reading, struct document *document,
                              const char *value, uint32_t *id)
{
    *id = 0;
    return value != NULL && check_form(document, "pseudonym", value)
               ? reading_intern(reading, value, id)
               : STATUS_OK;
}
