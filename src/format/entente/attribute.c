/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/entente/attribute.h"

#include <stdlib.h>
#include <string.h>

#include "base/text/address.h"
#include "base/text/utf8.h"
#include "format/xml/text.h"
#include "model/date_guess.h"
#include "model/language.h"

enum { SHOWN = 100 }; /* bytes of an invalid value */

unsigned attribute_word(struct document *document, const char *attribute,
                        const struct vocabulary *vocabulary, const char *value,
                        unsigned otherwise)
{
    int index = value != NULL ? vocabulary_find(vocabulary, value) : -1;
    if (value != NULL && index < 0)
        document_report_word(document, attribute, vocabulary, attribute, value);
    return index < 0 ? otherwise : (unsigned)index;
}

unsigned attribute_digit(struct document *document, const char *attribute, const char *value,
                         char low, char high, unsigned otherwise)
{
    if (value == NULL)
        return otherwise;
    if (value[0] >= low && value[0] <= high && value[1] == '\0')
        return (unsigned)(value[0] - '0');
    document_error(document, attribute, MESSAGE_INVALID_VALUE,
                   "%s must be a number from %c to %c, not \"%s\"", attribute, low, high, value);
    return otherwise;
}

static void report_date(struct document *document, const char *attribute, const char *value,
                        enum date_error error)
{
    struct buffer why = BUFFER_EMPTY;
    date_guess_explain(value, error, &why);
    document_error(document, attribute, MESSAGE_INVALID_DATE, "invalid date \"%.*s\": %s",
                   (int)utf8_cut(value, SHOWN), value, buffer_string(&why));
    buffer_clear(&why);
}

enum status attribute_date(struct reading *reading, struct document *document,
                           const char *attribute, const char *value, uint32_t *index)
{
    *index = NETWORK_NONE;
    if (value == NULL)
        return STATUS_OK;
    uint32_t text;
    enum date_error error;
    TRY(reading_intern(reading, value, &text));
    TRY(network_add_date(reading->network, text, index, &error));
    if (error != DATE_VALID)
        report_date(document, attribute, value, error);
    return STATUS_OK;
}

static enum status intern_folded(struct reading *reading, const char *value, uint32_t *text)
{
    char *folded = strdup(value);
    if (folded == NULL)
        return STATUS_MEMORY;
    text_fold(folded);
    enum status status = reading_intern(reading, folded, text);
    free(folded);
    return status;
}

enum status attribute_text(struct reading *reading, unsigned attribute, const char *value,
                           uint32_t *text)
{
    bool folded = value == NULL || text_is_folded(value);
    TRY(folded ? reading_intern(reading, value, text) : intern_folded(reading, value, text));
    bool preserved = value == NULL || (folded && value[0] != '\0');
    return preserved ? STATUS_OK : reading_keep_spelling(reading, attribute, value);
}

/* An address that is not safe as a link is not stored in the network, so that it cannot become
   one. */
enum status attribute_address(struct reading *reading, struct document *document,
                              const char *name, unsigned attribute, const char *value,
                              uint32_t *address)
{
    size_t length = 0;
    const char *trimmed = value != NULL ? address_trim(value, &length) : NULL;
    if (value != NULL && trimmed == NULL)
        document_warning(document, name, MESSAGE_INVALID_ADDRESS,
                         "ignoring invalid link \"%.*s\"; begin it with http:, https:, mailto: "
                         "or #, and write a space as %%20",
                         (int)utf8_cut(value, SHOWN), value);
    *address = 0;
    if (value != NULL && (trimmed == NULL || length != strlen(value)))
        TRY(reading_keep_spelling(reading, attribute, value));
    return trimmed == NULL ? STATUS_OK
                           : strings_intern(&reading->network->strings, STRINGS_RARELY, trimmed,
                                            length, address);
}

/* The value can end up in a figure, so it must be a language tag. An empty value means none, as
   in XML. */
enum status attribute_language(struct reading *reading, struct document *document,
                               const char *name, unsigned attribute, const char *value,
                               uint32_t *language)
{
    bool taken = value == NULL || value[0] == '\0' || language_is_tag(value);
    if (!taken)
        document_warning(
            document, name, MESSAGE_INVALID_LANGUAGE,
            "ignoring invalid language tag \"%.*s\"; write a tag such as fa or fa-AF",
            (int)utf8_cut(value, SHOWN), value);
    if (value != NULL && (!taken || value[0] == '\0'))
        TRY(reading_keep_spelling(reading, attribute, value));
    return reading_intern(reading, taken ? value : NULL, language);
}
