/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/quota.h"

#include <stdint.h>

#include "cli/limits.h"

enum {
    MILLION = 1000000,
    DEFAULT_MILLIONS = 200,
    MAX_MILLIONS = 1000000,
    DEFAULT_GROWTH = 20,
    MAX_GROWTH = 1000000
};

enum status quota_init(struct quota *quota, const struct options *options,
                       struct messages *messages)
{
    unsigned millions = DEFAULT_MILLIONS, growth = DEFAULT_GROWTH;
    TRY(limits_read_number(options, "limit-where", MAX_MILLIONS, messages, &millions));
    TRY(limits_read_number(options, "limit-output", MAX_GROWTH, messages, &growth));
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
