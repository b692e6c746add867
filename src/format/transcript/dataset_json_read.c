/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"
#include "format/ftm/ftm.h"
#include "format/misp/misp.h"
#include "format/stix/stix.h"
#include "format/transcript/dataset_json.h"
#include "format/transcript/script.h"
#include "format/transcript/shape.h"
#include "model/attributes.h"

/* --- places */

struct places {
    struct script_place *items;
    size_t count, capacity;
};

/* Finds the braces that open objects. BYTES are valid JSON. */
static enum status find_objects(const char *bytes, size_t length, struct places *places)
{
    uint32_t line = 1, column = 0;
    bool within = false;
    for (size_t i = 0; i < length; i++) {
        const char c = bytes[i];
        column += ((unsigned char)c & 0xc0) != 0x80;
        if (c == '"') {
            within = !within;
        } else if (within && c == '\\') {
            column++;
            i++;
        } else if (c == '\n') {
            line++;
            column = 0;
        } else if (c == '{' && !within) {
            ARRAY_RESERVE(places, 1);
            places->items[places->count++] = (struct script_place){line, column};
        }
    }
    return STATUS_OK;
}

/* --- the file */

#define EXPECTED "expected an object with \"format\": \"" ATTRIBUTES_NAMESPACE "\""

static enum status report_foreign(const struct exchange_input *input, uint32_t line,
                                  uint32_t column, const char *what)
{
    const struct message_place place = {input->name, line, column};
    messages_error(input->messages, &place, MESSAGE_FOREIGN_FILE, "%s", what);
    return STATUS_INVALID;
}

bool dataset_json_is_one(const json_t *value)
{
    const json_t *format = json_object_get(value, SHAPE_FORMAT);
    if (!json_is_object(value))
        return false;
    if (json_is_string(format))
        return strcmp(json_string_value(format), ATTRIBUTES_NAMESPACE) == 0;
    return format == NULL && json_is_array(json_object_get(value, "actors")) &&
           json_is_array(json_object_get(value, "relations"));
}

static enum status parse(const struct exchange_input *input, const char *bytes, size_t length,
                         json_t **root)
{
    json_error_t error;
    *root = json_loadb(bytes, length, JSON_REJECT_DUPLICATES, &error);
    if (*root != NULL)
        return STATUS_OK;
    if (json_error_code(&error) == json_error_out_of_memory)
        return STATUS_MEMORY;
    struct buffer text = BUFFER_EMPTY;
    if (json_error_code(&error) == json_error_null_character)
        buffer_text(&text, "a string has the character U+0000; remove it");
    else
        buffer_format(&text, "not valid JSON: %s", error.text);
    const enum status status =
        report_foreign(input, error.line > 0 ? (uint32_t)error.line : 0,
                       error.column > 0 ? (uint32_t)error.column : 0, buffer_string(&text));
    buffer_clear(&text);
    return status;
}

/* Unless all of it is right, nothing is written to DRAFT. */
static enum status write_draft(const struct exchange_input *input, const json_t *root,
                               const struct places *places, struct draft *draft)
{
    struct tape tape = {.elements = 0};
    struct script script = {.input = input,
                            .xml = tape_xml(&tape),
                            .places = places->items,
                            .place_count = places->count};
    if (!dataset_json_is_one(root))
        return report_foreign(input, 1, 1,
                              "not an entente dataset in JSON: " EXPECTED
                              "; if it is JSON of another kind, name it with --input-format");
    enum status status = script_element(&script, RULE_NETWORK, root, 0);
    if (status == STATUS_OK)
        status = buffer_status(&script.path);
    if (status == STATUS_OK)
        status = buffer_status(&tape.bytes);
    if (status == STATUS_OK && script.wrong)
        status = STATUS_INVALID;
    if (status == STATUS_OK)
        tape_play(&tape, NULL, false, &draft->xml);
    script_clear(&script);
    tape_clear(&tape);
    return status;
}

/* Other formats in JSON, which say what they are. */
static bool is_other(const json_t *root)
{
    return stix_is_bundle(root) || misp_is_cluster(root) || ftm_is_entity(root);
}

static enum status read_other(const struct exchange_input *input, const json_t *root,
                              const char *bytes, size_t length, struct draft *draft)
{
    return stix_is_bundle(root)    ? stix_read_json(input, root, bytes, length, draft)
           : misp_is_cluster(root) ? misp_read_json(input, root, bytes, length, draft)
                                   : ftm_read_json(input, root, draft);
}

static enum status read_bytes(const struct exchange_input *input, const char *bytes,
                              size_t length, struct draft *draft)
{
    static const char mark[] = "\xef\xbb\xbf"; /* of the order of bytes */
    struct places places = {NULL, 0, 0};
    json_t *root;
    if (length >= 3 && memcmp(bytes, mark, 3) == 0) {
        bytes += 3;
        length -= 3;
    }
    if (length == 0)
        return report_foreign(input, 0, 0, "the file is empty: " EXPECTED);
    TRY(parse(input, bytes, length, &root));
    enum status status;
    if (is_other(root)) {
        status = read_other(input, root, bytes, length, draft);
        json_decref(root);
        return status;
    }
    status = find_objects(bytes, length, &places);
    if (status == STATUS_OK)
        status = write_draft(input, root, &places, draft);
    json_decref(root);
    free(places.items);
    return status;
}

enum status dataset_json_read(const struct exchange_input *input, struct draft *draft)
{
    struct buffer bytes = BUFFER_EMPTY;
    enum status status = exchange_read_bytes(input, &bytes);
    if (status == STATUS_OK)
        status = read_bytes(input, buffer_string(&bytes), bytes.length, draft);
    buffer_clear(&bytes);
    return status;
}
