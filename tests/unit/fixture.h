/* SPDX-License-Identifier: MIT */
/* Helpers shared by the unit tests: a runner, datasets, and captured messages. They fail the
   current test on any error. Returned strings and networks are freed when the test ends, unless
   stated otherwise. */
#ifndef TESTS_UNIT_FIXTURE_H
#define TESTS_UNIT_FIXTURE_H

#include <check.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/message.h"
#include "base/settings.h"
#include "base/status.h"
#include "cli/figures/figure_request.h"
#include "cli/report.h"
#include "model/network.h"

/* Runs the tests under the environment variables of Check, and returns the exit status of the
   program. */
int fixture_run(const char *name, const TTest *const tests[], size_t count);

/* Captured messages. */
struct fixture_messages {
    struct messages messages;
    struct report report;
    char *text;
    size_t length;
};

void fixture_messages_begin(struct fixture_messages *caught);
/* The messages so far, one per line. */
const char *fixture_messages_end(struct fixture_messages *caught);

/* The text of the file NAME of the source tree; the caller frees it. */
char *fixture_source(const char *name);

/* Creates a file with these bytes; the caller removes it and frees its path. */
char *fixture_file(const char *bytes, size_t length);

/* Reads the dataset TEXT; returns NULL if it is invalid. *STATUS and *PRINTED, if not NULL, are
   set to the status and the messages, in which the file is called "in.xml". */
struct network *fixture_read(const char *text, enum status *status, const char **printed);

/* A dataset with the relations RELATIONS among the actors a, b, c and d, the event e, and the
   sources paper (B), rumour (C, anonymous), letter (basis: paper) and diary. It must be valid. */
struct network *fixture_network(const char *relations);

/* The picture of RELATIONS (see fixture_network). OPTIONS are separated by spaces: "notes
   lang=fa". */
struct fixture_picture {
    struct network *network;
    struct settings settings;
    struct figure_request request;
};

void fixture_picture_begin(struct fixture_picture *picture, const char *relations,
                           const char *options);
void fixture_picture_end(struct fixture_picture *picture);

/* Checks that each of COUNT TEXTS is found, or else that none is, by FIND, which sets *FAILED if
   there is no memory. */
void fixture_check_texts(bool (*find)(const char *text, bool *failed), bool found,
                         const char *const texts[], size_t count);

/* The index of the vertex or relation with the id ID. */
uint32_t fixture_index(const struct network *network, const char *id);

#endif
