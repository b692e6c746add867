/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/process/child.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/memory/prefault.h"
#include "base/process/confinement.h"
#include "base/process/descriptors.h"
#include "base/process/relay.h"

/* The exit statuses that mean something to the parent, besides status_exit's. */
enum { EXIT_OUT_OF_MEMORY = 3, EXIT_CANNOT_RUN = 127 };
enum { READ_SIZE = 65536 };

#if COVERAGE
void __gcov_dump(void);
#endif
#if UNCONFINED /* valgrind writes what it finds to a file */
enum { MAY_CONFINE = false };
#else
enum { MAY_CONFINE = true };
#endif

extern char **environ;

/* Ends the child. */
_Noreturn static void exit_child(int status)
{
#if COVERAGE
    __gcov_dump();
#endif
    _exit(status);
}

static enum status fail(const char *what, const char *why, struct messages *messages)
{
    messages_error(messages, NULL, MESSAGE_CHILD_FAILED, "%s: %s", what, why);
    return STATUS_FAILURE;
}

/* The heap that a small layout needs, in bytes. */
enum { SMALL_LAYOUT = 1 << 20 };

/* Confines the child, whose pipe gets another descriptor. */
static void confine(int *pipe, struct confinement *how)
{
    const struct confinement confinement = confinement_enter(pipe);
    if (how != NULL)
        *how = confinement;
}

/* Prepares the child process: it must not outlive PARENT, nor dump a core file, which would hold
   other people's data. Libraries and programs write to standard error, and so does the C library
   when it aborts. */
static void set_up_child(pid_t parent, const struct child_limits *limits, int *pipe)
{
    const struct rlimit no_core = {0, 0};
    confinement_follow_parent();
    if (getppid() != parent)
        _exit(EXIT_CANNOT_RUN);
    setrlimit(RLIMIT_CORE, &no_core);
    signal(SIGPIPE, SIG_DFL);
    confinement_drop_privileges();
    descriptors_discard(STDERR_FILENO);
    prefault_heap(SMALL_LAYOUT);
    if (limits->confined && MAY_CONFINE)
        confine(pipe, limits->confinement);
}

long long child_clock(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Both ends are closed when a program is executed, and reading does not block. The process has
   one thread, so that none can fork between pipe and fcntl. */
static bool open_pipe(int ends[2])
{
    if (pipe(ends) != 0)
        return false;
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    fcntl(ends[1], F_SETFD, FD_CLOEXEC);
    fcntl(ends[0], F_SETFL, O_NONBLOCK);
    return true;
}

/* Forks a child that is connected by a pipe. In the child process, CHILD has pid 0 and the write
   end of the pipe; in the parent, the read end. */
static enum status fork_child(struct child *child, const char *what,
                              const struct child_limits *limits, struct messages *messages)
{
    int ends[2];
    *child = (struct child){
        .what = what,
        .reported_seconds =
            limits->reported_seconds > 0 ? limits->reported_seconds : limits->seconds,
        .limit = limits->seconds * 1000LL,
        .patience = (limits->patience > 0 ? limits->patience : limits->seconds) * 1000LL,
        .started = child_clock(),
        .begun = limits->begun > 0 ? limits->begun : child_clock(),
        .steps = limits->steps,
        .timeout_code = limits->timeout_code,
        .most_output = limits->output,
        .relays_messages = limits->relays_messages,
        .out = BUFFER_EMPTY};
    if (!open_pipe(ends))
        return fail(what, strerror(errno), messages);
    pid_t parent = getpid();
    child->pid = fork();
    if (child->pid < 0) {
        enum status status = fail(what, strerror(errno), messages);
        close(ends[0]);
        close(ends[1]);
        return status;
    }
    close(ends[child->pid == 0 ? 0 : 1]);
    child->pipe = ends[child->pid == 0 ? 1 : 0];
    if (child->pid == 0)
        set_up_child(parent, limits, &child->pipe);
    child->checked = child->started;
    return STATUS_OK;
}

static void write_or_exit(int pipe, const void *bytes, size_t length)
{
    size_t done = 0;
    while (done < length) {
        ssize_t written = write(pipe, (const char *)bytes + done, length - done);
        if (written < 0 && errno != EINTR)
            _exit(1);
        if (written > 0)
            done += (size_t)written;
    }
}

/* Runs WORK, then sends the messages that it reported, preceded by their length in bytes. */
static enum status work_and_relay(const struct child *child, child_work *work, void *context,
                                  struct buffer *result, struct messages *messages)
{
    struct buffer packed = BUFFER_EMPTY;
    /* The parent counts and filters them. */
    *messages = (struct messages){.sink = relay_pack,
                                  .context = &packed,
                                  .error_limit = messages->error_limit,
                                  .default_place = messages->default_place,
                                  .default_subject = messages->default_subject};
    enum status status = work(context, result);
    if (packed.failed)
        return STATUS_MEMORY;
    write_or_exit(child->pipe, &packed.length, sizeof packed.length);
    write_or_exit(child->pipe, packed.bytes, packed.length);
    buffer_clear(&packed);
    return status;
}

enum status child_start(struct child *child, child_work *work, void *context, const char *what,
                        const struct child_limits *limits, struct messages *messages)
{
    assert(what != NULL);
    TRY(fork_child(child, what, limits, messages));
    if (child->pid != 0)
        return STATUS_OK;
    struct buffer result = BUFFER_EMPTY;
    enum status status = limits->relays_messages
                             ? work_and_relay(child, work, context, &result, messages)
                             : work(context, &result);
    if (status == STATUS_OK)
        status = buffer_status(&result);
    if (status == STATUS_OK)
        write_or_exit(child->pipe, result.bytes, result.length);
    exit_child(status == STATUS_MEMORY ? EXIT_OUT_OF_MEMORY : status_exit(status));
}

/* The processor time of CHILD in milliseconds; the time since its start, where the system doesn't
   tell. */
static long long used_time(const struct child *child)
{
    clockid_t clock;
    struct timespec used;
    if (clock_getcpuclockid(child->pid, &clock) != 0 || clock_gettime(clock, &used) != 0)
        return child_clock() - child->started;
    return (long long)used.tv_sec * 1000 + used.tv_nsec / 1000000;
}

/* A child with one thread can't use more processor time than passes. */
int child_time_left(const struct child *child)
{
    long long left = -1;
    if (child->limit > 0)
        left = child->limit - used_time(child);
    if (child->patience > 0) {
        long long rest = child->checked + child->patience - child_clock();
        left = child->limit == 0 || rest < left ? rest : left;
    }
    if (child->limit == 0 && child->patience == 0)
        return -1;
    return left < 0 ? 0 : left > 1000000 ? 1000000 : (int)left;
}

/* Ends the wait for a child that has exceeded a limit. */
static void check_limits(struct child *child)
{
    long long now = child_clock(), used = used_time(child);
    if (child->limit > 0 && used >= child->limit) {
        child->state = CHILD_TIMED_OUT;
    } else if (child->patience > 0 && now >= child->checked + child->patience) {
        if (used - child->checked_use < child->patience / 1000)
            child->state = CHILD_STALLED;
        child->checked = now;
        child->checked_use = used;
    }
}

void child_read(struct child *child)
{
    char *room = buffer_reserve(&child->out, READ_SIZE);
    ssize_t got = room != NULL ? read(child->pipe, room, READ_SIZE) : -1;
    if (room != NULL && got < 0 && (errno == EINTR || errno == EAGAIN)) {
        check_limits(child);
        return;
    }
    if (got <= 0) {
        child->state = got == 0 ? CHILD_ENDED : CHILD_BROKEN;
        return;
    }
    child->out.length += (size_t)got;
    room[got] = '\0';
    if (child->most_output > 0 && child->out.length > child->most_output)
        child->state = CHILD_FLOODING;
}

void child_poll(struct pollfd files[], size_t count, int timeout)
{
    const struct timespec moment = {0, 10000000};
    if (poll(files, count, timeout) < 0 && errno != EINTR)
        nanosleep(&moment, NULL);
}

int child_poll_timeout(int left, const struct messages *messages)
{
    enum { INTERVAL = 250 };
    return messages->progress != NULL && (left < 0 || left > INTERVAL) ? INTERVAL : left;
}

void child_report_progress(const struct child *child, const struct messages *messages)
{
    const struct progress progress = {.unit = PROGRESS_SECONDS,
                                      .what = child->what,
                                      .done = (size_t)(child_clock() - child->begun) / 1000,
                                      .steps = child->steps};
    messages_progress(messages, &progress);
}

/* Whether CHILD has used so much memory that it probably failed for want of more. */
static bool is_short_of_memory(const struct child *child)
{
    struct rlimit limit;
    return getrlimit(RLIMIT_AS, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY &&
           child->most_memory >= limit.rlim_cur / 2;
}

static enum status report_memory(const struct child *child, struct messages *messages)
{
    messages_limit(messages, NULL, "limit-memory",
                   "%s ran out of memory; select fewer relations, or raise the limit",
                   child->what);
    return STATUS_FAILURE;
}

/* Reports how a child ended by itself, unless it succeeded. WAIT_STATUS is as of waitpid(2). */
static enum status report_exit(int wait_status, const struct child *child,
                               struct messages *messages)
{
    const char *what = child->what;
    if (WIFEXITED(wait_status) && WEXITSTATUS(wait_status) == 0)
        return STATUS_OK;
    if (is_short_of_memory(child) || (!child->program && WIFEXITED(wait_status) &&
                                      WEXITSTATUS(wait_status) == EXIT_OUT_OF_MEMORY))
        return report_memory(child, messages);
    if (WIFSIGNALED(wait_status))
        messages_error(messages, NULL, MESSAGE_CHILD_FAILED, "%s %s (%s)", what,
                       WTERMSIG(wait_status) == SIGSYS ? "tried what it must not do" : "crashed",
                       strsignal(WTERMSIG(wait_status)));
    else if (child->program && WEXITSTATUS(wait_status) == EXIT_CANNOT_RUN)
        messages_error(messages, NULL, MESSAGE_PROGRAM_MISSING,
                       "%s could not be run; is it installed?", what);
    else
        messages_error(messages, NULL, MESSAGE_CHILD_FAILED, "%s failed (exit status %d)", what,
                       WEXITSTATUS(wait_status));
    return STATUS_FAILURE;
}

/* Reports the child's messages and removes them from its output, so that only the result is left.
 */
static void relay_messages(struct child *child, struct messages *messages)
{
    size_t length, at = 0;
    struct buffer *out = &child->out;
    if (!child->relays_messages || !buffer_read(out, &at, &length, sizeof length) ||
        length > out->length - at) /* killed before it had sent them all */
        return;
    const struct buffer packed = {.bytes = out->bytes + at, .length = length};
    relay_report(&packed, messages);
    out->length -= at + length;
    memmove(out->bytes, out->bytes + at + length, out->length);
    out->bytes[out->length] = '\0';
}

/* As waitpid(2), but not interrupted by signals; notes how much memory the child used. */
static pid_t wait_for(struct child *child, int *wait_status, int options)
{
    struct rusage used;
    pid_t ended;
    while ((ended = wait4(child->pid, wait_status, options, &used)) < 0 && errno == EINTR)
        continue;
    if (ended > 0)
        child->most_memory = (unsigned long long)used.ru_maxrss * 1024;
    return ended;
}

/* Waits for a program that has closed its pipe to end, within its limits. Returns 0 if it
 * doesn't.
 */
static pid_t wait_within_limits(struct child *child, int *wait_status)
{
    enum { NANOSECONDS = 100000, MOST = 50000000, PATIENCE = 60000 };
    struct timespec pause = {0, NANOSECONDS};
    pid_t ended;
    if (child->limit == 0 && child->patience == 0)
        child->patience = PATIENCE;
    while ((ended = wait_for(child, wait_status, WNOHANG)) == 0 && child->state == CHILD_ENDED) {
        nanosleep(&pause, NULL);
        pause.tv_nsec = pause.tv_nsec < MOST ? pause.tv_nsec * 2 : MOST;
        check_limits(child);
    }
    return ended;
}

/* Waits for the process to end, and kills it if it doesn't do so by itself. Work closes its pipe
   by ending: once that has begun, it can't be killed any more, so that its exit status is its
   own.
 */
static pid_t reap(struct child *child, int *wait_status)
{
    pid_t ended = 0;
    if (child->program && child->state == CHILD_ENDED)
        ended = wait_within_limits(child, wait_status);
    if (ended != 0)
        return ended;
    kill(child->pid, SIGKILL);
    return wait_for(child, wait_status, 0);
}

enum status child_finish(struct child *child, struct messages *messages)
{
    int wait_status = 0;
    close(child->pipe);
    if (reap(child, &wait_status) < 0) /* nobody can tell how it ended */
        child->state = CHILD_BROKEN;
    relay_messages(child, messages);
    if (child->state == CHILD_ENDED)
        return report_exit(wait_status, child, messages);
    if (child->out.failed)
        return STATUS_MEMORY;
    if (child->state == CHILD_TIMED_OUT)
        messages_error(
            messages, NULL, child->timeout_code != 0 ? child->timeout_code : MESSAGE_TIMEOUT,
            "%s took longer than %u s and was stopped", child->what, child->reported_seconds);
    else if (child->state == CHILD_STALLED)
        messages_error(messages, NULL, MESSAGE_TIMEOUT,
                       "%s took longer than %u s without progress and was stopped", child->what,
                       (unsigned)(child->patience / 1000));
    else if (child->state == CHILD_FLOODING)
        messages_error(messages, NULL, MESSAGE_CHILD_FAILED,
                       "%s sent more than %zu bytes and was stopped", child->what,
                       child->most_output);
    else
        messages_error(messages, NULL, MESSAGE_CHILD_FAILED, "%s was stopped", child->what);
    return STATUS_FAILURE;
}

/* Reads until the child has ended, for whatever reason. */
static enum status wait_and_collect(struct child *child, struct buffer *out,
                                    struct messages *messages)
{
    while (child->state == CHILD_RUNNING) {
        struct pollfd wait = {.fd = child->pipe, .events = POLLIN};
        child_poll(&wait, 1, child_poll_timeout(child_time_left(child), messages));
        child_report_progress(child, messages);
        child_read(child);
    }
    enum status status = child_finish(child, messages);
    if (status == STATUS_OK)
        buffer_add(out, child->out.bytes, child->out.length);
    buffer_clear(&child->out);
    return status == STATUS_OK ? buffer_status(out) : status;
}

enum status child_run(child_work *work, void *context, const char *what,
                      const struct child_limits *limits, struct buffer *out,
                      struct messages *messages)
{
    struct child child;
    TRY(child_start(&child, work, context, what, limits, messages));
    return wait_and_collect(&child, out, messages);
}

static enum status store_input(FILE *file, const struct buffer *input)
{
    if (input->length > 0 && fwrite(input->bytes, 1, input->length, file) != input->length)
        return STATUS_FAILURE;
    if (fflush(file) != 0 || fseek(file, 0, SEEK_SET) != 0)
        return STATUS_FAILURE;
    return STATUS_OK;
}

/* Executes ARGV. SOURCE_DATE_EPOCH keeps converters from writing the current date into their
   output. */
static void exec_program(const char *const argv[], const char *const *environment, FILE *input,
                         int output)
{
    if (environment != NULL)
        environ = (char **)environment;
    setenv("SOURCE_DATE_EPOCH", "0", 1);
    if (dup2(fileno(input), STDIN_FILENO) >= 0 && dup2(output, STDOUT_FILENO) >= 0)
        execvp(argv[0], (char *const *)argv);
    _exit(EXIT_CANNOT_RUN);
}

enum status child_filter(const char *const argv[], const struct buffer *input,
                         const struct child_limits *limits, struct buffer *out,
                         struct messages *messages)
{
    FILE *file = tmpfile();
    if (file == NULL || store_input(file, input) != STATUS_OK) {
        enum status status = fail(argv[0], strerror(errno), messages);
        if (file != NULL)
            fclose(file);
        return status;
    }
    struct child child;
    enum status status = fork_child(&child, argv[0], limits, messages);
    if (status == STATUS_OK && child.pid == 0)
        exec_program(argv, limits->environment, file, child.pipe);
    child.program = true;
    if (status == STATUS_OK)
        status = wait_and_collect(&child, out, messages);
    fclose(file);
    return status;
}
