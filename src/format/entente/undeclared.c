/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/entente/undeclared.h"

#include <string.h>

#include "base/text/suggestion.h"

enum {
    MOST_LISTED = 12,  /* words */
    MOST_DECLARED = 40 /* bytes of a word that a message shows twice */
};

/* A list of words: those built in, and those declared of the same type or kind of actor. */
struct list {
    const struct network *network;
    const struct vocabulary *built_in;
    const char *element; /* that declares one, and the attribute that uses it */
    const char *owner;   /* the word of the type or kind of actor */
    unsigned of;
    bool of_kinds;
};

static bool is_in(const struct list *list, const struct network_word *word)
{
    return word->is_kind == list->of_kinds && word->of == list->of;
}

static const char *find_nearest(const struct list *list, const char *text)
{
    struct suggestion suggestion;
    suggestion_init(&suggestion, text);
    for (size_t i = 0; i < list->built_in->count; i++)
        suggestion_offer(&suggestion, list->built_in->words[i]);
    for (size_t i = 0; i < list->network->words.count; i++) {
        const struct network_word *word = &list->network->words.items[i];
        if (is_in(list, word))
            suggestion_offer(&suggestion, network_text(list->network, word->word));
    }
    return suggestion.best;
}

/* Appends WORD, the one after COUNT others, unless these are as many as are listed. */
static void add_word(struct buffer *out, size_t count, const char *word)
{
    if (count < MOST_LISTED)
        buffer_format(out, "%s\"%s\"", count > 0 ? ", " : "", word);
    else if (count == MOST_LISTED)
        buffer_text(out, ", ...");
}

static void add_words(struct buffer *out, const struct list *list)
{
    size_t count = 0;
    for (size_t i = 0; i < list->network->words.count && count <= MOST_LISTED; i++) {
        const struct network_word *word = &list->network->words.items[i];
        if (is_in(list, word) && word->word != 0)
            add_word(out, count++, network_text(list->network, word->word));
    }
    for (size_t i = 0; i < list->built_in->count && count <= MOST_LISTED; i++)
        add_word(out, count++, list->built_in->words[i]);
}

/* Appends the declaration, unless TEXT is long or would have to be escaped in it. */
static void add_declaration(struct buffer *out, const struct list *list, const char *text)
{
    if (strlen(text) <= MOST_DECLARED && strpbrk(text, "<>&\"#:,") == NULL)
        buffer_format(out, ": <%s word=\"%s\" of=\"%s\"/>", list->element, text, list->owner);
}

static void write_advice(struct buffer *out, const struct list *list, const char *text)
{
    const char *nearest = find_nearest(list, text);
    if (nearest != NULL) {
        buffer_format(out, "did you mean \"%s\"?", nearest);
        return;
    }
    buffer_text(out, "write ");
    add_words(out, list);
    buffer_text(out, ", or declare it in <vocabulary>");
    add_declaration(out, list, text);
}

static void warn(const struct list *list, struct document *document, enum message_code code,
                 const char *text)
{
    struct buffer advice = BUFFER_EMPTY;
    if (messages_show_warning(document->messages, code))
        write_advice(&advice, list, text);
    document_warning(document, list->element, code, "unknown %s of %s \"%s\"; %s", list->element,
                     list->owner, text, buffer_string(&advice));
    buffer_clear(&advice);
}

void undeclared_warn_of_form(const struct reading *reading, struct document *document,
                             enum relation_type type, const char *word)
{
    const struct list list = {.network = reading->network,
                              .built_in = relation_type_forms(type),
                              .element = "form",
                              .owner = vocabulary_types.words[type],
                              .of = type};
    warn(&list, document, MESSAGE_UNKNOWN_FORM, word);
}

void undeclared_warn_of_kind(const struct reading *reading, struct document *document,
                             enum vertex_kind kind, const char *word)
{
    const struct list list = {.network = reading->network,
                              .built_in = &vocabulary_subkinds,
                              .element = "kind",
                              .owner = vocabulary_kinds.words[kind],
                              .of = kind,
                              .of_kinds = true};
    warn(&list, document, MESSAGE_UNKNOWN_KIND, word);
}
