/* SPDX-License-Identifier: MIT */
/* Fuzz targets that lay datasets out anew, or merge versions of them. */
#include <config.h>

#include <string.h>

#include "format/entente/dataset.h"
#include "format/entente/writer.h"
#include "format/manuscript/canonical.h"
#include "format/merge/merge.h"
#include "target.h"

/* Layout can make a tag or a text longer than its limit allows, but only a long one. */
enum { SHORT = 16384 };

/* Whether both networks are written as the same bytes. */
static bool is_same(const struct network *one, const struct network *other)
{
    struct buffer first = BUFFER_EMPTY, second = BUFFER_EMPTY;
    target_demand(writer_write(one, &first) == STATUS_OK &&
                      writer_write(other, &second) == STATUS_OK,
                  "memory");
    const bool same = strcmp(buffer_string(&first), buffer_string(&second)) == 0;
    buffer_clear(&first);
    buffer_clear(&second);
    return same;
}

static void check_form(const struct network *network, const struct buffer *bytes,
                       enum arrangement_order order)
{
    struct buffer form = BUFFER_EMPTY, again = BUFFER_EMPTY;
    target_demand(canonical_write(bytes->bytes, bytes->length, order, &form) == STATUS_OK,
                  "a dataset has a canonical form");
    target_demand(canonical_write(form.bytes, form.length, order, &again) == STATUS_OK &&
                      strcmp(buffer_string(&form), buffer_string(&again)) == 0,
                  "a canonical form is its own");
    struct network *formed = target_network(form.bytes, form.length);
    target_demand(formed != NULL, "a canonical form is valid");
    target_demand(order != ARRANGEMENT_FILE || is_same(network, formed),
                  "a canonical form means the same");
    network_free(formed);
    buffer_clear(&form);
    buffer_clear(&again);
}

void fuzz_fmt(const char *bytes, size_t length)
{
    struct target_words words;
    struct network *network = NULL;
    struct buffer copy = BUFFER_EMPTY;
    target_input(bytes, length);
    target_words_begin(&words);
    enum status status =
        dataset_read_copy("-", &reader_default_limits, &words.messages, &copy, &network);
    if (status == STATUS_OK && length <= SHORT)
        for (int order = ARRANGEMENT_FILE; order <= ARRANGEMENT_ID; order++)
            check_form(network, &copy, (enum arrangement_order)order);
    network_free(status == STATUS_OK ? network : NULL);
    buffer_clear(&copy);
    target_words_end(&words);
}

/* Three versions of a dataset in one input, separated by a character that XML doesn't have. */
enum { SEPARATOR = '\f' };

struct version {
    const char *bytes;
    size_t length;
    struct manuscript manuscript;
};

static void split(const char *bytes, size_t length, struct version versions[SIDES])
{
    const char *end = bytes + length;
    for (int side = 0; side < SIDES; side++) {
        const char *found =
            side + 1 < SIDES ? memchr(bytes, SEPARATOR, (size_t)(end - bytes)) : NULL;
        versions[side].bytes = bytes;
        versions[side].length = (size_t)((found != NULL ? found : end) - bytes);
        bytes = found != NULL ? found + 1 : end;
    }
}

static bool is_valid(struct version *version)
{
    struct network *network = target_network(version->bytes, version->length);
    if (network == NULL)
        return false;
    network_free(network);
    target_demand(manuscript_read(&version->manuscript, version->bytes, version->length) ==
                      STATUS_OK,
                  "a dataset is a manuscript");
    return true;
}

/* Merges three versions; returns the number of conflicts. If EXPECTED isn't NULL, the result must
   be that version, without one. */
static size_t check_merge(const struct version *base, const struct version *ours,
                          const struct version *theirs, const struct version *expected)
{
    const struct manuscript *const manuscripts[SIDES] = {base != NULL ? &base->manuscript : NULL,
                                                         &ours->manuscript, &theirs->manuscript};
    struct merge merge;
    target_demand(merge_write(&merge, manuscripts, 7) == STATUS_OK, "memory");
    const size_t conflicts = merge.conflicts.count;
    target_demand(expected == NULL ||
                      (conflicts == 0 && merge.out.length == expected->length &&
                       memcmp(merge.out.bytes, expected->bytes, expected->length) == 0),
                  "what only one side changed, or both alike, is taken as it is");
    struct network *network = target_network(buffer_string(&merge.out), merge.out.length);
    target_demand(network == NULL || conflicts == 0, "a conflict is no dataset");
    network_free(network);
    merge_clear(&merge);
    return conflicts;
}

void fuzz_merge(const char *bytes, size_t length)
{
    struct version versions[SIDES] = {{.bytes = NULL}};
    bool valid = true;
    split(bytes, length, versions);
    for (int side = 0; side < SIDES; side++)
        valid = valid && is_valid(&versions[side]);
    if (valid) {
        const struct version *base = &versions[SIDE_BASE], *ours = &versions[SIDE_OURS],
                             *theirs = &versions[SIDE_THEIRS];
        check_merge(base, ours, base, ours);
        check_merge(base, base, theirs, theirs);
        check_merge(base, ours, ours, ours);
        check_merge(NULL, ours, ours, ours);
        check_merge(NULL, ours, theirs, NULL);
        target_demand((check_merge(base, ours, theirs, NULL) > 0) ==
                          (check_merge(base, theirs, ours, NULL) > 0),
                      "versions are in conflict both ways, or not");
    }
    for (int side = 0; side < SIDES; side++)
        manuscript_clear(&versions[side].manuscript);
}
