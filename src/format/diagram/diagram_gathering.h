/* SPDX-License-Identifier: MIT */
/* What diagram_gather works with. */
#ifndef FORMAT_DIAGRAM_DIAGRAM_GATHERING_H
#define FORMAT_DIAGRAM_DIAGRAM_GATHERING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "format/diagram/diagram.h"
#include "format/diagram/diagram_roles.h"
#include "format/diagram/diagram_unmapped.h"

/* What the weights of edges become. */
enum diagram_weights {
    WEIGHTS_NONE,   /* nothing: all are 1, which is usual */
    WEIGHTS_ALIKE,  /* attributes: all are the same */
    WEIGHTS_GRADES, /* weights of ties: all are whole numbers from 1 to 5 */
    WEIGHTS_AMOUNTS /* amounts */
};

struct diagram_gathering {
    struct diagram *diagram;
    struct gathering *gathering;
    uint32_t *actors;  /* by node */
    uint32_t *parents; /* likewise: texts */
    uint32_t *marks;   /* likewise: 1 + the first edge of the last run that it was an end of */
    size_t apart;      /* edges before this one are ties of their own, though they say the same */
    NETWORK_ARRAY(uint32_t) ends; /* of a tie */
    struct diagram_unmapped unmapped;
    enum diagram_weights weights;
    size_t looks, derived, amounts;
};

/* The attributes of one node or edge, by their roles: the first value of each. */
struct diagram_said {
    uint32_t values[DIAGRAM_ROLES];
};

const char *diagram_text_of(const struct diagram_gathering *up, uint32_t number);
enum status diagram_intern(struct diagram_gathering *up, const char *text, uint32_t *number);

#endif
