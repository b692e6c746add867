/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/intake/intake.h"

#include <string.h>

#include "format/diagram/diagram.h"
#include "format/diagram/diagram_words.h"
#include "model/date.h"

enum status intake_init(struct intake *intake, const struct exchange_input *input)
{
    *intake = (struct intake){.input = input};
    TRY(gathering_new(&intake->gathering));
    return strings_init(&intake->ids);
}

void intake_clear(struct intake *intake)
{
    gathering_free(intake->gathering);
    strings_clear(&intake->ids);
}

/* --- JSON */

enum status intake_foreign(const struct exchange_input *input, const char *format,
                           const char *reason)
{
    const struct message_place place = {input->name, 0, 0};
    messages_error(input->messages, &place, MESSAGE_FOREIGN_FILE, "this is not %s: %s", format,
                   reason);
    return STATUS_INVALID;
}

static enum status report_json(const struct exchange_input *input, const json_error_t *error,
                               uint32_t line, const char *format, bool as_row)
{
    const uint32_t at = line - 1 + (error->line > 0 ? (uint32_t)error->line : 1);
    const uint32_t column = error->column > 0 ? (uint32_t)error->column : 0;
    const struct message_place place = {input->name, at, column};
    if (as_row) {
        diagram_fault(input, (struct gathered_place){at, column}, "this is not valid JSON: %s",
                      error->text);
        return STATUS_OK;
    }
    messages_error(input->messages, &place, MESSAGE_FOREIGN_FILE,
                   "this is not %s, because it is not valid JSON: %s", format, error->text);
    return STATUS_INVALID;
}

enum status intake_parse(const struct exchange_input *input, const char *bytes, size_t length,
                         uint32_t line, const char *format, bool as_row, json_t **value)
{
    json_error_t error;
    if (length >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0) { /* a byte order mark */
        bytes += 3;
        length -= 3;
    }
    *value = json_loadb(bytes, length, JSON_REJECT_DUPLICATES, &error);
    if (*value != NULL)
        return STATUS_OK;
    if (json_error_code(&error) == json_error_out_of_memory)
        return STATUS_MEMORY;
    return report_json(input, &error, line, format, as_row);
}

enum status intake_read(const struct exchange_input *input, const char *format,
                        intake_reader *read, struct draft *draft)
{
    struct buffer bytes = BUFFER_EMPTY;
    json_t *root = NULL;
    enum status status = exchange_read_bytes(input, &bytes);
    if (status == STATUS_OK)
        status =
            intake_parse(input, buffer_string(&bytes), bytes.length, 1, format, false, &root);
    if (status == STATUS_OK)
        status = read(input, root, buffer_string(&bytes), bytes.length, draft);
    json_decref(root);
    buffer_clear(&bytes);
    return status;
}

const char *intake_string(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text != NULL ? text : "";
}

const char *intake_item(const json_t *object, const char *key, size_t index)
{
    return json_string_value(json_array_get(json_object_get(object, key), index));
}

/* Where the scan of a file is. */
struct scan {
    const char *at, *end;
    uint32_t line, column;
    unsigned depth;
    bool key_seen; /* the last string at depth 1 was the key */
    bool within;   /* the array of the key */
};

static void advance(struct scan *scan)
{
    if (*scan->at == '\n') {
        scan->line++;
        scan->column = 0;
    } else {
        scan->column += ((unsigned char)*scan->at & 0xc0) != 0x80;
    }
    scan->at++;
}

/* Passes the string at the cursor; returns its length. */
static size_t pass_string(struct scan *scan)
{
    const char *start = scan->at;
    advance(scan);
    while (scan->at < scan->end && *scan->at != '"') {
        if (*scan->at == '\\' && scan->at + 1 < scan->end)
            advance(scan);
        advance(scan);
    }
    if (scan->at < scan->end)
        advance(scan);
    return (size_t)(scan->at - start);
}

void intake_places(const char *bytes, size_t length, const char *key,
                   struct gathered_place *places, size_t count)
{
    struct scan scan = {.at = bytes, .end = bytes + length, .line = 1, .column = 0};
    const size_t size = strlen(key);
    size_t found = 0;
    memset(places, 0, count * sizeof *places);
    while (scan.at < scan.end && found < count) {
        const char c = *scan.at, *start = scan.at;
        if (c == '"') {
            const size_t used = pass_string(&scan);
            if (scan.depth == 1)
                scan.key_seen = used == size + 2 && memcmp(start + 1, key, size) == 0;
            continue;
        }
        if (c == '[' && scan.depth == 1)
            scan.within = scan.key_seen;
        if (c == '{' && scan.depth == 2 && scan.within)
            places[found++] = (struct gathered_place){scan.line, scan.column + 1};
        scan.depth += c == '{' || c == '[';
        scan.depth -= (c == '}' || c == ']') && scan.depth > 0;
        advance(&scan);
    }
}

/* --- texts and dates */

enum status intake_text(struct intake *intake, const char *text, uint32_t *number)
{
    return gathering_text(intake->gathering, text, strlen(text), number);
}

/* Copies the date that TEXT begins with. */
static void cut_date(const char *text, char date[11])
{
    struct date parsed;
    size_t length = strcspn(text, "T ");
    if (length > 10)
        length = 10;
    memcpy(date, text, length);
    date[length] = '\0';
    if (date_parse(date, &parsed) != DATE_VALID || strchr(date, '/') != NULL)
        date[0] = '\0';
}

enum status intake_date(struct intake *intake, const char *text, uint32_t *date)
{
    char day[11];
    cut_date(text, day);
    losses_add(intake->input->losses, "dates that cannot be understood",
               *text != '\0' && *day == '\0');
    return intake_text(intake, day, date);
}

/* The interval as a dataset has it; it may be none. */
static void write_interval(struct buffer *out, const char *from, const char *to, bool ended)
{
    if (from[0] != '\0' && strcmp(from, to) == 0)
        buffer_text(out, from);
    else
        buffer_format(out, "%s/%s", from, to[0] != '\0' ? to : ended ? "" : "..");
}

enum status intake_interval(struct intake *intake, const char *start, const char *end, bool ended,
                            struct gathered_place place, uint32_t *when)
{
    char from[11], to[11];
    struct date parsed;
    struct buffer text = BUFFER_EMPTY;
    *when = 0;
    if (*start == '\0' && *end == '\0')
        return STATUS_OK;
    cut_date(start, from);
    cut_date(end, to);
    write_interval(&text, from, to, ended);
    const char *wrong = *start != '\0' && *from == '\0' ? start
                        : *end != '\0' && *to == '\0'   ? end
                                                        : NULL;
    enum status status = buffer_status(&text);
    if (status == STATUS_OK && wrong == NULL &&
        date_parse(buffer_string(&text), &parsed) == DATE_VALID)
        status = intake_text(intake, buffer_string(&text), when);
    else if (status == STATUS_OK) {
        if (wrong != NULL)
            diagram_fault(intake->input, place, "\"%.100s\" is no date; write it like 2020-06-15",
                          wrong);
        else
            diagram_fault(intake->input, place,
                          "\"%.40s\" is not before \"%.40s\"; correct the dates", start, end);
        *when = INTAKE_FAULT;
    }
    buffer_clear(&text);
    return status;
}

bool intake_read_confidence(const struct intake *intake, const json_t *object,
                            struct gathered_place place, int *confidence)
{
    const json_t *given = json_object_get(object, "confidence");
    const json_int_t value = json_is_integer(given) ? json_integer_value(given) : -1;
    const bool valid = given == NULL || json_is_null(given) || (value >= 0 && value <= 100);
    *confidence = value >= 0 && value <= 100 ? (int)value : -1;
    if (!valid)
        diagram_fault(intake->input, place,
                      "\"confidence\" must be a whole number from 0 to 100");
    return valid;
}

/* --- details */

enum status intake_actor_detail(struct intake *intake, uint32_t actor, enum gathered_detail what,
                                const char *name, const char *value)
{
    uint32_t first, second;
    TRY(intake_text(intake, name, &first));
    TRY(intake_text(intake, value, &second));
    return second != 0 ? gathering_actor_detail(intake->gathering, actor, what, first, second)
                       : STATUS_OK;
}

enum status intake_tie_detail(struct intake *intake, uint32_t tie, enum gathered_detail what,
                              const char *name, const char *value)
{
    uint32_t first, second;
    TRY(intake_text(intake, name, &first));
    TRY(intake_text(intake, value, &second));
    return second != 0 ? gathering_tie_detail(intake->gathering, tie, what, first, second, 0)
                       : STATUS_OK;
}

enum status intake_form(struct intake *intake, struct gathered_tie *tie, const char *word,
                        const char **rest)
{
    *rest = "";
    if (*word == '\0')
        return STATUS_OK;
    if (diagram_words_is_form(word))
        return intake_text(intake, word, &tie->form);
    *rest = word;
    return STATUS_OK;
}

void intake_report_denial(const struct intake *intake, struct gathered_place place,
                          const char *word)
{
    diagram_fault(intake->input, place,
                  "\"%.100s\" says that something is not so, but not clearly what or who "
                  "says so; write it like \"does not support\", or convert a table of claims",
                  word);
}

enum status intake_source(struct intake *intake, const char *name, uint32_t *index)
{
    uint32_t key;
    TRY(intake_text(intake, name, &key));
    return gathering_source(intake->gathering, key, index);
}

int intake_confidence(int credibility)
{
    return credibility >= 1 && credibility <= 5 ? 110 - 20 * credibility : -1;
}
