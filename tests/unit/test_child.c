/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/process/child.h"
#include "fixture.h"

static enum status answer(void *context, struct buffer *out)
{
    buffer_format(out, "got %s", (const char *)context);
    return STATUS_OK;
}

static enum status answer_at_length(void *context, struct buffer *out)
{
    (void)context;
    for (int i = 0; i < 1000000; i++)
        buffer_char(out, 'x');
    return STATUS_OK;
}

static enum status give_up(void *context, struct buffer *out)
{
    (void)context;
    buffer_text(out, "half");
    return STATUS_FAILURE;
}

static enum status crash(void *context, struct buffer *out)
{
    (void)context, (void)out;
    signal(SIGSEGV, SIG_DFL); /* a sanitizer's handler would end it otherwise */
    raise(SIGSEGV);
    return STATUS_OK;
}

static enum status hang(void *context, struct buffer *out)
{
    (void)context, (void)out;
    for (;;)
        pause();
    return STATUS_OK;
}

static enum status leave(void *context, struct buffer *out)
{
    (void)context, (void)out;
    exit(3);
}

/* Runs WORK; gives what it wrote and what was told. */
static enum status run(child_work *work, struct buffer *out, const char **told)
{
    const struct child_limits limits = {.seconds = 1, .silent = true};
    struct fixture_words words;
    char word[] = "it";
    fixture_words_begin(&words);
    enum status status = child_run(work, word, "the work", &limits, out, &words.messages);
    *told = fixture_words_end(&words);
    return status;
}

static void assert_trouble(child_work *work, const char *expected)
{
    struct buffer out = BUFFER_EMPTY;
    const char *told;
    ck_assert_int_eq(run(work, &out, &told), STATUS_FAILURE);
    ck_assert_msg(strstr(told, expected) != NULL, "%s", told);
    ck_assert_uint_eq(strcspn(told, "\n") + 1, strlen(told)); /* one message */
    buffer_clear(&out);
}

START_TEST(a_result_comes_back)
{
    struct buffer out = BUFFER_EMPTY;
    const char *told;
    ck_assert_int_eq(run(answer, &out, &told), STATUS_OK);
    ck_assert_str_eq(buffer_string(&out), "got it");
    ck_assert_str_eq(told, "");
    buffer_clear(&out);
}
END_TEST

START_TEST(a_long_result_comes_back_whole)
{
    struct buffer out = BUFFER_EMPTY;
    const char *told;
    ck_assert_int_eq(run(answer_at_length, &out, &told), STATUS_OK);
    ck_assert_uint_eq(out.length, 1000000);
    buffer_clear(&out);
}
END_TEST

START_TEST(what_goes_wrong_is_one_message)
{
    assert_trouble(give_up, "the work failed");
    assert_trouble(crash, "the work crashed");
    assert_trouble(leave, "the work failed (exit status 3)");
    assert_trouble(hang, "the work took longer than 1 s");
}
END_TEST

static enum status filter(const char *const argv[], const char *input, unsigned seconds,
                          struct buffer *out, const char **told)
{
    const struct child_limits limits = {.seconds = seconds, .silent = true};
    struct buffer in = BUFFER_EMPTY;
    struct fixture_words words;
    buffer_text(&in, input);
    fixture_words_begin(&words);
    enum status status = child_filter(argv, &in, &limits, out, &words.messages);
    *told = fixture_words_end(&words);
    buffer_clear(&in);
    return status;
}

START_TEST(a_program_filters_its_input)
{
    static const char *const argv[] = {"tr", "a-z", "A-Z", NULL};
    struct buffer out = BUFFER_EMPTY;
    const char *told;
    ck_assert_int_eq(filter(argv, "iran", 5, &out, &told), STATUS_OK);
    ck_assert_str_eq(buffer_string(&out), "IRAN");
    buffer_clear(&out);
}
END_TEST

START_TEST(a_program_that_is_missing_is_told)
{
    static const char *const argv[] = {"entente-no-such-program", NULL};
    struct buffer out = BUFFER_EMPTY;
    const char *told;
    ck_assert_int_eq(filter(argv, "", 5, &out, &told), STATUS_FAILURE);
    ck_assert_str_eq(told, "entente: error: entente-no-such-program could not be run; is it "
                           "installed?\n");
    buffer_clear(&out);
}
END_TEST

START_TEST(a_program_that_never_stops_writing_is_late)
{
    static const char *const argv[] = {"sh", "-c", "while :; do echo; done", NULL};
    struct buffer out = BUFFER_EMPTY;
    const char *told;
    ck_assert_int_eq(filter(argv, "", 1, &out, &told), STATUS_FAILURE);
    ck_assert_str_eq(told, "entente: error: sh took longer than 1 s and was stopped\n");
    ck_assert_str_eq(buffer_string(&out), "");
    buffer_clear(&out);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        a_result_comes_back,
        a_long_result_comes_back_whole,
        what_goes_wrong_is_one_message,
        a_program_filters_its_input,
        a_program_that_is_missing_is_told,
        a_program_that_never_stops_writing_is_late,
    };
    return fixture_run("child", tests, sizeof tests / sizeof *tests);
}
