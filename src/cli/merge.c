/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <string.h>
#include <sys/stat.h>

#include "cli/command.h"
#include "cli/limits.h"
#include "cli/merge_renames.h"
#include "cli/options.h"
#include "cli/publication.h"
#include "format/entente/dataset.h"
#include "format/merge/conflicts.h"
#include "format/merge/dangling.h"
#include "format/merge/exposure.h"
#include "format/merge/merge.h"
#include "model/network.h"

/* As git reads the exit status of a merge driver: from 1 to 128 is a conflict, more is a failure
   that ends the whole merge. */
enum { FAILURE = 129 };

enum { MARKER = 7, LONGEST_MARKER = 100 };

/* A version of the dataset. */
struct version {
    const char *path;
    struct buffer name;  /* in messages */
    struct buffer bytes; /* none, if the base is empty: then there is no base */
    struct manuscript manuscript;
    struct network *network;
};

struct session {
    const struct options *options;
    struct messages *messages;
    struct reader_limits limits;
    struct version versions[SIDES];
    const char *name; /* of the result */
};

/* Passes on errors about a version. Warnings are those of validate. */
struct filter {
    struct messages *messages;
    const char *name;  /* of the version */
    bool no_reference; /* nor errors about references, which have been reported */
};

static void pass_errors(void *context, const struct message *message)
{
    const struct filter *filter = context;
    struct message passed = *message;
    struct message_place place;
    if (message->severity == MESSAGE_WARNING ||
        (filter->no_reference && message->code == MESSAGE_UNKNOWN_REFERENCE))
        return;
    if (message->place != NULL) {
        place = *message->place;
        place.file = filter->name;
        passed.place = &place;
    }
    messages_report(filter->messages, &passed);
}

/* --- reading */

static bool is_empty(const char *path)
{
    struct stat found;
    return stat(path, &found) == 0 && S_ISREG(found.st_mode) && found.st_size == 0;
}

static const char *shown_path(const char *path)
{
    return strcmp(path, "-") == 0 ? "standard input" : path;
}

/* Messages call a version what the user calls the dataset, and which version it is. */
static enum status name_version(const struct session *session, enum siblings_side side,
                                struct version *version)
{
    static const char *const words[SIDES] = {"base", "ours", "theirs"};
    const char *path = options_value(session->options, "name");
    buffer_text(&version->name, path != NULL ? path : shown_path(version->path));
    if (path != NULL)
        buffer_format(&version->name, " (%s)", words[side]);
    return buffer_status(&version->name);
}

static enum status read_version(struct session *session, enum siblings_side side)
{
    struct version *version = &session->versions[side];
    struct messages errors;
    version->path = session->options->operands[side];
    TRY(name_version(session, side, version));
    if (side == SIDE_BASE && is_empty(version->path))
        return STATUS_OK;
    struct filter filter = {session->messages, buffer_string(&version->name), false};
    messages_init(&errors, pass_errors, &filter);
    enum status status = dataset_read_copy(version->path, &session->limits, &errors,
                                           &version->bytes, &version->network);
    if (status == STATUS_OK)
        status =
            manuscript_read(&version->manuscript, version->bytes.bytes, version->bytes.length);
    return status;
}

/* All errors in all versions are reported. */
static enum status read_versions(struct session *session)
{
    enum status worst = STATUS_OK;
    for (int side = 0; side < SIDES && worst < STATUS_FAILURE; side++) {
        const enum status status = read_version(session, (enum siblings_side)side);
        worst = status > worst ? status : worst;
    }
    if (worst == STATUS_INVALID)
        messages_note(session->messages, MESSAGE_HINT,
                      "only valid datasets are merged by id; ours is left as it is");
    return worst;
}

static bool is_copy(const struct version *one, const struct version *other)
{
    return one->bytes.length == other->bytes.length &&
           memcmp(buffer_string(&one->bytes), buffer_string(&other->bytes), one->bytes.length) ==
               0;
}

/* The name of the element in which all others are, with its prefix. */
static struct manuscript_span root_name(const struct manuscript *manuscript)
{
    const struct manuscript_node *nodes = manuscript->nodes.items;
    uint32_t i = nodes[0].child;
    while (nodes[i].kind != MANUSCRIPT_ELEMENT)
        i = nodes[i].next;
    const uint32_t begin = nodes[i].begin + 1;
    return manuscript_bytes(manuscript, begin, begin + nodes[i].name_length);
}

/* Refuses versions whose elements have other prefixes: parts of both would be no XML. */
static enum status check_prefixes(const struct session *session)
{
    const struct version *versions = session->versions;
    const struct version *base = &versions[SIDE_BASE], *ours = &versions[SIDE_OURS],
                         *theirs = &versions[SIDE_THEIRS];
    const struct manuscript_span name = root_name(&ours->manuscript);
    if (is_copy(base, ours) || is_copy(base, theirs) || is_copy(ours, theirs) ||
        manuscript_same(name, root_name(&theirs->manuscript)))
        return STATUS_OK;
    messages_error(session->messages, NULL, MESSAGE_MERGE_CONFLICT,
                   "%s: the elements have another namespace prefix in theirs; write one of the "
                   "versions like the other, and merge again",
                   session->name);
    return STATUS_INVALID;
}

/* --- what was renamed */

/* What seems to have been deleted may only have another id: says so of what the result, which is
   in conflict, still names. */
static enum status note_all_renamed(const struct session *session, const struct buffer *out)
{
    if (session->versions[SIDE_BASE].network == NULL)
        return STATUS_OK;
    for (int side = SIDE_OURS; side <= SIDE_THEIRS; side++)
        TRY(merge_renames_note(session->versions[SIDE_BASE].network,
                               session->versions[side].network,
                               conflicts_side((enum siblings_side)side), out, session->messages));
    return STATUS_OK;
}

/* --- the result */

static enum status read_result(const struct session *session, const struct merge *merge,
                               struct messages *messages)
{
    struct network *network = NULL;
    const enum status status = dataset_read_bytes(
        session->name, merge->out.bytes, merge->out.length, &session->limits, messages, &network);
    network_free(network);
    return status;
}

/* Says why what was merged without a conflict is not valid. */
static enum status explain_result(const struct session *session,
                                  const struct manuscript *const manuscripts[SIDES],
                                  const struct merge *merge)
{
    size_t dangling;
    struct messages errors;
    TRY(dangling_report(manuscripts, &merge->out, session->name, session->messages, &dangling));
    struct filter filter = {session->messages, session->name, dangling > 0};
    messages_init(&errors, pass_errors, &filter);
    const enum status status = read_result(session, merge, &errors);
    messages_note(session->messages, MESSAGE_HINT,
                  "nothing else is in conflict, but what both say together is not valid; correct "
                  "it in the merged file");
    return status;
}

/* Refuses to let others see by a merge what was written for fewer. */
static enum status check_exposure(const struct session *session,
                                  const struct manuscript *const manuscripts[SIDES])
{
    size_t exposed = 0;
    TRY(exposure_report(manuscripts, session->name, session->messages, &exposed));
    if (exposed == 0)
        return STATUS_OK;
    messages_note(session->messages, MESSAGE_HINT,
                  "nothing else is in conflict; decide in the merged file who may see it");
    return STATUS_INVALID;
}

static enum status check_result(const struct session *session,
                                const struct manuscript *const manuscripts[SIDES],
                                const struct merge *merge)
{
    struct messages nobody;
    messages_init(&nobody, NULL, NULL);
    const enum status status = read_result(session, merge, &nobody);
    if (status == STATUS_INVALID)
        return explain_result(session, manuscripts, merge);
    return status == STATUS_OK ? check_exposure(session, manuscripts) : status;
}

static enum status judge(const struct session *session,
                         const struct manuscript *const manuscripts[SIDES],
                         const struct merge *merge, unsigned marker)
{
    if (merge->conflicts.count == 0)
        return check_result(session, manuscripts, merge);
    conflicts_report(&merge->conflicts, &merge->out, marker, session->name, session->messages);
    return STATUS_INVALID;
}

static enum status write_result(const struct session *session, const struct buffer *out)
{
    const struct version *ours = &session->versions[SIDE_OURS];
    const char *output = options_value(session->options, "output");
    if (output == NULL && out->length == ours->bytes.length &&
        memcmp(out->bytes, ours->bytes.bytes, out->length) == 0)
        return STATUS_OK;
    return publication_write(output != NULL ? output : ours->path, out, session->messages);
}

static enum status worse(enum status a, enum status b)
{
    return a > b ? a : b;
}

static enum status merge_versions(const struct session *session)
{
    const char *asked = options_value(session->options, "marker-size");
    const struct manuscript *manuscripts[SIDES];
    unsigned marker = MARKER;
    struct merge merge;
    if (asked != NULL)
        TRY(limits_read_number(session->options, "marker-size", LONGEST_MARKER, session->messages,
                               &marker));
    for (int side = 0; side < SIDES; side++)
        manuscripts[side] =
            session->versions[side].bytes.length > 0 ? &session->versions[side].manuscript : NULL;
    enum status status = merge_write(&merge, manuscripts, marker);
    enum status judged =
        status == STATUS_OK ? judge(session, manuscripts, &merge, marker) : status;
    if (judged == STATUS_INVALID)
        judged = worse(judged, note_all_renamed(session, &merge.out));
    if (judged <= STATUS_INVALID)
        status = write_result(session, &merge.out);
    merge_clear(&merge);
    return judged > status ? judged : status;
}

/* --- the command */

/* The dataset that messages call PATH is in the working tree, if git runs this; its versions have
   names that tell nobody anything. */
static enum status run(const struct options *options, struct messages *messages)
{
    struct session session = {.options = options, .messages = messages};
    const char *path = options_value(options, "name");
    const char *output = options_value(options, "output");
    const bool named = output != NULL && strcmp(output, "-") != 0;
    session.name = path != NULL ? path
                   : named      ? output
                                : shown_path(options->operands[SIDE_OURS]);
    TRY(limits_read(&session.limits, options, messages));
    enum status status = read_versions(&session);
    if (status == STATUS_OK)
        status = check_prefixes(&session);
    if (status == STATUS_OK)
        status = merge_versions(&session);
    for (int side = 0; side < SIDES; side++) {
        manuscript_clear(&session.versions[side].manuscript);
        network_free(session.versions[side].network);
        buffer_clear(&session.versions[side].bytes);
        buffer_clear(&session.versions[side].name);
    }
    return status;
}

const struct command merge_command = {
    .name = "merge",
    .bit = COMMAND_MERGE,
    .synopsis = "BASE OURS THEIRS",
    .operands = OPERANDS_THREE,
    .summary = "Merge two versions of a dataset by id, as a merge driver of git",
    .failure = FAILURE,
    .run = run,
};
