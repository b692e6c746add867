/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/limits.h"

#include "base/process/guard.h"
#include "format/entente/dataset.h"
#include "model/value.h"

enum { MOST_SECONDS = 86400, MOST_MEBIBYTES = 1048576, CPU_SECONDS = 600, MEBIBYTES = 4096 };

static enum status take(const struct options *options, const char *name, unsigned high,
                        struct messages *messages, unsigned *value)
{
    const char *asked = options_value(options, name);
    return asked != NULL ? value_number(name, asked, 1, high, messages, value) : STATUS_OK;
}

static enum status take_large(const struct options *options, const char *name,
                              struct messages *messages, uint32_t *value)
{
    unsigned taken = *value;
    TRY(take(options, name, INT32_MAX, messages, &taken));
    *value = taken;
    return STATUS_OK;
}

enum status limits_take(struct reader_limits *limits, const struct options *options,
                        struct messages *messages)
{
    *limits = reader_default_limits;
    TRY(take_large(options, "limit-bytes", messages, &limits->input));
    TRY(take_large(options, "limit-tag", messages, &limits->tag));
    TRY(take_large(options, "limit-text", messages, &limits->text));
    TRY(take_large(options, "limit-attributes", messages, &limits->attributes));
    TRY(take(options, "limit-depth", READER_MAX_DEPTH, messages, &limits->depth));
    TRY(take_large(options, "limit-actors", messages, &limits->actors));
    TRY(take_large(options, "limit-relations", messages, &limits->relations));
    TRY(take_large(options, "limit-ends", messages, &limits->ends));
    TRY(take_large(options, "limit-claims", messages, &limits->claims));
    TRY(take_large(options, "limit-names", messages, &limits->names));
    TRY(take_large(options, "limit-chain", messages, &limits->chain));
    TRY(take_large(options, "limit-words", messages, &limits->words));
    return take_large(options, "limit-views", messages, &limits->views);
}

enum status limits_read_dataset(const char *path, const struct options *options,
                                struct messages *messages, struct network **network)
{
    struct reader_limits limits;
    TRY(limits_take(&limits, options, messages));
    return dataset_read(path, &limits, messages, network);
}

enum status limits_guard(const struct options *options, struct messages *messages)
{
    unsigned seconds = CPU_SECONDS, mebibytes = MEBIBYTES;
    TRY(take(options, "limit-cpu", MOST_SECONDS, messages, &seconds));
    TRY(take(options, "limit-memory", MOST_MEBIBYTES, messages, &mebibytes));
    guard_processor(seconds);
    guard_memory((uint64_t)mebibytes << 20);
    return STATUS_OK;
}
