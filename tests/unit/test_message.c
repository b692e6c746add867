/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "base/message.h"
#include "fixture.h"

#define WIPE "\r\033[K"

static const char *printed_error(const struct message_place *place, const char *words)
{
    struct fixture_messages sink;
    fixture_messages_begin(&sink);
    messages_error(&sink.messages, place, MESSAGE_IO, "%s", words);
    return fixture_messages_end(&sink);
}

static void last_error(struct messages *messages, const char *text)
{
    const struct message message = {
        .severity = MESSAGE_ERROR, .code = MESSAGE_LIMIT, .fatal = true, .text = text};
    messages_report(messages, &message);
}

START_TEST(a_message_starts_with_its_place)
{
    const struct message_place whole = {"in.xml", 3, 7}, line = {"in.xml", 3, 0},
                               file = {"in.xml", 0, 9};
    ck_assert_str_eq(printed_error(&whole, "wrong"), "in.xml:3:7: error: wrong\n");
    ck_assert_str_eq(printed_error(&line, "wrong"), "in.xml:3: error: wrong\n");
    ck_assert_str_eq(printed_error(&file, "wrong"), "in.xml: error: wrong\n");
    ck_assert_str_eq(printed_error(NULL, "wrong"), "entente: error: wrong\n");
}
END_TEST

START_TEST(the_current_file_is_the_default_place)
{
    const struct message_place about = {"views.xml", 5, 3}, own = {"in.xml", 1, 2};
    struct fixture_messages caught;
    fixture_messages_begin(&caught);
    caught.messages.default_place = &about;
    messages_error(&caught.messages, NULL, MESSAGE_IO, "one");
    messages_error(&caught.messages, &own, MESSAGE_IO, "two");
    messages_warning(&caught.messages, NULL, MESSAGE_IO, "three");
    caught.messages.default_place = NULL;
    messages_error(&caught.messages, NULL, MESSAGE_IO, "four");
    ck_assert_str_eq(fixture_messages_end(&caught), "views.xml:5:3: error: one\n"
                                                    "in.xml:1:2: error: two\n"
                                                    "views.xml:5:3: warning: three\n"
                                                    "entente: error: four\n");
}
END_TEST

START_TEST(errors_warnings_and_notes_are_distinguished)
{
    struct fixture_messages caught;
    fixture_messages_begin(&caught);
    messages_error(&caught.messages, NULL, MESSAGE_IO, "%s %d", "one", 1);
    messages_warning(&caught.messages, NULL, MESSAGE_IO, "two");
    messages_note(&caught.messages, MESSAGE_HINT, "three");
    ck_assert_uint_eq(caught.messages.errors, 1);
    ck_assert_uint_eq(caught.messages.warnings, 1);
    ck_assert_str_eq(fixture_messages_end(&caught), "entente: error: one 1\n"
                                                    "entente: warning: two\n"
                                                    "entente: three\n");
}
END_TEST

START_TEST(colour_is_on_the_label_alone)
{
    struct fixture_messages caught;
    fixture_messages_begin(&caught);
    caught.report.color = true;
    messages_error(&caught.messages, NULL, MESSAGE_IO, "one");
    messages_warning(&caught.messages, NULL, MESSAGE_IO, "two");
    ck_assert_str_eq(fixture_messages_end(&caught), "entente: \033[1;31merror:\033[0m one\n"
                                                    "entente: \033[1;35mwarning:\033[0m two\n");
}
END_TEST

START_TEST(the_last_error_is_always_reported)
{
    struct fixture_messages caught;
    fixture_messages_begin(&caught);
    caught.messages.error_limit = 2;
    for (int i = 0; i < 5; i++)
        messages_error(&caught.messages, NULL, MESSAGE_IO, "%d", i);
    last_error(&caught.messages, "enough");
    messages_note_suppressed(&caught.messages, "in.xml");
    ck_assert_str_eq(fixture_messages_end(&caught),
                     "entente: error: 0\n"
                     "entente: error: 1\n"
                     "entente: error: enough\n"
                     "entente: in.xml: 3 more errors, 6 in total\n");
}
END_TEST

START_TEST(many_warnings_do_not_hide_another)
{
    struct fixture_messages caught;
    fixture_messages_begin(&caught);
    caught.messages.error_limit = 1;
    for (int i = 0; i < 3; i++)
        messages_warning(&caught.messages, NULL, MESSAGE_UNKNOWN_FORM, "%d", i);
    messages_note_suppressed(&caught.messages, "in.xml");
    messages_warning(&caught.messages, NULL, MESSAGE_COLLISIONS, "important");
    messages_note_suppressed(&caught.messages, "in.xml");
    ck_assert_uint_eq(caught.messages.warnings, 4);
    const char *printed = fixture_messages_end(&caught);
    ck_assert_ptr_nonnull(strstr(printed, "warning: 0 [unknown-form]\n"
                                          "entente: in.xml: 2 more warnings, 3 in total\n"
                                          "entente: warning: important"));
    ck_assert_ptr_null(strstr(printed, "4 in total"));
}
END_TEST

START_TEST(warnings_are_silenced_or_promoted)
{
    struct fixture_messages caught;
    struct buffer problem = BUFFER_EMPTY;
    fixture_messages_begin(&caught);
    caught.messages.filter.strict = true;
    ck_assert(
        message_filter_add(&caught.messages.filter, " no-title,unknown-form", ", ", &problem));
    messages_warning(&caught.messages, NULL, MESSAGE_UNKNOWN_FORM, "one");
    ck_assert(!messages_are_failed(&caught.messages));
    messages_warning(&caught.messages, NULL, MESSAGE_NO_CLAIM, "two");
    ck_assert(messages_are_failed(&caught.messages));
    ck_assert_uint_eq(caught.messages.warnings, 1);
    ck_assert_uint_eq(caught.messages.errors, 0);
    ck_assert_str_eq(fixture_messages_end(&caught), "entente: error: two [no-claim]\n");
    ck_assert(!message_filter_add(&caught.messages.filter, "no-tile", ", ", &problem));
    ck_assert_str_eq(buffer_string(&problem),
                     "unknown warning \"no-tile\"; did you mean \"no-title\"?");
    ck_assert(!message_filter_add(&caught.messages.filter, "io", ", ", &problem));
    buffer_clear(&problem);
}
END_TEST

START_TEST(a_silent_sink_reports_no_last_error)
{
    struct fixture_messages caught;
    fixture_messages_begin(&caught);
    caught.messages.error_limit = 0;
    last_error(&caught.messages, "enough");
    ck_assert_uint_eq(caught.messages.errors, 1);
    ck_assert_str_eq(fixture_messages_end(&caught), "");
}
END_TEST

/* Quoting a text of 64 KB must not bury the message about it. */
START_TEST(the_middle_of_a_long_message_is_omitted)
{
    enum { LONG = 30000 };
    static char text[2 * LONG + 1];
    for (int i = 0; i < LONG; i++)
        memcpy(text + (size_t)2 * i, "\xd8\xa7", 2); /* two bytes, which must not be separated */
    struct fixture_messages caught;
    fixture_messages_begin(&caught);
    messages_error(&caught.messages, NULL, MESSAGE_IO, "x%s is no date", text);
    const char *printed = fixture_messages_end(&caught);
    ck_assert_uint_lt(strlen(printed), 2100);
    ck_assert_ptr_nonnull(strstr(printed, "entente: error: x\xd8\xa7"));
    ck_assert_ptr_nonnull(strstr(printed, "\xd8\xa7 [...] \xd8\xa7"));
    ck_assert_ptr_nonnull(strstr(printed, "\xd8\xa7 is no date\n"));
}
END_TEST

/* Text from an untrusted dataset must not control a terminal or look like a message. */
START_TEST(control_characters_are_shown)
{
    const struct message_place place = {"a\033[2J.xml", 1, 1};
    ck_assert_str_eq(printed_error(NULL, "a\nentente: error: b"),
                     "entente: error: a\\x0Aentente: error: b\n");
    ck_assert_str_eq(printed_error(NULL, "\033[31mred\t\r\177"),
                     "entente: error: \\x1B[31mred\\x09\\x0D\\x7F\n");
    ck_assert_str_eq(printed_error(&place, "x"), "a\\x1B[2J.xml:1:1: error: x\n");
    ck_assert_str_eq(printed_error(NULL, "\xc2\x9b"
                                         "31m, \xc2\x85"), /* those of ISO 6429's C1 */
                     "entente: error: \\xC2\\x9B31m, \\xC2\\x85\n");
}
END_TEST

START_TEST(text_of_any_language_stays)
{
    ck_assert_str_eq(printed_error(NULL, "ایران، Россия, 中国, caf\xc3\xa9\xc2\xa0"),
                     "entente: error: ایران، Россия, 中国, caf\xc3\xa9\xc2\xa0\n");
}
END_TEST

START_TEST(invalid_bytes_are_shown)
{
    ck_assert_str_eq(printed_error(NULL, "caf\xe9, \xc3"), "entente: error: caf\\xE9, \\xC3\n");
    ck_assert_str_eq(printed_error(NULL, "\xff\xfe, \xed\xa0\x80"),
                     "entente: error: \\xFF\\xFE, \\xED\\xA0\\x80\n");
    ck_assert_str_eq(printed_error(NULL, "\xef\xbf\xbd"), "entente: error: \xef\xbf\xbd\n");
}
END_TEST

/* Counts the writes to a stream. */
static ssize_t count_write(void *cookie, const char *bytes, size_t length)
{
    (void)bytes;
    *(unsigned *)cookie += 1;
    return (ssize_t)length;
}

START_TEST(a_message_is_one_write)
{
    static char long_words[20001];
    const struct message_place place = {"in.xml", 3, 7};
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

/* The message itself erases the progress line, once. */
START_TEST(a_message_wipes_the_progress_line)
{
    const struct progress progress = {PROGRESS_ITEMS, "output/a.svg", 3, 7, NULL};
    struct fixture_messages caught;
    fixture_messages_begin(&caught);
    report_progress(&caught.report, &progress);
    messages_error(&caught.messages, NULL, MESSAGE_IO, "one");
    messages_note(&caught.messages, MESSAGE_HINT, "two");
    report_progress(&caught.report, NULL);
    ck_assert_str_eq(fixture_messages_end(&caught),
                     WIPE "[3/7] output/a.svg" WIPE "entente: error: one\nentente: two\n");
}
END_TEST

START_TEST(the_end_of_the_work_wipes_the_progress_line)
{
    const struct progress_steps steps = {5, 24};
    const struct progress progress = {PROGRESS_SECONDS, "layout search", 2, 0, &steps};
    struct fixture_messages caught;
    fixture_messages_begin(&caught);
    report_progress(&caught.report, NULL);
    report_progress(&caught.report, &progress);
    report_progress(&caught.report, NULL);
    ck_assert_str_eq(fixture_messages_end(&caught),
                     WIPE "layout search: 2 s; 5 of 24 layouts tried" WIPE);
}
END_TEST

/* A figure that takes long is seen to be worked on. */
START_TEST(the_seconds_of_an_item_are_shown)
{
    const struct progress begun = {PROGRESS_ITEMS, "output/a.svg", 3, 7, NULL};
    const struct progress waiting = {PROGRESS_SECONDS, "output/a.svg", 2, 0, NULL};
    struct fixture_messages caught;
    fixture_messages_begin(&caught);
    report_progress(&caught.report, &begun);
    caught.report.shown -= 2000;
    report_progress(&caught.report, &waiting);
    report_progress(&caught.report, &waiting); /* not again within a second */
    ck_assert_str_eq(fixture_messages_end(&caught),
                     WIPE "[3/7] output/a.svg" WIPE "[3/7] output/a.svg: 2 s");
}
END_TEST

/* Work that takes less than a second shows no progress. */
START_TEST(short_work_shows_no_progress)
{
    const struct progress reading = {PROGRESS_BYTES, "in.xml", 10, 20, NULL};
    const struct progress waiting = {PROGRESS_SECONDS, "layout search", 0, 0, NULL};
    struct fixture_messages caught;
    fixture_messages_begin(&caught);
    report_progress(&caught.report, &reading);
    report_progress(&caught.report, &waiting);
    report_progress(&caught.report, NULL);
    ck_assert_str_eq(fixture_messages_end(&caught), "");
}
END_TEST

START_TEST(a_setting_is_named_as_an_option)
{
    const struct message_place view = {"views.xml", 5, 3};
    struct fixture_messages caught;
    fixture_messages_begin(&caught);
    messages_setting_error(&caught.messages, "hops", MESSAGE_INVALID_VALUE, "one");
    messages_setting_warning(&caught.messages, "where", MESSAGE_UNPREFIXED_NAME, "two");
    caught.messages.default_place = &view;
    messages_setting_error(&caught.messages, "hops", MESSAGE_INVALID_VALUE, "three");
    ck_assert_str_eq(fixture_messages_end(&caught),
                     "entente: error: --hops: one\n"
                     "entente: warning: --where: two [unprefixed-name]\n"
                     "views.xml:5:3: error: hops: three\n");
}
END_TEST

START_TEST(a_limit_names_the_option_that_raises_it)
{
    const struct message_place place = {"in.xml", 3, 7};
    struct fixture_messages caught;
    fixture_messages_begin(&caught);
    messages_limit(&caught.messages, &place, "limit-names", "more than %d names", 100);
    ck_assert_str_eq(fixture_messages_end(&caught),
                     "in.xml:3:7: error: more than 100 names (--limit-names)\n");
}
END_TEST

START_TEST(advice_follows_the_text)
{
    struct fixture_messages caught;
    fixture_messages_begin(&caught);
    messages_warning(&caught.messages, NULL, MESSAGE_COLLISIONS, "2 parts overlap");
    ck_assert_str_eq(fixture_messages_end(&caught),
                     "entente: warning: 2 parts overlap; select fewer relations, or try "
                     "--effort=best [collisions]\n");
}
END_TEST

/* A callback as another program might have it. */
static void keep_message(void *context, const struct message *message)
{
    struct message *kept = context;
    *kept = *message;
    kept->text = NULL;
}

START_TEST(a_sink_gets_severity_code_place_and_setting)
{
    const struct message_place place = {"in.xml", 3, 7};
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

/* Programs search for these words: they are unique, with lower case letters and hyphens only. */
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

/* The number of lines in TEXT. */
static size_t lines_in(const char *text)
{
    size_t lines = 0;
    for (; *text != '\0'; text++)
        lines += *text == '\n';
    return lines;
}

START_TEST(after_a_hundred_errors_the_rest_are_counted)
{
    struct fixture_messages caught;
    fixture_messages_begin(&caught);
    for (int i = 1; i <= 142; i++)
        messages_error(&caught.messages, NULL, MESSAGE_IO, "error %d", i);
    for (int i = 1; i <= 101; i++)
        messages_warning(&caught.messages, NULL, MESSAGE_IO, "warning %d", i);
    messages_note_suppressed(&caught.messages, "in.xml");
    const char *printed = fixture_messages_end(&caught);
    ck_assert_uint_eq(lines_in(printed), 100 + 100 + 2);
    ck_assert_ptr_nonnull(strstr(printed, ": error 100\n"));
    ck_assert_ptr_null(strstr(printed, ": error 101\n"));
    ck_assert_ptr_nonnull(strstr(printed, "\nentente: in.xml: 42 more errors, 142 in total\n"));
    ck_assert_ptr_nonnull(strstr(printed, "\nentente: in.xml: 1 more warning, 101 in total\n"));
}
END_TEST

START_TEST(a_hundred_errors_leave_no_rest)
{
    struct fixture_messages caught;
    fixture_messages_begin(&caught);
    for (int i = 1; i <= 100; i++)
        messages_error(&caught.messages, NULL, MESSAGE_IO, "error %d", i);
    messages_note_suppressed(&caught.messages, "in.xml");
    ck_assert_uint_eq(lines_in(fixture_messages_end(&caught)), 100);
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
        many_warnings_do_not_hide_another,
        warnings_are_silenced_or_promoted,
        a_silent_sink_reports_no_last_error,
        the_middle_of_a_long_message_is_omitted,
        control_characters_are_shown,
        text_of_any_language_stays,
        invalid_bytes_are_shown,
        a_message_is_one_write,
        a_message_wipes_the_progress_line,
        the_end_of_the_work_wipes_the_progress_line,
        short_work_shows_no_progress,
        the_seconds_of_an_item_are_shown,
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
