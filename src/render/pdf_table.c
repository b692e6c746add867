/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "render/pdf_table.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"
#include "base/memory/bytes.h"

enum status pdf_offsets_add(struct pdf_offsets *offsets, size_t offset)
{
    ARRAY_RESERVE(offsets, 1);
    offsets->items[offsets->count++] = offset;
    return STATUS_OK;
}

static int compare_offsets(const void *a, const void *b)
{
    const size_t one = *(const size_t *)a, other = *(const size_t *)b;
    return (one > other) - (one < other);
}

static bool has_offset(const struct pdf_offsets *offsets, size_t offset)
{
    return offsets->count > 0 && bsearch(&offset, offsets->items, offsets->count, sizeof offset,
                                         compare_offsets) != NULL;
}

static bool is_blank(char c)
{
    return (unsigned char)c <= ' ';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The first byte from OFFSET on that is neither white space nor in a comment. */
static size_t skip_blank(const char *pdf, size_t length, size_t offset)
{
    while (offset < length && (is_blank(pdf[offset]) || pdf[offset] == '%')) {
        if (pdf[offset] == '%')
            while (offset < length && pdf[offset] != '\n' && pdf[offset] != '\r')
                offset++;
        else
            offset++;
    }
    return offset;
}

/* An object begins with a number. cairo 1.16 has entries for objects that are not there. */
static bool leads_right(const struct pdf_table *table, const char *pdf, size_t length,
                        size_t offset)
{
    const size_t start = offset < length ? skip_blank(pdf, length, offset) : length;
    bool number = start < length && (is_digit(pdf[start]) || strchr("+-.", pdf[start]) != NULL);
    return !number || has_offset(&table->objects, start);
}

/* Where the digits before OFFSET begin, and white space before OFFSET; OFFSET: there are none. */
static size_t skip_number_back(const char *pdf, size_t offset)
{
    size_t at = offset;
    while (at > 0 && is_blank(pdf[at - 1]))
        at--;
    const size_t end = at;
    while (at > 0 && is_digit(pdf[at - 1]))
        at--;
    return at < end ? at : offset;
}

/* Whether two numbers are before the "obj" at OFFSET. */
static bool is_like_object(const char *pdf, size_t offset)
{
    const size_t second = skip_number_back(pdf, offset), first = skip_number_back(pdf, second);
    return second < offset && first < second && is_blank(pdf[second - 1]);
}

static bool hides_object(const struct pdf_table *table, const char *pdf, size_t length)
{
    const char *end = pdf + length, *at = pdf;
    for (; (at = bytes_find(at, end, "obj")) != NULL; at++)
        if (is_like_object(pdf, (size_t)(at - pdf)) &&
            !has_offset(&table->keywords, (size_t)(at - pdf)))
            return true;
    return false;
}

const char *pdf_table_fault(const struct pdf_table *table, const char *pdf, size_t length)
{
    for (size_t i = 0; i < table->entries.count; i++)
        if (!leads_right(table, pdf, length, table->entries.items[i]))
            return "a cross-reference to what is no object";
    for (size_t i = 0; i < table->links.count; i++)
        if (!has_offset(&table->tables, table->links.items[i]))
            return "a reference to what is no table";
    return hides_object(table, pdf, length) ? "a hidden object" : NULL;
}

void pdf_table_clear(struct pdf_table *table)
{
    free(table->objects.items);
    free(table->keywords.items);
    free(table->tables.items);
    free(table->entries.items);
    free(table->links.items);
    *table = (struct pdf_table){.links = {NULL, 0, 0}};
}
