/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/process/output.h"
#include "fixture.h"

/* Goes to a new, empty folder. */
static void enter_folder(void)
{
    char name[] = "/tmp/entente-test-XXXXXX";
    ck_assert_ptr_nonnull(mkdtemp(name));
    ck_assert_int_eq(chdir(name), 0);
}

static void leave_folder(void)
{
    char name[4096];
    ck_assert_ptr_nonnull(getcwd(name, sizeof name));
    ck_assert_int_eq(chdir("/"), 0);
    ck_assert_msg(rmdir(name) == 0, "something was left behind");
}

static enum status write_text(const char *path, const char *text, const char **printed)
{
    struct fixture_messages caught;
    fixture_messages_begin(&caught);
    enum status status = output_write(path, text, strlen(text), &caught.messages);
    *printed = fixture_messages_end(&caught);
    return status;
}

static void assert_written(const char *path, const char *text)
{
    const char *printed;
    ck_assert_int_eq(write_text(path, text, &printed), STATUS_OK);
    ck_assert_str_eq(printed, "");
}

static void assert_holds(const char *path, const char *text)
{
    char bytes[64] = "";
    FILE *file = fopen(path, "r");
    ck_assert_ptr_nonnull(file);
    size_t got = fread(bytes, 1, sizeof bytes - 1, file);
    bytes[got] = '\0';
    fclose(file);
    ck_assert_str_eq(bytes, text);
}

START_TEST(a_file_is_made_and_replaced)
{
    enter_folder();
    assert_written("out.svg", "one");
    assert_holds("out.svg", "one");
    assert_written("out.svg", "");
    assert_holds("out.svg", "");
    remove("out.svg");
    leave_folder();
}
END_TEST

START_TEST(permissions_are_those_of_the_umask_or_the_old_file)
{
    struct stat file;
    enter_folder();
    umask(027);
    assert_written("out.svg", "one");
    ck_assert_int_eq(stat("out.svg", &file), 0);
    ck_assert_uint_eq(file.st_mode & 07777, 0640);
    ck_assert_int_eq(chmod("out.svg", 0604), 0);
    assert_written("out.svg", "two");
    ck_assert_int_eq(stat("out.svg", &file), 0);
    ck_assert_uint_eq(file.st_mode & 07777, 0604);
    remove("out.svg");
    leave_folder();
}
END_TEST

START_TEST(links_are_followed)
{
    struct stat link;
    enter_folder();
    ck_assert_int_eq(symlink("real.svg", "there.svg"), 0);
    ck_assert_int_eq(symlink("there.svg", "out.svg"), 0);
    assert_written("out.svg", "one"); /* the file is not there yet */
    assert_holds("real.svg", "one");
    assert_written("out.svg", "two");
    assert_holds("real.svg", "two");
    ck_assert_int_eq(lstat("out.svg", &link), 0);
    ck_assert(S_ISLNK(link.st_mode));
    remove("real.svg");
    remove("there.svg");
    remove("out.svg");
    leave_folder();
}
END_TEST

START_TEST(a_cycle_of_links_is_reported)
{
    const char *printed;
    enter_folder();
    ck_assert_int_eq(symlink("a", "b"), 0);
    ck_assert_int_eq(symlink("b", "a"), 0);
    ck_assert_int_eq(write_text("a", "one", &printed), STATUS_FAILURE);
    ck_assert_ptr_nonnull(strstr(printed, "Too many levels of symbolic links\n"));
    remove("a");
    remove("b");
    leave_folder();
}
END_TEST

/* Whether a pipe is not replaced. If it is, the tests below would replace devices when run as
   root. */
static bool pipes_stay(void)
{
    struct stat pipe;
    const char *printed;
    enter_folder();
    ck_assert_int_eq(mkfifo("pipe", 0600), 0);
    int reader = open("pipe", O_RDWR | O_NONBLOCK | O_CLOEXEC);
    write_text("pipe", "one", &printed);
    bool stay = stat("pipe", &pipe) == 0 && S_ISFIFO(pipe.st_mode);
    close(reader);
    remove("pipe");
    leave_folder();
    return stay;
}

START_TEST(a_pipe_is_written_and_stays)
{
    ck_assert(pipes_stay());
}
END_TEST

START_TEST(a_device_is_written_and_stays)
{
    struct stat device;
    const char *printed;
    ck_assert(pipes_stay());
    assert_written("/dev/null", "one");
    ck_assert_int_eq(stat("/dev/null", &device), 0);
    ck_assert(S_ISCHR(device.st_mode));
    ck_assert_int_eq(write_text("/dev/full", "one", &printed), STATUS_FAILURE);
    ck_assert_str_eq(printed,
                     "entente: error: /dev/full: cannot write: No space left on device\n");
}
END_TEST

/* A pipe with something to read from; returns its end for writing. */
static int open_pipe(int *reader)
{
    int ends[2];
    ck_assert_int_eq(pipe(ends), 0);
    *reader = ends[0];
    return ends[1];
}

static void assert_reads(int reader, const char *text)
{
    char bytes[64] = "";
    ssize_t got = read(reader, bytes, sizeof bytes - 1);
    ck_assert_int_eq(got, (ssize_t)strlen(text));
    ck_assert_str_eq(bytes, text);
}

/* As by the process substitution of a shell, and through a link. */
START_TEST(a_pipe_that_is_open_is_written)
{
    static const char *const folders[] = {"/dev/fd", "/proc/self/fd", "."};
    char path[64], target[64];
    int reader, writer = open_pipe(&reader);
    enter_folder();
    snprintf(target, sizeof target, "/proc/self/fd/%d", writer);
    snprintf(path, sizeof path, "./%d", writer);
    ck_assert_int_eq(symlink(target, path), 0);
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        snprintf(path, sizeof path, "%s/%d", folders[i], writer);
        assert_written(path, "one");
        assert_reads(reader, "one");
    }
    remove(path);
    close(reader);
    close(writer);
    leave_folder();
}
END_TEST

/* It can't be opened by its path. */
START_TEST(a_socket_that_is_open_is_written)
{
    char path[64];
    int ends[2];
    ck_assert_int_eq(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
    snprintf(path, sizeof path, "/dev/fd/%d", ends[1]);
    assert_written(path, "one");
    assert_reads(ends[0], "one");
    close(ends[0]);
    close(ends[1]);
}
END_TEST

/* The file isn't replaced: what others write to it must not be lost. */
START_TEST(a_file_that_is_open_is_continued)
{
    char path[64];
    enter_folder();
    FILE *file = fopen("out.svg", "w");
    ck_assert_ptr_nonnull(file);
    fputs("one ", file);
    ck_assert_int_eq(fflush(file), 0);
    snprintf(path, sizeof path, "/dev/fd/%d", fileno(file));
    assert_written(path, "two ");
    fputs("three", file);
    fclose(file);
    assert_holds("out.svg", "one two three");
    remove("out.svg");
    leave_folder();
}
END_TEST

START_TEST(the_pipe_of_another_process_is_written)
{
    char path[64];
    int reader, writer = open_pipe(&reader);
    snprintf(path, sizeof path, "/proc/%ld/fd/%d", (long)getpid(), writer);
    pid_t child = fork();
    if (child == 0) {
        close(writer);
        struct messages silent;
        messages_init(&silent, NULL, NULL);
        _exit(output_write(path, "one", 3, &silent) == STATUS_OK ? 0 : 1);
    }
    int how;
    ck_assert_int_eq(waitpid(child, &how, 0), child);
    ck_assert_int_eq(how, 0);
    assert_reads(reader, "one");
    close(reader);
    close(writer);
}
END_TEST

/* Whether permissions matter now: root may do anything, so becomes somebody else. */
static bool obey_permissions(void)
{
    enum { NOBODY = 65534 };
    return geteuid() != 0 || seteuid(NOBODY) == 0;
}

static void become_root_again(void)
{
    ck_assert_int_eq(seteuid(getuid()), 0);
}

START_TEST(a_file_in_a_closed_folder_is_written_in_place)
{
    struct stat before, after;
    if (!obey_permissions())
        return;
    enter_folder();
    assert_written("out.svg", "a longer text");
    ck_assert_int_eq(stat("out.svg", &before), 0);
    ck_assert_int_eq(chmod(".", 0500), 0);
    assert_written("out.svg", "two");
    assert_holds("out.svg", "two");
    ck_assert_int_eq(stat("out.svg", &after), 0);
    ck_assert_uint_eq(before.st_ino, after.st_ino);
    ck_assert_int_eq(chmod(".", 0700), 0);
    remove("out.svg");
    leave_folder();
    become_root_again();
}
END_TEST

START_TEST(a_file_that_cannot_be_written_whole_is_reported)
{
    const struct rlimit small = {3, RLIM_INFINITY};
    const char *printed;
    if (!obey_permissions())
        return;
    enter_folder();
    assert_written("out.svg", "a longer text");
    ck_assert_int_eq(chmod(".", 0500), 0);
    signal(SIGXFSZ, SIG_IGN);
    ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &small), 0);
    ck_assert_int_eq(write_text("out.svg", "three", &printed), STATUS_FAILURE);
    ck_assert_str_eq(printed,
                     "entente: error: out.svg: cannot write; the file is now incomplete: "
                     "File too large\n");
    assert_holds("out.svg", "thr");
    ck_assert_int_eq(chmod(".", 0700), 0);
    remove("out.svg");
    leave_folder();
    become_root_again();
}
END_TEST

START_TEST(a_new_file_in_a_closed_folder_is_an_error)
{
    const char *printed;
    struct fixture_messages caught;
    if (!obey_permissions())
        return;
    enter_folder();
    ck_assert_int_eq(chmod(".", 0500), 0);
    ck_assert_int_eq(write_text("out.svg", "one", &printed), STATUS_FAILURE);
    ck_assert_str_eq(printed, "entente: error: out.svg: cannot create a temporary file next to "
                              "it: Permission denied\n");
    fixture_messages_begin(&caught);
    ck_assert_int_eq(output_may_write("out.svg", &caught.messages), STATUS_FAILURE);
    ck_assert_str_eq(fixture_messages_end(&caught), printed);
    leave_folder();
    become_root_again();
}
END_TEST

/* Also by root, who may write any file. */
START_TEST(a_file_that_is_read_only_stays)
{
    static const char expected[] =
        "entente: error: my out.svg: cannot write: the file is read-only; to allow it, run: "
        "chmod u+w 'my out.svg'\n";
    const char *printed;
    struct fixture_messages caught;
    enter_folder();
    assert_written("my out.svg", "one");
    ck_assert_int_eq(chmod("my out.svg", 0444), 0);
    ck_assert_int_eq(write_text("my out.svg", "two", &printed), STATUS_FAILURE);
    ck_assert_str_eq(printed, expected);
    fixture_messages_begin(&caught);
    ck_assert_int_eq(output_may_write("my out.svg", &caught.messages), STATUS_FAILURE);
    ck_assert_int_eq(output_replace("my out.svg", "two", 3, &caught.messages), STATUS_FAILURE);
    fixture_messages_end(&caught);
    assert_holds("my out.svg", "one");
    remove("my out.svg");
    leave_folder();
}
END_TEST

/* Of another user. */
START_TEST(a_file_that_may_not_be_written_stays)
{
    const char *printed;
    if (geteuid() != 0 || !obey_permissions())
        return;
    enter_folder();
    become_root_again();
    assert_written("out.svg", "one");
    ck_assert(obey_permissions());
    ck_assert_int_eq(write_text("out.svg", "two", &printed), STATUS_FAILURE);
    ck_assert_str_eq(printed, "entente: error: out.svg: cannot write: Permission denied\n");
    assert_holds("out.svg", "one");
    remove("out.svg");
    leave_folder();
    become_root_again();
}
END_TEST

START_TEST(what_can_be_written_is_told_before)
{
    struct fixture_messages caught;
    enter_folder();
    fixture_messages_begin(&caught);
    ck_assert_int_eq(output_may_write("-", &caught.messages), STATUS_OK);
    ck_assert_int_eq(output_may_write("/dev/null", &caught.messages), STATUS_OK);
    ck_assert_int_eq(output_may_write("/dev/stdout", &caught.messages), STATUS_OK);
    ck_assert_int_eq(output_may_write("out.svg", &caught.messages), STATUS_OK);
    ck_assert_int_eq(output_may_write("nosuch/out.svg", &caught.messages), STATUS_FAILURE);
    ck_assert_int_eq(output_may_write(".", &caught.messages), STATUS_FAILURE);
    fixture_messages_end(&caught);
    leave_folder();
}
END_TEST

START_TEST(a_folder_is_not_written)
{
    const char *printed;
    enter_folder();
    ck_assert_int_eq(mkdir("out.svg", 0700), 0);
    ck_assert_int_eq(write_text("out.svg", "one", &printed), STATUS_FAILURE);
    ck_assert_str_eq(printed, "entente: error: out.svg: cannot write: it is a directory; "
                              "name a file in it\n");
    ck_assert_int_eq(write_text("nosuch/out.svg", "one", &printed), STATUS_FAILURE);
    rmdir("out.svg");
    leave_folder();
}
END_TEST

START_TEST(a_failed_stream_is_reported)
{
    struct fixture_messages caught;
    FILE *full = fopen("/dev/full", "w");
    ck_assert_ptr_nonnull(full);
    fputs("one", full);
    fixture_messages_begin(&caught);
    ck_assert_int_eq(output_flush(full, "standard output", &caught.messages), STATUS_FAILURE);
    ck_assert_str_eq(fixture_messages_end(&caught),
                     "entente: error: standard output: cannot write: No space left on device\n");
    fclose(full);
}
END_TEST

/* A write larger than the stream's buffer fails before the stream is flushed, which doesn't set
   errno again. */
START_TEST(a_failed_stream_gives_the_right_reason)
{
    static const char much[1 << 20];
    struct fixture_messages caught;
    FILE *full = fopen("/dev/full", "w");
    ck_assert_ptr_nonnull(full);
    fwrite(much, 1, sizeof much, full);
    errno = 0;
    fixture_messages_begin(&caught);
    ck_assert_int_eq(output_flush(full, "standard output", &caught.messages), STATUS_FAILURE);
    const char *printed = fixture_messages_end(&caught);
    ck_assert(strstr(printed, "standard output: cannot write: ") != NULL);
    ck_assert(strstr(printed, strerror(0)) == NULL);
    fclose(full);
}
END_TEST

START_TEST(targets_are_compared_through_links)
{
    enter_folder();
    ck_assert_int_eq(symlink("new", "link"), 0);
    ck_assert(output_is_file("link") && output_is_file("new"));
    ck_assert(!output_is_file("-") && !output_is_file("/dev/null") && !output_is_file("."));
    ck_assert(output_is_same_target("new", "./link"));
    ck_assert(!output_is_same_target("new", "other"));
    ck_assert(!output_is_same_target("/dev/null", "/dev/null"));
    ck_assert(!output_is_same_target("-", "-"));
    assert_written("new", "x");
    ck_assert_int_eq(link("new", "hard"), 0);
    ck_assert(output_is_same_target("hard", "link"));
    ck_assert_int_eq(unlink("link") + unlink("hard") + unlink("new"), 0);
    leave_folder();
}
END_TEST

START_TEST(what_replaces_is_no_pipe)
{
    const char *printed;
    struct fixture_messages caught;
    enter_folder();
    ck_assert_int_eq(mkfifo("pipe", 0600), 0);
    fixture_messages_begin(&caught);
    ck_assert_int_eq(output_replace("pipe", "x", 1, &caught.messages), STATUS_FAILURE);
    printed = fixture_messages_end(&caught);
    ck_assert(strstr(printed, "pipe: cannot replace: it is not a regular file") != NULL);
    ck_assert_int_eq(unlink("pipe"), 0);
    leave_folder();
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        a_file_is_made_and_replaced,
        permissions_are_those_of_the_umask_or_the_old_file,
        links_are_followed,
        a_cycle_of_links_is_reported,
        a_pipe_is_written_and_stays,
        a_device_is_written_and_stays,
        a_pipe_that_is_open_is_written,
        a_socket_that_is_open_is_written,
        a_file_that_is_open_is_continued,
        the_pipe_of_another_process_is_written,
        a_file_in_a_closed_folder_is_written_in_place,
        a_file_that_cannot_be_written_whole_is_reported,
        a_new_file_in_a_closed_folder_is_an_error,
        a_file_that_is_read_only_stays,
        a_file_that_may_not_be_written_stays,
        what_can_be_written_is_told_before,
        a_folder_is_not_written,
        a_failed_stream_is_reported,
        a_failed_stream_gives_the_right_reason,
        targets_are_compared_through_links,
        what_replaces_is_no_pipe,
    };
    return fixture_run("output", tests, sizeof tests / sizeof *tests);
}
