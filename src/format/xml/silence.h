/* SPDX-License-Identifier: MIT */
#ifndef FORMAT_XML_SILENCE_H
#define FORMAT_XML_SILENCE_H

/* From here on libxml2 writes nothing to standard error. What goes wrong is told to the handlers
   of whoever uses it, as before; this is for what it tells nobody but the whole process: bytes
   that it can't convert, say, and what it never expected. To be called before libxml2 is used;
   once more does no harm. */
void silence_keep(void);

#endif
