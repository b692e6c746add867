/* SPDX-License-Identifier: MIT */
/* Cells that rows of several kinds have. */
#ifndef CLI_LIST_SHARED_COLUMN_H
#define CLI_LIST_SHARED_COLUMN_H

#include "cli/list/column.h"

/* Of a relation, and of the relation that a claim is about. */
const char *shared_type_text(const struct column_cell *cell);
const char *shared_form_text(const struct column_cell *cell);
const char *shared_from_text(const struct column_cell *cell);
const char *shared_from_name_text(const struct column_cell *cell);
const char *shared_to_text(const struct column_cell *cell);
const char *shared_to_name_text(const struct column_cell *cell);
int64_t shared_type_rank(const struct column_cell *cell);

/* Of an actor and of an event; the best connected come first. */
const char *shared_href_text(const struct column_cell *cell);
const char *shared_note_text(const struct column_cell *cell);
const char *shared_relations_text(const struct column_cell *cell);
int64_t shared_relations_rank(const struct column_cell *cell);

#endif
