/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/convert/conversion.h"

#include <stdbool.h>
#include <string.h>

#include "base/text/ascii.h"
#include "base/text/suggestion.h"
#include "format/dot/dot_format.h"
#include "format/ftm/ftm.h"
#include "format/gml/gml.h"
#include "format/graph/gexf.h"
#include "format/graph/graphml.h"
#include "format/misp/misp.h"
#include "format/pajek/pajek.h"
#include "format/stix/stix.h"
#include "format/table/table_read.h"
#include "format/table/table_write.h"
#include "format/transcript/dataset_json.h"
#include "format/turtle/turtle.h"

static const struct conversion conversions[] = {
#define CONVERSION(word, name, endings, read, write) {word, name, endings, read, write},
#include "cli/convert/conversions.def"
};

enum { CONVERSIONS = sizeof conversions / sizeof *conversions };

bool conversion_is_native(const struct conversion *conversion)
{
    return conversion == &conversions[0];
}

bool conversion_is_whole(const struct conversion *conversion)
{
    return conversion_is_native(conversion) || conversion->read == dataset_json_read ||
           conversion->read == graphml_read;
}

const char *conversion_word(size_t index, bool for_output)
{
    if (index >= CONVERSIONS)
        return NULL;
    const struct conversion *conversion = &conversions[index];
    const bool possible = conversion_is_native(conversion) ||
                          (for_output ? conversion->write != NULL : conversion->read != NULL);
    return possible ? conversion->word : "";
}

/* Whether ENDING, which ends at a NUL, is in LIST, in any case of its letters. */
static bool is_among(const char *ending, const char *list)
{
    const size_t length = strlen(ending);
    for (const char *at = list; *at != '\0'; at += strspn(at, " ")) {
        const size_t size = strcspn(at, " ");
        size_t same = 0;
        while (same < size && ascii_lower(ending[same]) == at[same])
            same++;
        if (size == length && same == size)
            return true;
        at += size;
    }
    return false;
}

/* The longest ending counts: that of "a.ftm.json" is not "json". */
static const struct conversion *find_ending(const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash != NULL ? slash + 1 : path;
    for (const char *dot = strchr(name, '.'); dot != NULL; dot = strchr(dot + 1, '.'))
        for (size_t i = 0; i < CONVERSIONS; i++)
            if (is_among(dot + 1, conversions[i].endings))
                return &conversions[i];
    return NULL;
}

static const struct conversion *find_word(const char *word)
{
    for (size_t i = 0; i < CONVERSIONS; i++)
        if (strcmp(conversions[i].word, word) == 0)
            return &conversions[i];
    return NULL;
}

static bool serves(const struct conversion *conversion, bool for_output)
{
    if (conversion_is_native(conversion))
        return true;
    return for_output ? conversion->write != NULL : conversion->read != NULL;
}

/* Appends the words of the formats that can be read or written: "xml, csv or json". */
static void list_words(struct buffer *out, bool for_output)
{
    size_t left = 0;
    for (size_t i = 0; i < CONVERSIONS; i++)
        left += serves(&conversions[i], for_output);
    for (size_t i = 0; i < CONVERSIONS; i++)
        if (serves(&conversions[i], for_output)) {
            left--;
            buffer_format(out, "%s%s", conversions[i].word,
                          left > 1    ? ", "
                          : left == 1 ? " or "
                                      : "");
        }
}

static enum status report_unknown(const char *name, const char *word, bool for_output,
                                  struct messages *messages)
{
    struct buffer words = BUFFER_EMPTY;
    struct suggestion suggestion;
    suggestion_init(&suggestion, word);
    for (size_t i = 0; i < CONVERSIONS; i++)
        if (serves(&conversions[i], for_output))
            suggestion_offer(&suggestion, conversions[i].word);
    list_words(&words, for_output);
    if (suggestion.best != NULL)
        messages_setting_error(messages, name, MESSAGE_UNKNOWN_WORD,
                               "unknown format \"%s\"; did you mean \"%s\"?", word,
                               suggestion.best);
    else
        messages_setting_error(messages, name, MESSAGE_UNKNOWN_WORD,
                               "unknown format \"%s\"; it must be %s", word,
                               buffer_string(&words));
    buffer_clear(&words);
    return STATUS_FAILURE;
}

/* Workbooks are archives of XML files that only their own programs understand in full. */
static bool is_workbook(const char *path)
{
    const char *dot = strrchr(path, '.');
    return dot != NULL && is_among(dot + 1, "xlsx xlsm xls ods numbers");
}

static enum status report_ending(const char *name, const char *path, bool for_output,
                                 struct messages *messages)
{
    struct buffer words = BUFFER_EMPTY;
    list_words(&words, for_output);
    if (is_workbook(path))
        messages_error(messages, NULL, MESSAGE_UNKNOWN_FORMAT,
                       for_output ? "%s: workbooks cannot be written; write a .csv, which every "
                                    "spreadsheet program opens"
                                  : "%s: workbooks cannot be read; save the sheet as CSV (UTF-8) "
                                    "in your spreadsheet program, and convert that",
                       path);
    else
        messages_error(messages, NULL, MESSAGE_UNKNOWN_FORMAT,
                       "%s: cannot tell the format from the name; choose one with --%s: %s", path,
                       name, buffer_string(&words));
    buffer_clear(&words);
    return STATUS_FAILURE;
}

static enum status report_one_way(const struct conversion *conversion, bool for_output,
                                  struct messages *messages)
{
    messages_error(messages, NULL, MESSAGE_UNKNOWN_FORMAT, "%s cannot be %s, only %s",
                   conversion->name, for_output ? "written" : "read",
                   for_output ? "read" : "written");
    return STATUS_FAILURE;
}

enum status conversion_choose(const char *name, const char *word, const char *path,
                              bool for_output, struct messages *messages,
                              const struct conversion **conversion)
{
    const struct conversion *found = word != NULL ? find_word(word) : find_ending(path);
    if (found == NULL && word != NULL)
        return report_unknown(name, word, for_output, messages);
    if (found == NULL)
        return report_ending(name, path, for_output, messages);
    if (!serves(found, for_output))
        return report_one_way(found, for_output, messages);
    *conversion = found;
    return STATUS_OK;
}
