/* SPDX-License-Identifier: MIT */
#ifndef CLI_XML_MEMORY_H
#define CLI_XML_MEMORY_H

/* From now on, ends the program with a message and exit status 2 when libxml2 fails to allocate
   memory. Left alone, it does not always report the failure: it may crash, or take an expression
   that it cannot evaluate for false. For the command line only, since it cannot be undone: call
   it before libxml2 is used. */
void xml_memory_guard(void);

#endif
