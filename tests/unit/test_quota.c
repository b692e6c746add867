/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <check.h>
#include <stdlib.h>

#include "cli/quota.h"
#include "fixture.h"

START_TEST(output_may_be_long_or_as_long_as_many_datasets)
{
    struct quota quota = {{1, 1}, 20};
    struct network network = {.bytes = 1000};
    ck_assert_uint_eq(quota_bytes(&quota, &network), QUOTA_BYTES);
    network.bytes = QUOTA_BYTES / 20;
    ck_assert_uint_eq(quota_bytes(&quota, &network), QUOTA_BYTES);
    network.bytes = QUOTA_BYTES;
    ck_assert_uint_eq(quota_bytes(&quota, &network), 20UL * QUOTA_BYTES);
    quota.growth = 1;
    ck_assert_uint_eq(quota_bytes(&quota, &network), QUOTA_BYTES);
    ck_assert_uint_eq(quota_bytes(NULL, &network), 0);
}
END_TEST

START_TEST(a_network_knows_the_size_of_its_file)
{
    static const char relation[] = "<support id='r' from='a' to='b'/>";
    struct network *one = fixture_network(relation);
    struct network *other = fixture_network("<support id='r' from='a' to='b'  />");
    ck_assert_uint_gt(one->bytes, sizeof relation);
    ck_assert_uint_eq(other->bytes, one->bytes + 2);
    network_free(one);
    network_free(other);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("quota");
    TCase *tcase = tcase_create("all");
    suite_add_tcase(suite, tcase);
    tcase_add_test(tcase, output_may_be_long_or_as_long_as_many_datasets);
    tcase_add_test(tcase, a_network_knows_the_size_of_its_file);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
