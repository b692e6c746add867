/* SPDX-License-Identifier: MIT */
/* Fuzz target for the layout search. It runs in this process, since a crash in a child would only
   be a message. The first three bytes of an input determine the number of actors, the page and
   the effort; of every three that follow, two are the ends of a relation and one its properties.
 */
#include <config.h>

#include <stdlib.h>

#include "cli/figures/figure_request.h"
#include "layout/codec.h"
#include "layout/search/candidate.h"
#include "layout/search/strategy.h"
#include "render/page.h"
#include "render/stamp.h"
#include "render/svg_check.h"
#include "scene/lettering.h"
#include "target.h"

enum { FEW = 20, CROWD = 131, MAX_RELATIONS = 80 };

/* Most inputs have few actors, which take a tenth of the time. */
static unsigned count_actors(unsigned char byte)
{
    return byte < 200 ? 1 + byte % FEW : CROWD + byte % 8;
}

static void write_actors(struct buffer *dataset, unsigned count)
{
    static const char *const kinds[] = {"state", "movement", "individual", "organisation"};
    for (unsigned i = 0; i < count; i++)
        buffer_format(dataset, "<%s id='a%u'><name>%.*s</name></%s>", kinds[i % 4], i,
                      (int)(4 + i % 40), "A name that is longer or shorter, as may be",
                      kinds[i % 4]);
}

static void write_relations(struct buffer *dataset, const unsigned char *bytes, size_t length,
                            unsigned actors)
{
    static const char *const types[] = {"support", "hosting", "hostility", "contact"};
    for (size_t i = 0; i + 3 <= length && i / 3 < MAX_RELATIONS; i += 3) {
        unsigned from = bytes[i] % actors, to = bytes[i + 1] % actors, how = bytes[i + 2];
        buffer_format(dataset, "<%s id='r%zu' from='a%u' to='a%u", types[how % 4], i / 3, from,
                      to);
        if ((how & 16) != 0)
            buffer_format(dataset, " a%u", (to + 1) % actors);
        buffer_format(dataset, "' weight='%u'%s/>", 1 + how % 5,
                      (how & 32) != 0 ? " form='a form of some length'" : "");
    }
}

static struct network *make_network(const unsigned char *bytes, size_t length)
{
    struct buffer dataset = BUFFER_EMPTY;
    unsigned actors = count_actors(bytes[0]);
    buffer_text(&dataset, "<network xmlns='urn:entente:network:1'><actors>");
    write_actors(&dataset, actors);
    buffer_text(&dataset, "</actors><relations>");
    write_relations(&dataset, bytes + 3, length - 3, actors);
    buffer_text(&dataset, "</relations></network>");
    struct network *network = target_network(buffer_string(&dataset), dataset.length);
    buffer_clear(&dataset);
    return network;
}

static void take(struct candidate *candidate, enum status status, struct buffer *report)
{
    target_demand(status == STATUS_OK && candidate_take(candidate, report) == STATUS_OK,
                  "a report");
    buffer_clear(report);
}

static void draw(struct scene *scene, const struct layout *layout)
{
    struct target_words words;
    struct buffer out = BUFFER_EMPTY;
    target_words_begin(&words);
    target_demand(page_draw(&out, scene, layout, STAMP_UNSEALED) == STATUS_OK, "a page");
    target_demand(svg_check(buffer_string(&out), out.length, &words.messages) == STATUS_OK,
                  "good markup");
    target_words_end(&words);
    buffer_clear(&out);
}

/* Gives most nodes a place, and pins some. */
static void place_nodes(struct scene *scene, unsigned char how)
{
    for (size_t i = 0; i < scene->node_count; i++)
        if (scene->nodes[i].vertex != SCENE_NONE && i % 5 != 4)
            scene->nodes[i].place =
                (struct scene_place){(double)(i * 37 % 101) / 100, (double)(i * how % 101) / 100,
                                     true, i % 7 == how % 7};
}

static void search(struct scene *scene, unsigned char how)
{
    const struct budget budget = {.sketch_steps = 200,
                                  .refine_steps = 200,
                                  .reheat_steps = 100,
                                  .number_steps = 100,
                                  .rounds = 1 + how % 2,
                                  .segment_pairs = 200000};
    const struct candidate_terms terms = {.scene = scene,
                                          .budget = &budget,
                                          .enlargement = 2 + how % 8,
                                          .numbering = how > 240,
                                          .guided = how % 3 == 0,
                                          .disorder = 0.02};
    const struct strategy *strategy = strategy_for(scene);
    struct candidate candidate;
    struct layout layout;
    struct buffer report = BUFFER_EMPTY;
    place_nodes(scene, how);
    target_demand(candidate_init(&candidate, &terms, how) == STATUS_OK, "memory");
    take(&candidate, strategy->sketch(&candidate, &report), &report);
    take(&candidate, strategy->refine(&candidate, &report), &report);
    target_demand(codec_decode(&layout, scene, &candidate.layout) == STATUS_OK, "a layout");
    draw(scene, &layout);
    layout_clear(&layout);
    candidate_clear(&candidate);
}

static struct settings page_settings(unsigned char page)
{
    static const char *const pages[] = {"column", "full", "a4", "a3", "slide"};
    static const char *const labels[] = {"auto", "form", "number", "none"};
    struct settings settings = {NULL, 0, 0};
    target_demand(settings_add(&settings, "page", pages[page % 5]) == STATUS_OK &&
                      settings_add(&settings, "labels", labels[page / 5 % 4]) == STATUS_OK,
                  "memory");
    return settings;
}

void fuzz_search(const char *input, size_t length)
{
    const unsigned char *bytes = (const unsigned char *)input;
    struct target_words words;
    struct figure_request request;
    if (length < 3)
        return;
    struct settings settings = page_settings(bytes[1]);
    struct network *network = make_network(bytes, length);
    target_words_begin(&words);
    if (network != NULL && figure_request_init(&request, network, "in.xml", NULL, &settings, NULL,
                                               &words.messages) == STATUS_OK) {
        target_demand(lettering_write(&request.scene) == STATUS_OK, "a scene that can be drawn");
        search(&request.scene, bytes[2]);
        figure_request_clear(&request);
    }
    target_words_end(&words);
    settings_clear(&settings);
    network_free(network);
}
