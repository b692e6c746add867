/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "model/names.h"
#include "scene/naming.h"

#include <string.h>

/* The declared form of a relation, or NETWORK_NONE. */
static uint32_t declared_form(const struct network *network, uint32_t relation)
{
    const struct network_relation *r = &network->relations.items[relation];
    return network_find_form(network, (enum relation_type)r->type, r->form);
}

const char *naming_form(const struct network *network, uint32_t relation, enum wording wording,
                        const char *language)
{
    const struct network_relation *r = &network->relations.items[relation];
    uint32_t word = declared_form(network, relation);
    return word != NETWORK_NONE ? network_word_name(network, word, language)
                                : wording_form(wording, (enum relation_type)r->type,
                                               network_text(network, r->form));
}

const char *naming_kind(const struct network *network, uint32_t vertex, enum wording wording,
                        const char *language)
{
    const struct network_vertex *v = &network->vertices.items[vertex];
    if (v->subkind == 0)
        return wording_kind(wording, v->kind);
    uint32_t word = network_find_kind(network, v->kind, v->subkind);
    return word != NETWORK_NONE ? network_word_name(network, word, language)
                                : wording_subkind(wording, network_text(network, v->subkind));
}

const char *naming_form_word(const struct network *network, const char *word,
                             enum wording wording, const char *language)
{
    uint32_t text = strings_find(&network->strings, word), found = NETWORK_NONE;
    for (int type = 0; text != 0 && found == NETWORK_NONE && type < TYPES; type++)
        found = network_find_form(network, (enum relation_type)type, text);
    return found != NETWORK_NONE ? network_word_name(network, found, language)
                                 : wording_form(wording, (enum relation_type)0, word);
}

const char *naming_kind_word(const struct network *network, const char *word,
                             enum wording wording, const char *language)
{
    uint32_t text = strings_find(&network->strings, word), found = NETWORK_NONE;
    int kind = vocabulary_find(&vocabulary_kinds, word);
    if (kind >= 0)
        return wording_kind(wording, (enum vertex_kind)kind);
    for (kind = 0; text != 0 && found == NETWORK_NONE && kind < KINDS; kind++)
        found = network_find_kind(network, (enum vertex_kind)kind, text);
    return found != NETWORK_NONE ? network_word_name(network, found, language)
                                 : wording_subkind(wording, word);
}

bool naming_is_form(const struct network *network, enum relation_type type, const char *word)
{
    uint32_t text = strings_find(&network->strings, word);
    return vocabulary_find(relation_type_forms(type), word) >= 0 ||
           network_find_form(network, type, text) != NETWORK_NONE;
}

/* What follows FROM at the beginning of PHRASE; NULL if it does not begin with that. */
static const char *after(const char *phrase, const char *from)
{
    size_t length = strlen(from);
    return strncmp(phrase, from, length) == 0 ? phrase + length : NULL;
}

/* Only "to be" has plurals in the past: "was a guarantor of", "were guarantors of". */
static void add_past(struct buffer *out, const struct network *network,
                     const struct network_word *word, bool plural)
{
    const char *past = network_text(network, word->past), *was = after(past, "was ");
    const char *is = after(network_text(network, word->singular), "is ");
    const char *are = after(network_text(network, word->plural), "are ");
    if (plural && word->past_plural != 0)
        buffer_text(out, network_text(network, word->past_plural));
    else if (!plural || was == NULL)
        buffer_text(out, past);
    else
        buffer_format(out, "were %s",
                      is != NULL && are != NULL && strcmp(was, is) == 0 ? are : was);
}

/* "may in future be a guarantor of"; of other verbs, the plural is the infinitive. */
static void add_prospective(struct buffer *out, const struct network *network,
                            const struct network_word *word, bool plural)
{
    const char *is = after(network_text(network, word->singular), "is ");
    const char *are = after(network_text(network, word->plural), "are ");
    const char *rest = plural || is == NULL ? are : is;
    buffer_format(out, "may in future %s%s", rest != NULL ? "be " : "",
                  rest != NULL ? rest : network_text(network, word->plural));
}

bool naming_add_verb(struct buffer *out, const struct network *network, uint32_t relation,
                     enum relation_phase phase, bool plural)
{
    uint32_t index = declared_form(network, relation);
    const struct network_word *word = index != NETWORK_NONE ? &network->words.items[index] : NULL;
    if (word == NULL || word->past == 0)
        return false;
    switch (phase) {
    case PHASE_PAST: add_past(out, network, word, plural); break;
    case PHASE_CURRENT:
    case PHASES:
        buffer_text(out, network_text(network, plural ? word->plural : word->singular));
        break;
    case PHASE_PROSPECTIVE: add_prospective(out, network, word, plural); break;
    }
    return true;
}
