/* SPDX-License-Identifier: MIT */
/* Reads a document of an XML vocabulary in one pass, without a tree. The reader checks the
   document against the rules of a grammar (reader_grammar.h), reports every error with its place,
   and passes its contents to the functions of the grammar.

   Nothing but the document itself is ever read: a DOCTYPE is an error, so the only entities are
   the five of XML, and neither other files nor the network are accessed. The document must be
   UTF-8. Bidirectional controls (utf8_is_bidi_control) become U+FFFD, with a warning. */
#ifndef FORMAT_XML_READER_H
#define FORMAT_XML_READER_H

#include <stdint.h>

#include "base/memory/buffer.h"
#include "base/message.h"
#include "base/status.h"
#include "format/xml/reader_grammar.h"
#include "format/xml/reader_limits.h"

/* Reads PATH ("-": standard input) and calls the functions of GRAMMAR with CONTEXT. All errors
   are reported in one run: an element that is not in the vocabulary is skipped with its
   contents; any other is passed on, even if it is invalid. Returns STATUS_INVALID if there were
   errors, STATUS_FAILURE if the file cannot be read, STATUS_MEMORY. Sets *LENGTH to the bytes of
   the document, or 0 if its end was not reached. Appends the bytes that it reads to COPY, unless
   that is NULL. */
enum status reader_read(const char *path, const struct reader_grammar *grammar,
                        const struct reader_limits *limits, void *context,
                        struct messages *messages, struct buffer *copy, uint64_t *length);

/* The same of the SIZE bytes at BYTES, which messages call NAME. */
enum status reader_read_bytes(const char *name, const char *bytes, size_t size,
                              const struct reader_grammar *grammar,
                              const struct reader_limits *limits, void *context,
                              struct messages *messages, uint64_t *length);

#endif
