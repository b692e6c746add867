/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/explain/field.h"

#include "cli/explain/phrase.h"
#include "scene/sentence.h"

/* "جبههٔ مقاومت ملی (fa, short: …)" */
static void add_name(struct buffer *out, const struct network *network,
                     const struct network_name *name)
{
    bool foreign = name->language != 0 && name->language != network->language;
    buffer_text(out, network_text(network, name->text));
    if (foreign)
        buffer_format(out, " (%s", network_text(network, name->language));
    if (name->brief != 0)
        buffer_format(out, "%sshort: %s", foreign ? ", " : " (",
                      network_text(network, name->brief));
    if (foreign || name->brief != 0)
        buffer_char(out, ')');
}

void field_tell(const struct prose *prose, const char *label, struct buffer *text)
{
    prose_field(prose, label, buffer_string(text));
    prose->out->failed = prose->out->failed || text->failed;
    buffer_clear(text);
}

static void tell_aliases(const struct prose *prose, const struct network *network,
                         const struct network_name *names, size_t count)
{
    struct buffer text = BUFFER_EMPTY;
    for (size_t i = 0; i < count; i++) {
        if (!names[i].alias)
            continue;
        buffer_text(&text, text.length > 0 ? "; " : "");
        add_name(&text, network, &names[i]);
    }
    field_tell(prose, "also", &text);
}

void field_tell_names(const struct prose *prose, const struct network *network, uint32_t first,
                      uint32_t count)
{
    if (count == 0)
        return;
    const struct network_name *names = network->names.items + first;
    const char *label = "name";
    for (size_t i = 0; i < count; i++) {
        struct buffer text = BUFFER_EMPTY;
        if (names[i].alias)
            continue;
        add_name(&text, network, &names[i]);
        field_tell(prose, label, &text);
        label = "";
    }
    tell_aliases(prose, network, names, count);
}

void field_tell_date(const struct prose *prose, const struct network *network, const char *label,
                     uint32_t date)
{
    struct buffer text = BUFFER_EMPTY;
    if (date != NETWORK_NONE)
        phrase_date(&text, network_text(network, network->dates.items[date].text));
    field_tell(prose, label, &text);
}

void field_tell_vertices(const struct prose *prose, const struct network *network,
                         const char *label, const uint32_t *vertices, size_t count)
{
    struct buffer text = BUFFER_EMPTY;
    for (size_t i = 0; i < count; i++) {
        buffer_text(&text, i > 0 ? ", " : "");
        phrase_vertex(&text, network, vertices[i]);
    }
    field_tell(prose, label, &text);
}

void field_tell_criteria(const struct prose *prose, const struct query *query)
{
    struct buffer text = BUFFER_EMPTY;
    sentence_of_criteria(&text, &query->criteria);
    field_tell(prose, "only", &text);
}

void field_add_text(struct json *json, const char *key, const char *text)
{
    json_key(json, key);
    json_text(json, text[0] != '\0' ? text : NULL);
}

void field_tell_line(const struct prose *prose, size_t indent, struct buffer *text)
{
    prose_paragraph(prose, indent, buffer_string(text));
    prose->out->failed = prose->out->failed || text->failed;
    buffer_clear(text);
}

void field_tell_cell(struct prose_table *table, struct buffer *text)
{
    prose_table_cell(table, buffer_string(text));
    table->failed = table->failed || text->failed;
    buffer_clear(text);
}

void field_add(struct json *json, const char *key, struct buffer *text)
{
    field_add_text(json, key, buffer_string(text));
    json->out->failed = json->out->failed || text->failed;
    buffer_clear(text);
}

void field_add_vertex(struct json *json, const char *key, const struct network *network,
                      uint32_t vertex)
{
    json_key(json, key);
    json_text(json, vertex == NETWORK_NONE
                        ? NULL
                        : network_text(network, network->vertices.items[vertex].id));
}

void field_add_source_id(struct json *json, const char *key, const struct network *network,
                         uint32_t source)
{
    json_key(json, key);
    json_text(json, source == NETWORK_NONE
                        ? NULL
                        : network_text(network, network->sources.items[source].id));
}

void field_add_vertices(struct json *json, const char *key, const struct network *network,
                        const uint32_t *vertices, size_t count)
{
    json_key(json, key);
    json_open(json, '[');
    for (size_t i = 0; i < count; i++)
        json_text(json, network_text(network, network->vertices.items[vertices[i]].id));
    json_close(json, ']');
}

void field_add_bool(struct json *json, const char *key, bool truth)
{
    json_key(json, key);
    json_bool(json, truth);
}

void field_add_date(struct json *json, const char *key, const struct network *network,
                    uint32_t date)
{
    field_add_text(json, key,
                   date == NETWORK_NONE ? ""
                                        : network_text(network, network->dates.items[date].text));
}

void field_add_names(struct json *json, const struct network *network, uint32_t first,
                     uint32_t count)
{
    json_key(json, "names");
    json_open(json, '[');
    for (size_t i = first; i < (size_t)first + count; i++) {
        const struct network_name *name = &network->names.items[i];
        uint32_t language = name->language != 0 ? name->language : network->language;
        json_open(json, '{');
        field_add_text(json, "text", network_text(network, name->text));
        field_add_text(json, "language", network_text(network, language));
        field_add_text(json, "short", network_text(network, name->brief));
        field_add_bool(json, "alias", name->alias);
        json_close(json, '}');
    }
    json_close(json, ']');
}
