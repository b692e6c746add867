/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/figures/figure_request.h"

#include <string.h>

#include "base/text/escape.h"
#include "cli/figures/figure_words.h"
#include "cli/option_table.h"
#include "scene/builder.h"
#include "scene/coloring.h"
#include "scene/languages.h"
#include "scene/sides.h"
#include "scene/telling.h"

static enum status set_picture_options(struct scene_options *picture,
                                       const struct settings *settings, struct messages *messages)
{
    scene_options_init(picture);
    for (size_t i = 0; i < settings->count; i++)
        if (scene_options_has(settings->items[i].name))
            TRY(scene_options_set(picture, &settings->items[i], messages));
    return STATUS_OK;
}

static bool has_relations(const struct network *network, uint32_t vertex)
{
    for (size_t i = 0; i < network->ends.count; i++)
        if (network->ends.items[i] == vertex)
            return true;
    return false;
}

/* Adds how to draw an actor that was asked for, but has no relations. */
static void add_isolated(const struct relation_query *query, bool of_view, struct buffer *out)
{
    const struct network *network = query->network;
    const struct criteria_list *actors = &query->criteria.values[CRITERION_ACTOR].list;
    for (size_t i = 0; i < actors->count; i++) {
        uint32_t vertex = actors->items[i];
        if (network->vertices.items[vertex].kind == KIND_EVENT || has_relations(network, vertex))
            continue;
        buffer_format(out, "; \"%s\" has no relations: use ",
                      network_text(network, network->vertices.items[vertex].id));
        option_write(out, "isolated", "keep", of_view);
        buffer_text(out, " to draw it");
        return;
    }
}

static enum status report_empty(const struct figure_request *request, struct messages *messages)
{
    struct buffer words = BUFFER_EMPTY;
    relation_query_explain_empty(&request->query, messages, &words);
    if (!request->picture.isolated)
        add_isolated(&request->query, messages->default_subject != NULL, &words);
    messages_error(messages, NULL, MESSAGE_NOTHING_TO_DRAW, "nothing to draw: %s",
                   buffer_string(&words));
    buffer_clear(&words);
    return STATUS_FAILURE;
}

/* Says how many actors were left out, unless the user has decided about them. */
static void note_isolated(const struct figure_request *request, struct messages *messages)
{
    size_t count = request->scene.isolated;
    struct buffer option = BUFFER_EMPTY;
    if (count == 0 || request->picture.isolated_given)
        return;
    option_write(&option, "isolated", "keep", messages->default_subject != NULL);
    messages_note(messages, MESSAGE_LEFT_OUT,
                  "%zu actor%s without relations left out; use %s to draw %s", count,
                  count == 1 ? "" : "s", buffer_string(&option), count == 1 ? "it" : "them");
    buffer_clear(&option);
}

/* Says why the sides that were asked for have no effect. */
static void note_sides(const struct figure_request *request, struct messages *messages)
{
    const char *sides = request->picture.sides;
    if (sides == NULL || strcmp(sides, "none") == 0 || request->scene.sided)
        return;
    if (request->scene.engine != ENGINE_AUTO)
        messages_note(messages, MESSAGE_NO_SIDES,
                      "sides have no effect: the layouts of Graphviz, which large or dense "
                      "networks always have, know none");
    else if (strcmp(sides, "auto") == 0)
        messages_note(messages, MESSAGE_NO_SIDES,
                      "no two camps found for sides=auto; name the actors instead, as in a,b/c");
    else
        messages_note(messages, MESSAGE_NO_SIDES,
                      "sides have no effect: none of their actors is drawn");
}

/* Builds the scene; a failure if nothing is to be drawn. */
static enum status build(struct figure_request *request, struct messages *messages)
{
    const struct relation_query *query = &request->query;
    if (query->selection.count == 0 && query->selection.top_count == 0 &&
        !request->picture.isolated)
        return report_empty(request, messages);
    TRY(builder_build(&request->scene, query->network, buffer_string(&request->dataset),
                      &query->selection, &query->criteria, &request->picture));
    if (request->scene.node_count > 0)
        return STATUS_OK;
    scene_clear(&request->scene);
    return report_empty(request, messages);
}

/* The name of the dataset as an SVG can state it: what is read from an attribute has spaces in
   the place of other white space (XML 1.0, section 3.3.3), so that it is stated again as it was.
 */
static enum status set_dataset(struct figure_request *request, const char *path)
{
    const char *name = figure_request_base_name(path);
    struct buffer *stated = &request->dataset;
    escape_for_file(stated, name, strlen(name));
    for (size_t i = 0; !stated->failed && i < stated->length; i++)
        if (strchr("\t\n\r", stated->bytes[i]) != NULL)
            stated->bytes[i] = ' ';
    return buffer_status(stated);
}

/* Ends the prefix of ids in a hyphen. */
static enum status set_id_prefix(struct figure_request *request, const char *view)
{
    const char *prefix = view != NULL ? view : request->picture.id_prefix;
    if (prefix == NULL)
        return STATUS_OK;
    buffer_text(&request->id_prefix, prefix);
    if (view != NULL || prefix[strlen(prefix) - 1] != '-')
        buffer_char(&request->id_prefix, '-');
    request->picture.id_prefix = buffer_string(&request->id_prefix);
    return buffer_status(&request->id_prefix);
}

static void note_amounts(const struct figure_request *request, struct messages *messages)
{
    if (request->picture.width_by_amount && !request->scene.amounts.given)
        messages_note(messages, MESSAGE_NO_AMOUNTS,
                      "no drawn relation has an amount; all lines are equally wide");
}

static void note_choices(const struct figure_request *request, struct messages *messages)
{
    note_isolated(request, messages);
    note_sides(request, messages);
    note_amounts(request, messages);
}

enum status figure_request_state(struct figure_request *request, const struct settings *settings,
                                 bool discreet)
{
    buffer_clear(&request->words);
    figure_words_write(&request->words, settings, &request->query.criteria.canonical,
                       &request->scene, discreet);
    request->scene.options = buffer_string(&request->words);
    return buffer_status(&request->words);
}

/* Lets the figure say how it was asked for; one of what changed can't be drawn from one dataset.
 */
static enum status state_options(struct figure_request *request, const struct settings *settings)
{
    if (request->picture.comparison != NULL)
        return STATUS_OK;
    return figure_request_state(request, settings, request->query.network->edition != 0);
}

/* Builds the scene of a request that has its options. */
static enum status build_scene(struct figure_request *request, const struct network *network,
                               const struct settings *settings, struct quota *quota,
                               struct messages *messages)
{
    TRY(relation_query_init(&request->query, network, settings, quota, messages));
    enum status status = build(request, messages);
    request->scene.most_bytes = request->query.most_bytes;
    if (status != STATUS_OK) {
        relation_query_clear(&request->query);
        return status;
    }
    if (request->picture.language != NULL)
        languages_check_names(&request->scene, messages);
    note_choices(request, messages);
    return STATUS_OK;
}

/* Initializes a request whose picture has its options. */
static enum status init(struct figure_request *request, const struct network *network,
                        const char *dataset, const char *view, const struct settings *settings,
                        struct quota *quota, struct messages *messages)
{
    if (request->picture.language != NULL)
        TRY(languages_check(network, request->picture.language, messages));
    if (request->picture.sides != NULL)
        TRY(sides_check(network, request->picture.sides, messages));
    if (request->picture.color_by != NULL)
        TRY(coloring_check(network, request->picture.color_by, messages));
    if (request->picture.as_told_by != NULL)
        TRY(telling_check(network, request->picture.as_told_by, messages));
    request->dataset = request->id_prefix = request->words = (struct buffer)BUFFER_EMPTY;
    enum status status = set_dataset(request, dataset);
    if (status == STATUS_OK)
        status = set_id_prefix(request, view);
    if (status == STATUS_OK)
        status = build_scene(request, network, settings, quota, messages);
    if (status != STATUS_OK) {
        buffer_clear(&request->dataset);
        buffer_clear(&request->id_prefix);
        return status;
    }
    status = state_options(request, settings);
    if (status != STATUS_OK)
        figure_request_clear(request);
    return status;
}

enum status figure_request_init(struct figure_request *request, const struct network *network,
                                const char *dataset, const char *view,
                                const struct settings *settings, struct quota *quota,
                                struct messages *messages)
{
    TRY(set_picture_options(&request->picture, settings, messages));
    return init(request, network, dataset, view, settings, quota, messages);
}

enum status figure_request_init_comparison(struct figure_request *request,
                                           const struct network *network, const char *dataset,
                                           const struct settings *settings,
                                           const struct scene_comparison *comparison,
                                           struct quota *quota, struct messages *messages)
{
    TRY(set_picture_options(&request->picture, settings, messages));
    request->picture.comparison = comparison;
    return init(request, network, dataset, NULL, settings, quota, messages);
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
    buffer_clear(&request->dataset);
    buffer_clear(&request->id_prefix);
    buffer_clear(&request->words);
}

const char *figure_request_base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash != NULL ? slash + 1 : path;
}
