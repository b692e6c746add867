/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "model/names.h"

#include "base/text/utf8.h"
#include "model/language.h"

static const struct network_name *names_from(const struct network *network, uint32_t first)
{
    return network->names.items != NULL ? network->names.items + first : NULL;
}

/* The first of the names that serve LANGUAGE best; NULL if none serves it. */
static const struct network_name *choose_by_language(const struct network *network,
                                                     const struct network_name *names,
                                                     size_t count, const char *language)
{
    const struct network_name *best = NULL;
    size_t best_match = 0;
    for (size_t i = 0; language != NULL && i < count; i++) {
        uint32_t own = names[i].language != 0 ? names[i].language : network->language;
        size_t match = names[i].alias || names[i].denied
                           ? 0
                           : language_match(network_text(network, own), language);
        if (match > best_match)
            best = &names[i];
        best_match = match > best_match ? match : best_match;
    }
    return best;
}

/* The name in LANGUAGE, else in that of the dataset, else the first; NULL if there is none. */
static const struct network_name *choose(const struct network *network,
                                         const struct network_name *names, size_t count,
                                         const char *language)
{
    const struct network_name *chosen = choose_by_language(network, names, count, language);
    if (chosen == NULL)
        chosen =
            choose_by_language(network, names, count, network_text(network, network->language));
    for (size_t i = 0; chosen == NULL && i < count; i++)
        if (!names[i].alias && !names[i].denied)
            chosen = &names[i];
    return chosen;
}

static const struct network_name *vertex_name(const struct network *network, uint32_t vertex,
                                              const char *language)
{
    const struct network_vertex *v = &network->vertices.items[vertex];
    return choose(network, names_from(network, v->first_name), v->name_count, language);
}

/* The name of a source, or else of its actor; NULL if neither has one. */
static const struct network_name *source_name(const struct network *network, uint32_t source,
                                              const char *language)
{
    const struct network_source *s = &network->sources.items[source];
    const struct network_name *name =
        choose(network, names_from(network, s->first_name), s->name_count, language);
    return name != NULL || s->actor == NETWORK_NONE ? name
                                                    : vertex_name(network, s->actor, language);
}

/* The first of the short form, if it is asked for, the text of NAME, which may be NULL, and the
   text ID that can be seen. */
static const char *name_text(const struct network *network, const struct network_name *name,
                             bool short_form, uint32_t id)
{
    const uint32_t texts[] = {name != NULL && short_form ? name->short_form : 0,
                              name != NULL ? name->text : 0};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (texts[i] != 0 && utf8_is_visible(network_text(network, texts[i])))
            return network_text(network, texts[i]);
    return network_text(network, id);
}

const char *network_vertex_name(const struct network *network, uint32_t vertex,
                                const char *language, bool short_form)
{
    return name_text(network, vertex_name(network, vertex, language), short_form,
                     network->vertices.items[vertex].id);
}

const char *network_source_name(const struct network *network, uint32_t source,
                                const char *language, bool short_form)
{
    const struct network_source *s = &network->sources.items[source];
    return name_text(network, source_name(network, source, language), short_form,
                     s->actor != NETWORK_NONE ? network->vertices.items[s->actor].id : s->id);
}

bool network_vertex_is_named_in(const struct network *network, uint32_t vertex,
                                const char *language)
{
    const struct network_vertex *v = &network->vertices.items[vertex];
    return choose_by_language(network, names_from(network, v->first_name), v->name_count,
                              language) != NULL;
}

bool network_vertex_is_plural(const struct network *network, uint32_t vertex,
                              const char *language)
{
    const struct network_name *name = vertex_name(network, vertex, language);
    return name != NULL && name->plural;
}

bool network_source_is_plural(const struct network *network, uint32_t source,
                              const char *language)
{
    const struct network_name *name = source_name(network, source, language);
    return name != NULL && name->plural;
}

bool network_vertex_has_article(const struct network *network, uint32_t vertex,
                                const char *language)
{
    const struct network_name *name = vertex_name(network, vertex, language);
    return name != NULL && name->article;
}

bool network_source_has_article(const struct network *network, uint32_t source,
                                const char *language)
{
    const struct network_name *name = source_name(network, source, language);
    return name != NULL && name->article;
}

size_t network_count_grammar(const struct network *network)
{
    size_t count = 0;
    for (size_t i = 0; i < network->names.count; i++)
        count += network->names.items[i].article || network->names.items[i].plural;
    return count;
}

const char *network_word_name(const struct network *network, uint32_t word, const char *language)
{
    const struct network_word *w = &network->words.items[word];
    return name_text(network,
                     choose(network, names_from(network, w->first_name), w->name_count, language),
                     false, w->word);
}

const char *network_title(const struct network *network, const char *language)
{
    const struct network_name *title =
        choose(network, network->titles.items, network->titles.count, language);
    return title != NULL ? network_text(network, title->text) : "";
}

const char *network_description(const struct network *network, const char *language)
{
    const struct network_name *description =
        choose(network, network->descriptions.items, network->descriptions.count, language);
    return description != NULL ? network_text(network, description->text) : "";
}
