/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/criterion/parser.h"

#include "base/memory/array.h"

enum status criterion_add_item(const struct criterion_parser *parser, uint32_t item)
{
    struct criteria_list *list = &parser->value->list;
    ARRAY_RESERVE(list, 1);
    list->items[list->count++] = item;
    return STATUS_OK;
}

enum status criterion_report_unknown(const struct criterion_parser *parser, const char *what,
                                     const char *word, const char *nearest)
{
    const char *name = parser->name;
    if (nearest != NULL)
        messages_setting_error(parser->messages, name, MESSAGE_UNKNOWN_WORD,
                               "unknown %s \"%s\"; did you mean \"%s\"?", what, word, nearest);
    else
        messages_setting_error(parser->messages, name, MESSAGE_UNKNOWN_WORD, "unknown %s \"%s\"",
                               what, word);
    return STATUS_FAILURE;
}
