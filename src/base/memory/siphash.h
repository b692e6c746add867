/* SPDX-License-Identifier: MIT */
/* SipHash (Aumasson and Bernstein, "SipHash: a fast short-input PRF", INDOCRYPT 2012): a keyed
   hash. Without the key its values cannot be predicted, so an attacker cannot choose texts
   that collide in a table. */
#ifndef BASE_MEMORY_SIPHASH_H
#define BASE_MEMORY_SIPHASH_H

#include <stddef.h>
#include <stdint.h>

struct siphash_key {
    uint64_t words[2];
};

/* The number of rounds after each word of the text and at its end. The paper proposes
   SipHash-2-4; SipHash-1-3, which its authors consider sufficient for hash tables, takes two
   thirds of the time. */
struct siphash_rounds {
    int word, end;
};

/* A random key; if the system provides no random bytes, one derived from the clock, the process
   id and an address. The program's output must not depend on it. */
struct siphash_key siphash_random_key(void);

struct siphash_state {
    uint64_t a, b, c, d;
};

static inline uint64_t siphash_rotate(uint64_t word, int bits)
{
    return word << bits | word >> (64 - bits);
}

static inline void siphash_mix(struct siphash_state *v, int rounds)
{
    for (int i = 0; i < rounds; i++) {
        v->a += v->b;
        v->c += v->d;
        v->b = siphash_rotate(v->b, 13) ^ v->a;
        v->d = siphash_rotate(v->d, 16) ^ v->c;
        v->a = siphash_rotate(v->a, 32);
        v->c += v->b;
        v->a += v->d;
        v->b = siphash_rotate(v->b, 17) ^ v->c;
        v->d = siphash_rotate(v->d, 21) ^ v->a;
        v->c = siphash_rotate(v->c, 32);
    }
}

/* Loads four bytes, little-endian; compilers emit one instruction. */
static inline uint64_t siphash_load32(const unsigned char *bytes)
{
    return bytes[0] | (uint64_t)bytes[1] << 8 | (uint64_t)bytes[2] << 16 |
           (uint64_t)bytes[3] << 24;
}

/* Loads COUNT bytes, fewer than 8, little-endian. Loads may overlap: the bits they share are the
   same. */
static inline uint64_t siphash_tail(const unsigned char *bytes, size_t count)
{
    if (count >= 4)
        return siphash_load32(bytes) | siphash_load32(bytes + count - 4) << (8 * (count - 4));
    if (count == 0)
        return 0;
    size_t middle = count / 2, last = count - 1;
    return bytes[0] | (uint64_t)bytes[middle] << (8 * middle) |
           (uint64_t)bytes[last] << (8 * last);
}

static inline void siphash_absorb(struct siphash_state *v, uint64_t word, int rounds)
{
    v->d ^= word;
    siphash_mix(v, rounds);
    v->a ^= word;
}

/* The hash of LENGTH bytes at TEXT. Inline, so that constant numbers of rounds are unrolled. */
static inline uint64_t siphash(const struct siphash_key *key, struct siphash_rounds rounds,
                               const char *text, size_t length)
{
    const uint64_t low = key->words[0], high = key->words[1];
    const unsigned char *bytes = (const unsigned char *)text;
    struct siphash_state v = {low ^ 0x736f6d6570736575u, high ^ 0x646f72616e646f6du,
                              low ^ 0x6c7967656e657261u, high ^ 0x7465646279746573u};
    size_t left = length;
    for (; left >= 8; left -= 8, bytes += 8)
        siphash_absorb(&v, siphash_load32(bytes) | siphash_load32(bytes + 4) << 32, rounds.word);
    siphash_absorb(&v, siphash_tail(bytes, left) | (uint64_t)length << 56, rounds.word);
    v.c ^= 0xff;
    siphash_mix(&v, rounds.end);
    return v.a ^ v.b ^ v.c ^ v.d;
}

#endif
