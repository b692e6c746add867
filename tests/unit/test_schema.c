/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fixture.h"
#include "format/entente/schema.h"

static enum status check(const char *text, const char **printed)
{
    struct fixture_messages caught;
    char *path = fixture_file(text, strlen(text));
    int descriptor = open(path, O_RDONLY);
    fixture_messages_begin(&caught);
    enum status status = schema_check(descriptor, 0, "in.xml", &caught.messages);
    *printed = fixture_messages_end(&caught);
    close(descriptor);
    unlink(path);
    free(path);
    return status;
}

START_TEST(a_valid_dataset_has_no_errors)
{
    const char *printed;
    ck_assert_int_eq(check("<network xmlns='urn:entente:network:1'><actors>"
                           "<state id='a'><name>A</name></state>"
                           "<state id='b'><name>B</name></state></actors>"
                           "<relations><support id='s' from='a' to='b' form='anything'>"
                           "<claim by='x' stance='asserts'>so</claim></support></relations>"
                           "</network>",
                           &printed),
                     STATUS_OK);
    ck_assert_str_eq(printed, "");
}
END_TEST

START_TEST(errors_name_the_line)
{
    const char *printed;
    ck_assert_int_eq(check("<network xmlns='urn:entente:network:1'><actors>\n"
                           "<state id='a'><name>A</name></state>\n"
                           "<empire id='b'/></actors></network>",
                           &printed),
                     STATUS_INVALID);
    ck_assert_ptr_nonnull(strstr(printed, "in.xml:3: error: does not match the schema: "));
}
END_TEST

START_TEST(a_large_line_number_is_right)
{
    enum { LINES = 70000 };
    static const char start[] = "<network xmlns='urn:entente:network:1'><actors>",
                      end[] = "<empire id='b'/></actors></network>";
    static char text[LINES + sizeof start + sizeof end];
    const char *printed;
    memset(text, '\n', sizeof text - 1);
    memcpy(text, start, sizeof start - 1);
    memcpy(text + sizeof start - 1 + LINES, end, sizeof end);
    ck_assert_int_eq(check(text, &printed), STATUS_INVALID);
    ck_assert_msg(strstr(printed, "in.xml:70001: error: ") != NULL, "%s", printed);
}
END_TEST

START_TEST(malformed_xml_is_an_error)
{
    const char *printed;
    ck_assert_int_eq(check("<network xmlns='urn:entente:network:1'><actors>", &printed),
                     STATUS_INVALID);
    ck_assert_int_eq(strncmp(printed, "in.xml:1: error: ", 17), 0);
}
END_TEST

START_TEST(an_unreadable_file_is_a_failure)
{
    struct fixture_messages caught;
    int folder = open("/", O_RDONLY);
    fixture_messages_begin(&caught);
    ck_assert_int_eq(schema_check(folder, 0, "folder", &caught.messages), STATUS_FAILURE);
    ck_assert_str_eq(fixture_messages_end(&caught),
                     "entente: error: folder: cannot read: Is a directory\n");
    close(folder);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {a_valid_dataset_has_no_errors, errors_name_the_line,
                                  a_large_line_number_is_right, malformed_xml_is_an_error,
                                  an_unreadable_file_is_a_failure};
    return fixture_run("schema", tests, sizeof tests / sizeof *tests);
}
