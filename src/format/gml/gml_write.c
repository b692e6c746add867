/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <string.h>

#include "base/text/ascii.h"
#include "base/text/utf8.h"
#include "format/diagram/diagram_export.h"
#include "format/gml/gml.h"
#include "model/names.h"
#include "model/strings.h"

struct gml_output {
    struct exchange_output *output;
    struct buffer *out;
    const char *language;
    struct diagram_values values;
    struct strings labels; /* those in use: networkx takes them for keys */
    struct buffer label;
};

/* Writes TEXT as a string: in ASCII, without quotation marks and controls. */
static void add_string(struct buffer *out, const char *text)
{
    const char *end = text + strlen(text);
    buffer_char(out, '"');
    while (text < end) {
        const char *start = text;
        const uint32_t code = utf8_next(&text, end);
        if (code == '"' || code == '&')
            buffer_text(out, code == '"' ? "&quot;" : "&amp;");
        else if (code >= ' ' && code < 0x7f)
            buffer_char(out, *start);
        else if (code < ' ')
            buffer_char(out, ' ');
        else
            buffer_format(out, "&#%lu;", (unsigned long)code);
    }
    buffer_char(out, '"');
}

/* Keys consist of letters and digits; networkx and igraph also read lower lines. */
static void add_key(struct buffer *out, const char *name)
{
    if (!ascii_is_letter(*name))
        buffer_text(out, "a_");
    for (; *name != '\0'; name++)
        buffer_char(out, ascii_is_letter(*name) || ascii_is_digit(*name) ? *name : '_');
    buffer_char(out, ' ');
}

static void add_values(struct gml_output *gml, const char *label)
{
    for (size_t i = 0; i < gml->values.count; i++) {
        const char *text = gml->values.items[i].text;
        buffer_text(gml->out, "    ");
        add_key(gml->out, gml->values.items[i].name);
        if (gml->values.items[i].number)
            buffer_text(gml->out, text);
        else
            add_string(gml->out, label != NULL && strcmp(gml->values.items[i].name, "label") == 0
                                     ? label
                                     : text);
        buffer_char(gml->out, '\n');
    }
    buffer_text(gml->out, "  ]\n");
}

/* Sets the label to NAME, with the ID of the actor if another has the same. */
static enum status make_label(struct gml_output *gml, const char *name, const char *id)
{
    uint32_t number;
    gml->label.length = 0;
    buffer_text(&gml->label, name);
    TRY(strings_intern(&gml->labels, STRINGS_OFTEN, name, strlen(name), &number));
    if (strings_value(&gml->labels, number) != STRINGS_NO_VALUE)
        buffer_format(&gml->label, " (%s)", id);
    strings_set_value(&gml->labels, number, 1);
    return buffer_status(&gml->label);
}

static enum status write_node(struct gml_output *gml, uint32_t vertex)
{
    const struct network *network = gml->output->network;
    TRY(diagram_export_node(network, vertex, gml->language, &gml->values));
    TRY(make_label(gml, network_vertex_name(network, vertex, gml->language, false),
                   network_text(network, network->vertices.items[vertex].id)));
    buffer_format(gml->out, "  node [\n    id %lu\n", (unsigned long)vertex);
    add_values(gml, buffer_string(&gml->label));
    return STATUS_OK;
}

static enum status write_edges(struct gml_output *gml, uint32_t relation)
{
    const struct network *network = gml->output->network;
    const struct network_ends from = network_from(network, relation);
    const struct network_ends to = network_to(network, relation);
    TRY(diagram_export_edge(network, relation, &gml->values));
    diagram_export_mutual(network, relation,
                          &gml->values); /* all edges of a graph are directed */
    for (size_t i = 0; i < from.count; i++)
        for (size_t j = 0; j < to.count && !gml->out->failed; j++) {
            buffer_format(gml->out, "  edge [\n    source %lu\n    target %lu\n",
                          (unsigned long)from.items[i], (unsigned long)to.items[j]);
            add_values(gml, NULL);
        }
    return buffer_status(gml->out);
}

static enum status write_all(struct gml_output *gml)
{
    const struct network *network = gml->output->network;
    const char *title = network_title(network, gml->language);
    buffer_text(gml->out, "Creator \"entente\"\ngraph [\n  directed 1\n  multigraph 1\n");
    if (*title != '\0') {
        buffer_text(gml->out, "  label ");
        add_string(gml->out, title);
        buffer_char(gml->out, '\n');
    }
    for (size_t i = 0; i < network->vertices.count; i++)
        TRY(write_node(gml, (uint32_t)i));
    for (size_t i = 0; i < network->relations.count; i++)
        TRY(write_edges(gml, (uint32_t)i));
    buffer_text(gml->out, "]\n");
    diagram_export_losses(gml->output, &gml->values);
    return buffer_status(gml->out);
}

enum status gml_write(struct exchange_output *output)
{
    struct gml_output gml = {.output = output,
                             .out = &output->files[0].bytes,
                             .language = settings_find(output->settings, "lang")};
    enum status status = exchange_check_pairs(output, false);
    if (status == STATUS_OK)
        status = strings_init(&gml.labels);
    if (status == STATUS_OK)
        status = write_all(&gml);
    diagram_values_clear(&gml.values);
    strings_clear(&gml.labels);
    buffer_clear(&gml.label);
    return status;
}
