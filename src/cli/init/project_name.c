/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/init/project_name.h"

#include <string.h>

#include "base/process/temporary.h"
#include "base/text/ascii.h"
#include "format/views/view_id.h"

/* The name is the id of the view of a page, so it is one. */
static bool is_valid(const char *name)
{
    return view_id_is_valid(name) && (ascii_is_letter(name[0]) || ascii_is_digit(name[0])) &&
           !view_id_is_reserved(name) && strlen(name) <= PROJECT_NAME_MAX;
}

/* NAME with a hyphen in place of what it must not have; empty if that would not do either. */
static void write_valid(struct buffer *out, const char *name)
{
    bool gap = false;
    for (; *name != '\0' && out->length < PROJECT_NAME_MAX; name++) {
        const bool kept = ascii_is_letter(*name) || ascii_is_digit(*name);
        if (kept && gap && out->length > 0)
            buffer_char(out, '-');
        if (kept)
            buffer_char(out, *name);
        gap = !kept;
    }
    if (buffer_status(out) == STATUS_OK && !is_valid(buffer_string(out)))
        buffer_clear(out);
}

static enum status refuse(const char *name, struct messages *messages)
{
    struct buffer better = BUFFER_EMPTY;
    const char *why = "has other signs than letters, digits, \".\", \"_\" and \"-\"";
    if (strlen(name) > PROJECT_NAME_MAX)
        why = "is too long";
    else if (view_id_is_reserved(name))
        why = "is that of a device on Windows";
    else if (view_id_is_valid(name) || strspn(name, "._-") > 0)
        why = "does not begin with a letter or digit";
    else if (name[0] == '\0')
        why = "is empty";
    if (ascii_is_all(name)) /* what is left of other scripts says nothing */
        write_valid(&better, name);
    messages_error(messages, NULL, MESSAGE_USAGE, "init: the name \"%s\" %s; %s \"%s\"%s", name,
                   why, better.length > 0 ? "would" : "choose another, such as",
                   better.length > 0 ? buffer_string(&better) : "harbour",
                   better.length > 0 ? " do?" : "");
    buffer_clear(&better);
    return STATUS_FAILURE;
}

enum status project_name_read(struct buffer *path, const char **name, const char *operand,
                              struct messages *messages)
{
    size_t length = strlen(operand);
    while (length > 1 && operand[length - 1] == '/')
        length--;
    buffer_add(path, operand, length);
    TRY(buffer_status(path));
    const char *whole = buffer_string(path);
    *name = whole + temporary_folder_length(whole);
    return is_valid(*name) ? STATUS_OK : refuse(*name, messages);
}
