/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/memory/siphash.h"

#include <time.h>
#include <unistd.h>
#if HAVE_SYS_RANDOM_H
#include <sys/random.h>
#endif

static struct siphash_key makeshift_key(void)
{
    struct siphash_key key;
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    uint64_t here = (uint64_t)(uintptr_t)&key;
    key.words[0] = (uint64_t)now.tv_nsec << 32 ^ (uint64_t)now.tv_sec ^ here;
    key.words[1] = (uint64_t)getpid() << 32 ^ here;
    return key;
}

struct siphash_key siphash_random_key(void)
{
#if HAVE_GETENTROPY
    struct siphash_key key;
    if (getentropy(&key, sizeof key) == 0)
        return key;
#endif
    return makeshift_key();
}
