/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/init/project_name.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/process/temporary.h"
#include "base/text/ascii.h"
#include "format/views/view_id.h"

/* The ids of the views in the template, and its other file in data/: in the same folder, or in
   the same views file, nothing else has such a name. */
static const char *const taken[] = {"overview", "contested", "schemas"};
enum { TAKEN = sizeof taken / sizeof *taken };

/* What names of files end with that are no datasets, for which data/NAME.xml would be taken; and
   of datasets: a name is that of the folder, too. */
static const char *const endings[] = {"-views", "-positions", ".xml"};
enum { ENDINGS = sizeof endings / sizeof *endings };

static bool is_taken(const char *name)
{
    for (size_t i = 0; i < TAKEN; i++)
        if (view_id_is_same(name, taken[i]))
            return true;
    return false;
}

/* Where in NAME the ending begins that is one of files; NULL: it has none. */
static const char *find_ending(const char *name)
{
    const size_t length = strlen(name);
    for (size_t i = 0; i < ENDINGS; i++) {
        const size_t size = strlen(endings[i]);
        if (length >= size && view_id_is_same(name + length - size, endings[i]))
            return name + length - size;
    }
    return NULL;
}

/* The name is the id of the view of a page, so it is one. */
static bool is_valid(const char *name)
{
    return view_id_is_valid(name) && (ascii_is_letter(name[0]) || ascii_is_digit(name[0])) &&
           !view_id_is_reserved(name) && strlen(name) <= PROJECT_NAME_MAX && !is_taken(name) &&
           find_ending(name) == NULL;
}

/* NAME with a hyphen in place of what it must not have; empty if that would not do either. */
static void write_valid(struct buffer *out, const char *name)
{
    bool gap = false;
    const char *end = find_ending(name);
    if (end == NULL)
        end = name + strlen(name);
    for (; name < end && out->length < PROJECT_NAME_MAX; name++) {
        const bool kept = ascii_is_letter(*name) || ascii_is_digit(*name);
        if (kept && gap && out->length > 0)
            buffer_char(out, '-');
        if (kept)
            buffer_char(out, *name);
        gap = !kept;
    }
    if (buffer_status(out) != STATUS_OK)
        return;
    const char *ending = find_ending(buffer_string(out));
    if (ending != NULL)
        out->length -= strlen(ending);
    if (ending != NULL)
        out->bytes[out->length] = '\0';
    if (!is_valid(buffer_string(out)))
        buffer_clear(out);
}

static const char *describe_ending(const char *ending)
{
    if (view_id_is_same(ending, ".xml"))
        return "ends with \".xml\", which the dataset gets anyway";
    return view_id_is_same(ending, "-views") ? "ends with \"-views\", as views files do"
                                             : "ends with \"-positions\", as positions files do";
}

static const char *find_fault(const char *name)
{
    if (strlen(name) > PROJECT_NAME_MAX)
        return "is too long";
    if (view_id_is_reserved(name))
        return "is that of a device on Windows";
    if (is_taken(name))
        return "is that of another file in each new project";
    if (view_id_is_valid(name) && find_ending(name) != NULL)
        return describe_ending(find_ending(name));
    if (view_id_is_valid(name) || strspn(name, "._-") > 0)
        return "does not begin with a letter or digit";
    return name[0] == '\0' ? "is empty"
                           : "has other characters than letters, digits, \".\", \"_\" and \"-\"";
}

/* HERE: the name is that of the folder that one stands in. */
static enum status refuse(const char *name, bool here, struct messages *messages)
{
    struct buffer better = BUFFER_EMPTY;
    const char *why = find_fault(name);
    if (ascii_is_all(name)) /* what is left of other scripts says nothing */
        write_valid(&better, name);
    const char *other = better.length > 0 ? buffer_string(&better) : "harbour";
    if (here)
        messages_error(messages, NULL, MESSAGE_USAGE,
                       "init: the name of this folder, \"%s\", %s; rename it, or make a new one: "
                       "entente init %s",
                       name, why, other);
    else
        messages_error(messages, NULL, MESSAGE_USAGE, "init: the name \"%s\" %s; %s \"%s\"%s",
                       name, why, better.length > 0 ? "would" : "choose another, such as", other,
                       better.length > 0 ? " do?" : "");
    buffer_clear(&better);
    return STATUS_FAILURE;
}

static enum status find_here(struct buffer *name, struct messages *messages)
{
    char *here = getcwd(NULL, 0);
    if (here == NULL && errno == ENOMEM)
        return STATUS_MEMORY;
    if (here == NULL) {
        messages_error(messages, NULL, MESSAGE_IO,
                       "init: cannot tell the name of this folder: %s", strerror(errno));
        return STATUS_FAILURE;
    }
    buffer_text(name, here + temporary_folder_length(here));
    free(here);
    return buffer_status(name);
}

enum status project_name_read(struct buffer *path, struct buffer *name, const char *operand,
                              struct messages *messages)
{
    size_t length = strlen(operand);
    while (length > 1 && operand[length - 1] == '/')
        length--;
    buffer_add(path, operand, length);
    TRY(buffer_status(path));
    const char *whole = buffer_string(path);
    const bool here = strcmp(whole, ".") == 0;
    if (here)
        TRY(find_here(name, messages));
    else
        buffer_text(name, whole + temporary_folder_length(whole));
    TRY(buffer_status(name));
    return is_valid(buffer_string(name)) ? STATUS_OK
                                         : refuse(buffer_string(name), here, messages);
}
