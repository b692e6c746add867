/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "fixture.h"
#include "model/strings.h"

static struct strings strings;

static uint32_t intern(const char *text)
{
    uint32_t number;
    ck_assert_int_eq(strings_intern(&strings, STRINGS_OFTEN, text, strlen(text), &number),
                     STATUS_OK);
    return number;
}

START_TEST(the_same_text_has_the_same_number)
{
    ck_assert_int_eq(strings_init(&strings), STATUS_OK);
    uint32_t iran = intern("iran"), irgc = intern("irgc");
    ck_assert_uint_ne(iran, irgc);
    ck_assert_uint_eq(intern("iran"), iran);
    ck_assert_str_eq(strings_text(&strings, iran), "iran");
    ck_assert_uint_eq(strings_find(&strings, "irgc"), irgc);
    ck_assert_uint_eq(strings_find(&strings, "ira"), 0);
    strings_clear(&strings);
}
END_TEST

START_TEST(the_empty_text_is_absent)
{
    ck_assert_int_eq(strings_init(&strings), STATUS_OK);
    ck_assert_uint_eq(intern(""), 0);
    ck_assert_uint_eq(strings_find(&strings, ""), 0);
    ck_assert_str_eq(strings_text(&strings, 0), "");
    strings_clear(&strings);
}
END_TEST

START_TEST(only_the_given_bytes_count)
{
    uint32_t number;
    ck_assert_int_eq(strings_init(&strings), STATUS_OK);
    ck_assert_int_eq(strings_intern(&strings, STRINGS_OFTEN, "taliban nrf", 7, &number),
                     STATUS_OK);
    ck_assert_str_eq(strings_text(&strings, number), "taliban");
    ck_assert_uint_eq(intern("taliban"), number);
    strings_clear(&strings);
}
END_TEST

START_TEST(an_added_text_is_not_looked_up)
{
    uint32_t number;
    ck_assert_int_eq(strings_init(&strings), STATUS_OK);
    ck_assert_int_eq(strings_add(&strings, "a note", 6, &number), STATUS_OK);
    ck_assert_str_eq(strings_text(&strings, number), "a note");
    ck_assert_uint_eq(strings_find(&strings, "a note"), 0);
    ck_assert_uint_ne(intern("a note"), number);
    strings_clear(&strings);
}
END_TEST

START_TEST(all_of_many_texts_are_found)
{
    enum { MANY = 20000 };
    static uint32_t numbers[MANY];
    char text[32];
    ck_assert_int_eq(strings_init(&strings), STATUS_OK);
    for (int i = 0; i < MANY; i++) {
        snprintf(text, sizeof text, "actor-%d", i);
        numbers[i] = intern(text);
    }
    for (int i = 0; i < MANY; i++) {
        snprintf(text, sizeof text, "actor-%d", i);
        ck_assert_uint_eq(strings_find(&strings, text), numbers[i]);
        ck_assert_str_eq(strings_text(&strings, numbers[i]), text);
    }
    strings_clear(&strings);
}
END_TEST

START_TEST(a_text_is_stored_once_in_both_tables)
{
    uint32_t rare, often;
    ck_assert_int_eq(strings_init(&strings), STATUS_OK);
    ck_assert_int_eq(strings_intern(&strings, STRINGS_RARELY, "r17", 3, &rare), STATUS_OK);
    ck_assert_int_eq(strings_intern(&strings, STRINGS_OFTEN, "r17", 3, &often), STATUS_OK);
    ck_assert_uint_eq(rare, often);
    ck_assert_int_eq(strings_intern(&strings, STRINGS_OFTEN, "iran", 4, &often), STATUS_OK);
    ck_assert_int_eq(strings_intern(&strings, STRINGS_RARELY, "iran", 4, &rare), STATUS_OK);
    ck_assert_uint_eq(rare, often);
    ck_assert_uint_eq(strings_find(&strings, "r17"), intern("r17"));
    strings_clear(&strings);
}
END_TEST

START_TEST(a_value_stays_with_its_text)
{
    ck_assert_int_eq(strings_init(&strings), STATUS_OK);
    uint32_t iran = intern("iran"), irgc = intern("irgc");
    ck_assert_uint_eq(strings_value(&strings, iran), STRINGS_NO_VALUE);
    strings_set_value(&strings, iran, 7);
    strings_set_value(&strings, 0, 8);
    ck_assert_uint_eq(strings_value(&strings, intern("iran")), 7);
    ck_assert_uint_eq(strings_value(&strings, irgc), STRINGS_NO_VALUE);
    ck_assert_uint_eq(strings_value(&strings, 0), STRINGS_NO_VALUE);
    ck_assert_str_eq(strings_text(&strings, 0), "");
    ck_assert_uint_lt(irgc, strings_limit(&strings));
    strings_clear(&strings);
}
END_TEST

START_TEST(prefetching_changes_nothing)
{
    ck_assert_int_eq(strings_init(&strings), STATUS_OK);
    strings_prefetch_text(&strings, strings_prefetch_slots(&strings, NULL));
    strings_prefetch_text(&strings, strings_prefetch_slots(&strings, "iran"));
    ck_assert_uint_eq(strings_find(&strings, "iran"), 0);
    strings_clear(&strings);
}
END_TEST

/* FNV-1a, a hash without a key. */
static uint32_t predictable_hash(const char *text)
{
    uint64_t h = 14695981039346656037u;
    for (; *text != '\0'; text++)
        h = (h ^ (unsigned char)*text) * 1099511628211u;
    return (uint32_t)(h ^ h >> 32);
}

/* The longest distance of a text from its slot, that is, the most probes to find one. */
static size_t farthest(const struct strings_table *table)
{
    size_t far = 0;
    for (size_t i = 0; i < table->slot_count; i++) {
        size_t home = (size_t)((uint64_t)table->slots[i].hash * table->slot_count >> 32);
        size_t distance = (i + table->slot_count - home) % table->slot_count;
        if (table->slots[i].number != 0 && distance > far)
            far = distance;
    }
    return far;
}

START_TEST(texts_cannot_be_chosen_to_collide)
{
    enum { MANY = 2000 };
    char text[32];
    ck_assert_int_eq(strings_init(&strings), STATUS_OK);
    for (int i = 0, met = 0; met < MANY; i++) {
        snprintf(text, sizeof text, "a%x", (unsigned)i);
        if ((predictable_hash(text) & 0xfff) != 0)
            continue;
        intern(text);
        met++;
    }
    size_t far = farthest(&strings.tables[STRINGS_OFTEN]);
    ck_assert_uint_gt(far, 0); /* with this many, some do collide */
    ck_assert_uint_lt(far, 200);
    strings_clear(&strings);
}
END_TEST

START_TEST(each_table_has_its_own_hash)
{
    struct strings other;
    uint32_t number;
    ck_assert_int_eq(strings_init(&strings), STATUS_OK);
    ck_assert_int_eq(strings_init(&other), STATUS_OK);
    ck_assert_int_eq(strings_intern(&other, STRINGS_OFTEN, "iran", 4, &number), STATUS_OK);
    ck_assert_uint_eq(intern("iran"), number);
    const struct strings_table *one = &strings.tables[STRINGS_OFTEN];
    ck_assert_mem_ne(one->slots, other.tables[STRINGS_OFTEN].slots,
                     one->slot_count * sizeof *one->slots);
    strings_clear(&other);
    strings_clear(&strings);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        the_same_text_has_the_same_number, the_empty_text_is_absent,
        only_the_given_bytes_count,        an_added_text_is_not_looked_up,
        all_of_many_texts_are_found,       a_text_is_stored_once_in_both_tables,
        a_value_stays_with_its_text,       prefetching_changes_nothing,
        texts_cannot_be_chosen_to_collide, each_table_has_its_own_hash,
    };
    return fixture_run("strings", tests, sizeof tests / sizeof *tests);
}
