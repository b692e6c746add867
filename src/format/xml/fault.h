/* SPDX-License-Identifier: MIT */
/* Finds what is wrong with a document that a parser has rejected, and how to mend it. The texts
   of libxml2's messages and the places that it reports differ between its versions, so this
   scanner goes through the bytes itself, from the last start tag that the parser accepted. */
#ifndef FORMAT_XML_FAULT_H
#define FORMAT_XML_FAULT_H

#include <stdbool.h>

#include "base/status.h"
#include "format/xml/fault_input.h"

/* Sets *FOUND to whether there is a fault in the bytes of INPUT, and if so, *FAULT to the first.
   The caller clears FAULT's text in any case. Fails with STATUS_MEMORY only. */
enum status fault_find(const struct fault_input *input, struct fault *fault, bool *found);

#endif
