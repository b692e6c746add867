/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/legend_entry.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "scene/flow.h"

_Static_assert(KINDS + 3 + 2 * TYPES + 2 + EVIDENCES + PHASES + SCENE_CHANGES + 2 <=
                       LEGEND_MAX_ENTRIES &&
                   LEGEND_MAX_ENTRIES <= (int)FLOW_MAX_ITEMS,
               "raise LEGEND_MAX_ENTRIES");

struct legend_entry *legend_entry_add(struct legend *legend, const char *heading,
                                      enum legend_subject subject, unsigned value,
                                      const char *text)
{
    struct legend_entry *entry = &legend->entries[legend->count++];
    assert(legend->count <= LEGEND_MAX_ENTRIES);
    *entry = (struct legend_entry){
        .subject = subject, .value = value, .heading = heading, .opens = heading != NULL};
    if (heading != NULL && heading[0] == '\0')
        entry->heading = NULL;
    assert(strlen(text) < sizeof entry->text);
    snprintf(entry->text, sizeof entry->text, "%s", text);
    return entry;
}

bool legend_set_is_single(unsigned set)
{
    return set != 0 && (set & (set - 1)) == 0;
}

unsigned legend_set_first(unsigned set)
{
    unsigned i = 0;
    while ((set >> i & 1) == 0)
        i++;
    return i;
}
