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

struct diagram_gathering {
    struct diagram *diagram;
    struct gathering *gathering;
    uint32_t *actors;  /* by node */
    uint32_t *parents; /* likewise: texts */
    uint32_t *marks;   /* likewise: 1 + the first edge of the last run that it was an end of */
    size_t apart;      /* edges before this one are ties of their own, though they say the same */
    NETWORK_ARRAY(uint32_t) ends; /* of a tie */
    struct diagram_unmapped unmapped;
    bool weighted; /* weights are those of ties */
    size_t looks, derived;
};

/* The attributes of one node or edge, by their roles: the first value of each. */
struct diagram_said {
    uint32_t values[DIAGRAM_ROLES];
};

const char *diagram_text_of(const struct diagram_gathering *up, uint32_t number);
enum status diagram_intern(struct diagram_gathering *up, const char *text, uint32_t *number);

#endif
