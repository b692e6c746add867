/* SPDX-License-Identifier: MIT */
/* An index of views by their ids, whatever the case: finds one that would be drawn to the same
   file as another, in time that does not depend on the number of views. */
#ifndef FORMAT_VIEWS_VIEW_INDEX_H
#define FORMAT_VIEWS_VIEW_INDEX_H

#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "model/strings.h"

#define VIEW_INDEX_NONE UINT32_MAX

/* A view. The next one has the same id but for case, and other formats. */
struct view_entry {
    uint32_t id; /* a text: as written */
    uint32_t number, next;
    unsigned formats;
};

struct view_index {
    struct strings ids; /* as written, and in lower case with the first entry as value */
    struct view_entry *items;
    size_t count, capacity;
};

/* STATUS_MEMORY on failure; INDEX may be cleared all the same. */
enum status view_index_init(struct view_index *index);
void view_index_clear(struct view_index *index);

/* The number of the first view that may be drawn to the same file as one with ID and FORMATS: the
   ids are equal, or they differ in case and a format is the same. VIEW_INDEX_NONE if there is
   none. */
uint32_t view_index_find(const struct view_index *index, const char *id, unsigned formats);

/* Adds a view with a valid ID, unless it has no format or one would be found for it. NUMBER is
   the caller's. */
enum status view_index_add(struct view_index *index, const char *id, unsigned formats,
                           uint32_t number);

#endif
