/* SPDX-License-Identifier: MIT */
/* Keeps libxml2 from writing to standard error. */
#ifndef FORMAT_XML_SILENCE_H
#define FORMAT_XML_SILENCE_H

/* Discards the errors that libxml2 reports to the process-wide handlers, such as bytes that it
   cannot convert, and internal errors; by default it prints them. Handlers of individual parsers
   are not affected. Call it before any use of libxml2; calling it again has no effect. */
void silence_libxml(void);

#endif
