/* SPDX-License-Identifier: MIT */
/* Gathers actors, sources, ties and claims in the order in which a table or a graph mentions
   them, and writes them as a dataset. Whatever has the same key is one: actors and sources by the
   name or id that the file uses, ties by their ends, type, form and date. Ids are made from
   names, the same ones for the same input. */
#ifndef FORMAT_EXCHANGE_GATHERING_H
#define FORMAT_EXCHANGE_GATHERING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/status.h"
#include "format/exchange/draft.h"
#include "format/exchange/gathered.h"

enum status gathering_new(struct gathering **gathering);
void gathering_free(struct gathering *gathering); /* NULL is ignored */

/* The number of TEXT, of LENGTH bytes without a NUL, white space at its ends removed. */
enum status gathering_text(struct gathering *gathering, const char *text, size_t length,
                           uint32_t *number);
const char *gathering_string(const struct gathering *gathering, uint32_t number);

void gathering_set_title(struct gathering *gathering, uint32_t title);
void gathering_set_as_of(struct gathering *gathering, uint32_t date);

/* Whether a marking, a text, is not for everybody. */
bool gathering_is_withheld(const struct gathering *gathering, uint32_t marking);

/* Sets *INDEX to the actor or source with KEY, a text; a new one if there is none. Keys are equal
   if they are without regard to case and white space (likeness.h). */
enum status gathering_actor(struct gathering *gathering, uint32_t key, uint32_t *index);
enum status gathering_source(struct gathering *gathering, uint32_t key, uint32_t *index);
/* GATHERED_NONE if there is no such actor. */
uint32_t gathering_find_actor(struct gathering *gathering, uint32_t key);

/* To fill in; valid until the next one is added. */
struct gathered_actor *gathering_actor_at(struct gathering *gathering, uint32_t index);
struct gathered_source *gathering_source_at(struct gathering *gathering, uint32_t index);

/* Sets *INDEX to the tie with the same ends, type, form and date as TIE, or adds TIE. Unless it
   is DISTINCT, a tie that is there already gets what it lacks from TIE. */
enum status gathering_tie(struct gathering *gathering, const struct gathered_tie *tie,
                          bool distinct, uint32_t *index);

/* The number of details that gathering_tie and gathering_complete have not taken, as another one
   was there: two weights, for instance. */
size_t gathering_differing(const struct gathering *gathering);

/* The tie with INDEX; its ends are valid until the next one is added. */
struct gathered_tie gathering_tie_at(const struct gathering *gathering, uint32_t index);

/* Gives the tie with INDEX what it lacks from TIE. */
void gathering_complete(struct gathering *gathering, uint32_t index,
                        const struct gathered_tie *tie);

/* Whether TIE has the ends of the tie with INDEX, in either order if it is mutual, and its type,
   form and date. */
bool gathering_tie_is(const struct gathering *gathering, uint32_t index,
                      const struct gathered_tie *tie);

/* Adds a claim to a tie, and sets *INDEX to it (INDEX may be NULL). */
enum status gathering_claim(struct gathering *gathering, uint32_t tie,
                            const struct gathered_claim *claim, uint32_t *index);

/* Adds a detail. WHEN is a date, 0 for none. */
enum status gathering_actor_detail(struct gathering *gathering, uint32_t actor,
                                   enum gathered_detail what, uint32_t name, uint32_t value);
enum status gathering_tie_detail(struct gathering *gathering, uint32_t tie,
                                 enum gathered_detail what, uint32_t name, uint32_t value,
                                 uint32_t when);
enum status gathering_claim_detail(struct gathering *gathering, uint32_t claim,
                                   enum gathered_detail what, uint32_t name, uint32_t value,
                                   uint32_t when);

/* Sets *PERIOD to the period of a tie with the dates WHEN and WEIGHT (1 to 5; 0: none), a new one
   if there is none. */
enum status gathering_period(struct gathering *gathering, uint32_t tie, uint32_t when, int weight,
                             uint32_t *period);

/* Sets the date, and unless it is 0 the weight, of a tie that was added without. */
void gathering_set_when(struct gathering *gathering, uint32_t tie, uint32_t when, int weight);

/* Joins each tie without a date that nobody asserts, such as one that is only denied, to the one
   tie with the same ends, type and form that has a date and is not such a tie itself, if there is
   exactly one: its claims become claims on that. Ties that were added as distinct ones stay what
   they are. Sets *COUNT to the number of claims. */
enum status gathering_join_undated(struct gathering *gathering, size_t *count);

/* Leaves out the sources without a claim, and the actors that have a place in the file but are
   neither listed nor an end of a tie nor a parent: those of rows that were left out. */
void gathering_leave_unused(struct gathering *gathering);

size_t gathering_actor_count(const struct gathering *gathering);
size_t gathering_source_count(const struct gathering *gathering);
size_t gathering_tie_count(const struct gathering *gathering);

/* Writes the dataset to DRAFT. Forms that entente does not know are
   declared in its vocabulary. */
enum status gathering_write(struct gathering *gathering, struct draft *draft);

#endif
