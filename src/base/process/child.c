/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/process/child.h"

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

/* The end of a child. */
_Noreturn static void leave(int status)
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

/* Libraries and programs talk, and so does what ends a process that is broken. */
static void silence(void)
{
    int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (nowhere < 0)
        close(STDERR_FILENO);
    else
        dup2(nowhere, STDERR_FILENO);
}

/* What a small layout takes of the heap. */
enum { SMALL_LAYOUT = 1 << 20 };

/* A child must not outlive PARENT, nor leave a core file of a stranger's data. */
static void settle_child(pid_t parent, const struct child_limits *limits)
{
    const struct rlimit no_core = {0, 0};
    confinement_follow_parent(limits->seconds);
    if (getppid() != parent)
        _exit(EXIT_CANNOT_RUN);
    setrlimit(RLIMIT_CORE, &no_core);
    signal(SIGPIPE, SIG_DFL);
    confinement_drop_privileges();
    silence();
    prefault_heap(SMALL_LAYOUT);
    if (limits->confined && MAY_CONFINE)
        confinement_enter();
}

long long child_clock(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Neither end is for a program that is run. There is no other thread that could run one in
 * between.
 */
static bool open_pipe(int ends[2])
{
    if (pipe(ends) != 0)
        return false;
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    fcntl(ends[1], F_SETFD, FD_CLOEXEC);
    return true;
}

/* Forks with a pipe from the child. In the child, it has pid 0 and the pipe's writing end. */
static enum status fork_child(struct child *child, const char *what,
                              const struct child_limits *limits, struct messages *messages)
{
    int ends[2];
    *child = (struct child){.what = what,
                            .limit = limits->told > 0 ? limits->told : limits->seconds,
                            .timeout = limits->timeout,
                            .speaks = limits->speaks,
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
    if (child->pid == 0)
        settle_child(parent, limits);
    close(ends[child->pid == 0 ? 0 : 1]);
    child->pipe = ends[child->pid == 0 ? 1 : 0];
    child->end = limits->seconds > 0 ? child_clock() + limits->seconds * 1000LL : 0;
    return STATUS_OK;
}

static void write_out(int pipe, const void *bytes, size_t length)
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

/* Has WORK done, and sends what it reported by MESSAGES, behind its length. */
static enum status work_and_speak(const struct child *child, child_work *work, void *context,
                                  struct buffer *result, struct messages *messages)
{
    struct buffer packed = BUFFER_EMPTY;
    messages->sink = relay_pack;
    messages->progress = NULL;
    messages->context = &packed;
    messages->errors = messages->warnings = 0; /* the parent counts them */
    enum status status = work(context, result);
    if (packed.failed)
        return STATUS_MEMORY;
    write_out(child->pipe, &packed.length, sizeof packed.length);
    write_out(child->pipe, packed.bytes, packed.length);
    buffer_clear(&packed);
    return status;
}

enum status child_start(struct child *child, child_work *work, void *context, const char *what,
                        const struct child_limits *limits, struct messages *messages)
{
    TRY(fork_child(child, what, limits, messages));
    if (child->pid != 0)
        return STATUS_OK;
    struct buffer result = BUFFER_EMPTY;
    enum status status = limits->speaks ? work_and_speak(child, work, context, &result, messages)
                                        : work(context, &result);
    if (status == STATUS_OK)
        status = buffer_status(&result);
    if (status == STATUS_OK)
        write_out(child->pipe, result.bytes, result.length);
    leave(status == STATUS_MEMORY ? EXIT_OUT_OF_MEMORY : status_exit(status));
}

int child_left(const struct child *child)
{
    if (child->end == 0)
        return -1;
    long long left = child->end - child_clock();
    return left < 0 ? 0 : left > 1000000 ? 1000000 : (int)left;
}

void child_read(struct child *child)
{
    struct pollfd wait = {.fd = child->pipe, .events = POLLIN};
    int ready = poll(&wait, 1, 0);
    if (ready == 0 && child_left(child) == 0)
        child->state = CHILD_LATE;
    if (ready <= 0)
        return;
    char *room = buffer_room(&child->out, READ_SIZE);
    ssize_t got = room != NULL ? read(child->pipe, room, READ_SIZE) : -1;
    if (room != NULL && got < 0 && errno == EINTR)
        return;
    if (got <= 0) {
        child->state = got == 0 ? CHILD_ENDED : CHILD_BROKEN;
        return;
    }
    child->out.length += (size_t)got;
    room[got] = '\0';
}

int child_nap(int left, const struct messages *messages)
{
    enum { SECOND = 1000 };
    return messages->progress != NULL && (left < 0 || left > SECOND) ? SECOND : left;
}

void child_tick(const struct child *child, const struct messages *messages)
{
    const int left = child_left(child);
    if (left < 0)
        return;
    const size_t total = child->limit, rest = ((size_t)left + 999) / 1000;
    const struct progress progress = {PROGRESS_SECONDS, child->what,
                                      rest < total ? total - rest : 0, total};
    messages_progress(messages, &progress);
}

/* How a child ended by itself. */
static enum status judge(int ending, const struct child *child, struct messages *messages)
{
    const char *what = child->what;
    if (WIFEXITED(ending) && WEXITSTATUS(ending) == 0)
        return STATUS_OK;
    if (WIFSIGNALED(ending))
        messages_error(messages, NULL, MESSAGE_CHILD_FAILED, "%s crashed (%s)", what,
                       strsignal(WTERMSIG(ending)));
    else if (child->program && WEXITSTATUS(ending) == EXIT_CANNOT_RUN)
        messages_error(messages, NULL, MESSAGE_PROGRAM_MISSING,
                       "%s could not be run; is it installed?", what);
    else if (!child->program && WEXITSTATUS(ending) == EXIT_OUT_OF_MEMORY)
        messages_error(messages, NULL, MESSAGE_CHILD_FAILED, "%s ran out of memory", what);
    else
        messages_error(messages, NULL, MESSAGE_CHILD_FAILED, "%s failed (exit status %d)", what,
                       WEXITSTATUS(ending));
    return STATUS_FAILURE;
}

/* Reports what the child has to say, and leaves its result. */
static void let_speak(struct child *child, struct messages *messages)
{
    size_t length, at = 0;
    struct buffer *out = &child->out;
    if (!child->speaks || !buffer_take(out, &at, &length, sizeof length) ||
        length > out->length - at) /* it was stopped */
        return;
    const struct buffer packed = {.bytes = out->bytes + at, .length = length};
    relay_report(&packed, messages);
    out->length -= at + length;
    memmove(out->bytes, out->bytes + at + length, out->length);
    out->bytes[out->length] = '\0';
}

enum status child_finish(struct child *child, struct messages *messages)
{
    int ending = 0;
    if (child->state != CHILD_ENDED)
        kill(child->pid, SIGKILL);
    close(child->pipe);
    while (waitpid(child->pid, &ending, 0) < 0 && errno == EINTR)
        continue;
    let_speak(child, messages);
    if (child->state == CHILD_ENDED)
        return judge(ending, child, messages);
    if (child->out.failed)
        return STATUS_MEMORY;
    if (child->state == CHILD_LATE)
        messages_error(messages, NULL, child->timeout != 0 ? child->timeout : MESSAGE_TIMEOUT,
                       "%s took longer than %u s and was stopped", child->what, child->limit);
    else
        messages_error(messages, NULL, MESSAGE_CHILD_FAILED, "%s was stopped", child->what);
    return STATUS_FAILURE;
}

/* Reads until the child ends one way or another. */
static enum status collect(struct child *child, struct buffer *out, struct messages *messages)
{
    while (child->state == CHILD_WORKS) {
        struct pollfd wait = {.fd = child->pipe, .events = POLLIN};
        poll(&wait, 1, child_nap(child_left(child), messages));
        child_tick(child, messages);
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
    return collect(&child, out, messages);
}

static enum status store_input(FILE *file, const struct buffer *input)
{
    if (input->length > 0 && fwrite(input->bytes, 1, input->length, file) != input->length)
        return STATUS_FAILURE;
    if (fflush(file) != 0 || fseek(file, 0, SEEK_SET) != 0)
        return STATUS_FAILURE;
    return STATUS_OK;
}

/* A converter must not write the day into what it makes: SOURCE_DATE_EPOCH stops its clock. */
static void become(const char *const argv[], FILE *input, int output)
{
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
        become(argv, file, child.pipe);
    child.program = true;
    if (status == STATUS_OK)
        status = collect(&child, out, messages);
    fclose(file);
    return status;
}
