/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/process/guard.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

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

/* Where Graphviz's plugins are not linked, they are read when they are needed. */
#if HAVE_GVPLUGINS
#define READING                                                                                  \
    (LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)
#else
#define READING 0
#endif

/* Landlock's accesses are bits that each version adds to; no rule gives any of them back. */
static uint64_t files_forbidden(int version)
{
    static const unsigned known[] = {0, 13, 14, 15, 15, 16};
    const unsigned all = (1u << known[version < 5 ? version : 5]) - 1;
    const unsigned reading =
        LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
    return (all & ~reading) | READING;
}

static int forbid_files(void)
{
    const long version =
        syscall(SYS_landlock_create_ruleset, NULL, (size_t)0, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1)
        return 0;
    const struct landlock_ruleset_attr rules = {.handled_access_fs =
                                                    files_forbidden((int)version)};
    const long ruleset =
        syscall(SYS_landlock_create_ruleset, &rules, sizeof rules.handled_access_fs, 0);
    if (ruleset < 0)
        return 0;
    const long done = MAY_WRITE ? 0 : syscall(SYS_landlock_restrict_self, (int)ruleset, 0);
    close((int)ruleset);
    return done == 0 ? (int)version : 0;
}

/* The machines whose system calls are known here. */
#if defined __x86_64__
#define MACHINE AUDIT_ARCH_X86_64
#elif defined __aarch64__
#define MACHINE AUDIT_ARCH_AARCH64
#endif

#ifdef MACHINE
/* What a computation has no use for. Where a machine lacks a call, its newer form is there. */
static const int forbidden[] = {
    SYS_socket,
    SYS_socketpair,
    SYS_connect,
    SYS_bind,
    SYS_listen,
    SYS_accept,
    SYS_accept4,
    SYS_execve,
    SYS_execveat,
    SYS_clone,
    SYS_ptrace,
    SYS_process_vm_readv,
    SYS_process_vm_writev,
    SYS_kill,
    SYS_unlinkat,
    SYS_renameat2,
    SYS_mkdirat,
    SYS_linkat,
    SYS_symlinkat,
    SYS_mknodat,
    SYS_fchmod,
    SYS_fchmodat,
    SYS_fchown,
    SYS_fchownat,
    SYS_truncate,
    SYS_ftruncate,
    SYS_setxattr,
    SYS_utimensat,
    SYS_mount,
    SYS_umount2,
    SYS_pivot_root,
    SYS_chroot,
    SYS_setns,
    SYS_unshare,
    SYS_keyctl,
    SYS_add_key,
    SYS_request_key,
    SYS_bpf,
    SYS_perf_event_open,
    SYS_userfaultfd,
    SYS_io_uring_setup,
    SYS_pidfd_open,
    SYS_pidfd_getfd,
    SYS_shmget,
    SYS_msgget,
    SYS_mq_open,
    SYS_name_to_handle_at,
    SYS_open_by_handle_at,
#ifdef SYS_fork
    SYS_fork,
    SYS_vfork,
#endif
#ifdef SYS_unlink
    SYS_unlink,
    SYS_rename,
    SYS_renameat,
    SYS_mkdir,
    SYS_rmdir,
    SYS_link,
    SYS_symlink,
    SYS_mknod,
    SYS_chmod,
    SYS_chown,
    SYS_lchown,
    SYS_creat,
#endif
#ifdef SYS_clone3
    SYS_clone3,
#endif
};
enum { FORBIDDEN = sizeof forbidden / sizeof *forbidden, HEAD = 6, X32 = 0x40000000 };

static struct sock_filter statement(unsigned code, uint32_t value)
{
    return (struct sock_filter){.code = (unsigned short)code, .k = value};
}

/* Jumps over SAME statements if what was loaded is VALUE, else over OTHER. */
static struct sock_filter jump(unsigned how, uint32_t value, unsigned same, unsigned other)
{
    return (struct sock_filter){.code = (unsigned short)(BPF_JMP | how | BPF_K),
                                .jt = (unsigned char)same,
                                .jf = (unsigned char)other,
                                .k = value};
}

_Static_assert(FORBIDDEN + 2 < 250, "a jump is a byte");

/* Refuses what is forbidden, and all calls of another machine's numbers. */
static void write_filter(struct sock_filter filter[])
{
    const unsigned refuse = BPF_RET | BPF_K, load = BPF_LD | BPF_W | BPF_ABS;
    size_t count = 0;
    filter[count++] = statement(load, offsetof(struct seccomp_data, arch));
    filter[count++] = jump(BPF_JEQ, MACHINE, 1, 0);
    filter[count++] = statement(refuse, SECCOMP_RET_ERRNO | EPERM);
    filter[count++] = statement(load, offsetof(struct seccomp_data, nr));
    filter[count++] = jump(BPF_JGE, X32, FORBIDDEN + 1, 0);
    for (unsigned i = 0; i < FORBIDDEN; i++)
        filter[count++] = jump(BPF_JEQ, (uint32_t)forbidden[i], FORBIDDEN - i, 0);
    filter[count++] = statement(refuse, SECCOMP_RET_ALLOW);
    filter[count++] = statement(refuse, SECCOMP_RET_ERRNO | EPERM);
}

static bool forbid_calls(void)
{
    struct sock_filter filter[HEAD + FORBIDDEN + 1];
    write_filter(filter);
    const struct sock_fprog program = {.len = HEAD + FORBIDDEN + 1, .filter = filter};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}
#else
static bool forbid_calls(void)
{
    return false;
}
#endif

struct guards guard_confine(void)
{
    struct guards guards = {.privileges = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0};
    if (!MAY_WRITE)
        lower(RLIMIT_FSIZE, 0, 0);
    guards.landlock = forbid_files();
    guards.calls = forbid_calls();
    return guards;
}
