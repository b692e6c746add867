/* SPDX-License-Identifier: MIT */
/* What is fuzzed: functions that take any bytes at all and must neither crash, hang nor leak. The
   same are run by libFuzzer (libfuzzer.c), which makes up bytes, and by replay.c, which reads the
   corpora. */
#ifndef TESTS_FUZZ_TARGET_H
#define TESTS_FUZZ_TARGET_H

#include <stddef.h>

#include "base/message.h"
#include "cli/report.h"
#include "model/network.h"

struct target {
    const char *name; /* of its corpus and its dictionary too */
    void (*run)(const char *bytes, size_t length);
};

/* The target called NAME, or NULL. */
const struct target *target_find(const char *name);

void fuzz_condition(const char *bytes, size_t length);
void fuzz_criteria(const char *bytes, size_t length);
void fuzz_dataset(const char *bytes, size_t length);
void fuzz_date(const char *bytes, size_t length);
void fuzz_figure(const char *bytes, size_t length);
void fuzz_layout(const char *bytes, size_t length);
void fuzz_picture(const char *bytes, size_t length);
void fuzz_search(const char *bytes, size_t length);
void fuzz_stamp(const char *bytes, size_t length);
void fuzz_views(const char *bytes, size_t length);

/* For the targets. A failed promise, which ends the program as a crash would. */
void target_demand(bool kept, const char *promise);

/* Makes BYTES the program's standard input, so that they can be read as "-". */
void target_input(const char *bytes, size_t length);

/* Words that are written in full and then forgotten. */
struct target_words {
    struct messages messages;
    struct report report;
    char *text;
    size_t length;
};

void target_words_begin(struct target_words *words);
void target_words_end(struct target_words *words);

/* The dataset that BYTES write, or NULL. */
struct network *target_network(const char *bytes, size_t length);

/* A small dataset with a bit of everything; the same each time, never freed. */
const struct network *target_sample(void);

#endif
