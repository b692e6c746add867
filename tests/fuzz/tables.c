/* SPDX-License-Identifier: MIT */
/* Fuzz target for tables that are converted. */
#include <config.h>

#include "format/table/table_read.h"
#include "format/table/table_write.h"
#include "target.h"

/* Reads BYTES as a table, and what it becomes as a dataset; NULL if either is refused. */
static struct network *read_table(const char *bytes, size_t length, struct settings *settings,
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
    target_demand(draft_init(&draft, "-", length % 2 == 0, input.limits, messages) == STATUS_OK,
                  "memory");
    enum status status = table_read(&input, &draft);
    if (status == STATUS_OK)
        status = draft_finish(&draft, &losses, &network);
    target_demand(status == STATUS_OK || messages->errors > 0,
                  "a table that is refused is a message");
    draft_clear(&draft);
    return status == STATUS_OK ? network : NULL;
}

/* The ties that are written can be read again. */
static void write_again(const struct network *network, struct settings *settings,
                        struct messages *messages)
{
    struct losses losses = {.count = 0};
    struct exchange_output output = {.network = network,
                                     .settings = settings,
                                     .losses = &losses,
                                     .messages = messages,
                                     .files = {{.suffix = ""}}};
    target_demand(table_write_csv(&output) == STATUS_OK, "a network can be written");
    network_free(read_table(buffer_string(&output.files[0].bytes), output.files[0].bytes.length,
                            settings, messages));
    for (size_t i = 0; i < EXCHANGE_FILES; i++)
        buffer_clear(&output.files[i].bytes);
}

void fuzz_table(const char *bytes, size_t length)
{
    struct target_words words;
    struct settings settings = {.count = 0};
    target_words_begin(&words);
    target_demand(settings_add(&settings, "other", "contact") == STATUS_OK, "memory");
    if (length % 2 == 0)
        target_demand(settings_add(&settings, "keep-going", NULL) == STATUS_OK, "memory");
    struct network *network = read_table(bytes, length, &settings, &words.messages);
    if (network != NULL)
        write_again(network, &settings, &words.messages);
    network_free(network);
    settings_clear(&settings);
    target_words_end(&words);
}
