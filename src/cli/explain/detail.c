/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/explain/detail.h"

#include "cli/explain/english.h"
#include "scene/date_wording.h"
#include "scene/filter.h"

/* "جبههٔ مقاومت ملی (fa, short: …)" */
static void add_name(struct buffer *out, const struct network *network,
                     const struct network_name *name)
{
    bool foreign = name->language != 0 && name->language != network->language;
    buffer_text(out, network_text(network, name->text));
    if (foreign)
        buffer_format(out, " (%s", network_text(network, name->language));
    if (name->short_form != 0)
        buffer_format(out, "%sshort: %s", foreign ? ", " : " (",
                      network_text(network, name->short_form));
    if (foreign || name->short_form != 0)
        buffer_char(out, ')');
}

static void tell_aliases(const struct prose *prose, const struct network *network,
                         const struct network_name *names, size_t count)
{
    struct buffer text = BUFFER_EMPTY;
    for (size_t i = 0; i < count; i++) {
        if (!names[i].alias || names[i].denied)
            continue;
        buffer_text(&text, text.length > 0 ? "; " : "");
        add_name(&text, network, &names[i]);
    }
    prose_take_field(prose, "also", &text);
}

void detail_write_names(const struct prose *prose, const struct network *network, uint32_t first,
                        uint32_t count)
{
    if (count == 0)
        return;
    const struct network_name *names = network->names.items + first;
    const char *label = "name";
    for (size_t i = 0; i < count; i++) {
        struct buffer text = BUFFER_EMPTY;
        if (names[i].alias || names[i].denied)
            continue;
        add_name(&text, network, &names[i]);
        prose_take_field(prose, label, &text);
        label = "";
    }
    tell_aliases(prose, network, names, count);
}

void detail_write_date(const struct prose *prose, const struct network *network,
                       const char *label, uint32_t date)
{
    struct buffer text = BUFFER_EMPTY;
    if (date != NETWORK_NONE)
        date_wording_add(&text, network_date_text(network, date), WORDING_ENGLISH, DATE_FULL);
    prose_take_field(prose, label, &text);
}

void detail_write_vertices(const struct prose *prose, const struct network *network,
                           const char *label, const uint32_t *vertices, size_t count)
{
    struct buffer text = BUFFER_EMPTY;
    for (size_t i = 0; i < count; i++) {
        buffer_text(&text, i > 0 ? ", " : "");
        english_vertex(&text, network, vertices[i]);
    }
    prose_take_field(prose, label, &text);
}

void detail_write_criteria(const struct prose *prose, const struct relation_query *query)
{
    struct buffer text = BUFFER_EMPTY;
    filter_describe(&text, query->network, &query->criteria,
                    &(struct sentence_style){WORDING_ENGLISH, NULL, false, NULL});
    prose_take_field(prose, "only", &text);
}
