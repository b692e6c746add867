/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "model/vocabulary.h"

#include <string.h>

#include "base/text/suggestion.h"

static const char *const kinds[] = {"state",        "movement", "individual",
                                    "organisation", "event",    NULL};
static const char *const types[] = {"support",    "hosting",    "mediation",      "hostility",
                                    "leadership", "membership", "representation", "kinship",
                                    "contact",    NULL};
static const char *const signs[] = {"-", "0", "+", NULL};
static const char *const tiers[] = {"core", "context", "marginal", NULL};
static const char *const phases[] = {"past", "current", "prospective", NULL};
static const char *const stances[] = {"asserts", "denies", "qualifies", "no-comment", NULL};
static const char *const evidences[] = {"asserted", "suspected", "disputed",
                                        "denied",   "unsourced", NULL};
static const char *const answers[] = {"no", "yes", NULL};

const struct vocabulary vocabulary_kinds = {"kind", kinds, KINDS};
const struct vocabulary vocabulary_types = {"relation type", types, TYPES};
const struct vocabulary vocabulary_signs = {"sign", signs, SIGNS};
const struct vocabulary vocabulary_tiers = {"tier", tiers, TIERS};
const struct vocabulary vocabulary_phases = {"phase", phases, PHASES};
const struct vocabulary vocabulary_stances = {"stance", stances, STANCES};
const struct vocabulary vocabulary_evidences = {"evidence", evidences, EVIDENCES};
const struct vocabulary vocabulary_answers = {"answer", answers, 2};

static const char *const support_forms[] = {"arms",      "funding", "logistics",   "intelligence",
                                            "training",  "troops",  "military",    "sanctuary",
                                            "political", "moral",   "unspecified", NULL};
static const char *const hosting_forms[] = {"talks",  "visit",       "residence", "refuge",
                                            "office", "unspecified", NULL};
static const char *const mediation_forms[] = {"offered", "arranged", "brokered", NULL};
static const char *const hostility_forms[] = {"armed",    "threat",  "political",
                                              "wariness", "rivalry", NULL};
static const char *const free_forms[] = {NULL};

static const struct {
    struct vocabulary forms;
    enum relation_sign sign;
    bool mutual;
} traits[TYPES] = {
    [TYPE_SUPPORT] = {{"form of support", support_forms, 11}, SIGN_PLUS, false},
    [TYPE_HOSTING] = {{"form of hosting", hosting_forms, 6}, SIGN_PLUS, false},
    [TYPE_MEDIATION] = {{"form of mediation", mediation_forms, 3}, SIGN_ZERO, false},
    [TYPE_HOSTILITY] = {{"form of hostility", hostility_forms, 5}, SIGN_MINUS, false},
    [TYPE_LEADERSHIP] = {{"form", free_forms, 0}, SIGN_PLUS, false},
    [TYPE_MEMBERSHIP] = {{"form", free_forms, 0}, SIGN_PLUS, false},
    [TYPE_REPRESENTATION] = {{"form", free_forms, 0}, SIGN_PLUS, false},
    [TYPE_KINSHIP] = {{"form", free_forms, 0}, SIGN_PLUS, false},
    [TYPE_CONTACT] = {{"form", free_forms, 0}, SIGN_ZERO, true},
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
    return traits[type].mutual;
}
