/* SPDX-License-Identifier: MIT */
/* Makes a dataset of the nodes and edges of a graph format.

   A node becomes an actor, an edge a tie; parallel edges remain several. Attributes are
   understood by their names, in any case of their letters: label, name, kind, note, role, url and
   so on of nodes; type, form, label, when, start, end, weight, sign, note and so on of edges. A
   word that is a relation type, or a form that only one type has, makes a tie of that type; any
   other is the form of a contact, or of the type of the option "other". An edge without a word is
   a contact without a form. Colours, positions and other looks are counted as lost; whatever else
   there is becomes an attribute of the actor or the tie. A weight is that of the tie if all edges
   have whole ones from 1 to 5 that differ, else an attribute. */
#ifndef FORMAT_DIAGRAM_DIAGRAM_GATHER_H
#define FORMAT_DIAGRAM_DIAGRAM_GATHER_H

#include "base/status.h"
#include "format/diagram/diagram.h"
#include "format/exchange/draft.h"

enum status diagram_gather(struct diagram *diagram, struct draft *draft);

#endif
