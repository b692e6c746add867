/* SPDX-License-Identifier: MIT */
#ifndef CLI_XML_MEMORY_H
#define CLI_XML_MEMORY_H

/* From now on, terminates the program with a message and exit status 2 when an allocation by
   libxml2 fails. libxml2 does not report every failure: it may crash, or evaluate an expression
   to false. For the command line only, since this cannot be undone. Call it before using libxml2.
 */
void xml_memory_guard(void);

#endif
