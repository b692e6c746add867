/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/member.h"

void member_add_text(struct json *json, const char *key, const char *text)
{
    json_key(json, key);
    json_text(json, text[0] != '\0' ? text : NULL);
}

void member_take(struct json *json, const char *key, struct buffer *text)
{
    member_add_text(json, key, buffer_string(text));
    json->out->failed = json->out->failed || text->failed;
    buffer_clear(text);
}

void member_add_bool(struct json *json, const char *key, bool truth)
{
    json_key(json, key);
    json_bool(json, truth);
}

void member_add_vertex(struct json *json, const char *key, const struct network *network,
                       uint32_t vertex)
{
    json_key(json, key);
    json_text(json, vertex == NETWORK_NONE
                        ? NULL
                        : network_text(network, network->vertices.items[vertex].id));
}

void member_add_source_id(struct json *json, const char *key, const struct network *network,
                          uint32_t source)
{
    json_key(json, key);
    json_text(json, source == NETWORK_NONE
                        ? NULL
                        : network_text(network, network->sources.items[source].id));
}

void member_add_vertices(struct json *json, const char *key, const struct network *network,
                         const uint32_t *vertices, size_t count)
{
    json_key(json, key);
    json_open(json, '[');
    for (size_t i = 0; i < count; i++)
        json_text(json, network_text(network, network->vertices.items[vertices[i]].id));
    json_close(json, ']');
}

void member_add_ends(struct json *json, const struct network *network, uint32_t relation)
{
    struct network_ends from = network_from(network, relation),
                        to = network_to(network, relation);
    struct buffer list = BUFFER_EMPTY;
    for (size_t i = 0; i < from.count; i++)
        buffer_format(&list, "%s%s", i > 0 ? " " : "",
                      network_text(network, network->vertices.items[from.items[i]].id));
    member_take(json, "from", &list);
    member_add_vertices(json, "from_all", network, from.items, from.count);
    member_add_vertices(json, "to", network, to.items, to.count);
}

void member_add_date(struct json *json, const char *key, const struct network *network,
                     uint32_t date)
{
    member_add_text(
        json, key,
        date == NETWORK_NONE ? "" : network_text(network, network->dates.items[date].text));
}

void member_add_work(struct json *json, const struct network *network, uint32_t source)
{
    const struct network_work *work = network_work(network, source);
    member_add_text(json, "author", network_text(network, work->author));
    member_add_text(json, "work", network_text(network, work->title));
    member_add_text(json, "publisher", network_text(network, work->publisher));
    member_add_text(json, "language", network_text(network, work->language));
    member_add_text(json, "archived", network_text(network, work->archived));
    member_add_date(json, "accessed", network, work->accessed);
}

void member_add_names(struct json *json, const struct network *network, uint32_t first,
                      uint32_t count)
{
    json_key(json, "names");
    json_open(json, '[');
    for (size_t i = first; i < (size_t)first + count; i++) {
        const struct network_name *name = &network->names.items[i];
        uint32_t language = name->language != 0 ? name->language : network->language;
        json_open(json, '{');
        member_add_text(json, "text", network_text(network, name->text));
        member_add_text(json, "language", network_text(network, language));
        member_add_text(json, "short", network_text(network, name->short_form));
        member_add_bool(json, "alias", name->alias);
        member_add_bool(json, "plural", name->plural);
        member_add_text(json, "article", name->article ? vocabulary_articles.words[0] : "");
        if (name->denied)
            member_add_bool(json, "denied", true);
        json_close(json, '}');
    }
    json_close(json, ']');
}
