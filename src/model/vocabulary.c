/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "model/vocabulary.h"

#include <string.h>

#include "base/text/suggestion.h"

static const char *const kinds[] = {
#define ACTOR_KIND(name, word, ...) word,
#define EVENT_KIND(name, word, ...) word,
#include "model/vocabulary.def"
    NULL,
};
static const char *const actors[] = {
#define ACTOR_KIND(name, word, ...) word,
#include "model/vocabulary.def"
    NULL,
};
static const char *const subkinds[] = {
#define SUBKIND(word, ...) word,
#include "model/vocabulary.def"
    NULL,
};
static const char *const types[] = {
#define RELATION_TYPE(name, word, ...) word,
#include "model/vocabulary.def"
    NULL,
};
static const char *const signs[] = {
#define SIGN(name, word, ...) word,
#include "model/vocabulary.def"
    NULL,
};
static const char *const tiers[] = {
#define TIER(name, word, ...) word,
#include "model/vocabulary.def"
    NULL,
};
static const char *const phases[] = {
#define PHASE(name, word, ...) word,
#include "model/vocabulary.def"
    NULL,
};
static const char *const stances[] = {
#define STANCE(name, word, ...) word,
#include "model/vocabulary.def"
    NULL,
};
static const char *const evidences[] = {
#define EVIDENCE(name, word, ...) word,
#include "model/vocabulary.def"
    NULL,
};
static const char *const yes_no[] = {"no", "yes", NULL};
static const char *const articles[] = {"the", NULL};

const struct vocabulary vocabulary_kinds = {"kind", kinds, KINDS};
const struct vocabulary vocabulary_actors = {"kind of actor", actors,
                                             sizeof actors / sizeof *actors - 1};
const struct vocabulary vocabulary_subkinds = {"kind", subkinds,
                                               sizeof subkinds / sizeof *subkinds - 1};
const struct vocabulary vocabulary_types = {"relation type", types, TYPES};
const struct vocabulary vocabulary_signs = {"sign", signs, SIGNS};
const struct vocabulary vocabulary_tiers = {"tier", tiers, TIERS};
const struct vocabulary vocabulary_phases = {"phase", phases, PHASES};
const struct vocabulary vocabulary_stances = {"stance", stances, STANCES};
const struct vocabulary vocabulary_evidences = {"evidence", evidences, EVIDENCES};
const struct vocabulary vocabulary_yes_no = {"answer", yes_no, 2};
const struct vocabulary vocabulary_articles = {"article", articles, 1};

enum direction { DIRECTION_DIRECTED, DIRECTION_MUTUAL };

#define FORM(word, ...) word,
#define FORMS(...) __VA_ARGS__ NULL
#define WORDS(...) ((const char *const[]){__VA_ARGS__})

static const struct {
    struct vocabulary forms;
    enum relation_sign sign;
    enum direction direction;
    unsigned parties;
} traits[TYPES] = {
#define RELATION_TYPE(name, word, sign, direction, parties, color, head, names, verbs, forms)    \
    [TYPE_##name] = {{"form of " word, WORDS(forms), sizeof WORDS(forms) / sizeof(char *) - 1},  \
                     SIGN_##sign,                                                                \
                     DIRECTION_##direction,                                                      \
                     parties},
#include "model/vocabulary.def"
};

int vocabulary_find(const struct vocabulary *vocabulary, const char *word)
{
    for (size_t i = 0; i < vocabulary->count; i++)
        if (strcmp(vocabulary->words[i], word) == 0)
            return (int)i;
    return -1;
}

const char *vocabulary_nearest(const struct vocabulary *vocabulary, const char *word)
{
    struct suggestion suggestion;
    suggestion_init(&suggestion, word);
    for (size_t i = 0; i < vocabulary->count; i++)
        suggestion_offer(&suggestion, vocabulary->words[i]);
    return suggestion.best;
}

void vocabulary_explain(const struct vocabulary *vocabulary, const char *name, const char *word,
                        struct buffer *out)
{
    const char *nearest = vocabulary_nearest(vocabulary, word);
    if (nearest != NULL) {
        buffer_format(out, "unknown %s \"%s\"; did you mean \"%s\"?", name, word, nearest);
        return;
    }
    buffer_format(out, "%s ", name);
    vocabulary_demand(vocabulary, word, out);
}

void vocabulary_demand(const struct vocabulary *vocabulary, const char *word, struct buffer *out)
{
    buffer_text(out, "must be ");
    for (size_t i = 0; i < vocabulary->count; i++) {
        if (i > 0)
            buffer_text(out, i + 1 < vocabulary->count ? ", " : " or ");
        buffer_format(out, "\"%s\"", vocabulary->words[i]);
    }
    buffer_format(out, ", not \"%s\"", word);
}

const struct vocabulary *relation_type_forms(enum relation_type type)
{
    return &traits[type].forms;
}

enum relation_sign relation_type_sign(enum relation_type type)
{
    return traits[type].sign;
}

bool relation_type_is_mutual(enum relation_type type)
{
    return traits[type].direction == DIRECTION_MUTUAL;
}

unsigned relation_type_min_parties(enum relation_type type)
{
    return traits[type].parties;
}

bool relation_form_is_one_way(enum relation_type type, const char *form)
{
    static const struct {
        enum relation_type type;
        const char *form;
    } forms[] = {
#define ONE_WAY_FORM(type, word, ...) {TYPE_##type, word},
#define FREE_FORM(...)
#include "model/vocabulary.def"
    };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (forms[i].type == type && strcmp(forms[i].form, form) == 0)
            return true;
    return false;
}
