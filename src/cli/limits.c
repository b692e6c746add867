/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/limits.h"

#include "cli/derivation.h"
#include "cli/process.h"
#include "format/entente/redaction.h"
#include "model/value.h"
#include "query/criteria.h"

enum {
    MAX_SECONDS = 86400,
    MAX_MEBIBYTES = 1048576,
    DEFAULT_SECONDS = 600,
    DEFAULT_MEBIBYTES = 4096
};

enum status limits_read_number(const struct options *options, const char *name, unsigned high,
                               struct messages *messages, unsigned *value)
{
    const char *asked = options_value(options, name);
    return asked != NULL ? value_number(name, asked, 1, high, messages, value) : STATUS_OK;
}

enum status limits_read(struct reader_limits *limits, const struct options *options,
                        struct messages *messages)
{
    *limits = reader_default_limits;
#define LIMIT(member, name, fallback, max, files, meaning)                                       \
    TRY(limits_read_number(options, name, max, messages, &limits->member));
#include "format/xml/limits.def"
    return STATUS_OK;
}

/* Adds what options ask for to a dataset that was read, unless --strict makes it invalid. */
static enum status finish(const struct options *options, struct messages *messages,
                          struct network **network)
{
    if (!messages_are_failed(messages))
        return derivation_add(*network,
                              options_value(options, criterion_name(CRITERION_PARTICIPANTS)),
                              options_value(options, criterion_name(CRITERION_FOLD)));
    network_free(*network);
    *network = NULL;
    return STATUS_INVALID;
}

enum status limits_read_dataset(const char *path, const struct options *options,
                                struct messages *messages, struct network **network)
{
    struct reader_limits limits;
    TRY(limits_read(&limits, options, messages));
    TRY(redaction_read(path, options_value(options, "for"), NULL, &limits, messages, network));
    return finish(options, messages, network);
}

enum status limits_read_bytes(const char *name, const char *bytes, size_t length,
                              const struct options *options, struct messages *messages,
                              struct network **network)
{
    struct reader_limits limits;
    TRY(limits_read(&limits, options, messages));
    TRY(redaction_read_bytes(name, bytes, length, options_value(options, "for"), &limits,
                             messages, network));
    return finish(options, messages, network);
}

enum status limits_apply(const struct options *options, struct messages *messages)
{
    unsigned seconds = DEFAULT_SECONDS, mebibytes = DEFAULT_MEBIBYTES;
    TRY(limits_read_number(options, "limit-cpu", MAX_SECONDS, messages, &seconds));
    TRY(limits_read_number(options, "limit-memory", MAX_MEBIBYTES, messages, &mebibytes));
    process_limit_time(seconds);
    process_limit_memory((uint64_t)mebibytes << 20);
    return STATUS_OK;
}
