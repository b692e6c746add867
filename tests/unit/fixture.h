/* SPDX-License-Identifier: MIT */
/* What many tests need: a runner, datasets, and the words that were told. Fails the test that
   calls where it can't do what it should. */
#ifndef TESTS_UNIT_FIXTURE_H
#define TESTS_UNIT_FIXTURE_H

#include <check.h>
#include <stddef.h>

#include "base/message.h"
#include "base/settings.h"
#include "base/status.h"
#include "cli/figures/figure_request.h"
#include "cli/report.h"
#include "model/network.h"

/* Runs the tests, as CK_ENV says, and gives the exit status of the program. */
int fixture_run(const char *name, const TTest *const tests[], size_t count);

/* Messages that are gathered. */
struct fixture_words {
    struct messages messages;
    struct report report;
    char *text;
    size_t length;
};

void fixture_words_begin(struct fixture_words *words);
/* The words told so far, one message a line; freed when the test ends, as is *TOLD below. */
const char *fixture_words_end(struct fixture_words *words);

/* The text of the file NAME of the source tree; the caller frees it. */
char *fixture_source(const char *name);

/* A new file with these bytes; the caller removes it and frees its path. */
char *fixture_file(const char *bytes, size_t length);

/* The dataset that TEXT writes; NULL where it is faulty. *STATUS and *TOLD, if not NULL, get what
   came of it; the file is called "in.xml" in what was told. */
struct network *fixture_read(const char *text, enum status *status, const char **told);

/* A dataset with the relations RELATIONS among the actors a, b, c and d, the event e, and the
   sources paper (B), rumour (C, anonymous), letter (basis: paper) and diary. It must be right. */
struct network *fixture_network(const char *relations);

/* The picture of RELATIONS (see fixture_network). OPTIONS are parted by blanks: "notes lang=fa".
 */
struct fixture_picture {
    struct network *network;
    struct settings settings;
    struct figure_request request;
};

void fixture_picture_begin(struct fixture_picture *picture, const char *relations,
                           const char *options);
void fixture_picture_end(struct fixture_picture *picture);

/* The index of the vertex, or the relation, that bears ID. */
uint32_t fixture_index(const struct network *network, const char *id);

#endif
