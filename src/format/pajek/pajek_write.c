/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <string.h>

#include "base/text/ascii.h"
#include "base/text/utf8.h"
#include "format/diagram/diagram_export.h"
#include "format/exchange/unsaid.h"
#include "format/pajek/pajek.h"
#include "model/names.h"

/* Writes TEXT between quotation marks, which it cannot contain itself. */
static void add_string(struct buffer *out, const char *text)
{
    const char *end = text + strlen(text);
    buffer_char(out, '"');
    while (text < end) {
        const char *start = text;
        const uint32_t code = utf8_next(&text, end);
        if (code == '"')
            buffer_char(out, '\'');
        else if (code < ' ')
            buffer_char(out, ' ');
        else
            buffer_add(out, start, (size_t)(text - start));
    }
    buffer_char(out, '"');
}

static void write_vertices(const struct network *network, const char *language,
                           struct buffer *out)
{
    buffer_format(out, "*Vertices %lu\n", (unsigned long)network->vertices.count);
    for (size_t i = 0; i < network->vertices.count; i++) {
        buffer_format(out, "%lu ", (unsigned long)i + 1);
        add_string(out, network_vertex_name(network, (uint32_t)i, language, false));
        buffer_char(out, '\n');
    }
}

/* Whether the dataset says so, and the type does not. */
static bool is_negative(const struct network_relation *r)
{
    return unsaid_sign(r) && r->sign == SIGN_MINUS;
}

/* The value of the lines of a relation, which has a weight even if none is given. */
static const char *value_of(const struct network *network, uint32_t relation, char digit[2])
{
    const char *weight = diagram_export_weight(network, relation, digit);
    return weight != NULL ? weight : digit;
}

/* Whether the values of lines tell the weights of ties: they differ. Else all values are 1. */
static bool tells_weights(const struct network *network)
{
    char one[2], other[2];
    uint32_t first = NETWORK_NONE;
    for (uint32_t i = 0; i < network->relations.count; i++) {
        if (diagram_export_is_denied(network, i))
            continue;
        first = first == NETWORK_NONE ? i : first;
        if (strcmp(value_of(network, first, one), value_of(network, i, other)) != 0)
            return true;
    }
    return false;
}

static void write_line(const struct network *network, uint32_t relation, bool weighted,
                       struct buffer *out)
{
    const struct network_relation *r = &network->relations.items[relation];
    const struct network_ends from = network_from(network, relation);
    const struct network_ends to = network_to(network, relation);
    char digit[2];
    const char *value = weighted ? value_of(network, relation, digit) : "1";
    const char *sign = is_negative(r) && *value != '-' ? "-" : "";
    for (size_t i = 0; i < from.count; i++)
        for (size_t j = 0; j < to.count; j++) {
            /* A negative line has a negative value. */
            buffer_format(out, "%lu %lu %s%s", (unsigned long)from.items[i] + 1,
                          (unsigned long)to.items[j] + 1, sign, value);
            if (r->form != 0) {
                buffer_text(out, " l ");
                add_string(out, network_text(network, r->form));
            }
            buffer_char(out, '\n');
        }
}

/* The lines of one relation, of TYPE: arcs, or if they are MUTUAL, edges. */
static void write_lines(const struct network *network, enum relation_type type, bool mutual,
                        struct buffer *out)
{
    const bool weighted = tells_weights(network);
    bool open = false;
    for (size_t i = 0; i < network->relations.count; i++) {
        const struct network_relation *r = &network->relations.items[i];
        if (r->type != (unsigned)type || network_goes_both_ways(network, (uint32_t)i) != mutual ||
            diagram_export_is_denied(network, (uint32_t)i))
            continue;
        if (!open)
            buffer_format(out, "*%s :%u \"%s\"\n", mutual ? "Edges" : "Arcs", (unsigned)type + 1,
                          vocabulary_types.words[type]);
        open = true;
        write_line(network, (uint32_t)i, weighted, out);
    }
}

/* What is written of vertices and lines is less than in other formats. */
static void count_losses(const struct exchange_output *output)
{
    const struct network *network = output->network;
    const bool weighted = tells_weights(network);
    size_t dates = 0, notes = 0, kinds = 0, signs = 0, marks = 0, weights = 0;
    for (size_t i = 0; i < network->relations.count; i++) {
        weights += network->relations.items[i].weight_given && !weighted;
        dates += network->relations.items[i].when != NETWORK_NONE;
        notes += network_details(network, (uint32_t)i)->note != 0;
        signs += unsaid_sign(&network->relations.items[i]) &&
                 !is_negative(&network->relations.items[i]);
    }
    for (size_t i = 0; i < network->vertices.count; i++) {
        const struct network_vertex *vertex = &network->vertices.items[i];
        kinds++;
        marks += strchr(network_vertex_name(network, (uint32_t)i, NULL, false), '"') != NULL;
        notes += (vertex->note != 0) + (vertex->role != 0);
    }
    losses_add(output->losses, DIAGRAM_EXPORT_DENIED, diagram_export_count_denied(network));
    losses_add(output->losses, "kinds of actors", kinds);
    losses_add(output->losses, "dates of ties", dates);
    losses_add(output->losses, "notes and roles", notes);
    losses_add(output->losses, "signs of ties", signs);
    losses_add(output->losses, "weights of ties, which are all the same", weights);
    losses_add(output->losses, "quotation marks in names, now apostrophes", marks);
    diagram_export_losses(output, NULL);
}

enum status pajek_write(struct exchange_output *output)
{
    const struct network *network = output->network;
    const char *language = settings_find(output->settings, "lang");
    struct buffer text = BUFFER_EMPTY;
    struct buffer *out = &output->files[0].bytes;
    const char *title = network_title(network, language);
    TRY(exchange_check_pairs(output, false));
    if (*title != '\0')
        buffer_format(&text, "*Network %s\n", title);
    write_vertices(network, language, &text);
    for (int i = 0; i < TYPES; i++) {
        write_lines(network, (enum relation_type)i, false, &text);
        write_lines(network, (enum relation_type)i, true, &text);
    }
    if (!ascii_is_all(buffer_string(&text)))
        buffer_text(out, "\xef\xbb\xbf");
    buffer_add(out, buffer_string(&text), text.length);
    enum status status = buffer_status(&text);
    buffer_clear(&text);
    count_losses(output);
    return status == STATUS_OK ? buffer_status(out) : status;
}
