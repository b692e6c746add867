/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/process/seccomp.h"

#if HAVE_LINUX_SECCOMP_H
#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

/* The architectures whose system calls are known here. */
#if defined __x86_64__
#define MACHINE AUDIT_ARCH_X86_64
#elif defined __aarch64__
#define MACHINE AUDIT_ARCH_AARCH64
#endif
#endif

#ifdef MACHINE
/* The system calls that a computation does not need. An architecture that lacks one of the older
   calls has its successor, which is listed too. */
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

/* Compares the loaded word with VALUE as HOW says: skips SAME statements if that is true, else
   OTHER. */
static struct sock_filter jump(unsigned how, uint32_t value, unsigned same, unsigned other)
{
    return (struct sock_filter){.code = (unsigned short)(BPF_JMP | how | BPF_K),
                                .jt = (unsigned char)same,
                                .jf = (unsigned char)other,
                                .k = value};
}

_Static_assert(FORBIDDEN + 2 < 250, "a jump offset is a byte");

/* Denies the forbidden calls, and all calls by another architecture's numbers. */
static void write_filter(struct sock_filter filter[])
{
    const unsigned ret = BPF_RET | BPF_K, load = BPF_LD | BPF_W | BPF_ABS;
    size_t count = 0;
    filter[count++] = statement(load, offsetof(struct seccomp_data, arch));
    filter[count++] = jump(BPF_JEQ, MACHINE, 1, 0);
    filter[count++] = statement(ret, SECCOMP_RET_ERRNO | EPERM);
    filter[count++] = statement(load, offsetof(struct seccomp_data, nr));
    filter[count++] = jump(BPF_JGE, X32, FORBIDDEN + 1, 0);
    for (unsigned i = 0; i < FORBIDDEN; i++)
        filter[count++] = jump(BPF_JEQ, (uint32_t)forbidden[i], FORBIDDEN - i, 0);
    filter[count++] = statement(ret, SECCOMP_RET_ALLOW);
    filter[count++] = statement(ret, SECCOMP_RET_ERRNO | EPERM);
}

bool seccomp_forbid_calls(void)
{
    struct sock_filter filter[HEAD + FORBIDDEN + 1];
    write_filter(filter);
    const struct sock_fprog program = {.len = HEAD + FORBIDDEN + 1, .filter = filter};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}
#else
bool seccomp_forbid_calls(void)
{
    return false;
}
#endif
