/* SPDX-License-Identifier: MIT */
#ifndef FORMAT_XML_MEMORY_H
#define FORMAT_XML_MEMORY_H

/* Makes libxml2 end the program, with a message and status 2, where it lacks memory. By itself it
   goes on now and then: it crashes, or takes what it can't evaluate for false. To be called
   before libxml2 is used. */
void memory_guard(void);

#endif
