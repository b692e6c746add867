/* SPDX-License-Identifier: MIT */
/* Datasets as readers up to a level may know them (level.h): what is withheld from them is
   removed (withholding.h), and what is left is read as a dataset of its own. So nothing that is
   derived from the network, such as an order, a number or a fingerprint, can depend on what is
   withheld, and no message can quote it. */
#ifndef FORMAT_ENTENTE_REDACTION_H
#define FORMAT_ENTENTE_REDACTION_H

#include "base/message.h"
#include "base/status.h"
#include "format/xml/reader_limits.h"
#include "model/network.h"

/* Messages about a dataset that is going to be redacted: only errors of input and output are
   passed on to MESSAGES, which must outlive QUIET. */
void redaction_quieten(struct messages *quiet, struct messages *messages);

/* Reports that the dataset at PATH is invalid, without saying why. */
void redaction_report_invalid(const char *path, struct messages *messages);

/* Replaces *NETWORK by what is left of it at LEVEL, a word for one, or at CEILING if that is
   lower; one of them may be NULL. PATH is that of the dataset. If there is no such level, reports
   an error of the setting "for" and returns STATUS_FAILURE. Warnings about what is left have no
   line. On failure, *NETWORK is unchanged. */
enum status redaction_apply(struct network **network, const char *level, const char *ceiling,
                            const char *path, const struct reader_limits *limits,
                            struct messages *messages);

/* Like dataset_read, but of what is left at LEVEL or CEILING, unless both are NULL. */
enum status redaction_read(const char *path, const char *level, const char *ceiling,
                           const struct reader_limits *limits, struct messages *messages,
                           struct network **network);

/* The same of the LENGTH bytes at BYTES, which messages call NAME; without a ceiling. */
enum status redaction_read_bytes(const char *name, const char *bytes, size_t length,
                                 const char *level, const struct reader_limits *limits,
                                 struct messages *messages, struct network **network);

#endif
