/* SPDX-License-Identifier: MIT */
/* A check of finished PDFs, in case the converter writes text of a dataset where it acts. */
#ifndef RENDER_PDF_CHECK_H
#define RENDER_PDF_CHECK_H

#include <stddef.h>

#include "base/message.h"
#include "base/status.h"

/* Checks that the objects of a PDF, outside of its streams, have no actions but links to safe
   addresses (address_trim): no scripts, nothing that happens when a page is opened, no programs,
   forms, media or attached files; that its addresses are in place; and that there are no objects
   but these: none within a stream, a comment or a string, to which its cross-reference tables
   could lead (pdf_table.h), no compressed or encrypted ones. Reports an error and returns
   STATUS_FAILURE otherwise. */
enum status pdf_check(const char *pdf, size_t length, struct messages *messages);

#endif
