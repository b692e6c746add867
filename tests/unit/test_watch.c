/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/process/watch.h"
#include "fixture.h"

enum { TURN = 20, TURNS = 3000 }; /* the limit only stops a test that hangs */

/* A watch in a new folder with the file "a". If not REPORTED, it has no notifier; otherwise, it
   does not look at files before the system reports a change. */
struct watching {
    struct watch watch;
    struct fixture_messages caught;
};

static void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    ck_assert_ptr_nonnull(file);
    ck_assert_int_ge(fputs(text, file), 0);
    ck_assert_int_eq(fclose(file), 0);
}

static void begin(struct watching *watching, bool reported)
{
    char name[] = "/tmp/entente-test-XXXXXX";
    ck_assert_ptr_nonnull(mkdtemp(name));
    ck_assert_int_eq(chdir(name), 0);
    write_file("a", "one");
    fixture_messages_begin(&watching->caught);
    watch_init(&watching->watch, &watching->caught.messages);
    watching->watch.look = reported ? INT_MAX : 1;
    if (!reported && watching->watch.notifier >= 0) {
        close(watching->watch.notifier);
        watching->watch.notifier = -1;
    }
}

static void end(struct watching *watching)
{
    char name[4096];
    watch_clear(&watching->watch);
    ck_assert_str_eq(fixture_messages_end(&watching->caught), "");
    remove("a"), remove("b"), remove("folder/b"), remove("folder");
    ck_assert_ptr_nonnull(getcwd(name, sizeof name));
    ck_assert_int_eq(chdir("/"), 0);
    ck_assert_int_eq(rmdir(name), 0);
}

static void watch_for(struct watching *watching, const char *path, bool pattern)
{
    ck_assert_int_eq(watch_add(&watching->watch, path, pattern, NULL), STATUS_OK);
    ck_assert_int_eq(watch_mark(&watching->watch), STATUS_OK);
}

static bool is_changed(struct watching *watching)
{
    bool changed;
    ck_assert_int_eq(watch_wait(&watching->watch, TURN, &changed), STATUS_OK);
    return changed;
}

/* Fails unless a change is seen, and none afterwards. */
static void assert_changed(struct watching *watching)
{
    int turns = 0;
    while (!is_changed(watching))
        ck_assert_int_lt(turns++, TURNS);
    ck_assert_int_eq(watch_mark(&watching->watch), STATUS_OK);
    ck_assert(!is_changed(watching));
}

/* Whether the loop tests with a notifier; not on systems without one. */
static bool has_notifier(bool reported)
{
#if HAVE_SYS_INOTIFY_H
    (void)reported;
    return true;
#else
    return !reported;
#endif
}

static void test_changes(bool reported)
{
    struct watching watching;
    if (!has_notifier(reported))
        return;
    begin(&watching, reported);
    watch_for(&watching, "a", false);
    ck_assert(!is_changed(&watching));
    write_file("a", "two");
    assert_changed(&watching);
    write_file("b", "three"); /* as an editor does */
    ck_assert(!is_changed(&watching));
    ck_assert_int_eq(rename("b", "a"), 0);
    assert_changed(&watching);
    ck_assert_int_eq(remove("a"), 0);
    assert_changed(&watching);
    write_file("a", "four");
    assert_changed(&watching);
    end(&watching);
}

START_TEST(changes_are_reported)
{
    test_changes(true);
}
END_TEST

START_TEST(changes_are_found)
{
    test_changes(false);
}
END_TEST

START_TEST(a_change_before_the_wait_is_seen)
{
    struct watching watching;
    begin(&watching, false);
    watch_for(&watching, "a", false);
    write_file("a", "longer");
    assert_changed(&watching);
    end(&watching);
}
END_TEST

/* The file that a link leads to is in another folder, which is watched too. */
START_TEST(links_are_followed)
{
    struct watching watching;
    begin(&watching, has_notifier(true));
    ck_assert_int_eq(mkdir("folder", 0700), 0);
    write_file("folder/b", "one");
    ck_assert_int_eq(symlink("folder/b", "b"), 0);
    watch_for(&watching, "b", false);
    write_file("folder/b", "other");
    assert_changed(&watching);
    ck_assert_int_eq(remove("b"), 0);
    ck_assert_int_eq(symlink("a", "b"), 0);
    assert_changed(&watching);
    end(&watching);
}
END_TEST

START_TEST(patterns_match_new_files)
{
    struct watching watching;
    begin(&watching, has_notifier(true));
    ck_assert_int_eq(mkdir("folder", 0700), 0);
    watch_for(&watching, "folder/[b-d]", true);
    ck_assert(!is_changed(&watching));
    write_file("folder/b", "one");
    assert_changed(&watching);
    write_file("folder/b", "other");
    assert_changed(&watching);
    end(&watching);
}
END_TEST

/* No notifier tells of it: files are looked at in any case. */
START_TEST(a_folder_may_come_later)
{
    struct watching watching;
    begin(&watching, true);
    watching.watch.look = 1;
    watch_for(&watching, "folder/b", false);
    ck_assert_int_eq(mkdir("folder", 0700), 0);
    write_file("folder/b", "one");
    assert_changed(&watching);
    end(&watching);
}
END_TEST

START_TEST(what_changes_while_it_is_read_counts)
{
    struct watching watching;
    const struct timespec long_ago = {1, 0}, later = {INT_MAX, 0};
    begin(&watching, false);
    watch_for(&watching, "b", false);
    ck_assert_int_eq(watch_add(&watching.watch, "a", false, &later), STATUS_OK);
    ck_assert(!is_changed(&watching));
    ck_assert_int_eq(watch_add(&watching.watch, "./a", false, &long_ago), STATUS_OK);
    assert_changed(&watching);
    end(&watching);
}
END_TEST

START_TEST(what_is_not_added_again_is_forgotten)
{
    struct watching watching;
    begin(&watching, false);
    watch_for(&watching, "a", false);
    watch_for(&watching, "b", false);
    ck_assert_int_eq(watch_add(&watching.watch, "b", false, NULL), STATUS_OK);
    watch_sweep(&watching.watch);
    write_file("a", "other");
    ck_assert(!is_changed(&watching));
    write_file("b", "other");
    assert_changed(&watching);
    end(&watching);
}
END_TEST

#if HAVE_SYS_INOTIFY_H
START_TEST(without_a_notifier_to_spare_files_are_looked_at)
{
    struct watch watch;
    struct fixture_messages caught;
    struct rlimit before, none;
    ck_assert_int_eq(getrlimit(RLIMIT_NOFILE, &before), 0);
    none = (struct rlimit){3, before.rlim_max};
    fixture_messages_begin(&caught);
    ck_assert_int_eq(setrlimit(RLIMIT_NOFILE, &none), 0);
    watch_init(&watch, &caught.messages);
    ck_assert_int_eq(setrlimit(RLIMIT_NOFILE, &before), 0);
    ck_assert_int_eq(watch.notifier, -1);
    ck_assert_ptr_nonnull(strstr(fixture_messages_end(&caught),
                                 "the system cannot report changes (Too many open files)"));
    watch_clear(&watch);
}
END_TEST
#endif

int main(void)
{
    const TTest *const tests[] = {
        changes_are_reported,
        changes_are_found,
        a_change_before_the_wait_is_seen,
        links_are_followed,
        patterns_match_new_files,
        a_folder_may_come_later,
        what_changes_while_it_is_read_counts,
        what_is_not_added_again_is_forgotten,
#if HAVE_SYS_INOTIFY_H
        without_a_notifier_to_spare_files_are_looked_at,
#endif
    };
    return fixture_run("watch", tests, sizeof tests / sizeof *tests);
}
