/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
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

START_TEST(a_folder_is_not_written)
{
    const char *printed;
    enter_folder();
    ck_assert_int_eq(mkdir("out.svg", 0700), 0);
    ck_assert_int_eq(write_text("out.svg", "one", &printed), STATUS_FAILURE);
    ck_assert_str_eq(printed, "entente: error: out.svg: cannot write: Is a directory\n");
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

int main(void)
{
    const TTest *const tests[] = {
        a_file_is_made_and_replaced,
        permissions_are_those_of_the_umask_or_the_old_file,
        links_are_followed,
        a_cycle_of_links_is_reported,
        a_pipe_is_written_and_stays,
        a_device_is_written_and_stays,
        a_folder_is_not_written,
        a_failed_stream_is_reported,
        a_failed_stream_gives_the_right_reason,
    };
    return fixture_run("output", tests, sizeof tests / sizeof *tests);
}
