/* SPDX-License-Identifier: MIT */
/* Fuzz targets that lay datasets out anew. */
#include <config.h>

#include <string.h>

#include "format/entente/dataset.h"
#include "format/entente/writer.h"
#include "format/manuscript/canonical.h"
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
