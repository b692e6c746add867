/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "fixture.h"
#include "format/intake/uuid.h"

static void assert_uuid(const char *name, const char *expected)
{
    char uuid[UUID_LENGTH + 1];
    uuid_of_name(name, uuid);
    ck_assert_str_eq(uuid, expected);
}

/* By uuid.uuid5 of Python. */
START_TEST(names_have_uuids)
{
    assert_uuid("vertex/iran", "21e3acfa-bd28-50b3-bd65-5790ce7d15a2");
    assert_uuid("bundle/The Tehran talks", "0f0332bf-c151-52cb-a8cd-bc4e95565423");
    assert_uuid("", "11f64d64-1464-501e-a42a-cafbd5539b3f");
    assert_uuid("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "f5568265-cf67-52a2-b451-945abe25e293");
    assert_uuid("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "bf56b7b0-6cf3-5b20-8c68-0a936446cf7a");
    assert_uuid("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "fc3f2fcd-359c-579e-8bb5-a462f5de0168");
    assert_uuid("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "1c356425-f07b-56d7-9462-8c0d443aa977");
    assert_uuid("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "4180fedd-f3b7-579d-9634-f07a2ab3f383");
    assert_uuid("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "b013e4a3-3aa4-5b8b-8803-ca77cec40d9d");
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {names_have_uuids};
    return fixture_run("uuid", tests, sizeof tests / sizeof *tests);
}
