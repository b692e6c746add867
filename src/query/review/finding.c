/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/review/finding.h"

#include <stdarg.h>

void finding_report(const struct review *review, uint32_t line, enum message_code code,
                    const char *format, ...)
{
    const struct message_place place = {review->path, line, 0};
    struct buffer text = BUFFER_EMPTY;
    va_list list;
    va_start(list, format);
    buffer_format_list(&text, format, list);
    va_end(list);
    messages_warning(review->messages, &place, code, "%s", buffer_string(&text));
    buffer_clear(&text);
}

const char *finding_source(const struct review *review, uint32_t source)
{
    return network_text(review->network, review->network->sources.items[source].id);
}

const char *finding_relation(const struct review *review, uint32_t relation)
{
    return network_text(review->network, review->network->relations.items[relation].id);
}
