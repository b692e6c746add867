/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/condition/rewrite.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* What to insert before a byte. */
struct rewrite_mark {
    const char *comparison; /* the function that replaces an operator, or NULL */
    const char *joint;      /* the function that replaces several, within the others, or NULL */
    unsigned short closed;  /* the number of calls that end here */
    unsigned short omitted; /* the length of the operator that a comma replaces, or 0 */
    bool number;            /* a call of number() starts here */
    bool function;          /* a function name starts here */
};

enum status rewrite_init(struct rewrite *rewrite, const char *expression, const char *prefix)
{
    *rewrite = (struct rewrite){expression, prefix,
                                calloc(strlen(expression) + 1, sizeof *rewrite->marks)};
    return rewrite->marks != NULL ? STATUS_OK : STATUS_MEMORY;
}

void rewrite_clear(struct rewrite *rewrite)
{
    free(rewrite->marks);
    rewrite->marks = NULL;
}

static struct rewrite_mark *mark_at(const struct rewrite *rewrite, const char *text)
{
    return &rewrite->marks[text - rewrite->expression];
}

void rewrite_function(struct rewrite *rewrite, const char *name)
{
    mark_at(rewrite, name)->function = true;
}

void rewrite_number(struct rewrite *rewrite, const char *start, const char *end)
{
    mark_at(rewrite, start)->number = true;
    mark_at(rewrite, end)->closed++;
}

void rewrite_comparison(struct rewrite *rewrite, const char *function, const char *start,
                        const char *symbol, size_t length, const char *end)
{
    mark_at(rewrite, start)->comparison = function;
    mark_at(rewrite, symbol)->omitted = (unsigned short)length;
    mark_at(rewrite, end)->closed++;
}

void rewrite_union(struct rewrite *rewrite, const char *function, const char *start,
                   const char *end)
{
    mark_at(rewrite, start)->joint = function;
    mark_at(rewrite, end)->closed++;
}

void rewrite_comma(struct rewrite *rewrite, const char *byte)
{
    mark_at(rewrite, byte)->omitted = 1;
}

static void write_mark(struct buffer *out, const char *prefix, const struct rewrite_mark *mark)
{
    for (unsigned i = 0; i < mark->closed; i++)
        buffer_char(out, ')');
    if (mark->comparison != NULL)
        buffer_format(out, "%s:%s(", prefix, mark->comparison);
    if (mark->number)
        buffer_format(out, "%s:number(", prefix);
    if (mark->joint != NULL)
        buffer_format(out, "%s:%s(", prefix, mark->joint);
    if (mark->function)
        buffer_format(out, "%s:", prefix);
}

enum status rewrite_write(const struct rewrite *rewrite, struct buffer *out)
{
    const char *text = rewrite->expression;
    for (;; text++) {
        const struct rewrite_mark *mark = mark_at(rewrite, text);
        write_mark(out, rewrite->prefix, mark);
        if (*text == '\0')
            return buffer_status(out);
        buffer_char(out, mark->omitted > 0 ? ',' : *text);
        if (mark->omitted > 0)
            text += mark->omitted - 1;
    }
}
