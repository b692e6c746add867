/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/figures/dependencies.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/process/output.h"
#include "base/text/makefile.h"

/* --- the inputs */

/* Called for each input, whose file is there, some of them several times. */
typedef enum status visit_input(void *context, const char *path);

static bool is_there(const char *path)
{
    return strcmp(path, "-") != 0 && access(path, F_OK) == 0;
}

static enum status visit(visit_input *work, void *context, const char *path)
{
    return is_there(path) ? work(context, path) : STATUS_OK;
}

/* Those of FIGURE. */
static enum status visit_inputs(const struct figure *figure, visit_input *work, void *context)
{
    TRY(visit(work, context, figure->views->dataset));
    TRY(visit(work, context, figure->views->path));
    return figure->places != NULL ? visit(work, context, figure->places->path) : STATUS_OK;
}

/* Those of all figures, each file once; and those of views files without any. */
static enum status visit_all(const struct figure_list *figures, visit_input *work, void *context)
{
    for (size_t i = 0; i < figures->datasets.count; i++) {
        const char *path = figures->datasets.items[i].path;
        size_t first = 0; /* with another level of it */
        while (strcmp(figures->datasets.items[first].path, path) != 0)
            first++;
        if (first == i)
            TRY(visit(work, context, path));
    }
    for (size_t i = 0; i < figures->files.count; i++)
        TRY(visit(work, context, figures->files.items[i].path));
    for (size_t i = 0; i < figures->places.count; i++)
        TRY(visit(work, context, figures->places.items[i]->path));
    return STATUS_OK;
}

/* --- times */

static bool is_before(struct timespec a, struct timespec b)
{
    return a.tv_sec != b.tv_sec ? a.tv_sec < b.tv_sec : a.tv_nsec < b.tv_nsec;
}

static enum status compare_time(void *context, const char *path)
{
    struct timespec *latest = context;
    struct stat found;
    if (stat(path, &found) == 0 && is_before(*latest, found.st_mtim))
        *latest = found.st_mtim;
    return STATUS_OK;
}

struct timespec dependencies_time(const struct figure_list *figures)
{
    struct timespec latest = {0, 0};
    visit_all(figures, compare_time, &latest);
    return latest;
}

void dependencies_touch(const char *path, struct timespec time)
{
    struct stat found;
    if (lstat(path, &found) == 0 && is_before(found.st_mtim, time))
        utimensat(AT_FDCWD, path, NULL, AT_SYMLINK_NOFOLLOW);
}

/* --- what can be written */

/* The file of the rules, which is not to be one of the others. */
struct rules_file {
    const char *path;
    struct messages *messages;
};

static enum status refuse(const struct rules_file *file, const char *what, const char *path)
{
    messages_setting_error(file->messages, "dependencies", MESSAGE_IO,
                           "%s is the same file as the %s %s; choose another file", file->path,
                           what, path);
    return STATUS_FAILURE;
}

static enum status check_name(const char *path, struct messages *messages)
{
    if (makefile_can_name(path))
        return STATUS_OK;
    messages_setting_error(messages, "dependencies", MESSAGE_INVALID_VALUE,
                           "make cannot have a file called %s; rename it", path);
    return STATUS_FAILURE;
}

static enum status check_input(void *context, const char *path)
{
    const struct rules_file *file = context;
    if (output_is_same_file(file->path, path))
        return refuse(file, "input", path);
    return check_name(path, file->messages);
}

static enum status check_figure(const struct rules_file *file, const char *path)
{
    if (output_is_same_place(file->path, path))
        return refuse(file, "figure", path);
    return check_name(path, file->messages);
}

enum status dependencies_check(const struct figure_list *figures, const char *path,
                               struct messages *messages)
{
    struct rules_file file = {path, messages};
    if (path[0] == '\0' || strcmp(path, "-") == 0) {
        messages_setting_error(messages, "dependencies", MESSAGE_INVALID_VALUE,
                               "dependencies are written to a file; name it");
        return STATUS_FAILURE;
    }
    TRY(check_name(path, messages));
    TRY(visit_all(figures, check_input, &file));
    for (size_t i = 0; i < figure_list_count(figures); i++)
        TRY(check_figure(&file, figure_list_at(figures, i)->path));
    return STATUS_OK;
}

/* --- the rules */

static enum status add_prerequisite(void *context, const char *path)
{
    buffer_char(context, ' ');
    makefile_prerequisite(context, path);
    return STATUS_OK;
}

static enum status add_empty_rule(void *context, const char *path)
{
    buffer_char(context, '\n');
    makefile_target(context, path);
    buffer_text(context, ":\n");
    return STATUS_OK;
}

static void add_figure(struct buffer *out, const struct figure *figure)
{
    makefile_target(out, figure->path);
    buffer_char(out, ':');
    visit_inputs(figure, add_prerequisite, out);
    buffer_char(out, '\n');
}

static void add_rules(struct buffer *out, const struct figure_list *figures, const char *file)
{
    makefile_target(out, file);
    buffer_char(out, ':');
    visit_all(figures, add_prerequisite, out);
    buffer_char(out, '\n');
    for (size_t i = 0; i < figure_list_count(figures); i++)
        add_figure(out, figure_list_at(figures, i));
    visit_all(figures, add_empty_rule, out);
}

enum status dependencies_write(const struct figure_list *figures, const char *file,
                               struct messages *messages)
{
    struct buffer out = BUFFER_EMPTY;
    add_rules(&out, figures, file);
    enum status status = buffer_status(&out);
    if (status == STATUS_OK)
        status = output_write(file, out.bytes, out.length, messages);
    buffer_clear(&out);
    return status;
}
