/* SPDX-License-Identifier: MIT */
/* Fuzz targets that draw a dataset, with a synthetic layout, which is fast, or with a real one;
   and one for the reply of a layout's child, which may be anything. */
#include <config.h>

#include <math.h>

#include "cli/figures/figure_request.h"
#include "layout/codec.h"
#include "layout/layout.h"
#include "layout/routing.h"
#include "render/page.h"
#include "render/picture.h"
#include "render/stamp.h"
#include "render/svg_check.h"
#include "scene/fingerprint.h"
#include "scene/lettering.h"
#include "target.h"

/* The length of the input determines the options. */
static struct settings some_settings(size_t length)
{
    static const char *const names[] = {"notes", "no-legend", "lang", "labels"};
    static const char *const values[] = {"", "", "fa", "form"};
    struct settings settings = {NULL, 0, 0};
    for (size_t i = 0; i < 4; i++)
        if ((length >> i & 1) != 0)
            target_demand(settings_add(&settings, names[i], values[i]) == STATUS_OK, "memory");
    return settings;
}

static void draw_with(const char *bytes, size_t length,
                      void (*draw)(struct figure_request *request))
{
    struct settings settings = some_settings(length);
    struct network *network = target_network(bytes, length);
    struct target_words words;
    struct figure_request request;
    target_words_begin(&words);
    if (network != NULL && figure_request_init(&request, network, "in.xml", NULL, &settings, NULL,
                                               &words.messages) == STATUS_OK) {
        draw(&request);
        figure_request_clear(&request);
    }
    target_words_end(&words);
    settings_clear(&settings);
    network_free(network);
}

static void check_markup(const struct buffer *svg)
{
    struct target_words words;
    target_words_begin(&words);
    enum status status = svg_check(buffer_string(svg), svg->length, &words.messages);
    fflush(words.report.stream);
    target_demand(status == STATUS_OK, words.text);
    target_words_end(&words);
}

/* Places nodes on a circle, without an engine. */
static void place_nodes(struct layout *layout)
{
    for (size_t i = 0; i < layout->node_count; i++) {
        double turn = 6.2831853 * (double)i / (double)layout->node_count;
        double reach = 40 * (double)layout->node_count;
        layout->nodes[i] = (struct point){reach * cos(turn), reach * sin(turn)};
    }
}

static void draw_on_a_ring(struct figure_request *request)
{
    struct layout layout;
    struct buffer out = BUFFER_EMPTY;
    char fingerprint[FINGERPRINT_SIZE];
    struct scene *scene = &request->scene;
    target_demand(fingerprint_make(scene, PICTURE_VERSION, fingerprint) == STATUS_OK &&
                      lettering_write(scene) == STATUS_OK &&
                      layout_init(&layout, scene) == STATUS_OK,
                  "a scene that can be drawn");
    place_nodes(&layout);
    target_demand(routing_straight(&layout, scene) == STATUS_OK, "straight lines");
    layout_normalize(&layout, scene);
    target_demand(page_draw(&out, scene, &layout, fingerprint) == STATUS_OK, "a page");
    check_markup(&out);
    layout_clear(&layout);
    buffer_clear(&out);
}

void fuzz_figure(const char *bytes, size_t length)
{
    draw_with(bytes, length, draw_on_a_ring);
}

/* Lays out small networks by the shortest search, others by a Graphviz engine. */
static void draw_for_real(struct figure_request *request)
{
    const struct layout_limits limits = {.time_limit = 300, .jobs = 1};
    struct target_words words;
    struct buffer out = BUFFER_EMPTY;
    target_words_begin(&words);
    request->scene.effort = EFFORT_QUICK;
    if (request->scene.node_count > 6)
        request->scene.engine = ENGINE_DOT;
    enum status status =
        picture_draw(&request->scene, PICTURE_SVG, &limits, &out, &words.messages);
    target_demand(status == STATUS_OK || words.messages.errors > 0,
                  "a picture that fails is a message");
    if (status == STATUS_OK)
        check_markup(&out);
    target_words_end(&words);
    buffer_clear(&out);
}

void fuzz_picture(const char *bytes, size_t length)
{
    draw_with(bytes, length, draw_for_real);
}

void fuzz_layout(const char *bytes, size_t length)
{
    const struct settings settings = {NULL, 0, 0};
    struct target_words words;
    struct figure_request request;
    struct layout layout;
    struct buffer sent = BUFFER_EMPTY, out = BUFFER_EMPTY;
    buffer_add(&sent, bytes, length);
    target_words_begin(&words);
    target_demand(figure_request_init(&request, target_sample(), "in.xml", NULL, &settings, NULL,
                                      &words.messages) == STATUS_OK &&
                      lettering_write(&request.scene) == STATUS_OK,
                  "a scene that can be drawn");
    if (codec_decode(&layout, &request.scene, &sent) == STATUS_OK) {
        target_demand(page_draw(&out, &request.scene, &layout, STAMP_UNSEALED) == STATUS_OK,
                      "a page");
        check_markup(&out);
        layout_clear(&layout);
    }
    figure_request_clear(&request);
    target_words_end(&words);
    buffer_clear(&sent);
    buffer_clear(&out);
}
