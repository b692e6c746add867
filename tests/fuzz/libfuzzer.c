/* SPDX-License-Identifier: MIT */
/* The entry point for libFuzzer, which fuzzes the target named by $FUZZ_TARGET. */
#include <config.h>

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "target.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static const struct target *target;
    const char *name = getenv("FUZZ_TARGET");
    if (target == NULL && (name == NULL || (target = target_find(name)) == NULL)) {
        fputs("FUZZ_TARGET names no target\n", stderr);
        exit(2);
    }
    target->run((const char *)bytes, length);
    return 0;
}
