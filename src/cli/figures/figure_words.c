/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/figures/figure_words.h"

#include <string.h>

#include "base/text/ascii.h"
#include "base/text/shell.h"
#include "cli/option_table.h"
#include "query/criteria.h"

static void add_option(struct buffer *out, const struct option_row *option, const char *value)
{
    struct buffer word = BUFFER_EMPTY;
    const bool bare = option_is_flag(option) && value[0] == '\0';
    buffer_format(&word, "--%s%s%s", option->name, bare ? "" : "=", value);
    buffer_text(out, out->length > 0 ? " " : "");
    shell_word(out, buffer_string(&word));
    out->failed |= word.failed;
    buffer_clear(&word);
}

/* Whether NAME is an option of figures that the words leave out: they say the reader and the
   prefix in another way, the resolution is that of a file, and the time limit makes no
   difference. */
static bool is_left_out(const char *name)
{
    static const char *const names[] = {"for", "time-limit", "dpi", "id-prefix"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return false;
}

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash != NULL ? slash + 1 : path;
}

/* Whether VALUE of the option NAME is its default, or has changed nothing in SCENE. */
static bool is_idle(const char *name, const char *value, const struct scene *scene)
{
    static const char *const defaults[][2] = {{"layout", "auto"},
                                              {"effort", "normal"},
                                              {"labels", "auto"},
                                              {"sides", "none"},
                                              {"width-by", "weight"}};
    for (size_t i = 0; i < sizeof defaults / sizeof *defaults; i++)
        if (strcmp(name, defaults[i][0]) == 0 && strcmp(value, defaults[i][1]) == 0)
            return true;
    if (strcmp(name, "merge") == 0)
        return scene->member_count == scene->tie_count;
    return strcmp(name, "blocs") == 0 && scene->bloc_count == 0;
}

/* A language tag, in small letters: case makes no difference in it. */
static void add_language(struct buffer *out, const struct option_row *option, const char *tag)
{
    struct buffer small = BUFFER_EMPTY;
    for (; *tag != '\0'; tag++)
        buffer_char(&small, ascii_lower(*tag));
    add_option(out, option, buffer_string(&small));
    out->failed |= small.failed;
    buffer_clear(&small);
}

static void add_setting(struct buffer *out, const struct option_row *option, const char *value,
                        bool discreet)
{
    if (discreet && strcmp(option->name, criterion_name(CRITERION_WHERE)) == 0)
        buffer_format(out, "%s--%s", out->length > 0 ? " " : "", option->name);
    else if (strcmp(option->name, "positions") == 0)
        add_option(out, option, base_name(value));
    else if (strcmp(option->name, "lang") == 0)
        add_language(out, option, value);
    else
        add_option(out, option, value);
}

static void add_prefix(struct buffer *out, const char *id_prefix)
{
    static const struct option_row option = {.name = "id-prefix", .argument = "PREFIX"};
    if (id_prefix[0] != '\0')
        add_option(out, &option, id_prefix);
}

void figure_words_write(struct buffer *out, const struct settings *settings,
                        const struct settings *criteria, const struct scene *scene, bool discreet)
{
    for (const struct option_row *option = option_table; option->name != NULL; option++) {
        if (!option_is_for_views(option) || is_left_out(option->name))
            continue;
        const char *value =
            settings_find(criteria_knows(option->name) ? criteria : settings, option->name);
        if (value != NULL && !is_idle(option->name, value, scene))
            add_setting(out, option, value, discreet);
    }
    add_prefix(out, scene->id_prefix);
}

/* --- reading them */

static const struct option_row *find_option(const char *name)
{
    for (const struct option_row *option = option_table; option->name != NULL; option++)
        if (strcmp(option->name, name) == 0 &&
            (option_is_for_views(option) || strcmp(name, "id-prefix") == 0))
            return option;
    return NULL;
}

static enum status report_word(const char *word, const char *figure, struct messages *messages)
{
    messages_error(messages, NULL, MESSAGE_UNKNOWN_SETTING,
                   "%s: it was drawn with \"%s\", which is no option of this version for figures",
                   figure, word);
    return STATUS_FAILURE;
}

/* Adds WORD, "--NAME" or "--NAME=VALUE", which is changed. */
static enum status read_word(char *word, const char *figure, struct settings *settings,
                             bool *discreet, struct messages *messages)
{
    char *equals = strchr(word, '=');
    if (strncmp(word, "--", 2) != 0)
        return report_word(word, figure, messages);
    if (equals != NULL)
        *equals = '\0';
    const char *name = word + 2;
    const struct option_row *option = find_option(name);
    if (option == NULL)
        return report_word(word, figure, messages);
    if (equals == NULL && strcmp(name, criterion_name(CRITERION_WHERE)) == 0)
        *discreet = true;
    else if (equals == NULL && !option_is_flag(option))
        return report_word(word, figure, messages);
    else
        return settings_add(settings, name, equals != NULL ? equals + 1 : "");
    return STATUS_OK;
}

enum status figure_words_read(const char *words, const char *figure, struct settings *settings,
                              bool *discreet, struct messages *messages)
{
    enum status status = STATUS_OK;
    *discreet = false;
    while (status == STATUS_OK && *words != '\0') {
        struct buffer word = BUFFER_EMPTY;
        const bool read = shell_next(&words, &word);
        buffer_string(&word); /* ends it in a NUL */
        if (word.failed)
            status = STATUS_MEMORY;
        else if (!read || word.bytes == NULL)
            status = report_word(words, figure, messages);
        else
            status = read_word(word.bytes, figure, settings, discreet, messages);
        buffer_clear(&word);
    }
    return status;
}
