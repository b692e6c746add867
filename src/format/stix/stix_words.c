/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/stix/stix_words.h"

#include <stddef.h>
#include <string.h>

static const struct {
    const char *type;
    enum stix_role role;
} roles[] = {
    {"threat-actor", STIX_ACTOR},
    {"intrusion-set", STIX_ACTOR},
    {"identity", STIX_ACTOR},
    {"campaign", STIX_ACTOR},
    {"location", STIX_ACTOR},
    {"malware", STIX_MEANS},
    {"tool", STIX_MEANS},
    {"infrastructure", STIX_MEANS},
    {"incident", STIX_MEANS},
    {"relationship", STIX_RELATION},
    {"opinion", STIX_OPINION},
    {"report", STIX_REPORT},
    {"marking-definition", STIX_STATEMENT},
};

enum stix_role stix_role_of(const char *type)
{
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (strcmp(roles[i].type, type) == 0)
            return roles[i].role;
    return STIX_OTHER;
}

/* The words of the standard, of OpenCTI and of our own exports. The first word of each type is
   the one that exports use. */
static const struct {
    const char *word;
    struct stix_meaning meaning;
} meanings[] = {
    {"supports", {TYPE_SUPPORT, false, false}},
    {"funds", {TYPE_SUPPORT, false, false}},
    {"supported-by", {TYPE_SUPPORT, true, false}},
    {"sponsored-by", {TYPE_SUPPORT, true, false}},
    {"hosts", {TYPE_HOSTING, false, false}},
    {"targets", {TYPE_HOSTILITY, false, false}},
    {"compromises", {TYPE_HOSTILITY, false, false}},
    {"impersonates", {TYPE_HOSTILITY, false, false}},
    {"attacks", {TYPE_HOSTILITY, false, false}},
    {"leads", {TYPE_LEADERSHIP, false, false}},
    {"controls", {TYPE_LEADERSHIP, false, false}},
    {"member-of", {TYPE_MEMBERSHIP, false, false}},
    {"part-of", {TYPE_MEMBERSHIP, false, false}},
    {"belongs-to", {TYPE_MEMBERSHIP, false, false}},
    {"employed-by", {TYPE_MEMBERSHIP, false, false}},
    {"attributed-to", {TYPE_MEMBERSHIP, false, false}},
    {"originates-from", {TYPE_MEMBERSHIP, false, false}},
    {"located-at", {TYPE_MEMBERSHIP, false, false}},
    {"resides-in", {TYPE_MEMBERSHIP, false, false}},
    {"citizen-of", {TYPE_MEMBERSHIP, false, false}},
    {"national-of", {TYPE_MEMBERSHIP, false, false}},
    {"participates-in", {TYPE_MEMBERSHIP, false, false}},
    {"represents", {TYPE_REPRESENTATION, false, false}},
    {"kin-of", {TYPE_KINSHIP, false, false}},
    {"allied-with", {TYPE_ALLIANCE, false, true}},
    {"cooperates-with", {TYPE_ALLIANCE, false, true}},
    {"owns", {TYPE_OWNERSHIP, false, false}},
    {"mediates", {TYPE_MEDIATION, false, false}},
    {"related-to", {TYPE_CONTACT, false, true}},
    {"duplicate-of", {TYPE_CONTACT, false, true}},
};

bool stix_meaning_of(const char *word, struct stix_meaning *meaning)
{
    for (size_t i = 0; i < sizeof meanings / sizeof *meanings; i++)
        if (strcmp(meanings[i].word, word) == 0) {
            *meaning = meanings[i].meaning;
            return true;
        }
    *meaning = (struct stix_meaning){TYPE_CONTACT, false, false};
    return false;
}

const char *stix_word_for(enum relation_type type)
{
    for (size_t i = 0; i < sizeof meanings / sizeof *meanings; i++)
        if (meanings[i].meaning.type == type && type != TYPE_CONTACT)
            return meanings[i].word;
    return "related-to";
}
