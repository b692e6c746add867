/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/figures/input_files.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { KEY_SIZE = 48 };

/* What identifies a file. */
static void write_key(const struct stat *file, char key[KEY_SIZE])
{
    snprintf(key, KEY_SIZE, "%llu %llu", (unsigned long long)file->st_dev,
             (unsigned long long)file->st_ino);
}

enum status input_files_add(struct strings *files, const char *path, uint32_t value)
{
    char key[KEY_SIZE];
    struct stat file;
    uint32_t number;
    int found = strcmp(path, "-") == 0 ? fstat(STDIN_FILENO, &file) : stat(path, &file);
    if (found != 0)
        return STATUS_OK;
    write_key(&file, key);
    TRY(strings_intern(files, STRINGS_OFTEN, key, strlen(key), &number));
    if (strings_value(files, number) == STRINGS_NO_VALUE)
        strings_set_value(files, number, value);
    return STATUS_OK;
}

uint32_t input_files_find(const struct strings *files, const char *path)
{
    char key[KEY_SIZE];
    struct stat file;
    if (stat(path, &file) != 0 || !S_ISREG(file.st_mode))
        return STRINGS_NO_VALUE;
    write_key(&file, key);
    return strings_value(files, strings_find(files, key));
}
