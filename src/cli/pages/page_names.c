/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/pages/page_names.h"

#include "base/memory/bitset.h"
#include "cli/member.h"
#include "report/page_words.h"
#include "scene/naming.h"

/* Adds KEY and an object of the names that NAME has for the words of VOCABULARY. */
#define ADD_NAMES(json, key, vocabulary, type, name, wording)                                    \
    do {                                                                                         \
        json_key(json, key);                                                                     \
        json_open(json, '{');                                                                    \
        for (size_t i = 0; i < (vocabulary).count; i++) {                                        \
            json_key(json, (vocabulary).words[i]);                                               \
            json_text(json, name(wording, (type)i));                                             \
        }                                                                                        \
        json_close(json, '}');                                                                   \
    } while (0)

static void add_vocabulary(struct json *json, enum wording wording)
{
    ADD_NAMES(json, "type", vocabulary_types, enum relation_type, wording_type, wording);
    ADD_NAMES(json, "evidence", vocabulary_evidences, enum evidence, wording_evidence, wording);
    ADD_NAMES(json, "phase", vocabulary_phases, enum relation_phase, wording_phase, wording);
    ADD_NAMES(json, "tier", vocabulary_tiers, enum relation_tier, wording_tier, wording);
    ADD_NAMES(json, "sign", vocabulary_signs, enum relation_sign, wording_sign, wording);
}

/* Adds KEY and the names of the codes from FIRST to LAST of one of the two scales of grades. */
static void add_scale(struct json *json, const char *key, char first, char last,
                      const char *(*name)(enum wording wording, char code), enum wording wording)
{
    json_key(json, key);
    json_open(json, '{');
    for (char code = first; code <= last; code++) {
        const char word[] = {code, '\0'};
        json_key(json, word);
        json_text(json, name(wording, code));
    }
    json_close(json, '}');
}

static void add_stances(struct json *json, enum wording wording)
{
    static const char *const keys[STANCES] = {
#define STANCE(name, word, ...) [STANCE_##name] = "stance-" word,
#include "model/vocabulary.def"
    };
    json_key(json, "stance");
    json_open(json, '{');
    for (size_t i = 0; i < STANCES; i++) {
        json_key(json, vocabulary_stances.words[i]);
        json_text(json, page_word(wording, keys[i]));
    }
    json_close(json, '}');
}

/* Adds the NAME of WORD, a text, unless it is 0 or in DONE. */
static void add_word(struct json *json, const struct network *network, uint32_t word,
                     struct bitset *done, const char *name, const struct sentence_style *style)
{
    struct buffer shown = BUFFER_EMPTY;
    if (word == 0 || bitset_has(done, word))
        return;
    bitset_add(done, word);
    sentence_add_name(&shown, name, style);
    member_take(json, network_text(network, word), &shown);
}

static void add_forms(struct json *json, const struct network *network,
                      const struct page_scope *scope, const struct sentence_style *style,
                      struct bitset *done)
{
    json_key(json, "form");
    json_open(json, '{');
    for (size_t i = 0; i < scope->count; i++) {
        const uint32_t relation = scope->relations[i];
        add_word(json, network, network->relations.items[relation].form, done,
                 naming_form(network, relation, style->wording, style->language), style);
    }
    json_close(json, '}');
}

/* The kinds that actors and events have: first those of the vocabulary, then those within them.
 */
static void add_kinds(struct json *json, const struct network *network,
                      const struct page_scope *scope, const struct sentence_style *style,
                      struct bitset *done)
{
    ADD_NAMES(json, "kind", vocabulary_kinds, enum vertex_kind, wording_kind, style->wording);
    json_key(json, "subkind");
    json_open(json, '{');
    for (uint32_t i = 0; i < network->vertices.count; i++)
        if (bitset_has(&scope->vertices, i))
            add_word(json, network, network->vertices.items[i].subkind, done,
                     naming_kind(network, i, style->wording, style->language), style);
    json_close(json, '}');
}

void page_names_add(struct json *json, const struct network *network,
                    const struct page_scope *scope, const struct sentence_style *style)
{
    struct bitset forms, kinds = {NULL, 0};
    enum status status = bitset_init(&forms, strings_limit(&network->strings));
    if (status == STATUS_OK)
        status = bitset_init(&kinds, strings_limit(&network->strings));
    json->out->failed |= status != STATUS_OK;
    json_open(json, '{');
    add_vocabulary(json, style->wording);
    add_scale(json, "reliability", 'A', 'F', wording_reliability, style->wording);
    add_scale(json, "credibility", '1', '6', wording_credibility, style->wording);
    add_stances(json, style->wording);
    add_forms(json, network, scope, style, &forms);
    add_kinds(json, network, scope, style, &kinds);
    json_close(json, '}');
    bitset_clear(&forms);
    bitset_clear(&kinds);
}

static void add_vocabulary_words(struct json *json, const struct vocabulary *vocabulary)
{
    for (size_t i = 0; i < vocabulary->count; i++)
        json_text(json, vocabulary->words[i]);
}

void page_names_add_known(struct json *json, const struct network *network)
{
    json_open(json, '[');
    for (unsigned type = 0; type < TYPES; type++)
        add_vocabulary_words(json, relation_type_forms((enum relation_type)type));
    add_vocabulary_words(json, &vocabulary_subkinds);
    for (size_t i = 0; i < network->words.count; i++)
        json_text(json, network_text(network, network->words.items[i].word));
    json_close(json, ']');
}
