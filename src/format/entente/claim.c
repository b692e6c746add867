/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/entente/claim.h"

#include <string.h>

#include "format/entente/attribute.h"
#include "format/entente/idref.h"
#include "format/entente/stating.h"
#include "model/attributes.h"

/* The credibility that a confidence from 0 to 100 stands for (STIX 2.1, appendix A, "Admiralty
   Credibility"). */
static unsigned credibility_of(unsigned confidence)
{
    return confidence >= 80   ? 1
           : confidence >= 60 ? 2
           : confidence >= 40 ? 3
           : confidence >= 20 ? 4
                              : 5;
}

static void read_confidence(struct document *document, const char *value,
                            struct network_claim *claim)
{
    unsigned number = 0;
    claim->confidence = NETWORK_NO_CONFIDENCE;
    if (value == NULL)
        return;
    const size_t length = strspn(value, "0123456789");
    for (size_t i = 0; i < length && i < 3; i++)
        number = number * 10 + (unsigned)(value[i] - '0');
    if (length == 0 || length > 3 || value[length] != '\0' || number > 100) {
        document_error(document, "confidence", MESSAGE_INVALID_VALUE,
                       "confidence must be a whole number from 0 to 100, not \"%s\"", value);
        return;
    }
    claim->confidence = number & 127;
    if (!claim->credibility_given)
        claim->credibility = credibility_of(number) & 7;
}

/* Whether a word tells of a source that is not sure: a suspicion is an assertion that is hedged.
 */
static bool is_doubtful(const char *word)
{
    static const char *const words[] = {"suspects",   "suspected", "suspicion", "alleges",
                                        "alleged",    "reports",   "reported",  "reportedly",
                                        "speculates", "believes",  "thinks",    "hints"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(word, words[i]) == 0)
            return true;
    return false;
}

static unsigned read_stance(struct document *document, const char *value)
{
    if (value == NULL || !is_doubtful(value))
        return attribute_word(document, "stance", &vocabulary_stances, value, 0);
    document_error(document, "stance", MESSAGE_UNKNOWN_WORD,
                   "\"%s\" is no stance; write stance=\"asserts\", with hedged=\"yes\" if the "
                   "source is not sure",
                   value);
    return 0;
}

enum status claim_start(struct reading *reading, struct document *document,
                        const char *const values[])
{
    struct network *network = reading->network;
    struct network_claim claim = {.line = document_place(document, NULL).line};
    stating_check_claim(reading, document);
    TRY(idref_resolve(reading, document, REFERENCE_CLAIMANT, "by", values[CLAIM_BY],
                      network->claims.count, &claim.by));
    claim.stance = NETWORK_FIT(read_stance(document, values[CLAIM_STANCE]), NETWORK_STANCE_BITS);
    claim.hedged =
        attribute_word(document, "hedged", &vocabulary_yes_no, values[CLAIM_HEDGED], 0) & 1;
    claim.hedged_given = values[CLAIM_HEDGED] != NULL;
    claim.credibility =
        attribute_digit(document, "credibility", values[CLAIM_CREDIBILITY], '1', '6', 0) & 7;
    claim.credibility_given = values[CLAIM_CREDIBILITY] != NULL;
    read_confidence(document, values[CLAIM_CONFIDENCE], &claim);
    TRY(attribute_date(reading, document, "date", values[CLAIM_DATE], &claim.date));
    TRY(attribute_text(reading, CLAIM_AT, values[CLAIM_AT], &claim.at));
    TRY(attribute_address(reading, document, "href", CLAIM_HREF, values[CLAIM_HREF],
                          &claim.href));
    uint32_t archived;
    TRY(attribute_address(reading, document, "archived", CLAIM_ARCHIVED, values[CLAIM_ARCHIVED],
                          &archived));
    return network_add_claim(network, &claim, archived);
}

enum status claim_end(struct reading *reading, const char *text)
{
    struct network *network = reading->network;
    reading->in_claim = false;
    return text[0] == '\0' ? STATUS_OK
                           : strings_add(&network->strings, text, strlen(text),
                                         &READING_LAST(network->claims)->note);
}
