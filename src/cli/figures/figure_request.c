/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/figures/figure_request.h"

#include <string.h>

#include "scene/builder.h"
#include "scene/languages.h"

static enum status set_picture_options(struct scene_options *picture,
                                       const struct settings *settings, struct messages *messages)
{
    scene_options_init(picture);
    for (size_t i = 0; i < settings->count; i++)
        if (scene_options_has(settings->items[i].name))
            TRY(scene_options_set(picture, &settings->items[i], messages));
    return STATUS_OK;
}

static enum status report_empty(const struct relation_query *query, struct messages *messages)
{
    struct buffer words = BUFFER_EMPTY;
    relation_query_explain_empty(query, &words);
    messages_error(messages, NULL, MESSAGE_NOTHING_TO_DRAW, "nothing to draw: %s",
                   buffer_string(&words));
    buffer_clear(&words);
    return STATUS_FAILURE;
}

/* Says how many actors were left out, unless the user has decided about them. */
static void note_isolated(const struct figure_request *request, struct messages *messages)
{
    size_t count = request->scene.isolated;
    if (count > 0 && !request->picture.isolated_given)
        messages_note(messages, MESSAGE_LEFT_OUT,
                      "%zu actor%s without relations left out; use --isolated=keep to draw %s",
                      count, count == 1 ? "" : "s", count == 1 ? "it" : "them");
}

enum status figure_request_init(struct figure_request *request, const struct network *network,
                                const char *dataset, const struct settings *settings,
                                struct messages *messages)
{
    TRY(set_picture_options(&request->picture, settings, messages));
    if (request->picture.language != NULL)
        TRY(languages_check(network, request->picture.language, messages));
    TRY(relation_query_init(&request->query, network, settings, messages));
    enum status status =
        request->query.selection.count > 0 ? STATUS_OK : report_empty(&request->query, messages);
    if (status == STATUS_OK)
        status =
            builder_build(&request->scene, network, figure_request_base_name(dataset),
                          &request->query.selection, &request->query.criteria, &request->picture);
    if (status == STATUS_OK)
        note_isolated(request, messages);
    else
        relation_query_clear(&request->query);
    return status;
}

enum status figure_request_draw(struct figure_request *request, enum picture_format format,
                                unsigned jobs, struct buffer *out, struct messages *messages)
{
    const struct layout_limits limits = {request->picture.time_limit, jobs};
    return picture_draw(&request->scene, format, &limits, out, messages);
}

void figure_request_clear(struct figure_request *request)
{
    scene_clear(&request->scene);
    relation_query_clear(&request->query);
}

const char *figure_request_base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash != NULL ? slash + 1 : path;
}
