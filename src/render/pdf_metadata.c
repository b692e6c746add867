/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "render/pdf_metadata.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/bytes.h"
#include "base/text/utf8.h"
#include "render/recipe.h"

/* Of an entry of a cross-reference table. */
enum { ENTRY_SIZE = 20 };

/* The end of a PDF: its cross-reference table, and what its trailer says. */
struct pdf_end {
    unsigned long table; /* offset of the table */
    const char *entries; /* of all objects, from 0 */
    unsigned long size;  /* their number */
    unsigned long catalog, info;
};

/* An object, between "obj" and "endobj". */
struct pdf_object {
    unsigned long number;
    const char *text;
    size_t length;
};

static const char *find_last(const struct buffer *pdf, const char *word)
{
    const size_t length = strlen(word);
    for (size_t at = pdf->length; at >= length; at--)
        if (memcmp(pdf->bytes + at - length, word, length) == 0)
            return pdf->bytes + at;
    return NULL;
}

/* The number after KEY, between FROM and END; 0 if there is none. PDF ends in a NUL. */
static unsigned long number_after(const char *from, const char *end, const char *key)
{
    const char *at = bytes_find(from, end, key);
    return at != NULL ? strtoul(at + strlen(key), NULL, 10) : 0;
}

/* Reads a table of a single section, with all objects. */
static bool read_end(const struct buffer *pdf, struct pdf_end *found)
{
    const char *end = pdf->bytes + pdf->length, *start = find_last(pdf, "startxref");
    found->table = start != NULL ? strtoul(start, NULL, 10) : 0;
    if (found->table == 0 || found->table >= pdf->length)
        return false;
    const char *table = pdf->bytes + found->table;
    const char *trailer = bytes_find(table, end, "trailer");
    if (strncmp(table, "xref", 4) != 0 || trailer == NULL)
        return false;
    char *at;
    unsigned long first = strtoul(table + 4, &at, 10);
    found->size = strtoul(at, &at, 10);
    found->entries = at + strspn(at, " \r\n");
    found->catalog = number_after(trailer, end, "/Root ");
    found->info = number_after(trailer, end, "/Info ");
    return first == 0 && found->catalog > 0 && found->catalog < found->size && found->info > 0 &&
           found->info < found->size &&
           (unsigned long)(trailer - found->entries) / ENTRY_SIZE >= found->size;
}

/* Whether object NUMBER is where its entry says; sets *OFFSET to that. */
static bool is_in_place(const struct buffer *pdf, const struct pdf_end *end, unsigned long number,
                        unsigned long *offset)
{
    char *after;
    *offset = strtoul(end->entries + number * ENTRY_SIZE, NULL, 10);
    return *offset < pdf->length && strtoul(pdf->bytes + *offset, &after, 10) == number &&
           strncmp(after, " 0 obj", 6) == 0;
}

/* Finds object NUMBER, a dictionary. */
static bool find_object(const struct buffer *pdf, const struct pdf_end *end, unsigned long number,
                        struct pdf_object *object)
{
    unsigned long offset;
    const char *limit = pdf->bytes + pdf->length;
    if (!is_in_place(pdf, end, number, &offset))
        return false;
    const char *start = bytes_find(pdf->bytes + offset, limit, "<<");
    const char *finish = start != NULL ? bytes_find(start, limit, "endobj") : NULL;
    if (finish == NULL)
        return false;
    *object = (struct pdf_object){number, start + 2, (size_t)(finish - start - 2)};
    return true;
}

/* Adds ‘/KEY <FEFF…>’, a text string in UTF-16 (ISO 32000-1, section 7.9.2.2). */
static void add_text(struct buffer *out, const char *key, const char *text)
{
    const char *end = text + strlen(text);
    if (text == end)
        return;
    buffer_format(out, " /%s <FEFF", key);
    while (text < end) {
        uint32_t code = utf8_next(&text, end);
        if (code >= 0x10000)
            buffer_format(out, "%04X%04X", (unsigned)(0xd800 + ((code - 0x10000) >> 10)),
                          (unsigned)(0xdc00 + (code & 0x3ff)));
        else
            buffer_format(out, "%04X", (unsigned)code);
    }
    buffer_text(out, ">");
}

/* The same in UTF-8 (ISO 32000-2, section 7.9.2.2), which is read back more easily. */
static void add_recipe(struct buffer *out, const char *text)
{
    if (text[0] == '\0')
        return;
    buffer_text(out, " /" RECIPE_PDF_KEY " <EFBBBF");
    for (; *text != '\0'; text++)
        buffer_format(out, "%02X", (unsigned)(unsigned char)*text);
    buffer_text(out, ">");
}

static void add_info(struct buffer *out, const struct pdf_metadata *metadata)
{
    buffer_text(out, " /Creator (entente)");
    add_text(out, "Title", metadata->title);
    add_text(out, "Subject", metadata->subject);
    add_recipe(out, metadata->recipe);
}

/* The title is shown instead of the file's name. */
static void add_to_catalog(struct buffer *out, const struct pdf_metadata *metadata)
{
    if (metadata->language[0] != '\0')
        buffer_format(out, " /Lang (%s)", metadata->language);
    if (metadata->title[0] != '\0')
        buffer_text(out, " /ViewerPreferences << /DisplayDocTitle true >>");
}

/* Appends OBJECT again with ADDED in its dictionary, and returns its offset. */
static size_t add_object(struct buffer *pdf, const struct pdf_object *object,
                         const struct buffer *added)
{
    size_t offset = pdf->length;
    buffer_format(pdf, "%lu 0 obj\n<<", object->number);
    buffer_add(pdf, added->bytes, added->length);
    buffer_add(pdf, object->text, object->length);
    buffer_text(pdf, "endobj\n");
    return offset;
}

static void add_entry(struct buffer *pdf, unsigned long number, size_t offset)
{
    buffer_format(pdf, "%lu 1\n%010zu 00000 n \n", number, offset);
}

/* Frees the objects that are not there: cairo 1.16 has an entry for such an object in PDFs with
   links. */
static void free_missing(struct buffer *update, const struct buffer *pdf,
                         const struct pdf_end *end)
{
    unsigned long offset;
    for (unsigned long number = 1; number < end->size; number++)
        if (end->entries[number * ENTRY_SIZE + ENTRY_SIZE - 3] == 'n' &&
            !is_in_place(pdf, end, number, &offset))
            buffer_format(update, "%lu 1\n0000000000 00001 f \n", number);
}

static void add_update(struct buffer *pdf, const struct pdf_end *end,
                       const struct pdf_object *info, const struct pdf_object *catalog,
                       const struct pdf_metadata *metadata)
{
    struct buffer added = BUFFER_EMPTY, update = BUFFER_EMPTY;
    buffer_add(&update, pdf->bytes, pdf->length);
    add_info(&added, metadata);
    size_t first = add_object(&update, info, &added);
    added.length = 0;
    add_to_catalog(&added, metadata);
    size_t second = add_object(&update, catalog, &added);
    size_t table = update.length;
    buffer_text(&update, "xref\n");
    free_missing(&update, pdf, end);
    add_entry(&update, info->number, first);
    add_entry(&update, catalog->number, second);
    buffer_format(&update,
                  "trailer\n<< /Size %lu /Root %lu 0 R /Info %lu 0 R /Prev %lu >>\n"
                  "startxref\n%zu\n%%%%EOF\n",
                  end->size, end->catalog, end->info, end->table, table);
    update.failed |= added.failed | pdf->failed;
    buffer_clear(&added);
    buffer_clear(pdf);
    *pdf = update;
}

bool pdf_has_table(const struct buffer *pdf)
{
    struct pdf_end end;
    return pdf->length > 0 && read_end(pdf, &end);
}

void pdf_add_metadata(struct buffer *pdf, const struct pdf_metadata *metadata)
{
    struct pdf_end end;
    struct pdf_object info, catalog;
    buffer_string(pdf); /* ends it in a NUL */
    if (!pdf->failed && pdf_has_table(pdf) && read_end(pdf, &end) &&
        find_object(pdf, &end, end.info, &info) && find_object(pdf, &end, end.catalog, &catalog))
        add_update(pdf, &end, &info, &catalog, metadata);
}
