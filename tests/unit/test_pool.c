/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/process/pool.h"
#include "fixture.h"

static const struct child_limits no_limit = {.seconds = 0};
static const struct child_limits one_second = {.seconds = 1};

static enum status echo(void *job, struct buffer *out)
{
    buffer_format(out, "did %s", (const char *)job);
    return STATUS_OK;
}

static enum status write_much(void *job, struct buffer *out)
{
    for (int i = 0; i < 300000; i++)
        buffer_text(out, job);
    return STATUS_OK;
}

static enum status crash(void *job, struct buffer *out)
{
    (void)job, (void)out;
    signal(SIGSEGV, SIG_DFL); /* a sanitizer's handler would end it otherwise */
    raise(SIGSEGV);
    return STATUS_OK;
}

static enum status give_up(void *job, struct buffer *out)
{
    (void)job, (void)out;
    return STATUS_INVALID;
}

static enum status hang(void *job, struct buffer *out)
{
    (void)job, (void)out;
    for (;;)
        pause();
    return STATUS_OK;
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* Each child writes to the pipe that it is running, and waits until all others have done so. */
struct meeting {
    int arrivals[2], departures[2];
};

static enum status meet(void *job, struct buffer *out)
{
    struct meeting *meeting = job;
    char byte = 'x';
    buffer_text(out, "met");
    bool met =
        write(meeting->arrivals[1], &byte, 1) == 1 && read(meeting->departures[0], &byte, 1) == 1;
    return met ? STATUS_OK : STATUS_FAILURE;
}

START_TEST(as_many_children_run_as_the_pool_holds)
{
    enum { MANY = 4 };
    struct meeting meeting;
    struct fixture_messages caught;
    struct pool pool;
    char byte;
    fixture_messages_begin(&caught);
    ck_assert_int_eq(pipe(meeting.arrivals) + pipe(meeting.departures), 0);
    ck_assert_int_eq(pool_init(&pool, MANY), STATUS_OK);
    for (int i = 0; i < MANY; i++)
        ck_assert_int_eq(
            pool_start(&pool, meet, &meeting, "a meeting", &no_limit, &caught.messages),
            STATUS_OK);
    ck_assert_uint_eq(pool.busy, MANY);
    for (int i = 0; i < MANY; i++) /* none may end before all have started */
        ck_assert_int_eq(read(meeting.arrivals[0], &byte, 1), 1);
    ck_assert_int_eq(write(meeting.departures[1], "xxxx", MANY), MANY);
    for (int i = 0; i < MANY; i++) {
        struct buffer out = BUFFER_EMPTY;
        enum status status;
        ck_assert_ptr_eq(pool_wait(&pool, &status, &out, &caught.messages), &meeting);
        ck_assert_int_eq(status, STATUS_OK);
        ck_assert_str_eq(buffer_string(&out), "met");
        buffer_clear(&out);
    }
    ck_assert_str_eq(fixture_messages_end(&caught), "");
    pool_clear(&pool);
}
END_TEST

START_TEST(a_result_comes_back_with_its_job)
{
    static char names[40][8];
    struct fixture_messages caught;
    struct pool pool;
    size_t started = 0, done = 0;
    bool seen[40] = {false};
    fixture_messages_begin(&caught);
    ck_assert_int_eq(pool_init(&pool, 3), STATUS_OK);
    while (done < 40) {
        if (started < 40 && pool.busy < pool.size) {
            snprintf(names[started], sizeof *names, "%zu", started);
            ck_assert_int_eq(
                pool_start(&pool, echo, names[started], "a job", &no_limit, &caught.messages),
                STATUS_OK);
            started++;
            continue;
        }
        struct buffer out = BUFFER_EMPTY;
        char expected[16];
        enum status status;
        char *name = pool_wait(&pool, &status, &out, &caught.messages);
        ck_assert_ptr_nonnull(name);
        snprintf(expected, sizeof expected, "did %s", name);
        ck_assert_str_eq(buffer_string(&out), expected);
        ck_assert(!seen[(size_t)(name - names[0]) / sizeof *names]);
        seen[(size_t)(name - names[0]) / sizeof *names] = true;
        buffer_clear(&out);
        done++;
    }
    ck_assert_uint_eq(pool.busy, 0);
    ck_assert_str_eq(fixture_messages_end(&caught), "");
    pool_clear(&pool);
}
END_TEST

/* Results larger than a pipe's buffer, from several children at once. */
START_TEST(long_results_come_back_whole)
{
    char x[] = "x", y[] = "y", z[] = "z", *jobs[] = {x, y, z};
    struct fixture_messages caught;
    struct pool pool;
    fixture_messages_begin(&caught);
    ck_assert_int_eq(pool_init(&pool, 3), STATUS_OK);
    for (size_t i = 0; i < 3; i++)
        pool_start(&pool, write_much, jobs[i], "a job", &no_limit, &caught.messages);
    for (size_t i = 0; i < 3; i++) {
        struct buffer out = BUFFER_EMPTY;
        enum status status;
        const char *job = pool_wait(&pool, &status, &out, &caught.messages);
        ck_assert_int_eq(status, STATUS_OK);
        ck_assert_uint_eq(out.length, 300000);
        ck_assert_uint_eq(strspn(buffer_string(&out), job), 300000);
        buffer_clear(&out);
    }
    fixture_messages_end(&caught);
    pool_clear(&pool);
}
END_TEST

START_TEST(a_failing_child_does_not_affect_the_others)
{
    char good[] = "good", bad[] = "bad", worse[] = "worse";
    struct fixture_messages caught;
    struct pool pool;
    fixture_messages_begin(&caught);
    ck_assert_int_eq(pool_init(&pool, 3), STATUS_OK);
    pool_start(&pool, crash, bad, "the bad one", &no_limit, &caught.messages);
    pool_start(&pool, give_up, worse, "the worse one", &no_limit, &caught.messages);
    pool_start(&pool, echo, good, "the good one", &no_limit, &caught.messages);
    for (int i = 0; i < 3; i++) {
        struct buffer out = BUFFER_EMPTY;
        enum status status;
        void *job = pool_wait(&pool, &status, &out, &caught.messages);
        ck_assert_int_eq(status, job == good ? STATUS_OK : STATUS_FAILURE);
        ck_assert_str_eq(buffer_string(&out), job == good ? "did good" : "");
        buffer_clear(&out);
    }
    const char *printed = fixture_messages_end(&caught);
    ck_assert_ptr_nonnull(strstr(printed, "the bad one crashed (Segmentation fault)\n"));
    ck_assert_ptr_nonnull(strstr(printed, "the worse one failed (exit status 1)\n"));
    ck_assert_ptr_null(strstr(printed, "the good one"));
    pool_clear(&pool);
}
END_TEST

START_TEST(a_late_child_is_stopped_alone)
{
    char late[] = "late", slow[] = "slow", quick[] = "quick";
    struct fixture_messages caught;
    struct pool pool;
    struct buffer out = BUFFER_EMPTY;
    enum status status;
    fixture_messages_begin(&caught);
    ck_assert_int_eq(pool_init(&pool, 3), STATUS_OK);
    pool_start(&pool, hang, slow, "the slow one", &no_limit, &caught.messages);
    pool_start(&pool, echo, quick, "the quick one", &no_limit, &caught.messages);
    ck_assert_ptr_eq(pool_wait(&pool, &status, &out, &caught.messages), quick);
    double start = now();
    pool_start(&pool, hang, late, "the late one", &one_second, &caught.messages);
    ck_assert_ptr_eq(pool_wait(&pool, &status, &out, &caught.messages), late);
    ck_assert_int_eq(status, STATUS_FAILURE);
    ck_assert_double_ge(now() - start, 0.9);
    ck_assert_str_eq(fixture_messages_end(&caught),
                     "entente: error: the late one took longer than 1 s without progress "
                     "and was stopped\n");
    ck_assert_uint_eq(pool.busy, 1);
    buffer_clear(&out);
    pool_clear(&pool);
}
END_TEST

START_TEST(an_empty_pool_has_no_child_to_wait_for)
{
    struct fixture_messages caught;
    struct pool pool;
    struct buffer out = BUFFER_EMPTY;
    enum status status;
    fixture_messages_begin(&caught);
    ck_assert_int_eq(pool_init(&pool, 1), STATUS_OK);
    ck_assert_ptr_null(pool_wait(&pool, &status, &out, &caught.messages));
    fixture_messages_end(&caught);
    pool_clear(&pool);
    pool_clear(&pool); /* again: no effect */
}
END_TEST

START_TEST(clearing_ends_running_children)
{
    char job[] = "job";
    struct fixture_messages caught;
    struct pool pool;
    int pids[2];
    fixture_messages_begin(&caught);
    ck_assert_int_eq(pool_init(&pool, 2), STATUS_OK);
    for (int i = 0; i < 2; i++) {
        pool_start(&pool, hang, job, "a job", &no_limit, &caught.messages);
        pids[i] = pool.children[i].pid;
        ck_assert_int_eq(kill(pids[i], 0), 0);
    }
    pool_clear(&pool);
    for (int i = 0; i < 2; i++) {
        ck_assert_int_eq(kill(pids[i], 0), -1);
        ck_assert_int_eq(errno, ESRCH);
    }
    ck_assert_str_eq(fixture_messages_end(&caught), ""); /* no message */
}
END_TEST

START_TEST(there_is_a_processor)
{
    ck_assert_uint_ge(pool_processors(), 1);
    ck_assert_uint_le(pool_processors(), (unsigned)sysconf(_SC_NPROCESSORS_CONF));
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        as_many_children_run_as_the_pool_holds, a_result_comes_back_with_its_job,
        long_results_come_back_whole,           a_failing_child_does_not_affect_the_others,
        a_late_child_is_stopped_alone,          an_empty_pool_has_no_child_to_wait_for,
        clearing_ends_running_children,         there_is_a_processor,
    };
    return fixture_run("pool", tests, sizeof tests / sizeof *tests);
}
