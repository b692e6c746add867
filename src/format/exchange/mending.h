/* SPDX-License-Identifier: MIT */
/* Leaves out of a draft the elements that make it no valid dataset. */
#ifndef FORMAT_EXCHANGE_MENDING_H
#define FORMAT_EXCHANGE_MENDING_H

#include "base/message.h"
#include "base/status.h"
#include "format/exchange/draft.h"
#include "format/exchange/losses.h"
#include "format/xml/reader_limits.h"

/* Replaces with spaces the elements of DRAFT that draft_read would report errors of, and then
   what refers to them, and so on. Each is reported as a warning, and counted. What remains may
   still be invalid: draft_read says so. Fails only with STATUS_MEMORY. */
enum status mending_leave_out(struct draft *draft, const struct reader_limits *limits,
                              struct losses *losses, struct messages *messages);

#endif
