/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/manuscript/line.h"

#include "base/text/width.h"

static bool is_ascii(struct manuscript_span text)
{
    unsigned char all = 0;
    for (size_t i = 0; i < text.length; i++)
        all |= (unsigned char)text.text[i];
    return all < 0x80;
}

size_t line_columns(struct manuscript_span text)
{
    return is_ascii(text) ? text.length : width_of_part(text.text, text.length);
}

void line_add(struct line *line, struct manuscript_span text)
{
    buffer_add(line->out, text.text, text.length);
    const char *last = memrchr(text.text, '\n', text.length);
    if (last != NULL) {
        line->column = 0;
        text.length -= (size_t)(last + 1 - text.text);
        text.text = last + 1;
    }
    line->column += line_columns(text);
}

void line_text(struct line *line, const char *text)
{
    line_add(line, (struct manuscript_span){text, strlen(text)});
}

void line_break(struct line *line, size_t indent)
{
    static const char spaces[] = "                                        ";
    if (line->out->length > 0)
        buffer_char(line->out, '\n');
    line->column = indent;
    for (; indent > sizeof spaces - 1; indent -= sizeof spaces - 1)
        buffer_add(line->out, spaces, sizeof spaces - 1);
    buffer_add(line->out, spaces, indent);
}
