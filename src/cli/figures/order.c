/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/figures/order.h"

#include <string.h>

static enum status take_picture_options(struct scene_options *picture,
                                        const struct settings *settings,
                                        struct messages *messages)
{
    scene_options_init(picture);
    for (size_t i = 0; i < settings->count; i++)
        if (scene_options_know(settings->items[i].name))
            TRY(scene_options_take(picture, &settings->items[i], messages));
    return STATUS_OK;
}

static enum status refuse_empty(const struct query *query, struct messages *messages)
{
    struct buffer words = BUFFER_EMPTY;
    query_explain_empty(query, &words);
    messages_error(messages, NULL, MESSAGE_NOTHING_TO_DRAW, "%s: there is nothing to draw",
                   buffer_string(&words));
    buffer_clear(&words);
    return STATUS_FAILURE;
}

enum status order_init(struct order *order, const struct network *network, const char *dataset,
                       const struct settings *settings, struct messages *messages)
{
    TRY(take_picture_options(&order->picture, settings, messages));
    TRY(query_init(&order->query, network, settings, messages));
    enum status status =
        order->query.selection.count > 0 ? STATUS_OK : refuse_empty(&order->query, messages);
    if (status == STATUS_OK)
        status = scene_init(&order->scene, network, order_base_name(dataset),
                            &order->query.selection, &order->query.criteria, &order->picture);
    if (status != STATUS_OK)
        query_clear(&order->query);
    return status;
}

void order_clear(struct order *order)
{
    scene_clear(&order->scene);
    query_clear(&order->query);
}

const char *order_base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash != NULL ? slash + 1 : path;
}
