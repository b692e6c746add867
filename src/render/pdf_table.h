/* SPDX-License-Identifier: MIT */
/* Where the objects of a PDF are, and where its cross-reference tables say that they are (ISO
   32000-1, section 7.5.4). A reader that follows the tables must find no other objects than one
   that goes through the file from its start: they could be within a stream or a comment. */
#ifndef RENDER_PDF_TABLE_H
#define RENDER_PDF_TABLE_H

#include <stddef.h>

#include "base/status.h"

/* Offsets from the start of the file. Zero it before use. */
struct pdf_offsets {
    size_t *items;
    size_t count, capacity;
};

/* All in the order of the file, but entries and links. */
struct pdf_table {
    struct pdf_offsets objects;  /* of their numbers */
    struct pdf_offsets keywords; /* of "obj" after these */
    struct pdf_offsets tables;   /* of "xref" */
    struct pdf_offsets entries;  /* where the tables say that objects are */
    struct pdf_offsets links;    /* where "startxref" and /Prev say that tables are */
};

enum status pdf_offsets_add(struct pdf_offsets *offsets, size_t offset);

/* What is wrong with the table of the LENGTH bytes at PDF; NULL if nothing is: each entry leads
   to one of the objects, or to no object at all, each link leads to a table, and nothing else in
   the file, wherever, looks like an object. */
const char *pdf_table_fault(const struct pdf_table *table, const char *pdf, size_t length);
void pdf_table_clear(struct pdf_table *table);

#endif
