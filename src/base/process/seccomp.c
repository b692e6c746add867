/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/process/seccomp.h"

#if HAVE_LINUX_SECCOMP_H
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/futex.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The architectures whose system calls are known here; both little-endian. */
#if defined __x86_64__
#define MACHINE AUDIT_ARCH_X86_64
#elif defined __aarch64__ && defined __AARCH64EL__
#define MACHINE AUDIT_ARCH_AARCH64
#endif
#endif

#ifdef MACHINE
/* What a computation needs, whatever the arguments. Some of these calls are made only by some
   versions of the C library, or if the kernel does not map the clock into the process. */
static const int harmless[] = {
    SYS_brk,          SYS_munmap,        SYS_mremap,       SYS_madvise,      SYS_exit_group,
    SYS_exit,         SYS_clock_gettime, SYS_clock_getres, SYS_gettimeofday, SYS_getrusage,
    SYS_times,        SYS_getrandom,     SYS_sysinfo, /* the C library sorts as the size of the
                                                         memory allows */
    SYS_uname,        SYS_getpid,        SYS_gettid,       SYS_getppid,      SYS_getuid,
    SYS_geteuid,      SYS_getgid,        SYS_getegid,      SYS_rt_sigaction, SYS_rt_sigprocmask,
    SYS_rt_sigreturn, SYS_sigaltstack,   SYS_close,
#ifdef SYS_time
    SYS_time,         SYS_getrlimit,
#endif
#if !HAVE_GVPLUGINS || COVERAGE
    SYS_read,         SYS_pread64,       SYS_lseek,        SYS_fstat,        SYS_newfstatat,
    SYS_statx,        SYS_faccessat,     SYS_readlinkat,   SYS_getcwd,       SYS_getdents64,
#ifdef SYS_open
    SYS_stat,         SYS_lstat,         SYS_access,       SYS_readlink,
#endif
#endif
#if COVERAGE
    SYS_write,        SYS_openat,        SYS_mkdirat,      SYS_fcntl,        SYS_ftruncate,
    SYS_umask,
#ifdef SYS_open
    SYS_open,         SYS_mkdir,
#endif
#endif
};

/* What only an attacker does in a process that computes a layout. */
static const int hostile[] = {
    SYS_execve,           SYS_execveat,          SYS_ptrace,
    SYS_process_vm_readv, SYS_process_vm_writev, SYS_pidfd_getfd,
};

enum { ROOM = 256, X32 = 0x40000000 };

/* Memory can't become code, unless plugins have to be loaded into it. */
#if HAVE_GVPLUGINS
enum { CODE = PROT_EXEC };
#else
enum { CODE = 0 };
#endif

/* A filter under construction. */
struct program {
    struct sock_filter statements[ROOM];
    unsigned short count;
};

static void add(struct program *program, unsigned code, uint32_t value, unsigned if_true,
                unsigned if_false)
{
    assert(program->count < ROOM);
    program->statements[program->count++] = (struct sock_filter){.code = (unsigned short)code,
                                                                 .jt = (unsigned char)if_true,
                                                                 .jf = (unsigned char)if_false,
                                                                 .k = value};
}

static void load(struct program *program, size_t offset)
{
    add(program, BPF_LD | BPF_W | BPF_ABS, (uint32_t)offset, 0, 0);
}

static void end(struct program *program, uint32_t action)
{
    add(program, BPF_RET | BPF_K, action, 0, 0);
}

/* Skips SAME statements if the loaded word is VALUE, and OTHER if not. */
static void compare(struct program *program, uint32_t value, unsigned same, unsigned other)
{
    add(program, BPF_JMP | BPF_JEQ | BPF_K, value, same, other);
}

static const uint32_t denied = SECCOMP_RET_ERRNO | ENOSYS;

/* The call whose number is loaded ends with ACTION if it is CALL. */
static void decide(struct program *program, int call, uint32_t action)
{
    compare(program, (uint32_t)call, 0, 1);
    end(program, action);
}

/* A condition on a word of 32 bits of an argument: those in MASK have this VALUE. */
struct condition {
    unsigned argument; /* from 0 */
    uint32_t mask, value;
    bool upper; /* of 64 bits */
};

/* Allows CALL if an argument, or two, are as required; denies it otherwise. The kernel ignores
   the upper halves of arguments that are ints. */
static void allow_if(struct program *program, int call, const struct condition conditions[],
                     size_t count)
{
    enum { LENGTH = 4 }; /* statements of a condition */
    compare(program, (uint32_t)call, 0, (unsigned)count * LENGTH + 1);
    for (size_t i = 0; i < count; i++) {
        const struct condition *condition = &conditions[i];
        load(program, offsetof(struct seccomp_data, args) +
                          sizeof(uint64_t) * condition->argument +
                          (condition->upper ? sizeof(uint32_t) : 0));
        add(program, BPF_ALU | BPF_AND | BPF_K, condition->mask, 0, 0);
        compare(program, condition->value, 1, 0);
        end(program, denied);
    }
    end(program, SECCOMP_RET_ALLOW);
}

#define ALLOW_IF(program, call, ...)                                                             \
    allow_if(program, call, (const struct condition[]){__VA_ARGS__},                             \
             sizeof((const struct condition[]){__VA_ARGS__}) / sizeof(struct condition))

/* All calls by the numbers of another architecture are hostile. */
static void begin(struct program *program)
{
    load(program, offsetof(struct seccomp_data, arch));
    compare(program, MACHINE, 1, 0);
    end(program, SECCOMP_RET_KILL_PROCESS);
    load(program, offsetof(struct seccomp_data, nr));
    add(program, BPF_JMP | BPF_JGE | BPF_K, X32, 0, 1);
    end(program, SECCOMP_RET_KILL_PROCESS);
}

static void allow_memory(struct program *program)
{
    ALLOW_IF(program, SYS_mmap, {.argument = 2, .mask = CODE});
    ALLOW_IF(program, SYS_mprotect, {.argument = 2, .mask = CODE});
}

/* LAST_FILE is one less than a power of 2. */
static void allow_writing(struct program *program, int last_file)
{
    const uint32_t others = ~(uint32_t)last_file;
    assert((last_file & (last_file + 1)) == 0);
    ALLOW_IF(program, SYS_write, {.argument = 0, .mask = others});
    ALLOW_IF(program, SYS_writev, {.argument = 0, .mask = others});
}

#if HAVE_GVPLUGINS
static void allow_reading(struct program *program)
{
    (void)program;
}
#else
/* Plugins, and the libraries that they need, are opened for reading. */
static void allow_reading(struct program *program)
{
    const uint32_t changes = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND;
    ALLOW_IF(program, SYS_openat, {.argument = 2, .mask = changes, .value = O_RDONLY});
#ifdef SYS_open
    ALLOW_IF(program, SYS_open, {.argument = 1, .mask = changes, .value = O_RDONLY});
#endif
}
#endif

/* There is one thread, so that it never waits for another. It cannot sleep: a process that uses
   no processor time makes no progress, and is stopped. It signals only itself, as abort(3) does,
   and may read its limits, but not set them. */
static void allow_itself(struct program *program)
{
    const uint32_t all = ~UINT32_C(0), flags = FUTEX_PRIVATE_FLAG | FUTEX_CLOCK_REALTIME;
    ALLOW_IF(program, SYS_futex, {.argument = 1, .mask = ~flags, .value = FUTEX_WAKE});
    ALLOW_IF(program, SYS_tgkill, {.argument = 0, .mask = all, .value = (uint32_t)getpid()},
             {.argument = 1, .mask = all, .value = (uint32_t)syscall(SYS_gettid)});
    ALLOW_IF(program, SYS_prlimit64, {.argument = 0, .mask = all}, {.argument = 2, .mask = all},
             {.argument = 2, .mask = all, .upper = true});
}

static void write_program(struct program *program, int last_file)
{
    begin(program);
    for (size_t i = 0; i < sizeof harmless / sizeof *harmless; i++)
        decide(program, harmless[i], SECCOMP_RET_ALLOW);
    allow_memory(program);
    allow_writing(program, last_file);
    allow_reading(program);
    allow_itself(program);
    for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++)
        decide(program, hostile[i], SECCOMP_RET_KILL_PROCESS);
    end(program, denied);
}

bool seccomp_restrict(int last_file)
{
    struct program program = {.count = 0};
    write_program(&program, last_file);
    const struct sock_fprog filter = {.len = program.count, .filter = program.statements};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}
#else
bool seccomp_restrict(int last_file)
{
    (void)last_file;
    return false;
}
#endif
