/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "base/process/folder.h"
#include "base/text/shell.h"
#include "cli/command.h"
#include "cli/init/project_name.h"
#include "cli/init/template.h"
#include "cli/options.h"
#include "cli/process.h"

/* Appends the LENGTH bytes at TEXT with NAME in place of each MARK. */
static void fill_in(struct buffer *out, const char *text, size_t length, const char *mark,
                    const char *name)
{
    const size_t size = strlen(mark);
    for (size_t i = 0; i < length;) {
        const bool here = length - i >= size && memcmp(text + i, mark, size) == 0;
        if (here)
            buffer_text(out, name);
        else
            buffer_char(out, text[i]);
        i += here ? size : 1;
    }
}

static enum status add_file(const struct folder *folder, const struct template_file *file,
                            const char *name, struct messages *messages)
{
    struct buffer path = BUFFER_EMPTY, bytes = BUFFER_EMPTY;
    fill_in(&path, file->path, strlen(file->path), "NAME", name);
    fill_in(&bytes, (const char *)file->bytes, file->length, "@NAME@", name);
    enum status status = buffer_status(&path);
    if (status == STATUS_OK)
        status = buffer_status(&bytes);
    if (status == STATUS_OK)
        status = folder_add(folder, buffer_string(&path), bytes.bytes, bytes.length, messages);
    buffer_clear(&path);
    buffer_clear(&bytes);
    return status;
}

/* The signals that end a program wait, so that none leaves a part of the project. */
static enum status make_project(const char *path, const char *name, struct messages *messages)
{
    struct folder folder;
    sigset_t before;
    process_block_signals(&before);
    enum status status = folder_begin(&folder, path, messages);
    for (size_t i = 0; i < template_file_count && status == STATUS_OK; i++)
        status = add_file(&folder, &template_files[i], name, messages);
    if (status == STATUS_OK)
        status = folder_publish(&folder, messages);
    folder_clear(&folder);
    process_unblock_signals(&before);
    return status;
}

/* What to do next, for people who have never done it. */
static enum status print_next(const char *path, const char *name)
{
    const bool here = strcmp(path, ".") == 0;
    struct buffer word = BUFFER_EMPTY;
    shell_word(&word, path);
    enum status status = buffer_status(&word);
    if (status == STATUS_OK)
        printf("made %s with %zu files; next:\n"
               "%s%s%s"
               "  entente build\n"
               "  entente validate data/%s.xml\n"
               "README.md says what is where, and what to do each day.\n",
               here ? name : buffer_string(&word), template_file_count, here ? "" : "  cd ",
               here ? "" : buffer_string(&word), here ? "" : "\n", name);
    buffer_clear(&word);
    return status;
}

static enum status run(const struct options *options, struct messages *messages)
{
    struct buffer path = BUFFER_EMPTY, name = BUFFER_EMPTY;
    enum status status = project_name_read(&path, &name, options->operands[0], messages);
    if (status == STATUS_OK)
        status = make_project(buffer_string(&path), buffer_string(&name), messages);
    if (status == STATUS_OK)
        status = print_next(buffer_string(&path), buffer_string(&name));
    buffer_clear(&path);
    buffer_clear(&name);
    return status;
}

const struct command init_command = {
    .name = "init",
    .bit = COMMAND_INIT,
    .synopsis = "NAME",
    .operands = OPERANDS_NEW,
    .summary = "Make a folder to start a project from",
    .run = run,
};
