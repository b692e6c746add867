/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/diff/revision.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/process/child.h"

/* What git gets of our environment: where it is, and who may use a repository. */
static const char *const kept[] = {"PATH", "HOME", "XDG_CONFIG_HOME"};
enum { KEPT = sizeof kept / sizeof *kept };

/* GIT_ALLOW_PROTOCOL, which no repository can override, leaves git no way to fetch anything. */
static const char *const fixed[] = {"LC_ALL=C",
                                    "GIT_OPTIONAL_LOCKS=0",
                                    "GIT_NO_LAZY_FETCH=1",
                                    "GIT_ALLOW_PROTOCOL=none",
                                    "GIT_NO_REPLACE_OBJECTS=1",
                                    "GIT_TERMINAL_PROMPT=0"};
enum { FIXED = sizeof fixed / sizeof *fixed };

struct environment {
    struct buffer texts[KEPT];
    const char *items[KEPT + FIXED + 1];
};

static void environment_init(struct environment *environment)
{
    size_t count = 0;
    *environment = (struct environment){.items = {NULL}};
    for (size_t i = 0; i < KEPT; i++) {
        const char *value = getenv(kept[i]);
        if (value == NULL)
            continue;
        buffer_format(&environment->texts[i], "%s=%s", kept[i], value);
        environment->items[count++] = buffer_string(&environment->texts[i]);
    }
    for (size_t i = 0; i < FIXED; i++)
        environment->items[count++] = fixed[i];
}

static enum status environment_clear(struct environment *environment)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < KEPT; i++) {
        if (environment->texts[i].failed)
            status = STATUS_MEMORY;
        buffer_clear(&environment->texts[i]);
    }
    return status;
}

/* Passes on all messages but that git failed, which the caller says better. */
static void pass_other_failures(void *context, const struct message *message)
{
    if (message->code != MESSAGE_CHILD_FAILED)
        messages_report(context, message);
}

/* Not even a repository that lacks an object, and says where it is, makes git fetch it. What is
   said of one transport counts more than what is said of all, and a repository may say it. */
static const char *const git[] = {"git", "--no-pager",
                                  "-c",  "core.fsmonitor=false",
                                  "-c",  "protocol.allow=never",
                                  "-c",  "protocol.ext.allow=never",
                                  "-c",  "protocol.file.allow=never",
                                  "-c",  "protocol.git.allow=never",
                                  "-c",  "protocol.ssh.allow=never",
                                  "-c",  "protocol.http.allow=never",
                                  "-c",  "protocol.https.allow=never",
                                  "-c",  "protocol.ftp.allow=never",
                                  "-c",  "protocol.ftps.allow=never"};
enum { FIRST = sizeof git / sizeof *git }; /* of the action */

/* Appends what git prints when it does ACTION with NAME. If it fails, STATUS_INVALID; the caller
   says why. */
static enum status run(const char *const action[2], const char *name, size_t most,
                       struct buffer *out, struct messages *messages)
{
    enum { SECONDS = 60 };
    const char *command[FIRST + 4] = {NULL};
    memcpy(command, git, sizeof git);
    command[FIRST] = action[0];
    command[FIRST + 1] = action[1];
    command[FIRST + 2] = name;
    const struct buffer nothing = BUFFER_EMPTY;
    struct environment environment;
    struct messages quiet;
    messages_init(&quiet, pass_other_failures, messages);
    environment_init(&environment);
    const struct child_limits limits = {
        .seconds = SECONDS, .output = most, .environment = environment.items};
    const unsigned before = messages->errors;
    enum status status = child_filter(command, &nothing, &limits, out, &quiet);
    if (environment_clear(&environment) == STATUS_MEMORY)
        return STATUS_MEMORY;
    if (status == STATUS_FAILURE && messages->errors == before)
        status = STATUS_INVALID;
    return status;
}

/* Whether git succeeds, which is STATUS_OK, in naming NAME. */
static enum status find(const char *name, struct messages *messages)
{
    enum { MOST = 4096 };
    static const char *const action[] = {"rev-parse", "--verify"};
    struct buffer out = BUFFER_EMPTY;
    const enum status status = run(action, name, MOST, &out, messages);
    buffer_clear(&out);
    return status;
}

bool revision_is(const char *operand)
{
    return operand[0] != '-' && strchr(operand, ':') != NULL && access(operand, F_OK) != 0;
}

bool revision_is_without_path(const char *operand)
{
    struct messages silent;
    messages_init(&silent, NULL, NULL);
    return operand[0] != '-' && operand[0] != '\0' && strchr(operand, ':') == NULL &&
           access(operand, F_OK) != 0 && find(operand, &silent) == STATUS_OK;
}

static enum status is_in_repository(struct messages *messages)
{
    enum { MOST = 65536 };
    static const char *const action[] = {"rev-parse", "--git-dir"};
    struct buffer out = BUFFER_EMPTY;
    const enum status status = run(action, NULL, MOST, &out, messages);
    buffer_clear(&out);
    return status;
}

static enum status report(const char *operand, struct messages *messages, const char *why)
{
    const bool colon = operand[0] != '\0' && operand[strlen(operand) - 1] == ':';
    messages_error(messages, NULL, MESSAGE_IO, "%s%s %s", operand, colon ? "" : ":", why);
    return STATUS_FAILURE;
}

/* Says which part of OPERAND there is not. */
static enum status report_missing(const char *operand, struct messages *messages)
{
    const char *path = strchr(operand, ':') + 1;
    struct buffer revision = BUFFER_EMPTY;
    enum status status = is_in_repository(messages);
    if (status == STATUS_INVALID)
        return report(operand, messages,
                      "there is no such file, and the current folder is in no git repository");
    buffer_add(&revision, operand, (size_t)(path - operand) - 1);
    if (status == STATUS_OK && revision.length > 0) {
        buffer_text(&revision, "^{tree}");
        status = revision.failed ? STATUS_MEMORY : find(buffer_string(&revision), messages);
    }
    buffer_clear(&revision);
    if (status == STATUS_INVALID)
        return report(operand, messages, "the git repository has no such revision");
    if (status != STATUS_OK)
        return status;
    return report(operand, messages,
                  "there is no such file in that revision; a path begins at the top of the git "
                  "repository, or with ./ here");
}

/* Sets *FOUND to whether there is a reference called PREFIX and the LENGTH bytes of NAME. */
static enum status find_reference(const char *prefix, const char *name, size_t length,
                                  bool *found, struct messages *messages)
{
    struct buffer reference = BUFFER_EMPTY;
    buffer_text(&reference, prefix);
    buffer_add(&reference, name, length);
    const enum status status =
        reference.failed ? STATUS_MEMORY : find(buffer_string(&reference), messages);
    buffer_clear(&reference);
    *found = status == STATUS_OK;
    return status == STATUS_INVALID ? STATUS_OK : status;
}

/* git takes the tag, and only warns. */
static enum status refuse_ambiguous(const char *operand, struct messages *messages)
{
    const size_t length = strcspn(operand, ":");
    bool tag = false, branch = false;
    if (length == 0)
        return STATUS_OK;
    TRY(find_reference("refs/tags/", operand, length, &tag, messages));
    if (tag)
        TRY(find_reference("refs/heads/", operand, length, &branch, messages));
    if (!branch)
        return STATUS_OK;
    messages_error(messages, NULL, MESSAGE_IO,
                   "%s: \"%.*s\" is a tag and a branch of the git repository; write tags/%.*s or "
                   "heads/%.*s",
                   operand, (int)length, operand, (int)length, operand, (int)length, operand);
    return STATUS_FAILURE;
}

/* Sets *SIZE to the bytes of the file. */
static enum status measure(const char *operand, unsigned long long *size,
                           struct messages *messages)
{
    enum { MOST = 64 };
    static const char *const action[] = {"cat-file", "-s"};
    struct buffer out = BUFFER_EMPTY;
    enum status status = run(action, operand, MOST, &out, messages);
    *size = strtoull(buffer_string(&out), NULL, 10);
    buffer_clear(&out);
    return status == STATUS_INVALID ? report_missing(operand, messages) : status;
}

enum status revision_read(const char *operand, size_t most, struct buffer *out,
                          struct messages *messages)
{
    static const char *const action[] = {"cat-file", "blob"};
    const struct message_place place = {operand, 0, 0};
    unsigned long long size;
    TRY(refuse_ambiguous(operand, messages));
    TRY(measure(operand, &size, messages));
    if (size > most) {
        messages_limit(messages, &place, "limit-bytes", "the file is larger than %zu bytes",
                       most);
        return STATUS_FAILURE;
    }
    const enum status status = run(action, operand, most + 1, out, messages);
    return status == STATUS_INVALID ? report(operand, messages, "this is not a file") : status;
}
