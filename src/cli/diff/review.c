/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/diff/review.h"

#include "cli/relation_query.h"
#include "query/comparison/comparison.h"
#include "query/comparison/renaming.h"
#include "query/phase.h"

static bool is_selective(const struct settings *settings)
{
    for (size_t i = 0; i < settings->count; i++)
        if (criteria_knows(settings->items[i].name))
            return true;
    return false;
}

/* Keeps the days that the query is about beyond its life. */
static void keep_span(struct review *review, const struct relation_query *query)
{
    const struct date_span *span = phase_period(&query->criteria);
    if (span == NULL)
        return;
    review->span = *span;
    review->scope.span = &review->span;
}

/* What is to be said of the options is said once, of NEW. */
static void pass_errors(void *context, const struct message *message)
{
    if (message->severity == MESSAGE_ERROR)
        messages_report(context, message);
}

/* Limits the scope to what is selected on either side. */
static enum status select_both(struct review *review, const struct options *options,
                               struct messages *messages)
{
    struct relation_query queries[SIDES];
    struct quota quota;
    struct messages quiet;
    const struct network *const *networks = review->sides.networks;
    messages_init(&quiet, pass_errors, messages);
    TRY(quota_init(&quota, options, messages));
    TRY(relation_query_init_beside(&queries[OLD], networks[OLD], networks[NEW],
                                   &options->settings, &quota, &quiet));
    enum status status = relation_query_init_beside(&queries[NEW], networks[NEW], networks[OLD],
                                                    &options->settings, &quota, messages);
    if (status == STATUS_OK) {
        keep_span(review, &queries[NEW]);
        if (queries[OLD].selection.count + queries[NEW].selection.count == 0)
            relation_query_note_empty(&queries[NEW], messages);
        status = scope_select(&review->scope, &review->sides, &queries[OLD].selection,
                              &queries[NEW].selection);
        relation_query_clear(&queries[NEW]);
    }
    relation_query_clear(&queries[OLD]);
    return status;
}

enum status review_init(struct review *review, const char *const names[SIDES],
                        const struct network *const networks[SIDES],
                        const struct options *options, struct messages *messages)
{
    *review = (struct review){.names = {names[OLD], names[NEW]},
                              .label = options_value(options, "label")};
    TRY(sides_init(&review->sides, networks[OLD], networks[NEW]));
    TRY(renaming_find(&review->sides));
    if (is_selective(&options->settings))
        TRY(select_both(review, options, messages));
    return comparison_find(&review->sides, &review->scope, &review->changes);
}

void review_clear(struct review *review)
{
    changes_clear(&review->changes);
    scope_clear(&review->scope);
    sides_clear(&review->sides);
}
