/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/xml/feed.h"

#include <assert.h>
#include <string.h>

#include "format/xml/values.h"

void feed_init(struct feed *feed, const char *path, const struct reader_grammar *grammar,
               const struct reader_limits *limits, void *context, struct messages *messages)
{
    *feed = (struct feed){
        .driver = {.grammar = grammar,
                   .context = context,
                   .document = {.path = path, .limits = limits, .messages = messages},
                   .elements = {.rules = &grammar->rules}}};
}

/* --- places and limits */

/* Moves to the place of the element that begins. */
static void locate(struct feed *feed)
{
    struct cursor *cursor = &feed->driver.document.cursor;
    const struct elements_entry *around = elements_innermost(&feed->driver.elements);
    if (feed->placed) {
        cursor->line = feed->line;
        cursor->column = feed->column;
    } else if (around != NULL) {
        cursor->line = around->place.line;
        cursor->column = around->place.column;
    }
    feed->placed = false;
}

static bool is_within_limits(struct feed *feed)
{
    struct document *document = &feed->driver.document;
    const struct reader_limits *limits = document->limits;
    const struct message_place place = document_place(document, NULL);
    if (!driver_may_start(&feed->driver, feed->attribute_count))
        return false;
    if (feed->driver.values.length > limits->tag)
        document_report_limit(document, &place, "limit-tag",
                              "the attributes of <%s> are longer than %lu bytes", feed->name,
                              (unsigned long)limits->tag);
    else if (feed->length > limits->input)
        document_report_limit(document, &place, "limit-bytes",
                              "the dataset would be larger than %lu bytes",
                              (unsigned long)limits->input);
    return !document->stopped;
}

/* --- start tags */

static const char *find_id(const struct feed *feed)
{
    for (size_t i = 0; i < feed->attribute_count; i++)
        if (strcmp(feed->attributes[i].name, "id") == 0)
            return feed->driver.values.bytes + feed->attributes[i].value;
    return NULL;
}

/* Each value ends with a NUL. */
static void take_values(struct feed *feed, const struct rule_element *rule, const char *values[])
{
    struct document *document = &feed->driver.document;
    char *bytes = feed->driver.values.bytes;
    int next = 0;
    values_begin(rule, values);
    for (size_t i = 0; i < feed->attribute_count; i++) {
        const size_t begin = feed->attributes[i].value;
        const size_t end = i + 1 < feed->attribute_count ? feed->attributes[i + 1].value
                                                         : feed->driver.values.length;
        values_take(document, &feed->driver.grammar->rules, rule, feed->attributes[i].name,
                    bytes + begin, bytes + end - 1, &next, values);
    }
    values_end(document, rule, values);
}

static void pass_start(struct feed *feed)
{
    struct driver *driver = &feed->driver;
    const char *values[READER_MAX_ATTRIBUTES];
    const int rule = driver_open(driver, feed->name, driver->grammar->rules.namespace);
    if (rule == RULE_NONE) {
        driver_skip(driver, find_id(feed));
        return;
    }
    take_values(feed, driver_rule(driver, rule), values);
    driver_start(driver, rule, values);
}

/* Adds a text to the values; what cannot be in a dataset is replaced, and told once the place is
   known. */
static void add_clean(struct feed *feed, const char *text, size_t length)
{
    const uint32_t replaced = xml_add_clean(&feed->driver.values, text, length);
    feed->replaced = feed->replaced == 0 ? replaced : feed->replaced;
}

static void warn(struct feed *feed)
{
    const struct message_place place = document_place(&feed->driver.document, NULL);
    if (feed->replaced != 0 && !feed->driver.document.stopped)
        document_warn_replaced(&feed->driver.document, &place, feed->replaced);
    feed->replaced = 0;
}

/* Passes on the start tag, as something else follows. */
static void finish_tag(struct feed *feed)
{
    if (feed->name == NULL)
        return;
    locate(feed);
    warn(feed);
    if (feed->driver.values.failed)
        document_raise(&feed->driver.document, STATUS_MEMORY);
    if (is_within_limits(feed))
        pass_start(feed);
    feed->name = NULL;
}

/* --- what is written */

static void start(void *context, const char *name)
{
    struct feed *feed = context;
    finish_tag(feed);
    feed->name = name;
    feed->attribute_count = 0;
    feed->driver.values.length = 0;
    feed->length += 2 * strlen(name) + strlen("<></>");
}

static void attribute(void *context, const char *name, const char *value)
{
    struct feed *feed = context;
    struct buffer *values = &feed->driver.values;
    assert(feed->attribute_count < READER_MAX_ATTRIBUTES);
    feed->attributes[feed->attribute_count++] = (struct feed_attribute){name, values->length};
    add_clean(feed, value, strlen(value));
    buffer_char(values, '\0');
    feed->length += strlen(name) + strlen(value) + strlen(" =\"\"");
}

/* The values of the start tag are no longer needed, so that their memory can be used. */
static void text(void *context, const char *bytes, size_t length)
{
    struct feed *feed = context;
    struct buffer *clean = &feed->driver.values;
    finish_tag(feed);
    clean->length = 0;
    add_clean(feed, bytes, length);
    warn(feed);
    if (clean->failed)
        document_raise(&feed->driver.document, STATUS_MEMORY);
    else
        driver_text(&feed->driver, buffer_string(clean), clean->length);
    feed->length += length;
}

static void end(void *context, const char *name)
{
    struct feed *feed = context;
    (void)name;
    finish_tag(feed);
    driver_end(&feed->driver);
}

static void place(void *context, uint32_t line, uint32_t column)
{
    struct feed *feed = context;
    finish_tag(feed);
    feed->placed = true;
    feed->line = line;
    feed->column = column;
}

struct xml feed_xml(struct feed *feed)
{
    static const struct xml_visitor visitor = {
        .start = start, .attribute = attribute, .text = text, .end = end, .place = place};
    return (struct xml){.visitor = &visitor, .context = feed};
}

enum status feed_end(struct feed *feed, uint64_t *length)
{
    const struct document *document = &feed->driver.document;
    driver_clear(&feed->driver);
    *length = document->stopped ? 0 : feed->length;
    return document->status;
}
