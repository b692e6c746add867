/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/completion/completion.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/process/output.h"
#include "cli/completion/candidates.h"
#include "cli/completion/command_line.h"
#include "cli/completion/dataset_words.h"
#include "cli/completion/value.h"
#include "cli/convert/conversion.h"
#include "cli/list/column.h"
#include "format/entente/redaction.h"
#include "model/vocabulary.h"
#include "scene/wording.h"

/* A larger dataset would keep the user waiting. */
enum { MOST_BYTES = 64 << 20 };

/* --- the dataset */

static bool is_regular(const char *path)
{
    struct stat file;
    return stat(path, &file) == 0 && S_ISREG(file.st_mode) && file.st_size <= MOST_BYTES;
}

/* Reads the dataset on the line, as those may know it whom --for on the line names. NULL if there
   is none, or none that is valid. */
static struct network *read_dataset(const struct command_line *line)
{
    struct messages messages;
    struct network *network = NULL;
    const char *path = command_line_dataset(line);
    const char *level = command_line_value(line, "for");
    messages_init(&messages, NULL, NULL);
    if (path == NULL || !is_regular(path) ||
        redaction_read(path, level, NULL, &reader_default_limits, &messages, &network) !=
            STATUS_OK)
        return NULL;
    return network;
}

static void offer_from_dataset(const struct candidates *candidates,
                               const struct command_line *line, enum value_kind kind)
{
    struct network *network = read_dataset(line);
    if (network != NULL)
        dataset_words_offer(candidates, network, kind);
    network_free(network);
}

/* --- words that do not depend on it */

static void offer_vocabulary_forms(const struct candidates *candidates)
{
    for (unsigned type = 0; type < TYPES; type++)
        candidates_offer_words(candidates, relation_type_forms((enum relation_type)type));
}

static void offer_warnings(const struct candidates *candidates)
{
    for (enum message_code code = 0; code < MESSAGE_CODES; code++)
        if (message_code_warns(code))
            candidates_offer(candidates, message_code_word(code), message_code_meaning(code));
}

static void offer_formats(const struct candidates *candidates, bool for_output)
{
    const char *word;
    for (size_t i = 0; (word = conversion_word(i, for_output)) != NULL; i++)
        if (word[0] != '\0')
            candidates_offer(candidates, word, NULL);
}

static void offer_columns(const struct candidates *candidates, const struct command_line *line)
{
    static const struct {
        const char *of;
        const struct vocabulary *columns;
    } tables[] = {{"relations", &vocabulary_relation_columns},
                  {"actors", &vocabulary_actor_columns},
                  {"events", &vocabulary_event_columns},
                  {"claims", &vocabulary_claim_columns},
                  {"sources", &vocabulary_source_columns}};
    const char *of = command_line_value(line, "of");
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        if (strcmp(of != NULL ? of : "relations", tables[i].of) == 0)
            candidates_offer_words(candidates, tables[i].columns);
}

/* Offers what a value of KIND can be whatever the dataset. */
static void offer_known(const struct candidates *candidates, const struct command_line *line,
                        enum value_kind kind)
{
    switch (kind) {
    case VALUE_FORMS: offer_vocabulary_forms(candidates); break;
    case VALUE_KINDS:
        candidates_offer_words(candidates, &vocabulary_kinds);
        candidates_offer_words(candidates, &vocabulary_subkinds);
        break;
    case VALUE_LANGUAGES:
        for (unsigned i = 0; i < WORDINGS; i++)
            candidates_offer_once(candidates, wording_tag((enum wording)i), NULL);
        break;
    case VALUE_COLUMNS: offer_columns(candidates, line); break;
    case VALUE_WARNINGS: offer_warnings(candidates); break;
    case VALUE_READ: offer_formats(candidates, false); break;
    case VALUE_WRITTEN: offer_formats(candidates, true); break;
    case VALUE_FILE: buffer_text(candidates->out, ":files\n"); break;
    case VALUE_FOLDER: buffer_text(candidates->out, ":folders\n"); break;
    case VALUE_TEXT:
    case VALUE_WORDS:
    case VALUE_VERTICES:
    case VALUE_BLOCS:
    case VALUE_EVENTS:
    case VALUE_RELATIONS:
    case VALUE_SOURCES:
    case VALUE_PARTIES:
    case VALUE_ITEMS:
    case VALUE_PROPERTIES:
    case VALUE_ATTRIBUTES:
    case VALUE_LEVELS: break;
    }
}

static bool is_from_dataset(enum value_kind kind)
{
    return kind != VALUE_TEXT && kind != VALUE_WORDS && kind < VALUE_COLUMNS;
}

/* --- words of a command line */

/* The start of the item that is being typed, in a list that begins at byte START of WORD. */
static size_t last_item(const char *word, size_t start, const char *separators)
{
    size_t item = start;
    for (size_t i = start; word[i] != '\0'; i++)
        if (strchr(separators, word[i]) != NULL)
            item = i + 1;
    return item;
}

/* Completes a value that begins at byte START of the word that is being typed. */
static void complete_value(const struct command_line *line, struct value value, size_t start,
                           struct buffer *out)
{
    const char *word = command_line_word(line);
    struct strings offered;
    const struct candidates candidates = {.out = out,
                                          .word = word,
                                          .prefix = last_item(word, start, value.separators),
                                          .list = start,
                                          .separators = value.separators,
                                          .offered = &offered};
    if (strings_init(&offered) != STATUS_OK) {
        out->failed = true;
        return;
    }
    candidates_offer_words(&candidates, value.words);
    if (is_from_dataset(value.kind))
        offer_from_dataset(&candidates, line, value.kind);
    offer_known(&candidates, line, value.kind);
    if (value.separators[0] != '\0' || value.kind == VALUE_PROPERTIES)
        buffer_text(out, ":nospace\n");
    strings_clear(&offered);
}

static void complete_option_value(const struct command_line *line, struct buffer *out)
{
    const struct value value = value_of_option(line->option, line->command);
    complete_value(line, value, line->value, out);
}

/* Offers the options of the command; "--name=" of those that need a value. */
static void complete_option(const struct command_line *line, struct buffer *out)
{
    const struct candidates candidates = {
        .out = out, .word = command_line_word(line), .separators = ""};
    bool valued = false;
    for (const struct option_row *row = option_table; row->name != NULL; row++) {
        struct buffer option = BUFFER_EMPTY;
        const size_t before = out->length;
        if (!option_belongs_to(row, line->command))
            continue;
        buffer_format(&option, "--%s%s", row->name, option_is_flag(row) ? "" : "=");
        candidates_offer(&candidates, buffer_string(&option), row->help);
        valued = valued || (!option_is_flag(row) && out->length > before);
        buffer_clear(&option);
    }
    if (valued)
        buffer_text(out, ":nospace\n");
}

static void complete_command(const struct command_line *line, bool options, struct buffer *out)
{
    const struct candidates candidates = {
        .out = out, .word = command_line_word(line), .separators = ""};
    for (size_t i = 0; i < COMMANDS; i++)
        candidates_offer(&candidates, commands[i]->name, commands[i]->summary);
    if (!options)
        return;
    candidates_offer(&candidates, "help", "Describe a command");
    candidates_offer(&candidates, "--help", "show the help and exit");
    candidates_offer(&candidates, "--version", "show the version and exit");
}

static void complete_operand(const struct command_line *line, struct buffer *out)
{
    switch (command_line_operand(line)) {
    case OPERAND_NONE: break;
    case OPERAND_DATASET:
    case OPERAND_VIEWS: buffer_text(out, ":files xml\n"); break;
    case OPERAND_FIGURE: buffer_text(out, ":files svg pdf png html dot\n"); break;
    case OPERAND_FILE: buffer_text(out, ":files\n"); break;
    case OPERAND_ITEM: complete_value(line, (struct value){VALUE_ITEMS, "", NULL}, 0, out); break;
    }
}

static void complete(const struct command_line *line, struct buffer *out)
{
    switch (line->what) {
    case COMMAND_LINE_COMMAND: complete_command(line, line->index == 0, out); break;
    case COMMAND_LINE_OPTION: complete_option(line, out); break;
    case COMMAND_LINE_VALUE: complete_option_value(line, out); break;
    case COMMAND_LINE_OPERAND: complete_operand(line, out); break;
    case COMMAND_LINE_NOTHING: break;
    }
}

enum status completion_run(int argc, char **argv, struct messages *messages)
{
    struct command_line line;
    struct buffer out = BUFFER_EMPTY;
    char *end;
    if (argc < 1)
        return STATUS_OK;
    const unsigned long index = strtoul(argv[0], &end, 10);
    if (*end != '\0' || index >= (unsigned long)(argc - 1))
        return STATUS_OK;
    command_line_read(&line, argv + 1, (size_t)argc - 1, index);
    complete(&line, &out);
    enum status status = buffer_status(&out);
    if (status == STATUS_OK && out.length > 0)
        status = output_write("-", out.bytes, out.length, messages);
    buffer_clear(&out);
    return status;
}
