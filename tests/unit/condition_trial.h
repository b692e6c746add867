/* SPDX-License-Identifier: MIT */
/* For the unit tests of conditions: a dataset to evaluate them on, and assertions. */
#ifndef TESTS_UNIT_CONDITION_TRIAL_H
#define TESTS_UNIT_CONDITION_TRIAL_H

#include "base/memory/buffer.h"
#include "fixture.h"
#include "query/condition/condition.h"

/* Three relations: r, a mediation with notes and claims; s, a bare support; t, a contact. */
extern const char condition_trial_relations[];

/* A condition on a dataset, and the messages about it. */
struct condition_trial {
    struct network *network;
    struct fixture_messages caught;
    struct condition *condition;
    enum status status;
};

void condition_trial_begin(struct condition_trial *trial, const char *relations,
                           const char *expression);
/* Returns the messages. */
const char *condition_trial_end(struct condition_trial *trial);

/* Fails unless EXPRESSION holds for exactly the relations above with IDS, such as "r s ". */
void condition_trial_selects(const char *expression, const char *ids);

struct condition_question {
    const char *expression, *ids;
};

void condition_trial_select_all(const struct condition_question *questions, size_t count);
#define CONDITION_SELECT_ALL(questions)                                                          \
    condition_trial_select_all(questions, sizeof(questions) / sizeof *(questions))

/* Fails unless EXPRESSION is invalid; returns the messages. */
const char *condition_trial_error(const char *expression);

/* Fails unless EXPRESSION is invalid and the message is WORDS, which start with the place
   ("character 3: …"). */
void condition_trial_fails(const char *expression, const char *words);

/* The same; the message has PART, and names CHARACTER. */
void condition_trial_fails_at(const char *expression, unsigned character, const char *part);

/* Appends COUNT times PART, between BEFORE and AFTER. */
void condition_trial_repeat(struct buffer *out, const char *before, const char *part,
                            size_t count, const char *after);

#endif
