/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/entente/redaction.h"

#include <string.h>

#include "base/text/suggestion.h"
#include "format/entente/dataset.h"
#include "format/entente/writer.h"
#include "model/level.h"
#include "query/withholding.h"

static void pass_input_errors(void *context, const struct message *message)
{
    struct messages *messages = context;
    if (message->code == MESSAGE_IO)
        messages_report(messages, message);
}

void redaction_quieten(struct messages *quiet, struct messages *messages)
{
    messages_init(quiet, pass_input_errors, messages);
}

static const char *name_of(const char *path)
{
    return strcmp(path, "-") == 0 ? "standard input" : path;
}

void redaction_report_invalid(const char *path, struct messages *messages)
{
    const struct message_place place = {name_of(path), 0, 0};
    messages_error(messages, &place, MESSAGE_INVALID_DATASET,
                   "this is not a valid dataset; the same command without --for says why");
}

/* Sets *LEFT to what is left of NETWORK, which is read as it is written. */
static enum status read_left(const struct network *network, const struct withholding *withheld,
                             const char *path, const struct reader_limits *limits,
                             struct messages *messages, struct network **left)
{
    struct dataset_feed *feed;
    TRY(dataset_feed_new(name_of(path), limits, messages, &feed));
    enum status status = writer_redact(network, withheld, dataset_feed_xml(feed));
    if (status == STATUS_OK)
        status = dataset_feed_end(feed, left);
    dataset_feed_free(feed);
    return status;
}

static enum status redact(const struct network *network, uint32_t level, const char *path,
                          const struct reader_limits *limits, struct messages *messages,
                          struct network **left)
{
    struct withholding withholding;
    enum status status = withholding_find(network, level, &withholding);
    if (status == STATUS_OK)
        status = read_left(network, &withholding, path, limits, messages, left);
    withholding_clear(&withholding);
    return status;
}

static enum status report_unknown(const struct network *network, const char *level,
                                  struct messages *messages)
{
    struct buffer all = BUFFER_EMPTY;
    level_write_all(network, &all);
    messages_setting_error(messages, "for", MESSAGE_UNKNOWN_WORD,
                           "the dataset has no level \"%s\"; its levels are %s", level,
                           buffer_string(&all));
    buffer_clear(&all);
    return STATUS_FAILURE;
}

/* Lowers *LEVEL to the one called WORD, which may be NULL. */
static enum status lower_level(const struct network *network, const char *word,
                               struct messages *messages, uint32_t *level)
{
    const uint32_t number = word != NULL ? level_find(network, word) : *level;
    if (number == NETWORK_NONE)
        return report_unknown(network, word, messages);
    if (number < *level)
        *level = number;
    return STATUS_OK;
}

enum status redaction_apply(struct network **network, const char *level, const char *ceiling,
                            const char *path, const struct reader_limits *limits,
                            struct messages *messages)
{
    uint32_t number = level_count(*network) - 1;
    struct network *left;
    TRY(lower_level(*network, level, messages, &number));
    TRY(lower_level(*network, ceiling, messages, &number));
    TRY(redact(*network, number, path, limits, messages, &left));
    left->edition = number + 1;
    network_free(*network);
    *network = left;
    return STATUS_OK;
}

/* Replaces the dataset at PATH, which was read with STATUS, by what is left of it. */
static enum status finish(enum status status, const char *path, const char *level,
                          const char *ceiling, const struct reader_limits *limits,
                          struct messages *messages, struct network **network)
{
    if (status == STATUS_INVALID)
        redaction_report_invalid(path, messages);
    if (status != STATUS_OK)
        return status;
    status = redaction_apply(network, level, ceiling, path, limits, messages);
    if (status != STATUS_OK) {
        network_free(*network);
        *network = NULL;
    }
    return status;
}

enum status redaction_read(const char *path, const char *level, const char *ceiling,
                           const struct reader_limits *limits, struct messages *messages,
                           struct network **network)
{
    struct messages quiet;
    if (level == NULL && ceiling == NULL)
        return dataset_read(path, limits, messages, network);
    redaction_quieten(&quiet, messages);
    const enum status status = dataset_read(path, limits, &quiet, network);
    return finish(status, path, level, ceiling, limits, messages, network);
}

enum status redaction_read_bytes(const char *name, const char *bytes, size_t length,
                                 const char *level, const struct reader_limits *limits,
                                 struct messages *messages, struct network **network)
{
    struct messages quiet;
    if (level == NULL)
        return dataset_read_bytes(name, bytes, length, limits, messages, network);
    redaction_quieten(&quiet, messages);
    const enum status status = dataset_read_bytes(name, bytes, length, limits, &quiet, network);
    return finish(status, name, level, NULL, limits, messages, network);
}
