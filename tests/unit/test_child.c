/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/process/child.h"
#include "base/process/relay.h"
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

static enum status spin(void *context, struct buffer *out)
{
    (void)context, (void)out;
    for (volatile unsigned i = 0;; i++)
        continue;
    return STATUS_OK;
}

/* Longer than a second, but hardly any of its processor time. */
static enum status answer_late(void *context, struct buffer *out)
{
    const struct timespec pause = {1, 200000000};
    (void)context;
    nanosleep(&pause, NULL);
    buffer_text(out, "late");
    return STATUS_OK;
}

static enum status leave(void *context, struct buffer *out)
{
    (void)context, (void)out;
    exit(4);
}

static enum status talk(void *context, struct buffer *out)
{
    (void)context;
    fputs("a library's words\n", stderr);
    fflush(stderr);
    buffer_text(out, "done");
    return STATUS_OK;
}

static bool poll_fails;

int __real_poll(struct pollfd *files, nfds_t count, int timeout);
int __wrap_poll(struct pollfd *files, nfds_t count, int timeout);

/* Replaces poll (see tests_unit_test_child_LDFLAGS). */
int __wrap_poll(struct pollfd *files, nfds_t count, int timeout)
{
    errno = EINVAL;
    return poll_fails ? -1 : __real_poll(files, count, timeout);
}

static enum status close_all_and_hang(void *context, struct buffer *out)
{
    for (int file = STDERR_FILENO + 1; file < 1024; file++)
        close(file);
    return hang(context, out);
}

static const struct child_limits no_limit = {.seconds = 0}, one_second = {.seconds = 1};

/* Runs WORK; sets OUT to its result and *PRINTED to its messages. */
static enum status run(child_work *work, const struct child_limits *limits, struct buffer *out,
                       const char **printed)
{
    struct fixture_messages caught;
    char word[] = "it";
    fixture_messages_begin(&caught);
    enum status status = child_run(work, word, "the work", limits, out, &caught.messages);
    *printed = fixture_messages_end(&caught);
    return status;
}

/* Redirects standard error to a file; *ERROR is a duplicate of the original. */
static FILE *catch_error(int *error)
{
    FILE *caught = tmpfile();
    fflush(stderr);
    *error = dup(STDERR_FILENO);
    dup2(fileno(caught), STDERR_FILENO);
    return caught;
}

/* Restores standard error; returns the number of bytes that were written to the file. */
static long caught_bytes(FILE *caught, int error)
{
    fflush(stderr);
    dup2(error, STDERR_FILENO);
    close(error);
    fseek(caught, 0, SEEK_END);
    long bytes = ftell(caught);
    fclose(caught);
    return bytes;
}

static void assert_trouble(child_work *work, const struct child_limits *limits,
                           const char *expected)
{
    struct buffer out = BUFFER_EMPTY;
    const char *printed;
    ck_assert_int_eq(run(work, limits, &out, &printed), STATUS_FAILURE);
    ck_assert_msg(strstr(printed, expected) != NULL, "%s", printed);
    ck_assert_uint_eq(strcspn(printed, "\n") + 1, strlen(printed)); /* one message */
    buffer_clear(&out);
}

START_TEST(a_result_comes_back)
{
    struct buffer out = BUFFER_EMPTY;
    const char *printed;
    ck_assert_int_eq(run(answer, &no_limit, &out, &printed), STATUS_OK);
    ck_assert_str_eq(buffer_string(&out), "got it");
    ck_assert_str_eq(printed, "");
    buffer_clear(&out);
}
END_TEST

START_TEST(a_long_result_comes_back_whole)
{
    struct buffer out = BUFFER_EMPTY;
    const char *printed;
    ck_assert_int_eq(run(answer_at_length, &no_limit, &out, &printed), STATUS_OK);
    ck_assert_uint_eq(out.length, 1000000);
    buffer_clear(&out);
}
END_TEST

START_TEST(a_failure_is_one_message)
{
    assert_trouble(give_up, &no_limit, "the work failed");
    assert_trouble(crash, &no_limit, "the work crashed");
    assert_trouble(leave, &no_limit, "the work failed (exit status 4)");
    assert_trouble(spin, &one_second, "the work took longer than 1 s and was stopped");
    assert_trouble(hang, &one_second, "the work took longer than 1 s without progress");
}
END_TEST

START_TEST(output_is_limited)
{
    const struct child_limits limits = {.output = 1000000}, less = {.output = 999999};
    struct buffer out = BUFFER_EMPTY;
    const char *printed;
    ck_assert_int_eq(run(answer_at_length, &limits, &out, &printed), STATUS_OK);
    ck_assert_uint_eq(out.length, 1000000);
    assert_trouble(answer_at_length, &less, "the work sent more than 999999 bytes");
    buffer_clear(&out);
}
END_TEST

/* Nobody waits for a child without a pipe, even if it has no time limit. */
START_TEST(a_child_that_outlives_its_pipe_is_stopped)
{
    assert_trouble(close_all_and_hang, &no_limit, "the work crashed (Killed)");
    assert_trouble(close_all_and_hang, &one_second, "the work crashed (Killed)");
}
END_TEST

START_TEST(children_end_even_if_poll_fails)
{
    struct buffer out = BUFFER_EMPTY;
    const char *printed;
    poll_fails = true;
    ck_assert_int_eq(run(answer, &no_limit, &out, &printed), STATUS_OK);
    ck_assert_str_eq(buffer_string(&out), "got it");
    assert_trouble(hang, &one_second, "the work took longer than 1 s without progress");
    poll_fails = false;
    buffer_clear(&out);
}
END_TEST

/* On a busy machine, work takes longer, but not more processor time. */
START_TEST(only_processor_time_is_limited)
{
    const struct child_limits limits = {.seconds = 1, .patience = 3600};
    struct buffer out = BUFFER_EMPTY;
    const char *printed;
    ck_assert_int_eq(run(answer_late, &limits, &out, &printed), STATUS_OK);
    ck_assert_str_eq(buffer_string(&out), "late");
    buffer_clear(&out);
}
END_TEST

START_TEST(output_of_libraries_is_discarded)
{
    struct buffer out = BUFFER_EMPTY;
    const char *printed;
    int error;
    FILE *caught = catch_error(&error);
    enum status status = run(talk, &no_limit, &out, &printed);
    ck_assert_int_eq(caught_bytes(caught, error), 0);
    ck_assert_int_eq(status, STATUS_OK);
    ck_assert_str_eq(buffer_string(&out), "done");
    ck_assert_str_eq(printed, "");
    buffer_clear(&out);
}
END_TEST

static enum status warn(void *context, struct buffer *out)
{
    const struct message_place place = {"in.xml", 3, 4};
    messages_warning(context, &place, MESSAGE_COLLISIONS, "this may be wrong");
    messages_note(context, MESSAGE_HINT, "this is how it is done");
    buffer_text(out, "done");
    return STATUS_OK;
}

static enum status complain(void *context, struct buffer *out)
{
    buffer_text(out, "half");
    messages_setting_error(context, "lang", MESSAGE_INVALID_LANGUAGE, "this is wrong");
    return STATUS_FAILURE;
}

static enum status run_out(void *context, struct buffer *out)
{
    (void)context;
    (void)out;
    return STATUS_MEMORY;
}

/* Fails unless the messages of WORK are relayed to its parent. */
static void assert_relayed(child_work *work, bool relays_messages, const char *given,
                           const char *expected)
{
    const struct child_limits limits = {.relays_messages = relays_messages};
    struct fixture_messages caught;
    struct buffer out = BUFFER_EMPTY;
    fixture_messages_begin(&caught);
    child_run(work, &caught.messages, "the work", &limits, &out, &caught.messages);
    ck_assert_str_eq(fixture_messages_end(&caught), expected);
    ck_assert_str_eq(buffer_string(&out), given);
    buffer_clear(&out);
}

START_TEST(messages_of_a_child_are_relayed)
{
    assert_relayed(warn, true, "done",
                   "in.xml:3:4: warning: this may be wrong; select fewer relations, or try "
                   "--effort=best [collisions]\n"
                   "entente: this is how it is done\n");
    assert_relayed(complain, true, "",
                   "entente: error: --lang: this is wrong\n"
                   "entente: error: the work failed (exit status 2)\n");
    assert_relayed(run_out, true, "",
                   "entente: error: the work ran out of memory; select fewer relations, or raise "
                   "the limit (--limit-memory)\n");
}
END_TEST

START_TEST(reports_are_counted)
{
    const struct child_limits limits = {.relays_messages = true};
    struct fixture_messages caught;
    struct buffer out = BUFFER_EMPTY;
    fixture_messages_begin(&caught);
    caught.messages.error_limit = 1;
    caught.messages.errors = 1;
    child_run(complain, &caught.messages, "the work", &limits, &out, &caught.messages);
    child_run(warn, &caught.messages, "the work", &limits, &out, &caught.messages);
    ck_assert_uint_eq(caught.messages.errors, 3); /* the child's own errors, and that it failed */
    ck_assert_uint_eq(caught.messages.warnings, 1);
    fixture_messages_end(&caught);
    buffer_clear(&out);
}
END_TEST

/* A message truncated at any byte is ignored, and harmless. */
START_TEST(a_truncated_message_is_not_reported)
{
    const struct message_place place = {"in.xml", 3, 4};
    const struct message message = {
        .code = MESSAGE_SCHEMA, .place = &place, .setting = "lang", .text = "wrong"};
    struct buffer packed = BUFFER_EMPTY;
    struct fixture_messages caught;
    relay_pack(&packed, &message);
    fixture_messages_begin(&caught);
    const size_t whole = packed.length;
    for (packed.length = 0; packed.length < whole; packed.length++)
        relay_report(&packed, &caught.messages);
    ck_assert_uint_eq(caught.messages.errors, 0);
    relay_report(&packed, &caught.messages);
    ck_assert_str_eq(fixture_messages_end(&caught), "in.xml:3:4: error: lang: wrong\n");
    buffer_clear(&packed);
}
END_TEST

static enum status filter(const char *const argv[], const char *input, unsigned seconds,
                          struct buffer *out, const char **printed)
{
    const struct child_limits limits = {.seconds = seconds};
    struct buffer in = BUFFER_EMPTY;
    struct fixture_messages caught;
    buffer_text(&in, input);
    fixture_messages_begin(&caught);
    enum status status = child_filter(argv, &in, &limits, out, &caught.messages);
    *printed = fixture_messages_end(&caught);
    buffer_clear(&in);
    return status;
}

START_TEST(a_program_filters_its_input)
{
    static const char *const argv[] = {"tr", "a-z", "A-Z", NULL};
    struct buffer out = BUFFER_EMPTY;
    const char *printed;
    ck_assert_int_eq(filter(argv, "iran", 0, &out, &printed), STATUS_OK);
    ck_assert_str_eq(buffer_string(&out), "IRAN");
    buffer_clear(&out);
}
END_TEST

START_TEST(output_of_a_program_is_discarded)
{
    static const char *const argv[] = {"sh", "-c", "echo words >&2; cat", NULL};
    struct buffer out = BUFFER_EMPTY;
    const char *printed;
    int error;
    FILE *caught = catch_error(&error);
    enum status status = filter(argv, "iran", 0, &out, &printed);
    ck_assert_int_eq(caught_bytes(caught, error), 0);
    ck_assert_int_eq(status, STATUS_OK);
    ck_assert_str_eq(buffer_string(&out), "iran");
    ck_assert_str_eq(printed, "");
    buffer_clear(&out);
}
END_TEST

START_TEST(a_missing_program_is_reported)
{
    static const char *const argv[] = {"entente-no-such-program", NULL};
    struct buffer out = BUFFER_EMPTY;
    const char *printed;
    ck_assert_int_eq(filter(argv, "", 0, &out, &printed), STATUS_FAILURE);
    ck_assert_str_eq(printed, "entente: error: entente-no-such-program could not be run; is it "
                              "installed?\n");
    buffer_clear(&out);
}
END_TEST

START_TEST(an_endless_program_is_stopped)
{
    static const char *const argv[] = {"sh", "-c", "while :; do echo; done", NULL};
    struct buffer out = BUFFER_EMPTY;
    const char *printed;
    ck_assert_int_eq(filter(argv, "", 1, &out, &printed), STATUS_FAILURE);
    ck_assert_str_eq(printed, "entente: error: sh took longer than 1 s and was stopped\n");
    ck_assert_str_eq(buffer_string(&out), "");
    buffer_clear(&out);
}
END_TEST

static void take_seconds(void *context, const struct progress *progress)
{
    *(size_t *)context = progress->done;
}

/* So that the seconds of a search don't begin anew with each of its children. */
START_TEST(progress_is_counted_from_the_begin_of_the_whole_work)
{
    struct child child;
    struct messages messages;
    size_t seconds = 0;
    const struct child_limits limits = {.seconds = 60, .begun = child_clock() - 7000};
    messages_init(&messages, NULL, &seconds);
    ck_assert_int_eq(child_start(&child, hang, NULL, "the work", &limits, &messages), STATUS_OK);
    messages.progress = take_seconds;
    child_report_progress(&child, &messages);
    child_finish(&child, &messages);
    buffer_clear(&child.out);
    ck_assert_uint_ge(seconds, 7);
    ck_assert_uint_lt(seconds, 3600);
}
END_TEST

static void assert_filter(const char *script, unsigned seconds, const char *output,
                          const char *expected)
{
    const char *const argv[] = {"sh", "-c", script, NULL};
    struct buffer out = BUFFER_EMPTY;
    const char *printed;
    filter(argv, "", seconds, &out, &printed);
    ck_assert_str_eq(printed, expected);
    ck_assert_str_eq(buffer_string(&out), output);
    buffer_clear(&out);
}

/* Many programs close their output before they exit, to see whether it could be written. */
START_TEST(a_program_may_close_its_output_first)
{
    assert_filter("echo iran; exec >&-; sleep 0.1", 0, "iran\n", "");
    assert_filter("echo iran; exec >&-; sleep 0.1; exit 3", 3600, "",
                  "entente: error: sh failed (exit status 3)\n");
}
END_TEST

START_TEST(a_program_that_outlives_its_output_is_stopped)
{
    assert_filter("exec >&-; exec sleep 100000", 1, "",
                  "entente: error: sh took longer than 1 s without progress and was stopped\n");
    assert_filter("exec >&-; while :; do :; done", 1, "",
                  "entente: error: sh took longer than 1 s and was stopped\n");
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        a_result_comes_back,
        a_long_result_comes_back_whole,
        a_failure_is_one_message,
        output_is_limited,
        a_child_that_outlives_its_pipe_is_stopped,
        children_end_even_if_poll_fails,
        only_processor_time_is_limited,
        output_of_libraries_is_discarded,
        messages_of_a_child_are_relayed,
        reports_are_counted,
        a_truncated_message_is_not_reported,
        a_program_filters_its_input,
        output_of_a_program_is_discarded,
        a_missing_program_is_reported,
        an_endless_program_is_stopped,
        progress_is_counted_from_the_begin_of_the_whole_work,
        a_program_may_close_its_output_first,
        a_program_that_outlives_its_output_is_stopped,
    };
    return fixture_run("child", tests, sizeof tests / sizeof *tests);
}
