/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory/buffer.h"
#include "cli/figures/figure_request.h"
#include "fixture.h"
#include "render/picture.h"
#include "render/stamp.h"

#define DIGITS_16 "0123456789abcdef"
#define DIGITS DIGITS_16 DIGITS_16 DIGITS_16 DIGITS_16

#define OTHER_DIGITS_16 "fedcba9876543210"
#define OTHER_DIGITS OTHER_DIGITS_16 OTHER_DIGITS_16 OTHER_DIGITS_16 OTHER_DIGITS_16

/* A stamp as stamp_write writes it, but with this seal. */
#define STAMP_WITH(seal) STAMP_KEY " " DIGITS " " STAMP_SEAL_KEY " " seal

/* Reads the stamp of a file with these bytes. */
static enum stamp_state read_bytes(const struct buffer *bytes, char found[FINGERPRINT_SIZE])
{
    char *path = fixture_file(buffer_string(bytes), bytes->length);
    enum stamp_state state = stamp_read(path, found);
    remove(path);
    free(path);
    return state;
}

static void assert_stamped(const struct buffer *bytes, const char *fingerprint)
{
    char found[FINGERPRINT_SIZE] = "";
    ck_assert_int_eq(read_bytes(bytes, found), STAMP_FOUND);
    ck_assert_str_eq(found, fingerprint);
}

static void assert_state(const char *text, enum stamp_state expected)
{
    char found[FINGERPRINT_SIZE];
    struct buffer bytes = BUFFER_EMPTY;
    buffer_text(&bytes, text);
    ck_assert_int_eq(read_bytes(&bytes, found), expected);
    buffer_clear(&bytes);
}

static void assert_unstamped(const char *text)
{
    assert_state(text, STAMP_NONE);
}

static void assert_old(const char *text)
{
    assert_state(text, STAMP_OLD);
}

/* Draws a figure with TITLE; sets OUT to its bytes, and the fingerprint to the expected one. */
static void draw(struct buffer *out, enum picture_format format, const char *title,
                 char fingerprint[FINGERPRINT_SIZE])
{
    struct fixture_messages caught;
    struct settings settings = {NULL, 0, 0};
    struct figure_request request;
    struct network *network = fixture_network("<support id='r' from='a' to='b'/>");
    fixture_messages_begin(&caught);
    ck_assert_int_eq(settings_add(&settings, "title", title), STATUS_OK);
    ck_assert_int_eq(settings_add(&settings, "layout", "dot"), STATUS_OK);
    ck_assert_int_eq(settings_add(&settings, "isolated", "drop"), STATUS_OK);
    ck_assert_int_eq(
        figure_request_init(&request, network, "in.xml", NULL, &settings, NULL, &caught.messages),
        STATUS_OK);
    ck_assert_int_eq(fingerprint_make(&request.scene, PICTURE_VERSION, fingerprint), STATUS_OK);
    const struct layout_limits limits = {60, 1};
    enum status status = picture_draw(&request.scene, format, &limits, out, &caught.messages);
    const char *printed = fixture_messages_end(&caught);
    ck_assert_msg(status == STATUS_OK, "%s", printed);
    figure_request_clear(&request);
    settings_clear(&settings);
    network_free(network);
}

/* Whether the converters for PDF and PNG are installed. */
static bool can_convert(void)
{
    return system("rsvg-convert --version >/dev/null 2>&1") == 0;
}

static void assert_drawn_stamped(const char *title)
{
    for (int format = 0; format < PICTURE_FORMATS; format++) {
        char fingerprint[FINGERPRINT_SIZE];
        struct buffer figure = BUFFER_EMPTY;
        if (picture_is_binary((enum picture_format)format) && !can_convert())
            continue;
        draw(&figure, (enum picture_format)format, title, fingerprint);
        assert_stamped(&figure, fingerprint);
        buffer_clear(&figure);
    }
}

START_TEST(a_figure_of_each_format_has_its_stamp)
{
    assert_drawn_stamped("A title");
}
END_TEST

/* A title may contain anything. */
START_TEST(a_title_does_not_hide_the_stamp)
{
    struct buffer title = BUFFER_EMPTY;
    assert_drawn_stamped(STAMP_KEY " what?");
    assert_drawn_stamped(STAMP_KEY "=\"0000000000000000000000000000000000000000000000000000000000"
                                   "000000\"");
    assert_drawn_stamped(STAMP_WITH(STAMP_UNSEALED));
    for (int i = 0; i < 2000; i++)
        buffer_char(&title, 'x');
    assert_drawn_stamped(buffer_string(&title));
    buffer_clear(&title);
}
END_TEST

/* The part of a PNG that matters to a stamp: the signature and the first chunk. */
static void make_png(struct buffer *png)
{
    static const unsigned char bytes[] = {
        0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I',  'H',  'D',  'R', 0,
        0,    0,   1,   0,   0,    0,    1,    8,    0, 0, 0, 0,  0x3a, 0x7e, 0x9b, 0x55};
    buffer_add(png, bytes, sizeof bytes);
    buffer_text(png, "what follows");
}

/* PNG specification, section 5.3: length, type, data, and a CRC over type and data. */
START_TEST(a_png_is_stamped_by_a_chunk)
{
    struct buffer png = BUFFER_EMPTY;
    make_png(&png);
    size_t before = png.length, chunk = strlen(STAMP_WITH(STAMP_UNSEALED));
    stamp_add_to_png(&png, DIGITS);
    ck_assert_uint_eq(png.length, before + 12 + chunk);
    const unsigned char *length = (const unsigned char *)png.bytes + 33;
    ck_assert_uint_eq(length[0], 0);
    ck_assert_uint_eq(length[1], 0);
    ck_assert_uint_eq(length[2], 0);
    ck_assert_uint_eq(length[3], chunk);
    ck_assert_mem_eq(png.bytes + 37,
                     "tEXt" STAMP_KEY "\0" DIGITS " " STAMP_SEAL_KEY " " STAMP_UNSEALED,
                     4 + chunk);
    ck_assert_mem_eq(png.bytes + 41 + chunk, "\xd9\x67\xa2\xf5", 4);
    stamp_seal(&png);
    ck_assert_mem_eq(png.bytes + 41 + chunk - 64,
                     "5a8318f68782a6a1e9092892a96c1fdf6ea77ae55d83b37df37b33218a953602", 64);
    ck_assert_mem_eq(png.bytes + 41 + chunk, "\xf5\x7e\x5a\x9e", 4);
    ck_assert_str_eq(png.bytes + 45 + chunk, "what follows");
    assert_stamped(&png, DIGITS);
    buffer_clear(&png);
}
END_TEST

START_TEST(a_pdf_is_stamped_after_its_end)
{
    struct buffer pdf = BUFFER_EMPTY;
    buffer_text(&pdf, "%PDF-1.5\n");
    for (int i = 0; i < 2000; i++)
        buffer_text(&pdf, "what is in it\n");
    buffer_text(&pdf, "startxref\n280009\n%%EOF\n");
    size_t before = pdf.length;
    stamp_add_to_pdf(&pdf, DIGITS);
    ck_assert_str_eq(pdf.bytes + before, "% " STAMP_WITH(STAMP_UNSEALED) "\n");
    stamp_seal(&pdf);
    assert_stamped(&pdf, DIGITS);
    buffer_clear(&pdf);
}
END_TEST

/* An address may be a stamp. */
START_TEST(only_the_last_stamp_of_a_pdf_counts)
{
    for (size_t length = 0; length < 3; length++) {
        struct buffer pdf = BUFFER_EMPTY;
        buffer_text(&pdf, "%PDF-1.5\n/URI (http://x/" STAMP_WITH(STAMP_UNSEALED) ")\n");
        for (size_t i = 0; i < length * 200; i++)
            buffer_text(&pdf, "what is in it\n");
        buffer_text(&pdf, "/URI (http://x/" STAMP_WITH(STAMP_UNSEALED) ")\n%%EOF\n");
        const size_t before = pdf.length;
        struct buffer bare = BUFFER_EMPTY;
        buffer_add(&bare, pdf.bytes, pdf.length);
        stamp_add_to_pdf(&pdf, OTHER_DIGITS);
        stamp_seal(&pdf);
        ck_assert_mem_eq(pdf.bytes, bare.bytes, before);
        assert_stamped(&pdf, OTHER_DIGITS);
        buffer_clear(&bare);
        buffer_clear(&pdf);
    }
}
END_TEST

START_TEST(a_truncated_png_is_not_stamped)
{
    struct buffer png = BUFFER_EMPTY;
    make_png(&png);
    png.length = 20;
    stamp_add_to_png(&png, DIGITS);
    ck_assert_uint_eq(png.length, 20);
    buffer_clear(&png);
}
END_TEST

START_TEST(a_file_without_a_stamp_is_foreign)
{
    assert_unstamped("");
    assert_unstamped("not ours");
    assert_unstamped(STAMP_KEY);
    assert_unstamped(STAMP_KEY "=\"");
    assert_unstamped(STAMP_KEY "=\"" DIGITS_16 "\"");
    assert_unstamped(STAMP_KEY "=\"" DIGITS_16 DIGITS_16 DIGITS_16 "0123456789abcde\"");
    assert_unstamped(STAMP_KEY "=\"" DIGITS_16 DIGITS_16 DIGITS_16 "0123456789ABCDEF\"");
    assert_unstamped(STAMP_KEY " is " DIGITS);
    assert_unstamped("made of " DIGITS);
}
END_TEST

/* What older versions wrote. */
START_TEST(a_stamp_without_a_seal_is_old)
{
    assert_old(STAMP_KEY "=\"" DIGITS "\" dataset=\"in.xml\"");
    assert_old(STAMP_KEY " " DIGITS);
    assert_old(STAMP_KEY " " DIGITS " " STAMP_SEAL_KEY " " DIGITS_16);
    assert_old(STAMP_KEY " " DIGITS ", " STAMP_SEAL_KEY " " DIGITS);
}
END_TEST

/* As computed by sha256sum. */
START_TEST(a_seal_is_the_digest_of_all_other_bytes)
{
    struct buffer bytes = BUFFER_EMPTY;
    buffer_text(&bytes, "abc");
    stamp_write(&bytes, DIGITS);
    buffer_text(&bytes, "def");
    stamp_seal(&bytes);
    ck_assert_str_eq(
        bytes.bytes,
        "abc" STAMP_WITH(
            "4b160cd66293081925ab12dad6db8039d39b1a26ff69a46a2abba36269d045c9") "def");
    buffer_clear(&bytes);
}
END_TEST

START_TEST(a_buffer_without_a_stamp_is_not_sealed)
{
    struct buffer bytes = BUFFER_EMPTY;
    stamp_seal(&bytes);
    ck_assert_uint_eq(bytes.length, 0);
    buffer_text(&bytes, "not ours");
    stamp_seal(&bytes);
    ck_assert_str_eq(bytes.bytes, "not ours");
    buffer_clear(&bytes);
}
END_TEST

/* A change in the keys of the stamp leaves no stamp, which is found as well. */
static void assert_change_is_found(struct buffer *figure, size_t at)
{
    char found[FINGERPRINT_SIZE] = "";
    figure->bytes[at] = (char)(figure->bytes[at] ^ 1);
    enum stamp_state state = read_bytes(figure, found);
    figure->bytes[at] = (char)(figure->bytes[at] ^ 1);
    ck_assert_msg(state == STAMP_CHANGED || state == STAMP_OLD || state == STAMP_NONE,
                  "byte %zu of %zu: %d", at, figure->length, (int)state);
}

START_TEST(a_change_of_any_byte_is_found)
{
    for (int format = 0; format < PICTURE_FORMATS; format++) {
        char fingerprint[FINGERPRINT_SIZE];
        struct buffer figure = BUFFER_EMPTY;
        if (picture_is_binary((enum picture_format)format) && !can_convert())
            continue;
        draw(&figure, (enum picture_format)format, "A title", fingerprint);
        assert_stamped(&figure, fingerprint);
        for (size_t at = 0; at < figure.length;
             at += at < 500 || at + 500 > figure.length ? 1 : 97)
            assert_change_is_found(&figure, at);
        buffer_clear(&figure);
    }
}
END_TEST

START_TEST(added_and_missing_bytes_are_found)
{
    char fingerprint[FINGERPRINT_SIZE], found[FINGERPRINT_SIZE];
    struct buffer figure = BUFFER_EMPTY;
    draw(&figure, PICTURE_SVG, "A title", fingerprint);
    figure.length--;
    ck_assert_int_eq(read_bytes(&figure, found), STAMP_CHANGED);
    figure.length++;
    buffer_char(&figure, '\n');
    ck_assert_int_eq(read_bytes(&figure, found), STAMP_CHANGED);
    figure.length--;
    ck_assert_int_eq(read_bytes(&figure, found), STAMP_FOUND);
    buffer_clear(&figure);
}
END_TEST

START_TEST(a_file_is_compared_with_a_figure)
{
    struct buffer figure = BUFFER_EMPTY;
    for (int i = 0; i < 40000; i++)
        buffer_char(&figure, (char)('a' + i % 26));
    char *path = fixture_file(figure.bytes, figure.length);
    ck_assert(stamp_is_file(path, &figure));
    figure.bytes[39999] = 'X';
    ck_assert(!stamp_is_file(path, &figure));
    figure.length--;
    ck_assert(!stamp_is_file(path, &figure)); /* the file is longer */
    figure.bytes[39998] = 'X';
    figure.length = 39999;
    ck_assert(!stamp_is_file(path, &figure));
    remove(path);
    ck_assert(!stamp_is_file(path, &figure));
    free(path);
    buffer_clear(&figure);
}
END_TEST

START_TEST(an_incomplete_stamp_is_ignored)
{
    struct buffer bytes = BUFFER_EMPTY;
    buffer_text(&bytes, "/Title (" STAMP_KEY " what?) " STAMP_KEY " % " STAMP_KEY " " DIGITS " ");
    stamp_write(&bytes, DIGITS);
    stamp_seal(&bytes);
    assert_stamped(&bytes, DIGITS);
    buffer_clear(&bytes);
}
END_TEST

/* A file with a stamp LEAD bytes from its start and TRAIL bytes from its end. */
static enum stamp_state read_far(size_t lead, size_t trail)
{
    char found[FINGERPRINT_SIZE];
    struct buffer bytes = BUFFER_EMPTY;
    for (size_t i = 0; i < lead; i++)
        buffer_char(&bytes, '.');
    stamp_write(&bytes, DIGITS);
    for (size_t i = 0; i < trail; i++)
        buffer_char(&bytes, '.');
    stamp_seal(&bytes);
    enum stamp_state state = read_bytes(&bytes, found);
    buffer_clear(&bytes);
    return state;
}

/* This keeps a check of files that aren't figures fast. */
START_TEST(only_both_ends_of_a_file_are_searched)
{
    ck_assert_int_eq(read_far(0, 0), STAMP_FOUND);
    ck_assert_int_eq(read_far(3900, 100000), STAMP_FOUND);
    ck_assert_int_eq(read_far(100000, 3900), STAMP_FOUND);
    ck_assert_int_eq(read_far(100000, 100000), STAMP_NONE);
}
END_TEST

START_TEST(a_huge_file_is_not_read_whole)
{
    char found[FINGERPRINT_SIZE];
    char *path = fixture_file(STAMP_WITH(STAMP_UNSEALED), strlen(STAMP_WITH(STAMP_UNSEALED)));
    ck_assert_int_eq(truncate(path, (off_t)1 << 36), 0); /* sparse: it takes no space */
    ck_assert_int_eq(stamp_read(path, found), STAMP_CHANGED);
    ck_assert_int_eq(truncate(path, 0), 0);
    ck_assert_int_eq(truncate(path, (off_t)1 << 36), 0);
    ck_assert_int_eq(stamp_read(path, found), STAMP_NONE);
    remove(path);
    free(path);
}
END_TEST

/* The seal of a PNG is followed by the CRC of its chunk, which must be there and right. */
START_TEST(a_png_needs_its_crc)
{
    char found[FINGERPRINT_SIZE];
    struct buffer png = BUFFER_EMPTY;
    make_png(&png);
    stamp_add_to_png(&png, DIGITS);
    stamp_seal(&png);
    assert_stamped(&png, DIGITS);
    const size_t header = 33, chunk = 8, space = 1; /* bytes before the stamp, and in it */
    const size_t seal =
        header + chunk + sizeof STAMP_KEY + strlen(DIGITS) + space + sizeof STAMP_SEAL_KEY;
    png.length = seal + 64 + 3;
    ck_assert_int_eq(read_bytes(&png, found), STAMP_CHANGED);
    png.length = seal + 64 + 4; /* whole, but what follows is missing */
    ck_assert_int_eq(read_bytes(&png, found), STAMP_CHANGED);
    png.length = seal + 64;
    stamp_seal(&png); /* has no room for the CRC: left alone */
    ck_assert_int_eq(read_bytes(&png, found), STAMP_CHANGED);
    buffer_clear(&png);
}
END_TEST

/* The stamp of a PNG is in its first chunk, not at its end. */
START_TEST(a_png_is_not_stamped_at_its_end)
{
    char found[FINGERPRINT_SIZE];
    struct buffer png = BUFFER_EMPTY;
    make_png(&png);
    for (int i = 0; i < 2 * STAMP_REACH; i++)
        buffer_char(&png, '.');
    stamp_write(&png, DIGITS);
    buffer_text(&png, "1234");
    stamp_seal(&png);
    ck_assert_int_eq(read_bytes(&png, found), STAMP_CHANGED);
    buffer_clear(&png);
}
END_TEST

START_TEST(a_failed_buffer_is_not_sealed)
{
    struct buffer bytes = BUFFER_EMPTY;
    stamp_write(&bytes, DIGITS);
    bytes.failed = true;
    stamp_seal(&bytes);
    ck_assert_str_eq(bytes.bytes, STAMP_WITH(STAMP_UNSEALED));
    buffer_clear(&bytes);
}
END_TEST

START_TEST(a_missing_file_is_distinguished)
{
    char found[FINGERPRINT_SIZE];
    ck_assert_int_eq(stamp_read("/nowhere/figure.svg", found), STAMP_MISSING);
    ck_assert_int_eq(stamp_read("", found), STAMP_MISSING);
}
END_TEST

START_TEST(a_folder_is_a_failure)
{
    char found[FINGERPRINT_SIZE];
    ck_assert_int_eq(stamp_read("/", found), STAMP_FAILURE);
    ck_assert_int_eq(stamp_read("/dev/null/figure.svg", found), STAMP_FAILURE);
}
END_TEST

/* Nobody writes to it, so a read would block forever. */
START_TEST(a_pipe_is_not_waited_for)
{
    char found[FINGERPRINT_SIZE];
    char *path = fixture_file("", 0);
    ck_assert_int_eq(remove(path), 0);
    ck_assert_int_eq(mkfifo(path, 0600), 0);
    ck_assert_int_eq(stamp_read(path, found), STAMP_NONE);
    remove(path);
    free(path);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        a_figure_of_each_format_has_its_stamp,
        a_title_does_not_hide_the_stamp,
        a_png_is_stamped_by_a_chunk,
        a_pdf_is_stamped_after_its_end,
        only_the_last_stamp_of_a_pdf_counts,
        a_truncated_png_is_not_stamped,
        a_file_without_a_stamp_is_foreign,
        a_stamp_without_a_seal_is_old,
        a_seal_is_the_digest_of_all_other_bytes,
        a_buffer_without_a_stamp_is_not_sealed,
        a_change_of_any_byte_is_found,
        added_and_missing_bytes_are_found,
        a_file_is_compared_with_a_figure,
        an_incomplete_stamp_is_ignored,
        only_both_ends_of_a_file_are_searched,
        a_huge_file_is_not_read_whole,
        a_png_needs_its_crc,
        a_png_is_not_stamped_at_its_end,
        a_failed_buffer_is_not_sealed,
        a_missing_file_is_distinguished,
        a_folder_is_a_failure,
        a_pipe_is_not_waited_for,
    };
    return fixture_run("stamp", tests, sizeof tests / sizeof *tests);
}
