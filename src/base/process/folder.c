/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/process/folder.h"

#include <dirent.h>
#include <errno.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/process/output.h"
#include "base/process/temporary.h"

static enum status report(const char *path, const char *what, struct messages *messages)
{
    messages_error(messages, NULL, MESSAGE_IO, "%s: %s: %s", path, what, strerror(errno));
    return STATUS_FAILURE;
}

/* The two paths joined by BETWEEN; NULL: out of memory. The caller frees it. */
static char *join(const char *first, size_t length, const char *between, const char *second)
{
    const size_t room = length + strlen(between) + strlen(second) + 1;
    char *joined = malloc(room);
    if (joined != NULL)
        snprintf(joined, room, "%.*s%s%s", (int)length, first, between, second);
    return joined;
}

/* mkdtemp(3) makes a folder with mode 0700; the one in it has the mode of the umask. */
enum status folder_begin(struct folder *folder, const char *path, struct messages *messages)
{
    const size_t above = temporary_folder_length(path);
    *folder = (struct folder){.path = path,
                              .inside = strcmp(path + above, ".") == 0,
                              .cover = join(path, above, ".entente-", "XXXXXX")};
    if (folder->cover == NULL)
        return STATUS_MEMORY;
    if (mkdtemp(folder->cover) == NULL) {
        free(folder->cover);
        folder->cover = NULL;
        return report(path,
                      folder->inside ? "cannot write to the folder" : "cannot make the folder",
                      messages);
    }
    folder->filled =
        join(folder->cover, strlen(folder->cover), "/", folder->inside ? "files" : path + above);
    if (folder->filled == NULL)
        return STATUS_MEMORY;
    return mkdir(folder->filled, 0777) == 0 ? STATUS_OK
                                            : report(path, "cannot make the folder", messages);
}

/* Makes the folders that lead to the file PATH from the one whose path is its first LENGTH bytes.
 */
static enum status make_folders(char *path, size_t length, struct messages *messages)
{
    for (char *slash = strchr(path + length + 1, '/'); slash != NULL;
         slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        const bool made = mkdir(path, 0777) == 0 || errno == EEXIST;
        const enum status status =
            made ? STATUS_OK : report(path, "cannot make the folder", messages);
        *slash = '/';
        TRY(status);
    }
    return STATUS_OK;
}

/* An error about a file says where it would be in the end. */
struct renaming {
    const struct folder *folder;
    struct messages *messages;
};

static void rename_in_message(void *context, const struct message *message)
{
    const struct renaming *renaming = context;
    const size_t length = strlen(renaming->folder->filled);
    const bool inside = strncmp(message->text, renaming->folder->filled, length) == 0;
    messages_error(renaming->messages, message->place, message->code, "%s%s",
                   inside ? renaming->folder->path : "", message->text + (inside ? length : 0));
}

enum status folder_add(const struct folder *folder, const char *name, const void *bytes,
                       size_t length, struct messages *messages)
{
    char *path = join(folder->filled, strlen(folder->filled), "/", name);
    if (path == NULL)
        return STATUS_MEMORY;
    struct messages renamed;
    struct renaming renaming = {folder, messages};
    messages_init(&renamed, rename_in_message, &renaming);
    enum status status = make_folders(path, strlen(folder->filled), &renamed);
    if (status == STATUS_OK)
        status = output_write(path, bytes, length, &renamed);
    free(path);
    return status;
}

/* rename(2) replaces an empty folder only, whoever may have made it since. */
static enum status replace_folder(const struct folder *folder, struct messages *messages)
{
    if (rename(folder->filled, folder->path) == 0)
        return STATUS_OK;
    if (errno != EEXIST && errno != ENOTEMPTY && errno != ENOTDIR)
        return report(folder->path, "cannot make the folder", messages);
    messages_error(messages, NULL, MESSAGE_IO, "%s: %s; choose another name or move it away",
                   folder->path,
                   errno == ENOTDIR ? "is there already" : "is there already, and not empty");
    return STATUS_FAILURE;
}

/* --- a folder that stays */

static bool is_entry(const char *name)
{
    return strcmp(name, ".") != 0 && strcmp(name, "..") != 0;
}

/* Whether all of the entries are git's folder and the cover. */
static bool is_empty(const struct folder *folder, DIR *entries)
{
    const char *cover = folder->cover + temporary_folder_length(folder->cover);
    const struct dirent *entry = readdir(entries);
    while (entry != NULL && (!is_entry(entry->d_name) || strcmp(entry->d_name, ".git") == 0 ||
                             strcmp(entry->d_name, cover) == 0))
        entry = readdir(entries);
    return entry == NULL;
}

static enum status require_empty(const struct folder *folder, struct messages *messages)
{
    DIR *entries = opendir(folder->path);
    if (entries == NULL)
        return report(folder->path, "cannot open the folder", messages);
    const bool empty = is_empty(folder, entries);
    closedir(entries);
    if (!empty)
        messages_error(messages, NULL, MESSAGE_IO,
                       "%s: this folder is not empty; give the name of a new one", folder->path);
    return empty ? STATUS_OK : STATUS_FAILURE;
}

/* Renames the entry NAME of the folder FROM into the folder TO. */
static enum status move_entry(const char *from, const char *to, const char *name)
{
    char *old = join(from, strlen(from), "/", name), *new = join(to, strlen(to), "/", name);
    enum status status = STATUS_MEMORY;
    if (old != NULL && new != NULL)
        status = rename(old, new) == 0 ? STATUS_OK : STATUS_FAILURE;
    free(old);
    free(new);
    return status;
}

/* Moves the COUNT entries up. If one cannot be, those before it are taken back, and errno is that
   of the failure. */
static enum status move_entries(const struct folder *folder, struct dirent **entries, int count)
{
    enum status status = STATUS_OK;
    int moved = 0;
    while (moved < count && status == STATUS_OK) {
        if (is_entry(entries[moved]->d_name))
            status = move_entry(folder->filled, folder->path, entries[moved]->d_name);
        moved += status == STATUS_OK;
    }
    const int why = errno;
    while (status != STATUS_OK && moved-- > 0)
        if (is_entry(entries[moved]->d_name))
            move_entry(folder->path, folder->filled, entries[moved]->d_name);
    errno = why;
    return status;
}

static enum status fill_folder(const struct folder *folder, struct messages *messages)
{
    struct dirent **entries;
    TRY(require_empty(folder, messages));
    const int count = scandir(folder->filled, &entries, NULL, alphasort);
    if (count < 0)
        return errno == ENOMEM ? STATUS_MEMORY
                               : report(folder->path, "cannot fill the folder", messages);
    const enum status status = move_entries(folder, entries, count);
    if (status == STATUS_FAILURE)
        report(folder->path, "cannot fill the folder", messages);
    for (int i = 0; i < count; i++)
        free(entries[i]);
    free(entries);
    return status;
}

enum status folder_publish(const struct folder *folder, struct messages *messages)
{
    return folder->inside ? fill_folder(folder, messages) : replace_folder(folder, messages);
}

/* --- the end */

static int remove_entry(const char *path, const struct stat *found, int type, struct FTW *walk)
{
    (void)found;
    (void)type;
    (void)walk;
    remove(path);
    return 0;
}

void folder_clear(struct folder *folder)
{
    enum { DESCRIPTORS = 8 };
    if (folder->cover != NULL && rmdir(folder->cover) != 0) /* nftw needs memory */
        nftw(folder->cover, remove_entry, DESCRIPTORS, FTW_DEPTH | FTW_PHYS);
    free(folder->cover);
    free(folder->filled);
    *folder = (struct folder){.path = NULL};
}
