/* SPDX-License-Identifier: MIT */
/* The fuzz target that compares two versions of a dataset: OLD and NEW, with a line "%%" between
   them; or one, with the sample. */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "cli/diff/change_list.h"
#include "cli/diff/change_neighbourhood.h"
#include "cli/diff/review.h"
#include "format/entente/joint.h"
#include "target.h"

static void begin(struct review *review, const struct network *old, const struct network *new,
                  struct messages *messages)
{
    static const char *const names[SIDES] = {"old", "new"};
    const struct options none = {.operand_count = 0};
    const struct network *const networks[SIDES] = {old, new};
    target_demand(review_init(review, names, networks, &none, messages) == STATUS_OK, "memory");
}

/* Whether the words are all there; without changes, there are none but in JSON. */
static void check_words(const struct review *review)
{
    static change_list_write *const writers[] = {change_list_text, change_list_markdown,
                                                 change_list_json};
    for (size_t i = 0; i < 2 * sizeof writers / sizeof *writers; i++) {
        struct buffer out = BUFFER_EMPTY;
        writers[i / 2](&out, review, i % 2 != 0);
        target_demand(!out.failed, "memory");
        target_demand((out.length > 0) ==
                          (review->changes.count > 0 || writers[i / 2] == change_list_json),
                      "there are words if anything changed");
        buffer_clear(&out);
    }
}

/* What the figure shows is a dataset. */
static void check_figure(const struct review *review)
{
    struct scope kept;
    struct buffer text = BUFFER_EMPTY;
    size_t left_out;
    bool empty;
    target_demand(change_neighbourhood_find(review, &kept, &empty, &left_out) == STATUS_OK,
                  "memory");
    if (!empty) {
        target_demand(joint_write(&review->sides, &kept, &text) == STATUS_OK, "memory");
        struct network *network = target_network(text.bytes, text.length);
        target_demand(network != NULL, "both versions together are a dataset");
        free(change_neighbourhood_mark(review, network));
        network_free(network);
    }
    buffer_clear(&text);
    scope_clear(&kept);
}

/* Returns the number of changes. */
static size_t compare(const struct network *old, const struct network *new)
{
    struct target_words words;
    struct review review;
    target_words_begin(&words);
    begin(&review, old, new, &words.messages);
    check_words(&review);
    check_figure(&review);
    const size_t count = review.changes.count;
    review_clear(&review);
    target_words_end(&words);
    return count;
}

static void compare_all(const struct network *old, const struct network *new)
{
    const size_t there = compare(old, new), back = compare(new, old);
    target_demand((there > 0) == (back > 0), "a difference is one both ways");
    target_demand(compare(old, old) == 0 && compare(new, new) == 0,
                  "a dataset is the same as itself");
}

/* Where the second dataset begins in BYTES; NULL if there is only one. */
static const char *find_second(const char *bytes, size_t length)
{
    static const char between[] = "\n%%\n";
    for (size_t i = 0; i + strlen(between) <= length; i++)
        if (memcmp(bytes + i, between, strlen(between)) == 0)
            return bytes + i + strlen(between);
    return NULL;
}

void fuzz_diff(const char *bytes, size_t length)
{
    const char *second = find_second(bytes, length);
    const size_t first_length = second != NULL ? (size_t)(second - bytes) - 3 : length;
    struct network *old = target_network(bytes, first_length), *new = NULL;
    if (second != NULL && old != NULL)
        new = target_network(second, length - (size_t)(second - bytes));
    if (old != NULL && (second == NULL || new != NULL))
        compare_all(old, new != NULL ? new : target_sample());
    network_free(old);
    network_free(new);
}
