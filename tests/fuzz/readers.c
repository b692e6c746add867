/* SPDX-License-Identifier: MIT */
/* Fuzz targets that read a whole file: datasets, views and positions files, and the fingerprints
 * of figures. */
#include <config.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/figures/figure_list.h"
#include "format/positions/positions_file.h"
#include "format/views/views.h"
#include "render/picture.h"
#include "render/stamp.h"
#include "target.h"

void fuzz_dataset(const char *bytes, size_t length)
{
    network_free(target_network(bytes, length));
}

/* Whether a file with this name would be in the folder itself, and not hidden. */
static bool is_modest(const char *id)
{
    return id[0] != '\0' && id[0] != '.' && strchr(id, '/') == NULL && strlen(id) <= 100;
}

void fuzz_positions(const char *bytes, size_t length)
{
    struct target_words words;
    struct positions positions, again;
    struct buffer out = BUFFER_EMPTY;
    target_input(bytes, length);
    target_words_begin(&words);
    enum status status =
        positions_file_read(&positions, "-", &reader_default_limits, &words.messages);
    target_demand(status == STATUS_OK || words.messages.errors > 0,
                  "a positions file that is refused is a message");
    if (status == STATUS_OK) {
        target_demand(positions_file_write(&positions, &out) == STATUS_OK, "memory");
        target_input(buffer_string(&out), out.length);
        target_demand(positions_file_read(&again, "-", &reader_default_limits, &words.messages) ==
                              STATUS_OK &&
                          again.count == positions.count,
                      "what is written can be read");
        for (size_t i = 0; i < again.count; i++)
            target_demand(strcmp(again.items[i].id, positions.items[i].id) == 0 &&
                              again.items[i].pinned == positions.items[i].pinned,
                          "places are kept");
        positions_clear(&again);
        positions_clear(&positions);
    }
    buffer_clear(&out);
    target_words_end(&words);
}

void fuzz_views(const char *bytes, size_t length)
{
    struct views_option options[OPTION_TABLE_MAX];
    const struct views_schema terms = {options, figure_list_options(options), &picture_formats};
    struct target_words words;
    struct views views;
    target_input(bytes, length);
    target_words_begin(&words);
    enum status status = views_read(&views, "-", &terms, &reader_default_limits, &words.messages);
    target_demand(status == STATUS_OK || words.messages.errors > 0,
                  "a views file that is refused is a message");
    for (size_t i = 0; status == STATUS_OK && i < views.count; i++)
        target_demand(is_modest(views.items[i].id), "a view's id names a file in its folder");
    if (status == STATUS_OK)
        views_clear(&views);
    target_words_end(&words);
}

/* Reads the stamp of a file with these bytes. It isn't in memory, since links are not followed.
 */
static enum stamp_state read_file(const char *bytes, size_t length)
{
    char path[] = "/tmp/entente-fuzz-XXXXXX", fingerprint[FINGERPRINT_SIZE] = "";
    int file = mkstemp(path);
    target_demand(file >= 0 && write(file, bytes, length) == (ssize_t)length, "a file");
    close(file);
    enum stamp_state state = stamp_read(path, fingerprint);
    unlink(path);
    if (state == STAMP_FOUND || state == STAMP_CHANGED)
        target_demand(strlen(fingerprint) == FINGERPRINT_SIZE - 1, "a fingerprint is whole");
    return state;
}

void fuzz_stamp(const char *bytes, size_t length)
{
    struct buffer figure = BUFFER_EMPTY;
    enum stamp_state before = read_file(bytes, length);
    buffer_add(&figure, bytes, length);
    stamp_seal(&figure);
    enum stamp_state after = read_file(buffer_string(&figure), figure.length);
    if (before == STAMP_NONE || before == STAMP_OLD)
        target_demand(after == before, "a seal needs a stamp");
    else if (bytes[0] != '\x89') /* a PNG of others may have its stamp elsewhere */
        target_demand(after == STAMP_FOUND, "a sealed figure is unchanged");
    buffer_clear(&figure);
}
