/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/text/ascii.h"
#include "format/ftm/ftm.h"
#include "format/ftm/ftm_import.h"

static const char format[] = "a file of FollowTheMoney";

bool ftm_is_entity(const json_t *value)
{
    if (json_is_array(value))
        return json_array_size(value) > 0 && !json_is_array(json_array_get(value, 0)) &&
               ftm_is_entity(json_array_get(value, 0));
    const char *schema = intake_string(value, "schema");
    return *schema != '\0' && (json_is_object(json_object_get(value, "properties")) ||
                               json_object_get(value, "prop") != NULL);
}

/* --- lines */

static enum status read_line(struct ftm_import *import, const char *line, size_t length,
                             uint32_t number)
{
    const struct gathered_place place = {number, 1};
    json_t *value = NULL;
    enum status status =
        intake_parse(import->intake.input, line, length, number, format, true, &value);
    if (status == STATUS_OK && value != NULL)
        status = ftm_add_line(import, value, place);
    json_decref(value);
    return status;
}

/* One JSON value: an entity over several lines, or an array of entities. */
static enum status read_value(struct ftm_import *import, const json_t *value)
{
    const struct gathered_place nowhere = {0, 0};
    if (json_is_object(value))
        return ftm_add_line(import, value, nowhere);
    for (size_t i = 0; i < json_array_size(value); i++)
        TRY(ftm_add_line(import, json_array_get(value, i), nowhere));
    return STATUS_OK;
}

static enum status read_whole(struct ftm_import *import, const struct buffer *bytes)
{
    json_t *value = NULL;
    enum status status = intake_parse(import->intake.input, buffer_string(bytes), bytes->length,
                                      1, format, false, &value);
    if (status == STATUS_OK)
        status = read_value(import, value);
    json_decref(value);
    return status;
}

/* Whether the file is one value, not one for each line: its first line has no end of its own. */
static bool is_whole(const struct buffer *bytes)
{
    const char *at = buffer_string(bytes), *end = at + bytes->length;
    while (at < end && ascii_is_space(*at))
        at++;
    const char *stop = memchr(at, '\n', (size_t)(end - at));
    stop = stop != NULL ? stop : end;
    while (stop > at && ascii_is_space(stop[-1]))
        stop--;
    return at < stop && (*at == '[' || stop[-1] != '}');
}

static enum status read_lines(struct ftm_import *import, const struct buffer *bytes)
{
    const char *at = buffer_string(bytes), *end = at + bytes->length;
    if (is_whole(bytes))
        return read_whole(import, bytes);
    for (uint32_t number = 1; at < end; number++) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        const char *next = stop != NULL ? stop + 1 : end, *last = stop != NULL ? stop : end;
        while (at < last && ascii_is_space(*at))
            at++;
        if (at < last)
            TRY(read_line(import, at, (size_t)(last - at), number));
        at = next;
    }
    return STATUS_OK;
}

/* --- all */

static void count_left_out(struct ftm_import *import, const struct ftm_entity *entity)
{
    struct buffer kind = BUFFER_EMPTY;
    buffer_format(&kind, "entities of the schema %.40s", ftm_string(import, entity->schema));
    losses_add(import->intake.input->losses, buffer_string(&kind), 1);
    buffer_clear(&kind);
}

static enum status gather(struct ftm_import *import)
{
    for (size_t i = 0; i < import->entities.count; i++)
        if (import->entities.items[i].as_tie != NULL)
            ftm_mark_ends(import, &import->entities.items[i]);
    for (size_t i = 0; i < import->entities.count; i++) {
        const struct ftm_entity *entity = &import->entities.items[i];
        const bool actor =
            entity->needed || (entity->as_actor != NULL && !entity->as_actor->thing);
        if (actor)
            TRY(ftm_gather_actor(import, (uint32_t)i));
        else if (entity->as_tie == NULL)
            count_left_out(import, entity);
    }
    for (size_t i = 0; i < import->entities.count; i++)
        if (import->entities.items[i].as_tie != NULL)
            TRY(ftm_gather_tie(import, (uint32_t)i));
    if (import->further_dates > 0)
        messages_note(import->intake.input->messages, MESSAGE_GUESSED,
                      "%zu starts and ends of ties are beside others of the same tie; the first "
                      "ones count, and these became attributes",
                      import->further_dates);
    return STATUS_OK;
}

static enum status finish(struct ftm_import *import, struct draft *draft)
{
    if (import->entities.count == 0)
        return intake_foreign(import->intake.input, format,
                              "it has no entity, an object with \"id\", \"schema\" and "
                              "\"properties\"");
    TRY(gather(import));
    TRY(diagram_unmapped_report(&import->unmapped));
    return gathering_write(import->intake.gathering, draft);
}

static enum status start(struct ftm_import *import, const struct exchange_input *input)
{
    TRY(intake_init(&import->intake, input));
    TRY(strings_init(&import->seen));
    return diagram_unmapped_init(&import->unmapped, input);
}

static void clear(struct ftm_import *import)
{
    diagram_unmapped_clear(&import->unmapped);
    intake_clear(&import->intake);
    free(import->entities.items);
    strings_clear(&import->seen);
    free(import->values.items);
}

enum status ftm_read(const struct exchange_input *input, struct draft *draft)
{
    struct ftm_import import = {.entities = {NULL, 0, 0}};
    struct buffer bytes = BUFFER_EMPTY;
    enum status status = start(&import, input);
    if (status == STATUS_OK)
        status = exchange_read_bytes(input, &bytes);
    if (status == STATUS_OK)
        status = read_lines(&import, &bytes);
    if (status == STATUS_OK)
        status = finish(&import, draft);
    clear(&import);
    buffer_clear(&bytes);
    return status;
}

enum status ftm_read_json(const struct exchange_input *input, const json_t *root,
                          struct draft *draft)
{
    struct ftm_import import = {.entities = {NULL, 0, 0}};
    enum status status = start(&import, input);
    if (status == STATUS_OK)
        status = read_value(&import, root);
    if (status == STATUS_OK)
        status = finish(&import, draft);
    clear(&import);
    return status;
}
