/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "base/message.h"
#include "fixture.h"

#define WIPE "\r\033[K"

static const char *tell(const struct place *place, const char *words)
{
    struct fixture_words sink;
    fixture_words_begin(&sink);
    messages_error(&sink.messages, place, MESSAGE_IO, "%s", words);
    return fixture_words_end(&sink);
}

static void last_error(struct messages *messages, const char *text)
{
    const struct message message = {
        .severity = MESSAGE_ERROR, .code = MESSAGE_LIMIT, .fatal = true, .text = text};
    messages_report(messages, &message);
}

START_TEST(a_message_starts_with_its_place)
{
    const struct place whole = {"in.xml", 3, 7}, line = {"in.xml", 3, 0}, file = {"in.xml", 0, 9};
    ck_assert_str_eq(tell(&whole, "wrong"), "in.xml:3:7: error: wrong\n");
    ck_assert_str_eq(tell(&line, "wrong"), "in.xml:3: error: wrong\n");
    ck_assert_str_eq(tell(&file, "wrong"), "in.xml: error: wrong\n");
    ck_assert_str_eq(tell(NULL, "wrong"), "entente: error: wrong\n");
}
END_TEST

START_TEST(the_current_file_is_the_default_place)
{
    const struct place about = {"views.xml", 5, 3}, own = {"in.xml", 1, 2};
    struct fixture_words words;
    fixture_words_begin(&words);
    words.messages.default_place = &about;
    messages_error(&words.messages, NULL, MESSAGE_IO, "one");
    messages_error(&words.messages, &own, MESSAGE_IO, "two");
    messages_warning(&words.messages, NULL, MESSAGE_IO, "three");
    words.messages.default_place = NULL;
    messages_error(&words.messages, NULL, MESSAGE_IO, "four");
    ck_assert_str_eq(fixture_words_end(&words), "views.xml:5:3: error: one\n"
                                                "in.xml:1:2: error: two\n"
                                                "views.xml:5:3: warning: three\n"
                                                "entente: error: four\n");
}
END_TEST

START_TEST(errors_warnings_and_notes_are_distinguished)
{
    struct fixture_words words;
    fixture_words_begin(&words);
    messages_error(&words.messages, NULL, MESSAGE_IO, "%s %d", "one", 1);
    messages_warning(&words.messages, NULL, MESSAGE_IO, "two");
    messages_note(&words.messages, MESSAGE_HINT, "three");
    ck_assert_uint_eq(words.messages.errors, 1);
    ck_assert_uint_eq(words.messages.warnings, 1);
    ck_assert_str_eq(fixture_words_end(&words), "entente: error: one 1\n"
                                                "entente: warning: two\n"
                                                "entente: three\n");
}
END_TEST

START_TEST(colour_is_on_the_label_alone)
{
    struct fixture_words words;
    fixture_words_begin(&words);
    words.report.color = true;
    messages_error(&words.messages, NULL, MESSAGE_IO, "one");
    messages_warning(&words.messages, NULL, MESSAGE_IO, "two");
    ck_assert_str_eq(fixture_words_end(&words), "entente: \033[1;31merror:\033[0m one\n"
                                                "entente: \033[1;35mwarning:\033[0m two\n");
}
END_TEST

START_TEST(the_last_error_is_always_reported)
{
    struct fixture_words words;
    fixture_words_begin(&words);
    words.messages.error_limit = 2;
    for (int i = 0; i < 5; i++)
        messages_error(&words.messages, NULL, MESSAGE_IO, "%d", i);
    last_error(&words.messages, "enough");
    messages_note_suppressed(&words.messages, "in.xml");
    ck_assert_str_eq(fixture_words_end(&words), "entente: error: 0\n"
                                                "entente: error: 1\n"
                                                "entente: error: enough\n"
                                                "entente: in.xml: 3 more errors, 6 in total\n");
}
END_TEST

START_TEST(a_silent_sink_reports_no_last_error)
{
    struct fixture_words words;
    fixture_words_begin(&words);
    words.messages.error_limit = 0;
    last_error(&words.messages, "enough");
    ck_assert_uint_eq(words.messages.errors, 1);
    ck_assert_str_eq(fixture_words_end(&words), "");
}
END_TEST

/* A text of 64 KB that is quoted can't bury what is said of it. */
START_TEST(the_middle_of_a_long_message_is_omitted)
{
    enum { LONG = 30000 };
    static char text[2 * LONG + 1];
    for (int i = 0; i < LONG; i++)
        memcpy(text + (size_t)2 * i, "\xd8\xa7", 2); /* two bytes, not to be parted */
    struct fixture_words words;
    fixture_words_begin(&words);
    messages_error(&words.messages, NULL, MESSAGE_IO, "x%s is no date", text);
    const char *told = fixture_words_end(&words);
    ck_assert_uint_lt(strlen(told), 2100);
    ck_assert_ptr_nonnull(strstr(told, "entente: error: x\xd8\xa7"));
    ck_assert_ptr_nonnull(strstr(told, "\xd8\xa7 [...] \xd8\xa7"));
    ck_assert_ptr_nonnull(strstr(told, "\xd8\xa7 is no date\n"));
}
END_TEST

/* What a stranger wrote into a dataset can't drive a terminal, nor look like a message. */
START_TEST(control_characters_are_shown)
{
    const struct place place = {"a\033[2J.xml", 1, 1};
    ck_assert_str_eq(tell(NULL, "a\nentente: error: b"),
                     "entente: error: a\\x0Aentente: error: b\n");
    ck_assert_str_eq(tell(NULL, "\033[31mred\t\r\177"),
                     "entente: error: \\x1B[31mred\\x09\\x0D\\x7F\n");
    ck_assert_str_eq(tell(&place, "x"), "a\\x1B[2J.xml:1:1: error: x\n");
    ck_assert_str_eq(tell(NULL, "\xc2\x9b"
                                "31m, \xc2\x85"), /* those of ISO 6429's C1 */
                     "entente: error: \\xC2\\x9B31m, \\xC2\\x85\n");
}
END_TEST

START_TEST(text_of_any_language_stays)
{
    ck_assert_str_eq(tell(NULL, "ایران، Россия, 中国, caf\xc3\xa9\xc2\xa0"),
                     "entente: error: ایران، Россия, 中国, caf\xc3\xa9\xc2\xa0\n");
}
END_TEST

START_TEST(invalid_bytes_are_shown)
{
    ck_assert_str_eq(tell(NULL, "caf\xe9, \xc3"), "entente: error: caf\\xE9, \\xC3\n");
    ck_assert_str_eq(tell(NULL, "\xff\xfe, \xed\xa0\x80"),
                     "entente: error: \\xFF\\xFE, \\xED\\xA0\\x80\n");
    ck_assert_str_eq(tell(NULL, "\xef\xbf\xbd"), "entente: error: \xef\xbf\xbd\n");
}
END_TEST

/* Counts what reaches the other side of a stream. */
static ssize_t count_write(void *cookie, const char *bytes, size_t length)
{
    (void)bytes;
    *(unsigned *)cookie += 1;
    return (ssize_t)length;
}

START_TEST(a_message_is_one_write)
{
    static char long_words[20001];
    const struct place place = {"in.xml", 3, 7};
    struct messages messages;
    unsigned writes = 0;
    const cookie_io_functions_t functions = {.write = count_write};
    FILE *stream = fopencookie(&writes, "w", functions);
    ck_assert_ptr_nonnull(stream);
    ck_assert_int_eq(setvbuf(stream, NULL, _IONBF, 0), 0); /* as standard error is */
    struct report report;
    report_init(&report, stream, true, &messages, false);
    messages_error(&messages, &place, MESSAGE_IO, "there is no %s \"%s\"", "type", "x");
    ck_assert_uint_eq(writes, 1);
    messages_note(&messages, MESSAGE_HINT, "a note");
    ck_assert_uint_eq(writes, 2);
    memset(long_words, 'x', sizeof long_words - 1);
    messages_error(&messages, &place, MESSAGE_IO, "%s", long_words);
    ck_assert_uint_eq(writes, 3);
    report.line_up = true;
    messages_error(&messages, &place, MESSAGE_IO, "short");
    ck_assert_uint_eq(writes, 4);
    fclose(stream);
}
END_TEST

/* A progress line is wiped by the message itself, once. */
START_TEST(a_message_wipes_the_progress_line)
{
    const struct progress progress = {PROGRESS_ITEMS, "output/a.svg", 3, 7};
    struct fixture_words words;
    fixture_words_begin(&words);
    report_progress(&words.report, &progress);
    messages_error(&words.messages, NULL, MESSAGE_IO, "one");
    messages_note(&words.messages, MESSAGE_HINT, "two");
    report_progress(&words.report, NULL);
    ck_assert_str_eq(fixture_words_end(&words),
                     WIPE "[3/7] output/a.svg" WIPE "entente: error: one\nentente: two\n");
}
END_TEST

START_TEST(the_end_of_the_work_wipes_the_progress_line)
{
    const struct progress progress = {PROGRESS_SECONDS, "layout search", 2, 300};
    struct fixture_words words;
    fixture_words_begin(&words);
    report_progress(&words.report, NULL);
    report_progress(&words.report, &progress);
    report_progress(&words.report, NULL);
    ck_assert_str_eq(fixture_words_end(&words),
                     WIPE "layout search: 2 s; at most 298 s left" WIPE);
}
END_TEST

/* Work of less than a second shows no line. */
START_TEST(short_work_shows_no_progress)
{
    const struct progress reading = {PROGRESS_BYTES, "in.xml", 10, 20};
    const struct progress waiting = {PROGRESS_SECONDS, "layout search", 0, 300};
    struct fixture_words words;
    fixture_words_begin(&words);
    report_progress(&words.report, &reading);
    report_progress(&words.report, &waiting);
    report_progress(&words.report, NULL);
    ck_assert_str_eq(fixture_words_end(&words), "");
}
END_TEST

START_TEST(a_setting_is_named_as_an_option)
{
    const struct place view = {"views.xml", 5, 3};
    struct fixture_words words;
    fixture_words_begin(&words);
    messages_setting_error(&words.messages, "hops", MESSAGE_INVALID_VALUE, "one");
    messages_setting_warning(&words.messages, "where", MESSAGE_UNPREFIXED_NAME, "two");
    words.messages.default_place = &view;
    messages_setting_error(&words.messages, "hops", MESSAGE_INVALID_VALUE, "three");
    ck_assert_str_eq(fixture_words_end(&words), "entente: error: --hops: one\n"
                                                "entente: warning: --where: two\n"
                                                "views.xml:5:3: error: hops: three\n");
}
END_TEST

START_TEST(a_limit_names_the_option_that_raises_it)
{
    const struct place place = {"in.xml", 3, 7};
    struct fixture_words words;
    fixture_words_begin(&words);
    messages_limit(&words.messages, &place, "limit-names", "more than %d names", 100);
    ck_assert_str_eq(fixture_words_end(&words),
                     "in.xml:3:7: error: more than 100 names (--limit-names)\n");
}
END_TEST

START_TEST(advice_follows_the_text)
{
    struct fixture_words words;
    fixture_words_begin(&words);
    messages_warning(&words.messages, NULL, MESSAGE_COLLISIONS, "2 parts overlap");
    ck_assert_str_eq(
        fixture_words_end(&words),
        "entente: warning: 2 parts overlap; select fewer relations, or try --effort=best\n");
}
END_TEST

/* What a callback of another program than ours would get. */
static void keep_message(void *context, const struct message *message)
{
    struct message *kept = context;
    *kept = *message;
    kept->text = NULL;
}

START_TEST(a_sink_gets_severity_code_place_and_setting)
{
    const struct place place = {"in.xml", 3, 7};
    struct message kept;
    struct messages messages;
    messages_init(&messages, keep_message, &kept);
    messages_limit(&messages, &place, "limit-names", "more");
    ck_assert_int_eq(kept.severity, MESSAGE_ERROR);
    ck_assert_int_eq(kept.code, MESSAGE_LIMIT);
    ck_assert_ptr_eq(kept.place, &place);
    ck_assert_str_eq(kept.setting, "limit-names");
    messages_warning(&messages, NULL, MESSAGE_COLLISIONS, "more");
    ck_assert_int_eq(kept.severity, MESSAGE_WARNING);
    ck_assert_ptr_null(kept.place);
    ck_assert_ptr_null(kept.setting);
}
END_TEST

START_TEST(without_a_sink_messages_are_counted)
{
    struct messages messages;
    messages_init(&messages, NULL, NULL);
    messages_error(&messages, NULL, MESSAGE_IO, "one");
    messages_warning(&messages, NULL, MESSAGE_IO, "two");
    ck_assert_uint_eq(messages.errors, 1);
    ck_assert_uint_eq(messages.warnings, 1);
}
END_TEST

/* Programs look for the words: lower case letters and hyphens, each once. */
START_TEST(codes_are_distinct_words)
{
    for (int i = 0; i < MESSAGE_CODES; i++) {
        const char *word = message_code_word((enum message_code)i);
        ck_assert_uint_eq(strspn(word, "abcdefghijklmnopqrstuvwxyz-"), strlen(word));
        ck_assert_str_ne(message_code_meaning((enum message_code)i), "");
        for (int j = 0; j < i; j++)
            ck_assert_str_ne(word, message_code_word((enum message_code)j));
    }
}
END_TEST

/* The lines in TEXT. */
static size_t lines_in(const char *text)
{
    size_t lines = 0;
    for (; *text != '\0'; text++)
        lines += *text == '\n';
    return lines;
}

START_TEST(after_a_hundred_errors_the_rest_are_counted)
{
    struct fixture_words words;
    fixture_words_begin(&words);
    for (int i = 1; i <= 142; i++)
        messages_error(&words.messages, NULL, MESSAGE_IO, "error %d", i);
    for (int i = 1; i <= 101; i++)
        messages_warning(&words.messages, NULL, MESSAGE_IO, "warning %d", i);
    messages_note_suppressed(&words.messages, "in.xml");
    const char *told = fixture_words_end(&words);
    ck_assert_uint_eq(lines_in(told), 100 + 100 + 2);
    ck_assert_ptr_nonnull(strstr(told, ": error 100\n"));
    ck_assert_ptr_null(strstr(told, ": error 101\n"));
    ck_assert_ptr_nonnull(strstr(told, "\nentente: in.xml: 42 more errors, 142 in total\n"));
    ck_assert_ptr_nonnull(strstr(told, "\nentente: in.xml: 1 more warning, 101 in total\n"));
}
END_TEST

START_TEST(a_hundred_errors_leave_no_rest)
{
    struct fixture_words words;
    fixture_words_begin(&words);
    for (int i = 1; i <= 100; i++)
        messages_error(&words.messages, NULL, MESSAGE_IO, "error %d", i);
    messages_note_suppressed(&words.messages, "in.xml");
    ck_assert_uint_eq(lines_in(fixture_words_end(&words)), 100);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        a_message_starts_with_its_place,
        the_current_file_is_the_default_place,
        errors_warnings_and_notes_are_distinguished,
        colour_is_on_the_label_alone,
        the_last_error_is_always_reported,
        a_silent_sink_reports_no_last_error,
        the_middle_of_a_long_message_is_omitted,
        control_characters_are_shown,
        text_of_any_language_stays,
        invalid_bytes_are_shown,
        a_message_is_one_write,
        a_message_wipes_the_progress_line,
        the_end_of_the_work_wipes_the_progress_line,
        short_work_shows_no_progress,
        a_setting_is_named_as_an_option,
        a_limit_names_the_option_that_raises_it,
        advice_follows_the_text,
        a_sink_gets_severity_code_place_and_setting,
        without_a_sink_messages_are_counted,
        codes_are_distinct_words,
        after_a_hundred_errors_the_rest_are_counted,
        a_hundred_errors_leave_no_rest,
    };
    return fixture_run("message", tests, sizeof tests / sizeof *tests);
}
