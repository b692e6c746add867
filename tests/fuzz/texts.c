/* SPDX-License-Identifier: MIT */
/* Fuzz targets that parse a line of text: dates, XPath conditions, selection options. */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "cli/relation_query.h"
#include "target.h"

/* A text that ends at the first NUL in BYTES, if any. */
static char *make_text(const char *bytes, size_t length)
{
    char *text = malloc(length + 1);
    target_demand(text != NULL, "memory");
    memcpy(text, bytes, length);
    text[length] = '\0';
    return text;
}

static void check_end(const struct date_end *end)
{
    target_demand(end->bound != DATE_KNOWN || end->first <= end->last,
                  "the first day of a date is not after its last");
}

void fuzz_date(const char *bytes, size_t length)
{
    char *text = make_text(bytes, length);
    struct date date;
    if (date_parse(text, &date) == DATE_VALID) {
        check_end(&date.start);
        check_end(&date.end);
        struct date_span span = date_known_span(&date);
        bool empty = span.first > span.last;
        target_demand(empty || date_holds(&date, span), "a date holds when it is known to hold");
        target_demand(!date_ended_before(&date, &date), "no date ends before itself");
    }
    free(text);
}

static void select_by(const struct settings *settings)
{
    struct target_words words;
    struct relation_query query;
    target_words_begin(&words);
    enum status status =
        relation_query_init(&query, target_sample(), settings, NULL, &words.messages);
    target_demand(status == STATUS_OK || words.messages.errors > 0,
                  "an option that is refused is a message");
    if (status == STATUS_OK)
        relation_query_clear(&query);
    target_words_end(&words);
}

void fuzz_condition(const char *bytes, size_t length)
{
    struct settings settings = {NULL, 0, 0};
    char *text = make_text(bytes, length);
    target_demand(settings_add(&settings, "where", text) == STATUS_OK, "memory");
    select_by(&settings);
    settings_clear(&settings);
    free(text);
}

/* Each line is NAME=VALUE. */
void fuzz_criteria(const char *bytes, size_t length)
{
    struct settings settings = {NULL, 0, 0};
    char *text = make_text(bytes, length), *rest = text;
    for (char *line; (line = strsep(&rest, "\n")) != NULL;) {
        const char *name = strsep(&line, "=");
        if (criteria_knows(name))
            target_demand(settings_add(&settings, name, line) == STATUS_OK, "memory");
    }
    select_by(&settings);
    settings_clear(&settings);
    free(text);
}
