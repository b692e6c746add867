/* SPDX-License-Identifier: MIT */
/* Tries to break out of the confinement of a child. */
#include <config.h>

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/process/child.h"
#include "base/process/confinement.h"
#include "base/process/landlock.h"
#include "fixture.h"

#if HAVE_LINUX_SECCOMP_H && (defined __x86_64__ || defined __aarch64__) && !UNCONFINED
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/uio.h>

/* What the attempts aim at. */
static struct {
    pid_t parent;
    const char *file;
    int segment; /* of shared memory */
} target;

/* Each attempt returns whether it succeeded. They are harmless, so that they can be made without
   confinement, too: signal 0, the present mode of a file, and the like. */

static bool is_done(long result)
{
    return result >= 0;
}

/* Whether the kernel looked at the arguments. */
static bool is_examined(long result)
{
    return result >= 0 || errno != ENOSYS;
}

static bool kill_parent(void)
{
    return is_done(kill(target.parent, 0));
}

static bool tkill_parent(void)
{
    return is_done(syscall(SYS_tkill, target.parent, 0));
}

static bool tgkill_parent(void)
{
    return is_done(syscall(SYS_tgkill, target.parent, target.parent, 0));
}

static bool queue_signal(void)
{
    siginfo_t info = {.si_code = SI_QUEUE};
    return is_done(syscall(SYS_rt_sigqueueinfo, target.parent, 0, &info));
}

static bool queue_signal_to_thread(void)
{
    siginfo_t info = {.si_code = SI_QUEUE};
    return is_done(syscall(SYS_rt_tgsigqueueinfo, target.parent, target.parent, 0, &info));
}

static bool signal_by_descriptor(void)
{
    int file = (int)syscall(SYS_pidfd_open, target.parent, 0);
    return file >= 0 && is_done(syscall(SYS_pidfd_send_signal, file, 0, NULL, 0));
}

static bool signal_by_descriptor_unopened(void)
{
    return is_examined(syscall(SYS_pidfd_send_signal, -1, 0, NULL, 0));
}

static bool read_limit_of_parent(void)
{
    struct rlimit limit;
    return is_done(syscall(SYS_prlimit64, target.parent, RLIMIT_CORE, NULL, &limit));
}

static bool set_limit(void)
{
    const struct rlimit limit = {0, 0};
    return is_done(syscall(SYS_prlimit64, 0, RLIMIT_CORE, &limit, NULL));
}

static bool set_limit_of_parent(void)
{
    const struct rlimit limit = {0, 0};
    return is_done(syscall(SYS_prlimit64, target.parent, RLIMIT_CORE, &limit, NULL));
}

static bool set_priority_of_parent(void)
{
    return is_done(setpriority(PRIO_PROCESS, (id_t)target.parent, 19));
}

static bool set_affinity_of_parent(void)
{
    cpu_set_t all;
    memset(&all, 0xff, sizeof all);
    return is_done(sched_setaffinity(target.parent, sizeof all, &all));
}

static bool change_mode(void)
{
    return is_done(fchmodat(AT_FDCWD, target.file, 0600, 0));
}

static bool change_mode_by_new_call(void)
{
    enum { FCHMODAT2 = 452 };
    return is_done(syscall(FCHMODAT2, AT_FDCWD, target.file, 0600, 0));
}

static bool change_owner(void)
{
    return is_done(fchownat(AT_FDCWD, target.file, getuid(), getgid(), 0));
}

static bool set_attribute(void)
{
    return is_examined(syscall(SYS_lsetxattr, target.file, "user.a", "b", 1, 0));
}

static bool remove_attribute(void)
{
    return is_examined(syscall(SYS_removexattr, target.file, "user.a"));
}

static bool set_times(void)
{
    return is_done(utimensat(AT_FDCWD, target.file, NULL, 0));
}

static bool truncate_file(void)
{
    return is_done(truncate(target.file, 0));
}

static bool rename_file(void)
{
    return is_done(rename(target.file, target.file));
}

static bool attach_memory(void)
{
    const void *memory = shmat(target.segment, NULL, 0);
    return memory != (const void *)-1;
}

static bool make_semaphore(void)
{
    int set = (int)syscall(SYS_semget, IPC_PRIVATE, 1, IPC_CREAT | 0600);
    if (set >= 0)
        syscall(SYS_semctl, set, 0, IPC_RMID);
    return is_done(set);
}

static bool make_segment(void)
{
    int segment = shmget(IPC_PRIVATE, 4096, IPC_CREAT | 0600);
    if (segment >= 0)
        shmctl(segment, IPC_RMID, NULL);
    return is_done(segment);
}

static bool make_queue(void)
{
    int queue = (int)syscall(SYS_msgget, IPC_PRIVATE, IPC_CREAT | 0600);
    if (queue >= 0)
        syscall(SYS_msgctl, queue, IPC_RMID, NULL);
    return is_done(queue);
}

static bool set_host_name(void)
{
    return is_examined(syscall(SYS_sethostname, NULL, -1L));
}

static bool outlive_parent(void)
{
    return is_done(prctl(PR_SET_PDEATHSIG, 0));
}

static bool show_memory(void)
{
    return is_done(prctl(PR_SET_DUMPABLE, 1, 0, 0, 0));
}

static bool start_session(void)
{
    return is_done(setsid());
}

static bool leave_group(void)
{
    return is_done(setpgid(0, 0)) || errno == EPERM; /* a leader of a session may not */
}

static bool type_into_terminal(void)
{
    return is_examined(ioctl(STDIN_FILENO, TIOCSTI, NULL));
}

static bool open_socket(void)
{
    return is_done(socket(AF_UNIX, SOCK_STREAM, 0));
}

static bool open_socket_pair(void)
{
    int ends[2];
    return is_done(socketpair(AF_UNIX, SOCK_STREAM, 0, ends));
}

static bool connect_socket(void)
{
    return is_examined(connect(-1, NULL, 0));
}

static bool fork_process(void)
{
    pid_t child = fork();
    if (child == 0)
        _exit(0);
    if (child > 0)
        waitpid(child, NULL, 0);
    return is_done(child);
}

static bool clone_process(void)
{
    return is_examined(syscall(SYS_clone, -1L, NULL, NULL, NULL, NULL));
}

static bool open_to_read(void)
{
    return is_done(open(target.file, O_RDONLY));
}

static bool open_to_write(void)
{
    return is_done(open(target.file, O_WRONLY));
}

static bool open_pipe_again(void)
{
    char path[32];
    for (int file = 0; file < 64; file++) {
        snprintf(path, sizeof path, "/proc/self/fd/%d", file);
        if (open(path, O_WRONLY) >= 0)
            return true;
    }
    return false;
}

static bool open_pipe_of_parent(void)
{
    char path[48];
    for (int file = 0; file < 64; file++) {
        snprintf(path, sizeof path, "/proc/%d/fd/%d", (int)target.parent, file);
        if (open(path, O_WRONLY) >= 0)
            return true;
    }
    return false;
}

static bool duplicate_file(void)
{
    return is_done(dup(STDERR_FILENO));
}

static bool own_file(void)
{
    return is_examined(fcntl(STDERR_FILENO, F_SETOWN, target.parent));
}

static bool create_memory_file(void)
{
    return is_done(syscall(SYS_memfd_create, "a", 0U));
}

static bool set_up_ring(void)
{
    return is_examined(syscall(SYS_io_uring_setup, 0U, NULL));
}

static bool handle_faults(void)
{
    return is_examined(syscall(SYS_userfaultfd, -1));
}

static bool use_keys(void)
{
    return is_examined(syscall(SYS_keyctl, -1, 0, 0, 0, 0));
}

static bool mount_files(void)
{
    return is_examined(syscall(SYS_mount, NULL, NULL, NULL, 0UL, NULL));
}

static bool unshare_files(void)
{
    return is_examined(syscall(SYS_unshare, CLONE_FILES));
}

static bool run_code_in_memory(void)
{
    void *memory = mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return memory != MAP_FAILED;
}

static bool make_memory_code(void)
{
    void *memory = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return memory != MAP_FAILED && is_done(mprotect(memory, 4096, PROT_READ | PROT_EXEC));
}

static bool sleep_for_a_while(void)
{
    const struct timespec moment = {0, 1};
    return is_done(nanosleep(&moment, NULL));
}

static bool wait_for_another(void)
{
    enum { WAIT = 0 };
    int word = 0;
    return is_examined(syscall(SYS_futex, &word, WAIT, 1, NULL, NULL, 0));
}

static bool change_folder(void)
{
    return is_done(chdir("/"));
}

static bool become_another(void)
{
    return is_done(setuid(getuid()));
}

static bool read_environment(void)
{
    return getenv("ENTENTE_SECRET") != NULL;
}

static bool use_other_files(void)
{
    for (int file = 4; file < 1024; file++)
        if (write(file, "", 0) == 0 || errno != EBADF)
            if (errno != ENOSYS)
                return true;
    return false;
}

#ifdef SYS_open
static bool change_mode_by_old_call(void)
{
    return is_done(syscall(SYS_chmod, target.file, 0600));
}

static bool set_times_by_old_call(void)
{
    return is_done(syscall(SYS_utime, target.file, NULL)) ||
           is_done(syscall(SYS_utimes, target.file, NULL)) ||
           is_done(syscall(SYS_futimesat, AT_FDCWD, target.file, NULL));
}

static bool open_by_old_call(void)
{
    return is_done(syscall(SYS_open, target.file, O_RDONLY)) ||
           is_done(syscall(SYS_creat, target.file, 0600));
}
#endif

/* What a child of this build must be able to do, for plugins that are not linked in, or for
   coverage data. */
#if COVERAGE
enum { MAY_READ = true, MAY_WRITE = true, MAY_LOAD = false };
#elif HAVE_GVPLUGINS
enum { MAY_READ = false, MAY_WRITE = false, MAY_LOAD = false };
#else
enum { MAY_READ = true, MAY_WRITE = false, MAY_LOAD = true };
#endif

static const struct attempt {
    const char *name;
    bool (*make)(void);
    bool allowed; /* to a confined child */
} attempts[] = {
    {"kill", kill_parent, false},
    {"tkill", tkill_parent, false},
    {"tgkill", tgkill_parent, false},
    {"rt_sigqueueinfo", queue_signal, false},
    {"rt_tgsigqueueinfo", queue_signal_to_thread, false},
    {"pidfd_open", signal_by_descriptor, false},
    {"pidfd_send_signal", signal_by_descriptor_unopened, false},
    {"prlimit64 reads another's", read_limit_of_parent, false},
    {"prlimit64 sets its own", set_limit, false},
    {"prlimit64 sets another's", set_limit_of_parent, false},
    {"setpriority", set_priority_of_parent, false},
    {"sched_setaffinity", set_affinity_of_parent, false},
    {"fchmodat", change_mode, false},
    {"fchmodat2", change_mode_by_new_call, false},
    {"fchownat", change_owner, false},
    {"lsetxattr", set_attribute, false},
    {"removexattr", remove_attribute, false},
    {"utimensat", set_times, false},
    {"truncate", truncate_file, false},
    {"rename", rename_file, false},
    {"shmat", attach_memory, false},
    {"semget", make_semaphore, false},
    {"shmget", make_segment, false},
    {"msgget", make_queue, false},
    {"sethostname", set_host_name, false},
    {"PR_SET_PDEATHSIG", outlive_parent, false},
    {"PR_SET_DUMPABLE", show_memory, false},
    {"setsid", start_session, false},
    {"setpgid", leave_group, false},
    {"TIOCSTI", type_into_terminal, false},
    {"socket", open_socket, false},
    {"socketpair", open_socket_pair, false},
    {"connect", connect_socket, false},
    {"fork", fork_process, false},
    {"clone", clone_process, false},
    {"open to read", open_to_read, MAY_READ},
    {"open to write", open_to_write, MAY_WRITE},
    {"/proc/self/fd", open_pipe_again, MAY_WRITE},
    {"/proc/PARENT/fd", open_pipe_of_parent, false},
    {"dup", duplicate_file, false},
    {"F_SETOWN", own_file, MAY_WRITE},
    {"memfd_create", create_memory_file, false},
    {"io_uring_setup", set_up_ring, false},
    {"userfaultfd", handle_faults, false},
    {"keyctl", use_keys, false},
    {"mount", mount_files, false},
    {"unshare", unshare_files, false},
    {"mmap of code", run_code_in_memory, MAY_LOAD},
    {"mprotect to code", make_memory_code, MAY_LOAD},
    {"nanosleep", sleep_for_a_while, false},
    {"futex waits", wait_for_another, false},
    {"chdir", change_folder, false},
    {"setuid", become_another, false},
    {"getenv", read_environment, false},
    {"write to other files", use_other_files, MAY_WRITE},
#ifdef SYS_open
    {"chmod", change_mode_by_old_call, false},
    {"utime", set_times_by_old_call, false},
    {"open", open_by_old_call, MAY_READ},
#endif
};
enum { ATTEMPTS = sizeof attempts / sizeof *attempts };

/* Adds the name of each attempt whose success is SUCCESS, unless it is allowed. */
static enum status make_attempts(void *success, struct buffer *out)
{
    const bool wanted = *(bool *)success;
    for (size_t i = 0; i < ATTEMPTS; i++)
        if (attempts[i].make() == wanted && !(wanted && attempts[i].allowed))
            buffer_format(out, "%s, ", attempts[i].name);
    return STATUS_OK;
}

/* Runs WORK in a child. Returns its result and its messages; the caller frees them. */
static char *run(child_work *work, void *context, bool confined)
{
    const struct child_limits limits = {.confined = confined};
    struct fixture_messages caught;
    struct buffer out = BUFFER_EMPTY;
    fixture_messages_begin(&caught);
    child_run(work, context, "the work", &limits, &out, &caught.messages);
    buffer_text(&out, fixture_messages_end(&caught));
    return out.bytes != NULL ? out.bytes : strdup("");
}

static void assert_result(child_work *work, void *context, bool confined, const char *expected)
{
    char *result = run(work, context, confined);
    ck_assert_str_eq(result, expected);
    free(result);
}

static enum status report_confinement(void *context, struct buffer *out)
{
    const struct confinement *found = context;
    buffer_text(out, found->seccomp ? "filtered " : "");
    buffer_text(out, found->privileges ? "without privileges " : "");
    buffer_text(out, found->hidden ? "hidden" : "");
    return STATUS_OK;
}

static bool has_filters(void)
{
    static const char text[] = "Seccomp_filters:";
    char line[256];
    bool found = false;
    FILE *status = fopen("/proc/self/status", "r");
    while (status != NULL && fgets(line, sizeof line, status) != NULL)
        found |= strncmp(line, text, sizeof text - 1) == 0;
    if (status != NULL)
        fclose(status);
    return found;
}

START_TEST(a_child_knows_how_it_is_confined)
{
    struct confinement found = {.landlock = 0};
    const struct child_limits limits = {.confined = true, .confinement = &found};
    struct fixture_messages caught;
    struct buffer out = BUFFER_EMPTY;
    fixture_messages_begin(&caught);
    child_run(report_confinement, &found, "the work", &limits, &out, &caught.messages);
    ck_assert_str_eq(fixture_messages_end(&caught), "");
    ck_assert_str_eq(buffer_string(&out), "filtered without privileges hidden");
    ck_assert(!found.seccomp); /* that of the parent */
    buffer_clear(&out);
}
END_TEST

static void set_target(void)
{
    target.parent = getpid();
    target.file = fixture_file("x", 1);
    target.segment = shmget(IPC_PRIVATE, 4096, IPC_CREAT | 0600);
    setenv("ENTENTE_SECRET", "secret", 1);
}

static void clear_target(void)
{
    remove(target.file);
    free((char *)(uintptr_t)target.file);
    shmctl(target.segment, IPC_RMID, NULL);
}

START_TEST(a_confined_child_can_only_compute)
{
    bool succeeds = true;
    set_target();
    assert_result(make_attempts, &succeeds, true, "");
    clear_target();
}
END_TEST

/* Otherwise the attempts would prove nothing. Some depend on the kernel, and on what it has been
   told to allow. */
START_TEST(the_attempts_succeed_without_confinement)
{
    static const char *const may_fail[] = {"fchmodat2",   "keyctl",
                                           "userfaultfd", "io_uring_setup",
                                           "setpriority", "write to other files"};
    bool succeeds = false;
    set_target();
    char *failed = run(make_attempts, &succeeds, false);
    for (size_t i = 0; i < sizeof may_fail / sizeof *may_fail; i++) {
        char *found = strstr(failed, may_fail[i]);
        if (found != NULL)
            memmove(found, found + strlen(may_fail[i]) + 2,
                    strlen(found + strlen(may_fail[i])) - 1);
    }
    ck_assert_str_eq(failed, "");
    free(failed);
    clear_target();
}
END_TEST

static const char *const arguments[] = {"true", NULL};

static enum status run_program(void *context, struct buffer *out)
{
    (void)context, (void)out;
    execv("/bin/true", (char *const *)(uintptr_t)arguments);
    return STATUS_OK;
}

static enum status run_descriptor(void *context, struct buffer *out)
{
    (void)context, (void)out;
    syscall(SYS_execveat, -1, "", arguments, NULL, 0);
    return STATUS_OK;
}

static enum status trace(void *context, struct buffer *out)
{
    (void)context, (void)out;
    syscall(SYS_ptrace, 0, 0, NULL, NULL);
    return STATUS_OK;
}

static enum status read_memory(void *context, struct buffer *out)
{
    (void)context, (void)out;
    syscall(SYS_process_vm_readv, getppid(), NULL, 0UL, NULL, 0UL, 0UL);
    return STATUS_OK;
}

static enum status write_memory(void *context, struct buffer *out)
{
    (void)context, (void)out;
    syscall(SYS_process_vm_writev, getppid(), NULL, 0UL, NULL, 0UL, 0UL);
    return STATUS_OK;
}

static enum status steal_file(void *context, struct buffer *out)
{
    (void)context, (void)out;
    syscall(SYS_pidfd_getfd, -1, 1, 0U);
    return STATUS_OK;
}

#if defined __x86_64__
/* By the numbers of two other architectures that the processor has. */
static enum status call_as_i386(void *context, struct buffer *out)
{
    long result = 20; /* getpid */
    (void)context, (void)out;
    __asm__ volatile("int $0x80" : "+a"(result) : : "memory");
    return STATUS_OK;
}

static enum status call_as_x32(void *context, struct buffer *out)
{
    (void)context, (void)out;
    syscall(0x40000000 + SYS_getpid);
    return STATUS_OK;
}
#endif

/* Fails unless WORK ends a confined child, and returns otherwise. */
static void assert_attack(child_work *work)
{
    char *unconfined = run(work, NULL, false);
    if (unconfined[0] == '\0') /* the system has what it tries */
        assert_result(work, NULL, true,
                      "entente: error: the work tried what it must not do (Bad system call)\n");
    free(unconfined);
}

START_TEST(attacks_end_the_child)
{
    static child_work *const attacks[] = {
        run_program,
        run_descriptor,
        trace,
        read_memory,
        write_memory,
        steal_file,
#if defined __x86_64__
        call_as_i386,
        call_as_x32,
#endif
    };
    for (size_t i = 0; i < sizeof attacks / sizeof *attacks; i++)
        assert_attack(attacks[i]);
}
END_TEST

static enum status abort_itself(void *context, struct buffer *out)
{
    (void)context, (void)out;
    signal(SIGABRT, SIG_DFL); /* a sanitizer's handler would end it otherwise */
    abort();
}

static int compare_bytes(const void *a, const void *b)
{
    return *(const char *)a - *(const char *)b;
}

/* What libraries do in a layout. */
static enum status compute(void *context, struct buffer *out)
{
    enum { LARGE = 32 << 20 };
    char letters[] = "ordnung";
    struct timespec now;
    struct rlimit limit;
    char *large = malloc(LARGE);
    (void)context;
    if (large == NULL || (large = realloc(large, 2 * (size_t)LARGE)) == NULL)
        return STATUS_MEMORY;
    memset(large, 'x', 2 * (size_t)LARGE);
    free(large);
    qsort(letters, strlen(letters), 1, compare_bytes);
    buffer_text(out, letters);
    puts("to standard output");
    fputs("to standard error", stderr);
    fflush(NULL);
    bool works = clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now) == 0 && time(NULL) > 0 &&
                 getrlimit(RLIMIT_STACK, &limit) == 0 && getpid() > 1;
    return works ? STATUS_OK : STATUS_FAILURE;
}

START_TEST(a_confined_child_can_compute)
{
    assert_result(compute, NULL, true, "dgnnoru");
    assert_result(abort_itself, NULL, true, "entente: error: the work crashed (Aborted)\n");
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        a_child_knows_how_it_is_confined,
        a_confined_child_can_only_compute,
        the_attempts_succeed_without_confinement,
        attacks_end_the_child,
        a_confined_child_can_compute,
    };
    return fixture_run("confinement", tests, has_filters() ? sizeof tests / sizeof *tests : 0);
}
#else
int main(void)
{
    return fixture_run("confinement", NULL, 0);
}
#endif
