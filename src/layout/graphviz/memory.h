/* SPDX-License-Identifier: MIT */
/* Memory for cgraph, in which what is allocated later has a higher address. cgraph's ids are the
   addresses of names, and engines compare those of nodes: fdp, for one, turns round edges between
   them. Layouts would depend on what was freed before, elsewhere in the process. */
#ifndef LAYOUT_GRAPHVIZ_MEMORY_H
#define LAYOUT_GRAPHVIZ_MEMORY_H

#include <cgraph.h>

/* For agopen. Each graph has memory of its own, until it is closed; nothing is used twice. What
   cgraph itself allocates elsewhere for such a graph, its dictionaries, is never freed: this is
   for a process that ends with its layout. */
Agmemdisc_t *memory_discipline(void);

/* Has graphs without a discipline of their own, such as those that engines make within, use the
   same from now on, in the whole process. */
void memory_set_default(void);

#endif
