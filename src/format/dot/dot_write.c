/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <string.h>

#include "base/text/utf8.h"
#include "format/diagram/diagram_export.h"
#include "format/dot/dot_format.h"
#include "model/names.h"

/* Writes TEXT as an escString between quotation marks. */
static void add_string(struct buffer *out, const char *text)
{
    const char *end = text + strlen(text);
    buffer_char(out, '"');
    while (text < end) {
        const char *start = text;
        const uint32_t code = utf8_next(&text, end);
        if (code == '"')
            buffer_text(out, "\\\"");
        else if (code == '\\')
            buffer_text(out, "\\\\");
        else if (code == '&')
            buffer_text(out, "&amp;");
        else if (code == '\n')
            buffer_text(out, "\\n");
        else if (code < ' ')
            buffer_char(out, ' ');
        else
            buffer_add(out, start, (size_t)(text - start));
    }
    buffer_char(out, '"');
}

/* Names of attributes are words, or strings in which nothing but quotation marks is escaped. */
static void add_name(struct buffer *out, const char *name)
{
    const bool word = name[strspn(name, "abcdefghijklmnopqrstuvwxyz")] == '\0' && *name != '\0';
    buffer_text(out, word ? "" : "\"");
    for (; *name != '\0'; name++)
        buffer_char(out, *name == '"' ? '\'' : *name == '\\' ? '/' : *name);
    buffer_text(out, word ? "" : "\"");
}

/* All but the key. */
static void add_values(struct buffer *out, const struct diagram_values *values)
{
    for (size_t i = 1; i < values->count; i++) {
        buffer_text(out, i > 1 ? ", " : "");
        add_name(out, values->items[i].name);
        buffer_char(out, '=');
        add_string(out, values->items[i].text);
    }
}

static enum status write_nodes(const struct network *network, const char *language,
                               struct diagram_values *values, struct buffer *out)
{
    for (size_t i = 0; i < network->vertices.count; i++) {
        TRY(diagram_export_node(network, (uint32_t)i, language, values));
        buffer_text(out, "  ");
        add_string(out, network_text(network, network->vertices.items[i].id));
        buffer_text(out, " [");
        add_values(out, values);
        buffer_text(out, "];\n");
    }
    return STATUS_OK;
}

static void write_edge(const struct network *network, uint32_t from, uint32_t to, bool mutual,
                       const struct diagram_values *values, struct buffer *out)
{
    buffer_text(out, "  ");
    add_string(out, network_text(network, network->vertices.items[from].id));
    buffer_text(out, " -> ");
    add_string(out, network_text(network, network->vertices.items[to].id));
    buffer_text(out, " [key=");
    add_string(out, values->items[0].text);
    buffer_text(out, ", ");
    add_values(out, values);
    buffer_text(out, mutual ? ", dir=both];\n" : "];\n");
}

static enum status write_edges(const struct network *network, struct diagram_values *values,
                               struct buffer *out)
{
    for (size_t i = 0; i < network->relations.count; i++) {
        const struct network_ends from = network_from(network, (uint32_t)i);
        const struct network_ends to = network_to(network, (uint32_t)i);
        TRY(diagram_export_edge(network, (uint32_t)i, values));
        for (size_t j = 0; j < from.count; j++)
            for (size_t k = 0; k < to.count && !out->failed; k++)
                write_edge(network, from.items[j], to.items[k],
                           network_goes_both_ways(network, (uint32_t)i), values, out);
        TRY(buffer_status(out));
    }
    return STATUS_OK;
}

static enum status write_all(const struct exchange_output *output, struct diagram_values *values,
                             struct buffer *out)
{
    const struct network *network = output->network;
    const char *language = settings_find(output->settings, "lang");
    const char *title = network_title(network, language);
    buffer_text(out, "digraph {\n");
    if (*title != '\0') {
        buffer_text(out, "  label=");
        add_string(out, title);
        buffer_text(out, ";\n");
    }
    TRY(write_nodes(network, language, values, out));
    TRY(write_edges(network, values, out));
    buffer_text(out, "}\n");
    diagram_export_losses(output, values);
    return buffer_status(out);
}

enum status dot_format_write(struct exchange_output *output)
{
    struct diagram_values values = {.count = 0};
    enum status status = exchange_check_pairs(output, false);
    if (status == STATUS_OK)
        status = write_all(output, &values, &output->files[0].bytes);
    diagram_values_clear(&values);
    return status;
}
