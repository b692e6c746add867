/* SPDX-License-Identifier: MIT */
/* Fuzz targets: functions that take arbitrary bytes and must not crash, hang or leak. They are
   run by libFuzzer (libfuzzer.c), which generates inputs, and by replay.c, which reads the
   corpora. */
#ifndef TESTS_FUZZ_TARGET_H
#define TESTS_FUZZ_TARGET_H

#include <stddef.h>

#include "base/message.h"
#include "cli/report.h"
#include "model/network.h"

struct target {
    const char *name; /* also of its corpus and its dictionary */
    void (*run)(const char *bytes, size_t length);
};

/* The target called NAME, or NULL. */
const struct target *target_find(const char *name);

void fuzz_condition(const char *bytes, size_t length);
void fuzz_criteria(const char *bytes, size_t length);
void fuzz_dataset(const char *bytes, size_t length);
void fuzz_date(const char *bytes, size_t length);
void fuzz_diff(const char *bytes, size_t length);
void fuzz_figure(const char *bytes, size_t length);
void fuzz_fmt(const char *bytes, size_t length);
void fuzz_import(const char *bytes, size_t length);
void fuzz_layout(const char *bytes, size_t length);
void fuzz_merge(const char *bytes, size_t length);
void fuzz_picture(const char *bytes, size_t length);
void fuzz_positions(const char *bytes, size_t length);
void fuzz_search(const char *bytes, size_t length);
void fuzz_stamp(const char *bytes, size_t length);
void fuzz_table(const char *bytes, size_t length);
void fuzz_views(const char *bytes, size_t length);

/* For the targets: unless KEPT, prints PROMISE and aborts. */
void target_demand(bool kept, const char *promise);

/* Makes BYTES the standard input of the program, so that they can be read as "-". */
void target_input(const char *bytes, size_t length);

/* Messages that are formatted in full and then discarded. */
struct target_words {
    struct messages messages;
    struct report report;
    char *text;
    size_t length;
};

void target_words_begin(struct target_words *words);
void target_words_end(struct target_words *words);

/* Reads BYTES as a dataset; NULL if it is invalid. */
struct network *target_network(const char *bytes, size_t length);

/* A small dataset with a bit of everything; shared, never freed. */
const struct network *target_sample(void);

#endif
