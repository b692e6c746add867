/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/languages.h"

#include "base/memory/bitset.h"
#include "base/memory/buffer.h"
#include "model/language.h"
#include "model/names.h"
#include "scene/wording.h"

enum { SHOWN = 20 }; /* languages of a dataset that a message lists */

/* The language of a name, a text; that of the dataset if the name has none. */
static uint32_t language_of(const struct network *network, const struct network_name *name)
{
    return name->language != 0 ? name->language : network->language;
}

/* Also true if the dataset doesn't say the language of a name. */
static bool has_names(const struct network *network, const char *language)
{
    if (language_match(network_text(network, network->language), language) > 0)
        return true;
    for (size_t i = 0; i < network->names.count; i++) {
        uint32_t own = language_of(network, &network->names.items[i]);
        if (own == 0 || language_match(network_text(network, own), language) > 0)
            return true;
    }
    return false;
}

/* Lists each language of the names once, in the order of the dataset. */
static enum status list_languages(struct buffer *out, const struct network *network)
{
    struct bitset listed;
    size_t count = 0;
    TRY(bitset_init(&listed, strings_limit(&network->strings)));
    for (size_t i = 0; i < network->names.count && count < SHOWN; i++) {
        uint32_t language = language_of(network, &network->names.items[i]);
        if (language == 0 || bitset_has(&listed, language))
            continue;
        bitset_add(&listed, language);
        buffer_format(out, "%s%s", count++ > 0 ? ", " : "", network_text(network, language));
    }
    bitset_clear(&listed);
    if (count == 0)
        buffer_text(out, "no language");
    return STATUS_OK;
}

static void list_wordings(struct buffer *out)
{
    for (int i = 0; i < WORDINGS; i++)
        buffer_format(out, "%s%s", i > 0 ? ", " : "", wording_tag((enum wording)i));
}

static enum status report_unknown(const struct network *network, const char *language,
                                  struct messages *messages)
{
    struct buffer names = BUFFER_EMPTY, words = BUFFER_EMPTY;
    enum status status = list_languages(&names, network);
    list_wordings(&words);
    if (status == STATUS_OK) {
        messages_setting_error(messages, "lang", MESSAGE_UNKNOWN_LANGUAGE,
                               "unknown language \"%s\": the dataset has names in %s, and the "
                               "program has words in %s",
                               language, buffer_string(&names), buffer_string(&words));
        status = STATUS_FAILURE;
    }
    buffer_clear(&names);
    buffer_clear(&words);
    return status;
}

enum status languages_check(const struct network *network, const char *language,
                            struct messages *messages)
{
    bool names = has_names(network, language), words = wording_has(language);
    if (!names && !words)
        return report_unknown(network, language, messages);
    if (!names)
        messages_setting_warning(
            messages, "lang", MESSAGE_UNKNOWN_LANGUAGE,
            "the dataset has no names in \"%s\"; they are in its own language", language);
    if (!words)
        messages_setting_warning(messages, "lang", MESSAGE_UNKNOWN_LANGUAGE,
                                 "the program has no words in \"%s\"; they are in English",
                                 language);
    return STATUS_OK;
}

void languages_check_names(const struct scene *scene, struct messages *messages)
{
    const struct network *network = scene->network;
    size_t all = 0, missing = 0;
    bool known = network->language != 0;
    for (size_t i = 0; known && i < scene->node_count; i++) {
        uint32_t vertex = scene->nodes[i].vertex;
        if (vertex == SCENE_NONE)
            continue;
        all++;
        missing += !network_vertex_is_named_in(network, vertex, scene->language);
    }
    if (missing > 0 && has_names(network, scene->language))
        messages_setting_warning(messages, "lang", MESSAGE_MISSING_NAME,
                                 "%zu of %zu actors and events have no name in \"%s\", and are "
                                 "shown by another name",
                                 missing, all, scene->language);
}
