/* SPDX-License-Identifier: MIT */
/* The tokens of GML (M. Himsolt, "GML: A portable Graph File Format", 1997; as networkx, igraph,
   Gephi and yEd write it): keys, numbers, strings and brackets. Lines that begin with "#" are
   comments. */
#ifndef FORMAT_GML_GML_TOKEN_H
#define FORMAT_GML_GML_TOKEN_H

#include "base/memory/buffer.h"
#include "base/status.h"
#include "format/diagram/diagram_text.h"

enum gml_kind { GML_END, GML_WORD, GML_STRING, GML_OPEN, GML_CLOSE, GML_BROKEN };

struct gml_token {
    enum gml_kind kind;
    struct buffer text; /* of a word, which may be a number, or of a string, decoded; reused */
    struct gathered_place place;
};

/* Reads the next token. GML_BROKEN is a string without an end. */
enum status gml_token_next(struct diagram_cursor *cursor, struct gml_token *token);

#endif
