/* SPDX-License-Identifier: MIT */
/* Reads and writes networks of Pajek (V. Batagelj, A. Mrvar, "Pajek: Program for Analysis and
   Visualization of Large Networks", reference manual), .net and .paj. */
#ifndef FORMAT_PAJEK_PAJEK_H
#define FORMAT_PAJEK_PAJEK_H

#include "format/exchange/exchange.h"

/* Reads the first network of the file; the partitions and vectors of a project (.paj) become
   attributes of its vertices. *Arcs are directed, *Edges are not; the name of a relation
   (*Arcs :2 "trade") is the word of its lines, like a label (1 2 1 l "trade"). Other networks and
   objects are counted as lost. */
enum status pajek_read(const struct exchange_input *input, struct draft *draft);

/* Writes a network with a relation for each type, and the form as the label of each line, as
   diagram_export.h says. Begins with a byte order mark if there are characters beyond ASCII, for
   otherwise Pajek would misread them. */
enum status pajek_write(struct exchange_output *output);

#endif
