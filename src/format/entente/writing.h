/* SPDX-License-Identifier: MIT */
/* A dataset that is being written: its elements, with the comments and spellings that were kept
   of them (trivia.h), as far as they are not withheld. Elements must be started in document
   order, those that are withheld too: nothing is written of these, whatever is called until they
   end. */
#ifndef FORMAT_ENTENTE_WRITING_H
#define FORMAT_ENTENTE_WRITING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/memory/buffer.h"
#include "format/xml/xml.h"
#include "model/network.h"
#include "query/withholding.h"

/* Initialize NETWORK, XML and WITHHELD (NULL: write all), and zero the rest. Comments and
   spellings, which may tell of what is withheld, are written only if nothing can be. */
struct writing {
    const struct network *network;
    const struct withholding *withheld;
    struct xml xml;
    size_t comment, statement;     /* the next ones: they are in document order */
    struct trivia_element element; /* the current one */
    unsigned muted;                /* open elements that are not written */
    struct buffer list, from;      /* lists of ids */
};

/* A text that is being written, up to DONE. */
struct writing_text {
    const char *words;
    size_t length, done;
};

const char *writing_text_of(const struct writing *writer, uint32_t text);
struct trivia_element writing_element(enum trivia_kind kind, size_t index);

/* The ids of a vertex and of a source, its pseudonym if it has to be; NULL for NETWORK_NONE and
   for what is withheld. */
const char *writing_vertex_id(const struct writing *writer, uint32_t vertex);
const char *writing_source_id(const struct writing *writer, uint32_t source);

/* Starts an element, after writing the comments before it. */
void writing_start(struct writing *writer, const char *name, enum trivia_kind kind, size_t index);

/* Writes attributes of the current element: the VALUES that are neither NULL nor "", the
   spellings that were kept instead of values, and its marking. */
void writing_attributes(struct writing *writer, const char *const names[],
                        const char *const values[]);

/* Writes the text of the current element, with the comments in it. */
void writing_text(struct writing *writer, uint32_t text);

/* The same in pieces: up to OFFSET; and the next comments in ELEMENT whose offset is below LIMIT,
   with the text before them. */
struct writing_text writing_begin_text(const struct writing *writer, uint32_t text);
void writing_up_to(struct writing *writer, struct writing_text *text, size_t offset);
void writing_comments_in(struct writing *writer, struct trivia_element element,
                         struct writing_text *text, size_t limit);

/* Whether the innermost element, and what follows in it, is on one line. */
bool writing_is_inline(const struct writing *writer);
void writing_set_inline(struct writing *writer, bool inlined);

/* Ends the innermost element, called NAME; writing_end writes the comments at its end first. */
void writing_close(struct writing *writer, const char *name);
void writing_end(struct writing *writer, const char *name, enum trivia_kind kind, size_t index);

/* Writes comments around the root element. */
void writing_last_comments(struct writing *writer);

#endif
