/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/entente/word.h"

#include <string.h>

#include "format/entente/attribute.h"
#include "model/attributes.h"

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

/* Reads the word, which must be usable in the list of an option. */
static enum status read_word(struct reading *reading, struct document *document,
                             const char *value, uint32_t *word)
{
    if (value != NULL && value[0] == '\0')
        document_error(document, "word", MESSAGE_EMPTY_VALUE, "\"word\" must not be empty");
    else if (value != NULL && strchr(value, ',') != NULL)
        document_error(document, "word", MESSAGE_DECLARATION,
                       "the word \"%s\" must not contain a comma, which separates words in "
                       "options",
                       value);
    return reading_intern(reading, value, word);
}

/* Reports that WORD is declared again. */
static void check_repetition(const struct reading *reading, struct document *document,
                             uint32_t earlier, const char *what)
{
    const struct network *network = reading->network;
    if (earlier == NETWORK_NONE)
        return;
    const struct network_word *word = &network->words.items[earlier];
    document_error(document, "word", MESSAGE_DECLARATION,
                   "\"%s\" is already declared as a %s on line %lu",
                   network_text(network, word->word), what, (unsigned long)word->line);
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
    TRY(read_word(reading, document, values[WORD_WORD], &word.word));
    if (values[WORD_WORD] != NULL && vocabulary_find(forms, values[WORD_WORD]) >= 0)
        report_built_in(document, values[WORD_WORD], forms->what);
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
    TRY(read_word(reading, document, values[WORD_WORD], &word.word));
    if (values[WORD_WORD] != NULL &&
        (vocabulary_find(&vocabulary_kinds, values[WORD_WORD]) >= 0 ||
         vocabulary_find(&vocabulary_subkinds, values[WORD_WORD]) >= 0))
        report_built_in(document, values[WORD_WORD], "kind of actor");
    check_repetition(reading, document,
                     network_find_kind(reading->network, (enum vertex_kind)word.of, word.word),
                     "kind");
    return network_add_word(reading->network, &word);
}

/* Reads a part of a verb, in which "#" may stand once for the names of the targets. */
static enum status read_phrase(struct reading *reading, struct document *document,
                               const char *attribute, const char *value, uint32_t *phrase)
{
    const char *mark = value != NULL ? strchr(value, '#') : NULL;
    if (value != NULL && value[0] == '\0')
        document_error(document, attribute, MESSAGE_EMPTY_VALUE, "\"%s\" must not be empty",
                       attribute);
    if (value != NULL && strpbrk(value, "{|}") != NULL)
        document_error(document, attribute, MESSAGE_DECLARATION,
                       "\"%s\" must not contain \"{\", \"|\" or \"}\"; give the singular and the "
                       "plural in attributes of their own",
                       value);
    if (mark != NULL && strchr(mark + 1, '#') != NULL)
        document_error(document, attribute, MESSAGE_DECLARATION,
                       "\"%s\" has more than one \"#\"; write it once, where the names of the "
                       "targets belong",
                       value);
    return reading_intern(reading, value, phrase);
}

enum status word_start_verb(struct reading *reading, struct document *document,
                            const char *const values[])
{
    struct network_word *word = READING_LAST(reading->network->words);
    TRY(read_phrase(reading, document, "singular", values[VERB_SINGULAR], &word->singular));
    TRY(read_phrase(reading, document, "plural", values[VERB_PLURAL], &word->plural));
    TRY(read_phrase(reading, document, "past", values[VERB_PAST], &word->past));
    return read_phrase(reading, document, "past-plural", values[VERB_PAST_PLURAL],
                       &word->past_plural);
}
