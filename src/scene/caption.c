/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/caption.h"

#include <string.h>

#include "scene/sentence.h"

static const char *text_in(const struct network *network, const struct network_name *texts,
                           size_t count, const char *language)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(network_text(network, texts[i].language), language) == 0)
            return network_text(network, texts[i].text);
    return count > 0 ? network_text(network, texts[0].text) : "";
}

enum status caption_write(struct scene *scene, const struct selection *selection,
                          const struct criteria *criteria, const char *title)
{
    const struct network *network = scene->network;
    scene->title = title != NULL ? title : network_title(network, scene->language);
    scene->description = text_in(network, network->descriptions.items,
                                 network->descriptions.count, scene->language);
    struct buffer words = BUFFER_EMPTY;
    if (criteria->canonical.count > 0)
        buffer_format(&words, "%s ", wording_word(scene->wording, WORD_SHOWN));
    sentence_of_criteria(&words, criteria);
    TRY(scene_keep(scene, &words, &scene->filters));
    enum status status = sentence_of_sources(&words, network, selection, scene->wording);
    if (status == STATUS_OK && network->as_of != NETWORK_NONE)
        buffer_format(&words, "; %s %s%s", wording_word(scene->wording, WORD_AS_OF),
                      wording_is_rtl(scene->wording) ? WORDING_LEFT_TO_RIGHT_MARK : "",
                      network_text(network, network->dates.items[network->as_of].text));
    enum status kept = scene_keep(scene, &words, &scene->sources);
    return status != STATUS_OK ? status : kept;
}
