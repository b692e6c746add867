/* SPDX-License-Identifier: MIT */
/* Reads what an actor, an event or a relation can have any number of besides texts: amounts,
   identifiers, attributes and periods. */
#ifndef FORMAT_ENTENTE_EXTRA_H
#define FORMAT_ENTENTE_EXTRA_H

#include "base/status.h"
#include "format/entente/reading.h"
#include "format/xml/document.h"

/* Each adds the element with the attributes VALUES to the current item; invalid values are
   reported. Fails with STATUS_MEMORY only. */
enum status extra_start_amount(struct reading *reading, struct document *document,
                               const char *const values[]);
enum status extra_start_identifier(struct reading *reading, struct document *document,
                                   const char *const values[]);
enum status extra_start_attribute(struct reading *reading, struct document *document,
                                  const char *const values[]);
enum status extra_start_period(struct reading *reading, struct document *document,
                               const char *const values[]);

/* Call at the end of a period, after its claims. */
void extra_end_period(struct reading *reading);

/* Call at the end of a relation: if it has periods, but no date, it gets one that spans them. */
enum status extra_span_periods(struct reading *reading);

#endif
