/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/merge/rendering.h"

struct rendering rendering_like(const struct rendering *rendering)
{
    return (struct rendering){
        .marker = rendering->marker, .line_end = rendering->line_end, .inner = true};
}

void rendering_flush(struct rendering *rendering)
{
    if (rendering->marked)
        buffer_text(&rendering->out, rendering->line_end);
    rendering->marked = false;
}

void rendering_add(struct rendering *rendering, struct manuscript_span text)
{
    if (text.length == 0)
        return;
    if (text.text[0] == '\n' || text.text[0] == '\r')
        rendering->marked = false; /* this ends the line */
    rendering_flush(rendering);
    buffer_add(&rendering->out, text.text, text.length);
}

void rendering_text(struct rendering *rendering, const char *text)
{
    rendering_add(rendering, (struct manuscript_span){text, strlen(text)});
}

void rendering_continue(struct rendering *rendering, const struct rendering *part)
{
    rendering_add(rendering,
                  (struct manuscript_span){buffer_string(&part->out), part->out.length});
    rendering->marked = rendering->marked || part->marked;
}

/* The last line of LEAD, which indents what follows; NULL if it has no line break. */
static const char *last_line(struct manuscript_span lead)
{
    const char *found = lead.length > 0 ? memrchr(lead.text, '\n', lead.length) : NULL;
    return found != NULL ? found + 1 : NULL;
}

static void add_marker(struct rendering *rendering, char mark, const char *label)
{
    for (unsigned i = 0; i < rendering->marker; i++)
        buffer_char(&rendering->out, mark);
    buffer_text(&rendering->out, label);
}

static void add_version(struct rendering *rendering, struct manuscript_span indent,
                        struct manuscript_span text)
{
    buffer_text(&rendering->out, rendering->line_end);
    if (text.text == NULL)
        return;
    buffer_add(&rendering->out, indent.text, indent.length);
    buffer_add(&rendering->out, text.text, text.length);
    buffer_text(&rendering->out, rendering->line_end);
}

/* Begins a line of its own after what LEAD separates. */
static void begin_line(struct rendering *rendering, struct manuscript_span lead)
{
    const struct buffer *out = &rendering->out;
    rendering_add(rendering, lead);
    rendering_flush(rendering);
    if (out->failed)
        return;
    if (out->length > 0 ? out->bytes[out->length - 1] != '\n' : rendering->inner)
        buffer_text(&rendering->out, rendering->line_end);
}

void rendering_conflict(struct rendering *rendering, struct manuscript_span lead,
                        struct manuscript_span ours, struct manuscript_span theirs)
{
    const char *line = last_line(lead);
    const size_t above = line != NULL ? (size_t)(line - lead.text) : 0;
    const struct manuscript_span indent = {lead.text + above, lead.length - above};
    begin_line(rendering, (struct manuscript_span){lead.text, above});
    add_marker(rendering, '<', " ours");
    add_version(rendering, indent, ours);
    add_marker(rendering, '=', "");
    add_version(rendering, indent, theirs);
    add_marker(rendering, '>', " theirs");
    rendering->marked = true;
}

size_t rendering_indent(struct manuscript_span lead)
{
    const char *line = last_line(lead);
    return line != NULL ? lead.length - (size_t)(line - lead.text) : 0;
}
