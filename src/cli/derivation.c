/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/derivation.h"

#include <string.h>

#include "model/attribute_group.h"
#include "model/participation.h"
#include "query/criteria.h"

enum status derivation_add(struct network *network, const char *participants, const char *fold)
{
    const size_t length = sizeof CRITERIA_ATTRIBUTE - 1;
    if (participants != NULL)
        TRY(participation_add(network));
    if (fold == NULL || strncmp(fold, CRITERIA_ATTRIBUTE, length) != 0)
        return STATUS_OK;
    return attribute_groups_add(network, fold + length);
}
