/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/choices.h"

#define COUNT(words) (sizeof(words) / sizeof *(words)-1)

static const char *const rows[] = {"relations", "actors", "events", "claims", "sources", NULL};
static const char *const orders[] = {"file", "type", "id", NULL};
static const char *const colors[] = {"always", "never", "auto", NULL};

static const char *const list_formats[] = {
#define LIST_FORMAT(word, ...) word,
#include "cli/formats.def"
    NULL,
};
static const char *const explain_formats[] = {
#define EXPLAIN_FORMAT(word, ...) word,
#include "cli/formats.def"
    NULL,
};
static const char *const sources_formats[] = {
#define SOURCES_FORMAT(word, ...) word,
#include "cli/formats.def"
    NULL,
};
static const char *const diff_formats[] = {
#define DIFF_FORMAT(word, ...) word,
#include "cli/formats.def"
    NULL,
};

const struct vocabulary choices_rows = {"kind of row", rows, COUNT(rows)};
const struct vocabulary choices_orders = {"order", orders, COUNT(orders)};
const struct vocabulary choices_colors = {"value", colors, COUNT(colors)};
const struct vocabulary choices_list_formats = {"list format", list_formats, COUNT(list_formats)};
const struct vocabulary choices_explain_formats = {"explanation format", explain_formats,
                                                   COUNT(explain_formats)};
const struct vocabulary choices_sources_formats = {"source list format", sources_formats,
                                                   COUNT(sources_formats)};
const struct vocabulary choices_diff_formats = {"diff format", diff_formats, COUNT(diff_formats)};
