/* SPDX-License-Identifier: MIT */
/* Fuzz target for what convert reads but tables. The first line of an input names the format, as
   the option input-format does; the rest is the file. */
#include <config.h>

#include <string.h>

#include "format/ftm/ftm.h"
#include "format/gml/gml.h"
#include "format/graph/gexf.h"
#include "format/graph/graphml.h"
#include "format/misp/misp.h"
#include "format/pajek/pajek.h"
#include "format/stix/stix.h"
#include "format/transcript/dataset_json.h"
#include "target.h"

struct import {
    const char *name;
    exchange_read *read;
    exchange_write *write; /* NULL: the format can only be read */
};

/* DOT is read in a process of its own, which a fuzzer cannot look into. */
static const struct import imports[] = {{"json", dataset_json_read, dataset_json_write},
                                        {"gml", gml_read, gml_write},
                                        {"net", pajek_read, pajek_write},
                                        {"stix", stix_read, stix_write},
                                        {"ftm", ftm_read, ftm_write},
                                        {"misp", misp_read, NULL},
                                        {"graphml", graphml_read, graphml_write},
                                        {"gexf", gexf_read, gexf_write}};

/* The format that the first LENGTH bytes name; else the first one. */
static const struct import *find_import(const char *bytes, size_t length)
{
    for (size_t i = 0; i < sizeof imports / sizeof *imports; i++)
        if (strlen(imports[i].name) == length && memcmp(imports[i].name, bytes, length) == 0)
            return &imports[i];
    return &imports[0];
}

/* Reads BYTES, and what they become as a dataset; NULL if either is refused. */
static struct network *read_import(const struct import *import, const char *bytes, size_t length,
                                   bool mended, struct settings *settings,
                                   struct messages *messages)
{
    struct losses losses = {.count = 0};
    const struct exchange_input input = {.path = "-",
                                         .name = "-",
                                         .limits = &reader_default_limits,
                                         .settings = settings,
                                         .losses = &losses,
                                         .messages = messages};
    struct draft draft;
    struct network *network = NULL;
    target_input(bytes, length);
    target_demand(draft_init(&draft, "-", mended, input.limits, messages) == STATUS_OK, "memory");
    enum status status = import->read(&input, &draft);
    if (status == STATUS_OK)
        status = draft_finish(&draft, &losses, &network);
    target_demand(status == STATUS_OK || messages->errors > 0, "what is refused is a message");
    draft_clear(&draft);
    return status == STATUS_OK ? network : NULL;
}

/* What is written can be read again, or a message says why not. */
static void write_again(const struct import *import, const struct network *network,
                        struct settings *settings, struct messages *messages)
{
    struct losses losses = {.count = 0};
    struct exchange_output output = {.network = network,
                                     .settings = settings,
                                     .losses = &losses,
                                     .messages = messages,
                                     .files = {{.suffix = ""}}};
    const enum status status = import->write(&output);
    target_demand(status == STATUS_OK || messages->errors > 0,
                  "what is not written is a message");
    if (status == STATUS_OK)
        network_free(read_import(import, buffer_string(&output.files[0].bytes),
                                 output.files[0].bytes.length, false, settings, messages));
    for (size_t i = 0; i < EXCHANGE_FILES; i++)
        buffer_clear(&output.files[i].bytes);
}

void fuzz_import(const char *bytes, size_t length)
{
    const char *line = memchr(bytes, '\n', length);
    const size_t named = line != NULL ? (size_t)(line - bytes) : 0;
    const size_t skipped = line != NULL ? named + 1 : 0;
    const struct import *import = find_import(bytes, named);
    const bool mended = length % 2 == 0;
    struct target_words words;
    struct settings settings = {.count = 0};
    target_words_begin(&words);
    if (mended)
        target_demand(settings_add(&settings, "keep-going", NULL) == STATUS_OK, "memory");
    struct network *network = read_import(import, bytes + skipped, length - skipped, mended,
                                          &settings, &words.messages);
    if (network != NULL && import->write != NULL)
        write_again(import, network, &settings, &words.messages);
    network_free(network);
    settings_clear(&settings);
    target_words_end(&words);
}
