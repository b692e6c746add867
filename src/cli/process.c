/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/process.h"

#include <fcntl.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

void process_open_streams(void)
{
    int file;
    do
        file = open("/dev/null", O_RDONLY);
    while (file >= 0 && file <= STDERR_FILENO);
    if (file >= 0)
        close(file);
}

void process_clear_environment(void)
{
    unsetenv("POSIXLY_CORRECT");
}

void process_set_signals(void)
{
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    signal(SIGCHLD, SIG_DFL);
    signal(SIGXFSZ, SIG_IGN);
}

/* Lowers the soft limit to WANTED, and the hard limit, which kills, to WANTED + GRACE. */
static void lower(struct rlimit *limit, rlim_t wanted, rlim_t grace)
{
    if (limit->rlim_max > wanted + grace)
        limit->rlim_max = wanted + grace;
    if (limit->rlim_cur > wanted)
        limit->rlim_cur = wanted;
}

static void give_up(int signal_number)
{
    static const char text[] = "entente: error: processor time limit exceeded (--limit-cpu)\n";
    (void)signal_number;
    if (write(STDERR_FILENO, text, sizeof text - 1) < 0)
        _exit(2);
    _exit(2);
}

void process_limit_time(unsigned seconds)
{
    enum { GRACE = 2 };
    const struct sigaction action = {.sa_handler = give_up};
    struct rlimit limit;
    sigaction(SIGXCPU, &action, NULL);
    if (getrlimit(RLIMIT_CPU, &limit) != 0)
        return;
    lower(&limit, seconds, GRACE);
    setrlimit(RLIMIT_CPU, &limit);
}

enum status process_raise_stack(struct messages *messages)
{
    const rlim_t wanted = 8192 * 1024, least = 1024 * 1024;
    struct rlimit limit;
    if (getrlimit(RLIMIT_STACK, &limit) != 0 || limit.rlim_cur >= wanted)
        return STATUS_OK;
    limit.rlim_cur = limit.rlim_max < wanted ? limit.rlim_max : wanted;
    if (limit.rlim_cur < least || setrlimit(RLIMIT_STACK, &limit) != 0) {
        messages_error(
            messages, NULL, MESSAGE_OUT_OF_MEMORY,
            "the stack is limited to %llu KB, which is too small; raise the limit with "
            "'ulimit -s 8192'",
            (unsigned long long)limit.rlim_cur / 1024);
        return STATUS_FAILURE;
    }
    return STATUS_OK;
}

#if defined __SANITIZE_ADDRESS__
enum { SANITIZED = true };
#elif defined __has_feature
enum { SANITIZED = __has_feature(address_sanitizer) };
#else
enum { SANITIZED = false };
#endif

void process_limit_memory(uint64_t bytes)
{
    struct rlimit limit;
    if (SANITIZED || getrlimit(RLIMIT_AS, &limit) != 0)
        return;
    lower(&limit, bytes, 0);
    setrlimit(RLIMIT_AS, &limit);
}

void process_block_signals(sigset_t *before)
{
    static const int ending[] = {SIGINT,  SIGTERM, SIGHUP,  SIGQUIT, SIGPIPE,
                                 SIGALRM, SIGUSR1, SIGUSR2, SIGXCPU};
    sigset_t held;
    sigemptyset(&held);
    for (size_t i = 0; i < sizeof ending / sizeof *ending; i++)
        sigaddset(&held, ending[i]);
    sigprocmask(SIG_BLOCK, &held, before);
}

static const int endings[] = {SIGINT, SIGTERM, SIGHUP};
enum { ENDINGS = sizeof endings / sizeof *endings };

/* One that is ignored would no longer be, once it is blocked. */
static bool is_ignored(int signal_number)
{
    struct sigaction action;
    return sigaction(signal_number, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}

void process_hold_endings(sigset_t *before)
{
    sigset_t held;
    sigemptyset(&held);
    for (size_t i = 0; i < ENDINGS; i++)
        if (!is_ignored(endings[i]))
            sigaddset(&held, endings[i]);
    sigprocmask(SIG_BLOCK, &held, before);
}

int process_ending_signal(void)
{
    sigset_t pending, one;
    int taken;
    if (sigpending(&pending) != 0)
        return 0;
    for (size_t i = 0; i < ENDINGS; i++) {
        sigemptyset(&one);
        sigaddset(&one, endings[i]);
        if (sigismember(&pending, endings[i]) == 1 && sigwait(&one, &taken) == 0)
            return taken;
    }
    return 0;
}

#if COVERAGE
void __gcov_dump(void);
#endif

void process_end_by(int signal_number)
{
    sigset_t one;
#if COVERAGE
    __gcov_dump();
#endif
    sigemptyset(&one);
    sigaddset(&one, signal_number);
    signal(signal_number, SIG_DFL);
    raise(signal_number);
    sigprocmask(SIG_UNBLOCK, &one, NULL);
    _exit(128 + signal_number);
}

void process_block_broken_pipes(sigset_t *before)
{
    sigset_t held;
    sigemptyset(&held);
    sigaddset(&held, SIGPIPE);
    sigprocmask(SIG_BLOCK, &held, before);
}

void process_unblock_signals(const sigset_t *before)
{
    sigprocmask(SIG_SETMASK, before, NULL);
}
