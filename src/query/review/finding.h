/* SPDX-License-Identifier: MIT */
/* A review in progress, and how its checks report what they find. */
#ifndef QUERY_REVIEW_FINDING_H
#define QUERY_REVIEW_FINDING_H

#include <stdint.h>

#include "base/message.h"
#include "model/network.h"

struct review {
    const struct network *network;
    const char *path; /* of the dataset */
    struct messages *messages;
};

/* Reports a warning about LINE of the dataset. */
void finding_report(const struct review *review, uint32_t line, enum message_code code,
                    const char *format, ...) __attribute__((format(printf, 4, 5)));

/* The ids of a source and of a relation, for messages. */
const char *finding_source(const struct review *review, uint32_t source);
const char *finding_relation(const struct review *review, uint32_t relation);

#endif
