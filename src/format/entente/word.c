/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/entente/word.h"

#include <string.h>

#include "base/memory/buffer.h"
#include "base/text/utf8.h"
#include "format/entente/attribute.h"
#include "format/entente/confusable.h"
#include "format/entente/marking.h"
#include "format/entente/stop.h"
#include "model/attributes.h"

enum { SHOWN = 100 }; /* bytes of a verb */

/* The index of VALUE, the "of" of a word, in VOCABULARY; 0, after reporting an error, if it is
   not in it. */
static unsigned read_of(struct document *document, const struct vocabulary *vocabulary,
                        const char *value)
{
    int index = value != NULL ? vocabulary_find(vocabulary, value) : 0;
    if (index >= 0)
        return (unsigned)index;
    document_report_word(document, "of", vocabulary, vocabulary->what, value);
    return 0;
}

/* Reads the word, which must be usable in the list of an option. Sets *TEXT to it; it is NULL if
   it is absent. */
static enum status read_word(struct reading *reading, struct document *document,
                             const char *value, uint32_t *word, const char **text)
{
    TRY(attribute_text(reading, WORD_WORD, value, word));
    *text = value != NULL ? network_text(reading->network, *word) : NULL;
    if (value != NULL && *word == 0)
        document_error(document, "word", MESSAGE_EMPTY_VALUE, "\"word\" must not be empty");
    else if (value != NULL && strchr(*text, ',') != NULL)
        document_error(document, "word", MESSAGE_DECLARATION,
                       "the word \"%s\" must not contain a comma, which separates words in "
                       "options",
                       *text);
    if (value != NULL)
        marking_check_value(document, "word", MESSAGE_DECLARATION, *text);
    return STATUS_OK;
}

/* Reports that WORD is declared again. */
static void check_repetition(const struct reading *reading, struct document *document,
                             uint32_t earlier, const char *what)
{
    const struct network *network = reading->network;
    if (earlier == NETWORK_NONE)
        return;
    const struct network_word *word = &network->words.items[earlier];
    char line[MESSAGE_LINE_ROOM];
    document_error(document, "word", MESSAGE_DECLARATION, "\"%s\" is already declared as a %s%s",
                   network_text(network, word->word), what, message_on_line(line, word->line));
}

static void report_built_in(struct document *document, const char *word, const char *what)
{
    document_error(document, "word", MESSAGE_DECLARATION,
                   "\"%s\" is already a %s; remove its declaration", word, what);
}

enum status word_start_form(struct reading *reading, struct document *document,
                            const char *const values[])
{
    struct network_word word = {.line = document_place(document, NULL).line};
    word.of = read_of(document, &vocabulary_types, values[WORD_OF]);
    enum relation_type type = (enum relation_type)word.of;
    const struct vocabulary *forms = relation_type_forms(type);
    const char *text;
    TRY(read_word(reading, document, values[WORD_WORD], &word.word, &text));
    if (text != NULL && vocabulary_find(forms, text) >= 0)
        report_built_in(document, text, forms->what);
    check_repetition(reading, document, network_find_form(reading->network, type, word.word),
                     forms->what);
    unsigned sign = attribute_word(document, "sign", &vocabulary_signs, values[WORD_SIGN],
                                   relation_type_sign(type));
    word.sign = (enum relation_sign)sign;
    word.sign_given = values[WORD_SIGN] != NULL;
    return network_add_word(reading->network, &word);
}

enum status word_start_kind(struct reading *reading, struct document *document,
                            const char *const values[])
{
    struct network_word word = {.line = document_place(document, NULL).line, .is_kind = true};
    word.of = read_of(document, &vocabulary_actors, values[WORD_OF]);
    const char *text;
    TRY(read_word(reading, document, values[WORD_WORD], &word.word, &text));
    if (text != NULL && (vocabulary_find(&vocabulary_kinds, text) >= 0 ||
                         vocabulary_find(&vocabulary_subkinds, text) >= 0))
        report_built_in(document, text, "kind of actor");
    check_repetition(reading, document,
                     network_find_kind(reading->network, (enum vertex_kind)word.of, word.word),
                     "kind");
    return network_add_word(reading->network, &word);
}

/* A verb is within a sentence: what follows a full stop would look like another one. */
static void check_stop(struct document *document, const char *attribute, const char *phrase)
{
    const char *stop = stop_find(phrase);
    struct buffer shown = BUFFER_EMPTY;
    if (stop == NULL)
        return;
    confusable_show(stop, &shown);
    document_error(
        document, attribute, MESSAGE_DECLARATION,
        "\"%.*s\" must not contain a full stop, \"!\", \"?\", \";\" or \":\" (here %s), "
        "which would end the sentence that the verb is within",
        (int)utf8_cut(phrase, SHOWN), phrase, buffer_string(&shown));
    buffer_clear(&shown);
}

/* In brackets, between dashes, or after the names and a comma, a verb would say who asserts the
   relation, as entente does. */
static void check_aside(struct document *document, const char *attribute, const char *phrase)
{
    const char *aside = stop_find_aside(phrase);
    struct buffer shown = BUFFER_EMPTY;
    if (aside == NULL)
        return;
    confusable_show(aside, &shown);
    document_error(document, attribute, MESSAGE_DECLARATION,
                   "\"%.*s\" must not contain a bracket, an arrow, a dash between words, or a "
                   "comma after \"#\" (here %s): what follows could pass for entente's own "
                   "words on who asserts the relation",
                   (int)utf8_cut(phrase, SHOWN), phrase, buffer_string(&shown));
    buffer_clear(&shown);
}

/* Checks a part of a verb, in which "#" may stand once for the names of the targets. */
static void check_phrase(struct document *document, const char *attribute, const char *phrase)
{
    const char *mark = strchr(phrase, '#');
    if (phrase[0] == '\0')
        document_error(document, attribute, MESSAGE_EMPTY_VALUE, "\"%s\" must not be empty",
                       attribute);
    if (strpbrk(phrase, "{|}") != NULL)
        document_error(document, attribute, MESSAGE_DECLARATION,
                       "\"%s\" must not contain \"{\", \"|\" or \"}\"; give the singular and the "
                       "plural in attributes of their own",
                       phrase);
    if (mark != NULL && strchr(mark + 1, '#') != NULL)
        document_error(document, attribute, MESSAGE_DECLARATION,
                       "\"%s\" has more than one \"#\"; write it once, where the names of the "
                       "targets belong",
                       phrase);
    check_stop(document, attribute, phrase);
    check_aside(document, attribute, phrase);
}

/* Reads ATTRIBUTE, a part of a verb. */
static enum status read_phrase(struct reading *reading, struct document *document,
                               enum verb_attribute attribute, const char *value, uint32_t *phrase)
{
    TRY(attribute_text(reading, attribute, value, phrase));
    if (value == NULL)
        return STATUS_OK;
    const char *text = network_text(reading->network, *phrase);
    check_phrase(document, verb_attributes[attribute], text);
    return document_is_within(document, strlen(text), reading->limits->name, "bytes of a verb",
                              "limit-name")
               ? STATUS_OK
               : STATUS_INVALID;
}

enum status word_start_verb(struct reading *reading, struct document *document,
                            const char *const values[])
{
    struct network_word *word = READING_LAST(reading->network->words);
    uint32_t *const phrases[VERB_ATTRIBUTES] = {&word->singular, &word->plural, &word->past,
                                                &word->past_plural};
    for (unsigned i = 0; i < VERB_ATTRIBUTES; i++)
        TRY(read_phrase(reading, document, (enum verb_attribute)i, values[i], phrases[i]));
    return STATUS_OK;
}
