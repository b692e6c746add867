/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/intake/uuid.h"

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* SHA-1 (FIPS 180-4), for names, not for secrets. */
struct sha1 {
    uint32_t state[5];
    unsigned char block[64];
    size_t filled;
    uint64_t length; /* in bytes */
};

static uint32_t rotate(uint32_t word, int bits)
{
    return word << bits | word >> (32 - bits);
}

static uint32_t mix(int round, uint32_t b, uint32_t c, uint32_t d)
{
    return round < 20   ? (b & c) | (~b & d)
           : round < 40 ? b ^ c ^ d
           : round < 60 ? (b & c) | (b & d) | (c & d)
                        : b ^ c ^ d;
}

static void take_block(struct sha1 *sha)
{
    static const uint32_t constants[] = {0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6};
    uint32_t w[80], s[5];
    for (size_t i = 0; i < 16; i++)
        w[i] = (uint32_t)sha->block[4 * i] << 24 | (uint32_t)sha->block[4 * i + 1] << 16 |
               (uint32_t)sha->block[4 * i + 2] << 8 | sha->block[4 * i + 3];
    for (size_t i = 16; i < 80; i++)
        w[i] = rotate(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
    memcpy(s, sha->state, sizeof s);
    for (int i = 0; i < 80; i++) {
        const uint32_t next =
            rotate(s[0], 5) + mix(i, s[1], s[2], s[3]) + s[4] + constants[i / 20] + w[i];
        s[4] = s[3];
        s[3] = s[2];
        s[2] = rotate(s[1], 30);
        s[1] = s[0];
        s[0] = next;
    }
    for (size_t i = 0; i < 5; i++)
        sha->state[i] += s[i];
    sha->filled = 0;
}

static void add_byte(struct sha1 *sha, unsigned char byte)
{
    sha->block[sha->filled++] = byte;
    if (sha->filled == sizeof sha->block)
        take_block(sha);
}

static void add_bytes(struct sha1 *sha, const void *bytes, size_t count)
{
    const unsigned char *at = bytes;
    for (size_t i = 0; i < count; i++)
        add_byte(sha, at[i]);
    sha->length += count;
}

static void finish(struct sha1 *sha, unsigned char digest[20])
{
    const uint64_t bits = sha->length * 8;
    add_byte(sha, 0x80);
    while (sha->filled != 56)
        add_byte(sha, 0);
    for (int i = 7; i >= 0; i--)
        add_byte(sha, (unsigned char)(bits >> (8 * i)));
    for (size_t i = 0; i < 20; i++)
        digest[i] = (unsigned char)(sha->state[i / 4] >> (8 * (3 - i % 4)));
}

void uuid_of_name(const char *name, char out[UUID_LENGTH + 1])
{
    /* Made at random for the datasets of entente. */
    static const unsigned char space[16] = {0x6b, 0x1f, 0x52, 0xc3, 0x9d, 0x04, 0x4e, 0x8a,
                                            0xa7, 0x70, 0x2c, 0x95, 0xe1, 0x3b, 0x48, 0xd6};
    struct sha1 sha = {.state = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0}};
    unsigned char d[20];
    add_bytes(&sha, space, sizeof space);
    add_bytes(&sha, name, strlen(name));
    finish(&sha, d);
    d[6] = (unsigned char)((d[6] & 0x0f) | 0x50);
    d[8] = (unsigned char)((d[8] & 0x3f) | 0x80);
    snprintf(out, UUID_LENGTH + 1,
             "%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x", d[0], d[1],
             d[2], d[3], d[4], d[5], d[6], d[7], d[8], d[9], d[10], d[11], d[12], d[13], d[14],
             d[15]);
}
