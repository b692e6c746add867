/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/caption.h"

#include <strings.h>

#include "model/names.h"
#include "scene/changing.h"
#include "scene/date_wording.h"
#include "scene/filter.h"
#include "scene/sentence.h"
#include "scene/tally.h"

static const char *text_in(const struct network *network, const struct network_name *texts,
                           size_t count, const char *language)
{
    for (size_t i = 0; i < count; i++)
        if (strcasecmp(network_text(network, texts[i].language), language) == 0)
            return network_text(network, texts[i].text);
    return count > 0 ? network_text(network, texts[0].text) : "";
}

static enum status write_filters(struct scene *scene, const struct criteria *criteria)
{
    const struct sentence_style style = {scene->wording, scene->language, true, scene->period};
    struct buffer words = BUFFER_EMPTY;
    if (criteria->canonical.count > 0)
        buffer_format(&words, "%s ", wording_word(scene->wording, WORD_SHOWN));
    filter_describe(&words, scene->network, criteria, &style);
    return scene_keep(scene, &words, &scene->filters);
}

/* Adds "3 undated relations left out", after others; nothing if COUNT is 0. */
static void add_left_out(struct buffer *out, const struct scene *scene, size_t count,
                         enum wording_word one, enum wording_word many)
{
    if (count == 0)
        return;
    buffer_text(out, out->length > 0 ? wording_word(scene->wording, WORD_SEMICOLON) : "");
    wording_count(out, scene->wording, count == 1 ? one : many, count);
}

/* Adds "12 actors and 40 relations". */
static void add_things(struct buffer *out, const struct scene *scene, size_t actors,
                       size_t relations)
{
    enum wording wording = scene->wording;
    if (actors > 0) {
        wording_count(out, wording, actors == 1 ? WORD_LEFT_OUT_ACTOR : WORD_LEFT_OUT_ACTORS,
                      actors);
        buffer_text(out, wording_word(wording, WORD_AND));
    }
    wording_count(out, wording, relations == 1 ? WORD_RELATION : WORD_RELATIONS, relations);
}

/* Adds " (30 too weak, 6 within blocs, 4 of other actors)". */
static void add_reasons(struct buffer *out, const struct scene *scene,
                        const struct selection_left_out *left_out)
{
    const struct {
        size_t count;
        enum wording_word word;
    } reasons[] = {{left_out->weak, WORD_WEAK},
                   {left_out->enclosed, WORD_ENCLOSED},
                   {left_out->lesser, WORD_LESSER}};
    const char *lead = " (";
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++) {
        if (reasons[i].count == 0)
            continue;
        buffer_text(out, lead);
        wording_count(out, scene->wording, reasons[i].word, reasons[i].count);
        lead = wording_word(scene->wording, WORD_COMMA);
    }
    buffer_char(out, ')');
}

/* Adds "12 actors and 40 relations left out (36 too weak, 4 within blocs)". An actor is left
   out only together with a relation. */
static void add_thinning(struct buffer *out, const struct scene *scene,
                         const struct selection_left_out *left_out)
{
    size_t relations = left_out->weak + left_out->enclosed + left_out->lesser;
    struct buffer things = BUFFER_EMPTY;
    if (relations == 0)
        return;
    add_things(&things, scene, left_out->vertices, relations);
    wording_fill(out, scene->wording, WORD_LEFT_OUT, buffer_string(&things));
    add_reasons(out, scene, left_out);
    out->failed |= things.failed;
    buffer_clear(&things);
}

/* Writes "12 actors and 40 relations left out; 3 undated relations left out", which stays at the
   foot whatever else it says. */
static enum status write_left_out(struct scene *scene, const struct selection *selection)
{
    struct buffer words = BUFFER_EMPTY;
    add_thinning(&words, scene, &selection->left_out);
    add_left_out(&words, scene, selection->undated, WORD_ONE_UNDATED, WORD_UNDATED);
    add_left_out(&words, scene, scene->isolated, WORD_ONE_ISOLATED, WORD_ISOLATED);
    return scene_keep(scene, &words, &scene->left_out);
}

static enum status write_counts(struct scene *scene)
{
    const struct network *network = scene->network;
    const char *separator = wording_word(scene->wording, WORD_SEMICOLON);
    struct buffer words = BUFFER_EMPTY;
    enum status status = tally_write(&words, scene);
    buffer_format(&words, "%s%s", scene->left_out[0] != '\0' ? separator : "", scene->left_out);
    if (status == STATUS_OK && network->as_of != NETWORK_NONE) {
        buffer_format(&words, "%s%s ", separator, wording_word(scene->wording, WORD_AS_OF));
        date_wording_add_plain(&words, network_date_text(network, network->as_of),
                               scene->wording);
    }
    enum status kept = scene_keep(scene, &words, &scene->sources);
    return status != STATUS_OK ? status : kept;
}

/* Writes "old.xml → new.xml: + new: 3, unchanged: 5 (12 left out)". */
static enum status write_changes(struct scene *scene)
{
    struct buffer words = BUFFER_EMPTY;
    buffer_format(&words, "%s: ", scene->comparison->between);
    changing_add_counts(&words, scene);
    return scene_keep(scene, &words, &scene->filters);
}

/* The title says what the figure is of: "Changes: Talks in Tehran". */
static enum status write_changed_title(struct scene *scene)
{
    const char *title = network_title(scene->network, scene->language);
    const char *word = wording_word(scene->wording, WORD_CHANGES);
    struct buffer words = BUFFER_EMPTY;
    buffer_format(&words, "%s%s%s", word, title[0] != '\0' ? ": " : "", title);
    return scene_keep(scene, &words, &scene->title);
}

enum status caption_write(struct scene *scene, const struct selection *selection,
                          const struct criteria *criteria, const struct scene_options *options)
{
    const struct network *network = scene->network;
    scene->title =
        options->title != NULL ? options->title : network_title(network, scene->language);
    scene->description = text_in(network, network->descriptions.items,
                                 network->descriptions.count, scene->language);
    if (options->comparison != NULL && options->title == NULL)
        TRY(write_changed_title(scene));
    TRY(options->comparison != NULL ? write_changes(scene) : write_filters(scene, criteria));
    TRY(write_left_out(scene, selection));
    TRY(write_counts(scene));
    scene->footer = options->footer;
    return STATUS_OK;
}
