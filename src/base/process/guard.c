/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/process/guard.h"

#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>
#if HAVE_SYS_PRCTL_H
#include <sys/prctl.h>
#endif

#include "base/process/landlock.h"
#include "base/process/seccomp.h"

/* What counts coverage is written to files at the end. */
#if COVERAGE
enum { MAY_WRITE = true };
#else
enum { MAY_WRITE = false };
#endif

/* Lowers a limit, never raises it; GRACE is between what is asked and what ends the process. */
static void lower(int resource, rlim_t wanted, rlim_t grace)
{
    struct rlimit limit;
    if (getrlimit((__rlimit_resource_t)resource, &limit) != 0)
        return;
    if (limit.rlim_max > wanted + grace)
        limit.rlim_max = wanted + grace;
    if (limit.rlim_cur > wanted)
        limit.rlim_cur = wanted;
    setrlimit((__rlimit_resource_t)resource, &limit);
}

static void give_up(int signal_number)
{
    static const char words[] = "entente: error: this took more of the processor's time than "
                                "--limit-cpu allows\n";
    (void)signal_number;
    if (write(STDERR_FILENO, words, sizeof words - 1) < 0)
        _exit(2);
    _exit(2);
}

void guard_processor(unsigned seconds)
{
    struct sigaction action = {.sa_handler = give_up};
    sigaction(SIGXCPU, &action, NULL);
    lower(RLIMIT_CPU, seconds, 2);
}

#if defined __SANITIZE_ADDRESS__
#define SANITIZED true
#elif defined __has_feature
#define SANITIZED __has_feature(address_sanitizer)
#else
#define SANITIZED false
#endif

void guard_memory(uint64_t bytes)
{
    if (!SANITIZED)
        lower(RLIMIT_AS, bytes, 0);
}

void guard_writes(void)
{
    signal(SIGXFSZ, SIG_IGN);
}

#if HAVE_SYS_PRCTL_H
void guard_orphan(unsigned seconds)
{
    (void)seconds;
    prctl(PR_SET_PDEATHSIG, SIGKILL);
}

bool guard_privileges(void)
{
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
}
#else
void guard_orphan(unsigned seconds)
{
    if (seconds > 0)
        alarm(seconds + 1);
}

bool guard_privileges(void)
{
    return false;
}
#endif

struct guards guard_confine(void)
{
    struct guards guards = {.privileges = guard_privileges()};
    if (!MAY_WRITE)
        lower(RLIMIT_FSIZE, 0, 0);
    guards.landlock = landlock_forbid_files();
    guards.calls = seccomp_forbid_calls();
    return guards;
}
