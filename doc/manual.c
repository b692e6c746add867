/* SPDX-License-Identifier: MIT */
/* Makes a manual page from its template. Lines of the template are copied, but for these:

   .\" @head COMMAND        title, name, summary and synopsis of a command
   .\" @options COMMAND     its options, in the groups and the order of --help=all
   .\" @options GROUP       those of a group, "limits" or "other", of all commands
   .\" @commands            all commands, with their summaries

   Names, arguments, groups and summaries come from the tables of the program. What an option does
   comes from the file OPTIONS, in which an entry begins with one of these lines:

   .\" @option NAME [COMMAND...]   what the option does; of these commands, if any are named
   .\" @intro NAME                 what is said before this option and those that follow it

   An option without an entry is an error, and so is an entry without an option.

   usage: manual OPTIONS TEMPLATE >PAGE */
#include <config.h>

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/buffer.h"
#include "cli/command.h"
#include "cli/option_table.h"

/* Part of a text that is owned elsewhere. */
struct span {
    const char *text;
    size_t length;
};

struct manual {
    const char *options; /* the text of OPTIONS */
    struct buffer out;
    const char
        *missing; /* an option without an entry, or a command that there isn't; NULL: none */
};

static const char option_mark[] = ".\\\" @option ", intro_mark[] = ".\\\" @intro ";

/* --- entries */

static const char *next_line(const char *line)
{
    const char *end = strchr(line, '\n');
    return end != NULL ? end + 1 : line + strlen(line);
}

static bool is_mark(const char *line)
{
    return strncmp(line, ".\\\" @", 5) == 0;
}

/* The lines from LINE up to the next mark. */
static struct span entry_text(const char *line)
{
    const char *end = line;
    while (*end != '\0' && !is_mark(end))
        end = next_line(end);
    return (struct span){line, (size_t)(end - line)};
}

/* Whether WORD is one of the words of LINE. */
static bool has_word(const char *line, const char *word)
{
    const size_t length = strlen(word);
    for (const char *end = line + strcspn(line, "\n"); line < end; line += strcspn(line, " \n")) {
        line += strspn(line, " ");
        if (strcspn(line, " \n") == length && strncmp(line, word, length) == 0)
            return true;
    }
    return false;
}

/* What follows on the line MARK NAME; NULL if it is another line. */
static const char *after_name(const char *line, const char *mark, const char *name)
{
    const size_t start = strlen(mark), length = strlen(name);
    if (strncmp(line, mark, start) != 0 || strncmp(line + start, name, length) != 0 ||
        strchr(" \n", line[start + length]) == NULL)
        return NULL;
    return line + start + length;
}

/* The entry for the option NAME that names COMMAND or, without one, names no command. */
static struct span find_entry(const char *options, const char *mark, const char *name,
                              const char *command)
{
    for (const char *line = options; *line != '\0'; line = next_line(line)) {
        const char *rest = after_name(line, mark, name);
        if (rest != NULL && (command != NULL ? has_word(rest, command) : *rest == '\n'))
            return entry_text(next_line(line));
    }
    return (struct span){NULL, 0};
}

static struct span option_entry(const struct manual *manual, const char *name,
                                const char *command)
{
    struct span entry = {NULL, 0};
    if (command != NULL)
        entry = find_entry(manual->options, option_mark, name, command);
    return entry.text != NULL ? entry : find_entry(manual->options, option_mark, name, NULL);
}

/* --- options */

/* A hyphen that begins an option is a minus sign, so that it can be searched for and copied. */
static void write_item(struct buffer *out, const struct option_row *option)
{
    buffer_text(out, ".It ");
    if (option->letter != '\0')
        buffer_format(out, "Fl %c , ", option->letter);
    buffer_format(out, "Fl \\-%s", option->name);
    if (option->argument != NULL && option_is_flag(option))
        buffer_format(out, " Ns Op = Ns Cm %.*s", (int)strlen(option->argument) - 2,
                      option->argument + 1);
    else if (option->argument != NULL)
        buffer_format(out, " Ns = Ns Ar %s", option->argument);
    buffer_char(out, '\n');
}

/* Whether the options of GROUP are described in entente(1), and only named elsewhere. */
static bool is_general(enum option_group group)
{
    return group == GROUP_LIMITS || group == GROUP_OTHER;
}

/* A list of options that is being written. */
struct list {
    struct manual *manual;
    const char *command; /* NULL: options of all commands */
    bool brief;          /* a line each, that of --help */
    bool open;
};

static void open_list(struct list *list)
{
    if (!list->open)
        buffer_text(&list->manual->out,
                    list->brief ? ".Bl -tag -width 27n -compact\n" : ".Bl -tag -width indent\n");
    list->open = true;
}

static void close_list(struct list *list)
{
    if (list->open)
        buffer_text(&list->manual->out, ".El\n");
    list->open = false;
}

static void write_intro(struct list *list, const struct option_row *option)
{
    const struct span intro = find_entry(list->manual->options, intro_mark, option->name, NULL);
    if (intro.text == NULL || list->brief)
        return;
    if (list->open) {
        close_list(list);
        buffer_text(&list->manual->out, ".Pp\n");
    }
    buffer_add(&list->manual->out, intro.text, intro.length);
}

static void write_option(struct list *list, const struct option_row *option)
{
    struct buffer *out = &list->manual->out;
    const struct span text = option_entry(list->manual, option->name, list->command);
    if (text.text == NULL)
        list->manual->missing = option->name;
    write_intro(list, option);
    open_list(list);
    write_item(out, option);
    if (list->brief)
        buffer_format(out, "%s\n", option->help);
    else
        buffer_add(out, text.text, text.length);
}

/* Writes the options of GROUP under HEADING; those of COMMAND, or if it is NULL, of any. */
static void write_group(struct manual *manual, enum option_group group,
                        const struct command *command, const char *heading)
{
    struct list list = {.manual = manual,
                        .command = command != NULL ? command->name : NULL,
                        .brief = command != NULL && is_general(group)};
    bool empty = true;
    for (const struct option_row *option = option_table; option->name != NULL; option++) {
        if (option->group != group || (command != NULL && !option_belongs_to(option, command)))
            continue;
        if (empty)
            buffer_text(&manual->out, heading);
        empty = false;
        write_option(&list, option);
    }
    close_list(&list);
}

static void write_options(struct manual *manual, const struct command *command)
{
    static const char *const headings[OPTION_GROUPS] = {
        [GROUP_SELECTION] = ".Ss Selection\n",
        [GROUP_READERS] = ".Ss Who may see it\n",
        [GROUP_FIGURE] = ".Ss Figure\n",
        [GROUP_OUTPUT] = ".Ss Output\n",
        [GROUP_LIMITS] = ".Ss Limits on untrusted input\nSee\n.Xr entente 1 .\n.Pp\n",
        [GROUP_OTHER] = ".Ss Other options\nSee\n.Xr entente 1 .\n.Pp\n",
    };
    buffer_text(&manual->out,
                ".Sh OPTIONS\nLong options may be abbreviated as long as they stay unambiguous.\n"
                "Options may follow operands;\n.Sq \\-\\-\nends the options.\n");
    for (unsigned group = 0; group < OPTION_GROUPS; group++)
        write_group(manual, (enum option_group)group, command, headings[group]);
}

/* --- commands */

/* Writes operands as macros: "DATASET [VIEWS]" are a dataset and, optionally, views. */
static void write_operands(struct buffer *out, const char *synopsis)
{
    for (const char *word = synopsis; *word != '\0'; word += strspn(word, " ")) {
        const bool optional = *word == '[';
        buffer_text(out, optional ? ".Op Ar " : ".Ar ");
        for (; *word != '\0' && *word != ' '; word++)
            if (*word == '.')
                buffer_text(out, word[-1] != '.' ? " ." : ".");
            else if (strchr("[]", *word) == NULL)
                buffer_char(out, (char)tolower((unsigned char)*word));
        buffer_char(out, '\n');
    }
}

static void write_upper(struct buffer *out, const char *text)
{
    for (; *text != '\0'; text++)
        buffer_char(out, (char)toupper((unsigned char)*text));
}

static void write_summary(struct buffer *out, const struct command *command)
{
    buffer_char(out, (char)tolower((unsigned char)command->summary[0]));
    buffer_format(out, "%s\n", command->summary + 1);
}

static void write_head(struct manual *manual, const struct command *command)
{
    struct buffer *out = &manual->out;
    buffer_text(out, ".Dt ENTENTE-");
    write_upper(out, command->name);
    buffer_format(out, " 1\n.Os\n.Sh NAME\n.Nm entente-%s\n.Nd ", command->name);
    write_summary(out, command);
    buffer_format(out, ".Sh SYNOPSIS\n.Nm entente\n.Cm %s\n.Op Ar option ...\n", command->name);
    write_operands(out, command->synopsis);
}

static void write_commands(struct manual *manual)
{
    buffer_text(&manual->out, ".Bl -tag -width entente-validate(1)\n");
    for (int i = 0; i < COMMANDS; i++)
        buffer_format(&manual->out, ".It Xr entente-%s 1\n%s.\n", commands[i]->name,
                      commands[i]->summary);
    buffer_text(&manual->out, ".El\n");
}

/* --- templates */

static void write_directive(struct manual *manual, const char *verb, const char *word)
{
    const struct command *command = command_find(word);
    if (strcmp(verb, "commands") == 0)
        write_commands(manual);
    else if (strcmp(verb, "options") == 0 && strcmp(word, "limits") == 0)
        write_group(manual, GROUP_LIMITS, NULL, "");
    else if (strcmp(verb, "options") == 0 && strcmp(word, "other") == 0)
        write_group(manual, GROUP_OTHER, NULL, "");
    else if (command == NULL)
        manual->missing = word;
    else if (strcmp(verb, "options") == 0)
        write_options(manual, command);
    else
        write_head(manual, command);
}

/* Writes the page; the words of its marks end with NULs afterwards. */
static void write_page(struct manual *manual, char *template)
{
    char *next = template;
    for (char *line = template; *line != '\0' && manual->missing == NULL; line = next) {
        next = line + (next_line(line) - line);
        if (!is_mark(line)) {
            buffer_add(&manual->out, line, (size_t)(next - line));
            continue;
        }
        char *verb = line + 5, *word = verb + strcspn(verb, " \n");
        next[-1] = '\0';
        if (*word == ' ')
            *word++ = '\0';
        write_directive(manual, verb, word);
    }
}

/* Whether COMMAND has the option that an entry is about. */
static bool command_has(const struct command *command, const char *line)
{
    for (const struct option_row *option = option_table; option->name != NULL; option++)
        if (after_name(line, option_mark, option->name) != NULL &&
            option_belongs_to(option, command))
            return true;
    return false;
}

/* Whether each command that an entry names has its option; one of them, if it names none. */
static bool entry_is_known(const char *line)
{
    size_t owners = 0, wrong = 0;
    for (int i = 0; i < COMMANDS; i++) {
        const bool has = command_has(commands[i], line);
        const char *words = line + strlen(option_mark);
        words += strcspn(words, " \n");
        owners += has;
        wrong += !has && has_word(words, commands[i]->name);
    }
    return owners > 0 && wrong == 0;
}

/* Whether each entry is about an option of the program, and of each command that it names. */
static bool entries_are_known(const struct manual *manual)
{
    for (const char *line = manual->options; *line != '\0'; line = next_line(line)) {
        if (strncmp(line, option_mark, strlen(option_mark)) != 0)
            continue;
        if (!entry_is_known(line)) {
            fprintf(stderr, "manual: no option: %.*s\n", (int)strcspn(line, "\n"), line);
            return false;
        }
    }
    return true;
}

/* The contents of a file, owned by the caller. */
static char *read_file(const char *path)
{
    struct buffer text = BUFFER_EMPTY;
    char bytes[4096];
    FILE *file = fopen(path, "r");
    for (size_t count; file != NULL && (count = fread(bytes, 1, sizeof bytes, file)) > 0;)
        buffer_add(&text, bytes, count);
    if (file == NULL || ferror(file) || buffer_status(&text) != STATUS_OK || text.length == 0) {
        fprintf(stderr, "manual: cannot read %s\n", path);
        exit(EXIT_FAILURE);
    }
    fclose(file);
    return text.bytes;
}

int main(int argc, char *argv[])
{
    if (argc != 3) {
        fputs("usage: manual OPTIONS TEMPLATE\n", stderr);
        return EXIT_FAILURE;
    }
    char *options = read_file(argv[1]), *template = read_file(argv[2]);
    struct manual manual = {.options = options, .out = BUFFER_EMPTY};
    write_page(&manual, template);
    bool fine = buffer_status(&manual.out) == STATUS_OK && entries_are_known(&manual);
    if (manual.missing != NULL) {
        fprintf(stderr, "manual: %s: nothing is known of \"%s\"\n", argv[2], manual.missing);
        fine = false;
    }
    fine = fine && fputs(buffer_string(&manual.out), stdout) >= 0 && fflush(stdout) == 0;
    buffer_clear(&manual.out);
    free(options);
    free(template);
    return fine ? EXIT_SUCCESS : EXIT_FAILURE;
}
