/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <string.h>

#include "base/memory/siphash.h"
#include "fixture.h"

/* Appendix A of the paper, and the first of its authors' vectors.h: the key is the bytes 00 to
   0f, and the text of LENGTH bytes 00, 01 and so on. */
START_TEST(the_published_vectors_match)
{
    static const struct {
        size_t length;
        uint64_t hash;
    } vectors[] = {
        {0, 0x726fdb47dd0e0e31u},  {1, 0x74f839c593dc67fdu},  {2, 0x0d6c8009d9a94f5au},
        {3, 0x85676696d7fb7e2du},  {4, 0xcf2794e0277187b7u},  {5, 0x18765564cd99a68du},
        {6, 0xcbc9466e58fee3ceu},  {7, 0xab0200f58b01d137u},  {8, 0x93f5f5799a932462u},
        {9, 0x9e0082df0ba9e4b0u},  {10, 0x7a5dbbc594ddb9f3u}, {11, 0xf4b32f46226bada7u},
        {12, 0x751e8fbc860ee5fbu}, {13, 0x14ea5627c0843d90u}, {14, 0xf723ca908e7af2eeu},
        {15, 0xa129ca6149be45e5u},
    };
    const struct siphash_key key = {{0x0706050403020100u, 0x0f0e0d0c0b0a0908u}};
    char text[16];
    for (int i = 0; i < 16; i++)
        text[i] = (char)i;
    for (size_t i = 0; i < sizeof vectors / sizeof *vectors; i++)
        ck_assert_uint_eq(siphash(&key, (struct siphash_rounds){2, 4}, text, vectors[i].length),
                          vectors[i].hash);
}
END_TEST

START_TEST(keys_differ)
{
    struct siphash_key one = siphash_random_key(), other = siphash_random_key();
    ck_assert_mem_ne(&one, &other, sizeof one);
}
END_TEST

/* SipHash-1-3 of the empty text and of one byte 00, with the same key. */
START_TEST(the_vectors_of_fewer_rounds_match)
{
    const struct siphash_key key = {{0x0706050403020100u, 0x0f0e0d0c0b0a0908u}};
    const struct siphash_rounds rounds = {1, 3};
    ck_assert_uint_eq(siphash(&key, rounds, "", 0), 0xabac0158050fc4dcu);
    ck_assert_uint_eq(siphash(&key, rounds, "\0", 1), 0xc9f49bf37d57ca93u);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {the_published_vectors_match, keys_differ,
                                  the_vectors_of_fewer_rounds_match};
    return fixture_run("siphash", tests, sizeof tests / sizeof *tests);
}
