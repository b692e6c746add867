/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <check.h>
#include <stdlib.h>

#include "base/memory/buffer.h"
#include "render/png.h"

/* Parts of a PNG of one grey pixel, with CRCs by zlib. */
static const char signature[] = "\x89PNG\r\n\x1a\n";
static const char header[] = "\000\000\000\015\111\110\104\122\000\000\000\001\000\000\000\001"
                             "\010\000\000\000\000\072\176\233\125";
static const char data[] =
    "\000\000\000\012\111\104\101\124\170\234\143\150\000\000\000\202\000\201\167\315\162\266";
static const char end[] = "\000\000\000\000\111\105\116\104\256\102\140\202";
/* An IEND that has data, with its right CRC. */
static const char full_end[] = "\000\000\000\001\111\105\116\104\170\217\304\266\357";
static const char long_header[] = "\000\000\000\016\111\110\104\122\000\000\000\001\000\000\000"
                                  "\001\010\000\000\000\000\000\311\071\064\155";

#define ADD(buffer, part) buffer_add(buffer, part, sizeof part - 1)

static bool passes(const struct buffer *png)
{
    return png_is_complete(png->bytes, png->length);
}

static struct buffer make_png(void)
{
    struct buffer png = BUFFER_EMPTY;
    ADD(&png, signature);
    ADD(&png, header);
    ADD(&png, data);
    ADD(&png, end);
    return png;
}

START_TEST(a_whole_png_is_complete)
{
    struct buffer png = make_png(), twice = BUFFER_EMPTY;
    ck_assert(passes(&png));
    png_add_resolution(&png, 300);
    ck_assert(passes(&png));
    ADD(&twice, signature);
    ADD(&twice, header);
    ADD(&twice, data);
    ADD(&twice, data);
    ADD(&twice, end);
    ck_assert(passes(&twice));
    buffer_clear(&png);
    buffer_clear(&twice);
}
END_TEST

START_TEST(a_changed_byte_is_found)
{
    struct buffer png = make_png();
    for (size_t at = 0; at < png.length; at++)
        for (int bit = 0; bit < 8; bit++) {
            png.bytes[at] ^= (char)(1 << bit);
            ck_assert_msg(!passes(&png), "byte %zu, bit %d", at, bit);
            png.bytes[at] ^= (char)(1 << bit);
        }
    ck_assert(passes(&png));
    buffer_clear(&png);
}
END_TEST

START_TEST(a_png_that_is_cut_off_or_continued_is_not_complete)
{
    struct buffer png = make_png();
    const size_t whole = png.length;
    for (png.length = 0; png.length < whole; png.length++)
        ck_assert_msg(!passes(&png), "%zu bytes", png.length);
    buffer_char(&png, '\0');
    ck_assert(!passes(&png));
    png.length = whole;
    ADD(&png, end);
    ck_assert(!passes(&png));
    buffer_clear(&png);
}
END_TEST

/* Each chunk is right by itself. */
START_TEST(the_first_and_the_last_chunk_must_be_there)
{
    struct buffer headless = BUFFER_EMPTY, endless = BUFFER_EMPTY, full = BUFFER_EMPTY,
                  longer = BUFFER_EMPTY, empty = BUFFER_EMPTY;
    ADD(&empty, signature);
    ck_assert(!passes(&empty));
    ADD(&headless, signature);
    ADD(&headless, data);
    ADD(&headless, end);
    ck_assert(!passes(&headless));
    ADD(&endless, signature);
    ADD(&endless, header);
    ADD(&endless, data);
    ck_assert(!passes(&endless));
    ADD(&full, signature);
    ADD(&full, header);
    ADD(&full, full_end);
    ck_assert(!passes(&full));
    ADD(&longer, signature);
    ADD(&longer, long_header);
    ADD(&longer, end);
    ck_assert(!passes(&longer));
    buffer_clear(&headless);
    buffer_clear(&endless);
    buffer_clear(&full);
    buffer_clear(&longer);
    buffer_clear(&empty);
}
END_TEST

/* The lengths of the chunks do not overflow. */
START_TEST(a_chunk_of_any_length_is_read_within_the_bytes)
{
    struct buffer png = make_png();
    static const char lengths[][5] = {"\377\377\377\377", "\377\377\377\364", "\200\0\0\0"};
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        for (int byte = 0; byte < 4; byte++)
            png.bytes[sizeof signature - 1 + byte] = lengths[i][byte];
        ck_assert(!passes(&png));
    }
    buffer_clear(&png);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("png");
    TCase *tcase = tcase_create("all");
    suite_add_tcase(suite, tcase);
    tcase_add_test(tcase, a_whole_png_is_complete);
    tcase_add_test(tcase, a_changed_byte_is_found);
    tcase_add_test(tcase, a_png_that_is_cut_off_or_continued_is_not_complete);
    tcase_add_test(tcase, the_first_and_the_last_chunk_must_be_there);
    tcase_add_test(tcase, a_chunk_of_any_length_is_read_within_the_bytes);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
