/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/quota.h"

#include <stdint.h>

#include "model/value.h"

enum {
    MILLION = 1000000,
    DEFAULT_MILLIONS = 200,
    MAX_MILLIONS = 1000000,
    DEFAULT_GROWTH = 20,
    MAX_GROWTH = 1000000
};

static enum status read_quota(const struct options *options, const char *name, unsigned high,
                              struct messages *messages, unsigned *value)
{
    const char *asked = options_value(options, name);
    return asked != NULL ? value_number(name, asked, 1, high, messages, value) : STATUS_OK;
}

enum status quota_init(struct quota *quota, const struct options *options,
                       struct messages *messages)
{
    unsigned millions = DEFAULT_MILLIONS, growth = DEFAULT_GROWTH;
    TRY(read_quota(options, "limit-where", MAX_MILLIONS, messages, &millions));
    TRY(read_quota(options, "limit-output", MAX_GROWTH, messages, &growth));
    const uint64_t operations = (uint64_t)millions * MILLION;
    *quota = (struct quota){{operations, operations}, growth};
    return STATUS_OK;
}

size_t quota_bytes(const struct quota *quota, const struct network *network)
{
    if (quota == NULL)
        return 0;
    const uint64_t most = network->bytes * quota->growth;
    return (size_t)(most > QUOTA_BYTES ? most : QUOTA_BYTES);
}
