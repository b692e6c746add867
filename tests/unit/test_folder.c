/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/process/folder.h"
#include "cli/init/project_name.h"
#include "fixture.h"

static char place[] = "/tmp/entente-test-XXXXXX";

static void enter_place(void)
{
    strcpy(place + strlen(place) - 6, "XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(place));
    ck_assert_int_eq(chdir(place), 0);
}

/* Fails if anything is left besides what the test removed. */
static void leave_place(void)
{
    ck_assert_int_eq(chdir("/"), 0);
    ck_assert_msg(rmdir(place) == 0, "something was left behind");
}

/* Makes the folder PATH with the file "data/a" in it; unless PUBLISHED, stops before it is in its
   place. */
static enum status make_folder(const char *path, bool published, const char **printed)
{
    struct fixture_messages caught;
    struct folder folder;
    fixture_messages_begin(&caught);
    enum status status = folder_begin(&folder, path, &caught.messages);
    if (status == STATUS_OK)
        status = folder_add(&folder, "data/a", "text", strlen("text"), &caught.messages);
    ck_assert_msg(status != STATUS_OK ||
                      (access("new/data", F_OK) != 0 && access("data", F_OK) != 0),
                  "is there too early");
    if (status == STATUS_OK && published)
        status = folder_publish(&folder, &caught.messages);
    folder_clear(&folder);
    *printed = fixture_messages_end(&caught);
    return status;
}

static enum status make_new(bool published, const char **printed)
{
    return make_folder("new", published, printed);
}

START_TEST(all_is_there_at_once)
{
    const char *printed;
    struct stat file;
    enter_place();
    ck_assert_int_eq(make_new(true, &printed), STATUS_OK);
    ck_assert_str_eq(printed, "");
    ck_assert_int_eq(stat("new/data/a", &file), 0);
    ck_assert_int_eq(file.st_size, strlen("text"));
    unlink("new/data/a");
    rmdir("new/data");
    rmdir("new");
    leave_place();
}
END_TEST

START_TEST(what_is_given_up_leaves_nothing)
{
    const char *printed;
    enter_place();
    ck_assert_int_eq(make_new(false, &printed), STATUS_OK);
    leave_place();
}
END_TEST

START_TEST(an_empty_folder_is_replaced)
{
    const char *printed;
    enter_place();
    mkdir("new", 0777);
    ck_assert_int_eq(make_new(true, &printed), STATUS_OK);
    unlink("new/data/a");
    rmdir("new/data");
    rmdir("new");
    leave_place();
}
END_TEST

START_TEST(a_full_folder_is_kept)
{
    const char *printed;
    enter_place();
    mkdir("new", 0777);
    mkdir("new/mine", 0777);
    ck_assert_int_eq(make_new(true, &printed), STATUS_FAILURE);
    ck_assert_str_eq(printed,
                     "entente: error: new: is there already, and not empty; choose another "
                     "name or move it away\n");
    ck_assert_int_eq(rmdir("new/mine"), 0);
    rmdir("new");
    leave_place();
}
END_TEST

/* Whoever stands in it still does. */
START_TEST(the_folder_that_one_stands_in_is_filled)
{
    const char *printed;
    enter_place();
    mkdir(".git", 0777);
    ck_assert_int_eq(make_folder(".", true, &printed), STATUS_OK);
    ck_assert_str_eq(printed, "");
    ck_assert_int_eq(unlink("data/a"), 0);
    rmdir("data");
    rmdir(".git");
    leave_place();
}
END_TEST

START_TEST(what_is_in_it_is_kept)
{
    const char *printed;
    enter_place();
    mkdir("data", 0777);
    struct fixture_messages caught;
    struct folder folder;
    fixture_messages_begin(&caught);
    ck_assert_int_eq(folder_begin(&folder, ".", &caught.messages), STATUS_OK);
    ck_assert_int_eq(folder_add(&folder, "b", "text", strlen("text"), &caught.messages),
                     STATUS_OK);
    ck_assert_int_eq(folder_publish(&folder, &caught.messages), STATUS_FAILURE);
    folder_clear(&folder);
    printed = fixture_messages_end(&caught);
    ck_assert_str_eq(printed,
                     "entente: error: .: this folder is not empty; give the name of a new one\n");
    ck_assert_int_eq(rmdir("data"), 0);
    leave_place();
}
END_TEST

/* What is read from OPERAND, as "PATH NAME", or the message. */
static const char *read_name(const char *operand)
{
    static char read[1000];
    struct fixture_messages caught;
    struct buffer path = BUFFER_EMPTY, name = BUFFER_EMPTY;
    fixture_messages_begin(&caught);
    const enum status status = project_name_read(&path, &name, operand, &caught.messages);
    snprintf(read, sizeof read, "%s %s", buffer_string(&path), buffer_string(&name));
    buffer_clear(&path);
    buffer_clear(&name);
    const char *printed = fixture_messages_end(&caught);
    return status == STATUS_OK ? read : printed;
}

START_TEST(a_name_is_the_last_part_of_a_path)
{
    ck_assert_str_eq(read_name("harbour"), "harbour harbour");
    ck_assert_str_eq(read_name("my work/harbour//"), "my work/harbour harbour");
    ck_assert_str_eq(read_name("/1914"), "/1914 1914");
    ck_assert_str_eq(read_name("a.b_c-d"), "a.b_c-d a.b_c-d");
}
END_TEST

START_TEST(here_has_the_name_of_the_folder)
{
    enter_place();
    mkdir("talks", 0777);
    mkdir("my talks", 0777);
    ck_assert_int_eq(chdir("talks"), 0);
    ck_assert_str_eq(read_name("."), ". talks");
    ck_assert_str_eq(read_name(".//"), ". talks");
    ck_assert_int_eq(chdir("../my talks"), 0);
    ck_assert_ptr_nonnull(
        strstr(read_name("."), "the name of this folder, \"my talks\", has other"));
    ck_assert_ptr_nonnull(strstr(read_name("."), "make a new one: entente init my-talks"));
    ck_assert_int_eq(chdir(".."), 0);
    rmdir("talks");
    rmdir("my talks");
    leave_place();
}
END_TEST

START_TEST(a_bad_name_gets_a_better_one)
{
    ck_assert_ptr_nonnull(strstr(read_name("My talks, 2024"), "would \"My-talks-2024\" do?"));
    ck_assert_ptr_nonnull(strstr(read_name("-talks"), "would \"talks\" do?"));
    ck_assert_ptr_nonnull(strstr(read_name("nul"), "Windows; choose another, such as"));
    ck_assert_ptr_nonnull(strstr(read_name("/"), "is empty; choose another, such as"));
    ck_assert_ptr_nonnull(strstr(read_name(".."), "choose another, such as"));
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        all_is_there_at_once,        what_is_given_up_leaves_nothing,
        an_empty_folder_is_replaced, the_folder_that_one_stands_in_is_filled,
        what_is_in_it_is_kept,       here_has_the_name_of_the_folder,
        a_full_folder_is_kept,       a_name_is_the_last_part_of_a_path,
        a_bad_name_gets_a_better_one};
    return fixture_run("folder", tests, sizeof tests / sizeof *tests);
}
