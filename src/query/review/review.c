/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/review/review.h"

#include "query/review/claims.h"
#include "query/review/dates.h"
#include "query/review/disclosure.h"
#include "query/review/finding.h"
#include "query/review/names.h"
#include "query/review/sources.h"

static enum status (*const checks[])(const struct review *) = {
#define CHECK(function, codes) function,
#include "query/review/review.def"
};

static enum status run_checks(const struct review *review)
{
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++)
        TRY(checks[i](review));
    return STATUS_OK;
}

/* The words of the dataset were checked when it was read. */
static void silence(struct messages *messages, const char *words)
{
    struct buffer problem = BUFFER_EMPTY;
    message_filter_add_of_file(&messages->filter, words, &problem);
    buffer_clear(&problem);
}

enum status review_network(const struct network *network, const char *path,
                           struct messages *messages)
{
    const struct message_filter filter = messages->filter;
    const struct review review = {network, path, messages};
    silence(messages, network_text(network, network->no_warn));
    enum status status = run_checks(&review);
    messages->filter = filter;
    messages_note_suppressed(messages, path);
    if (status == STATUS_OK && messages_are_failed(messages))
        status = STATUS_INVALID;
    return status;
}
