/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/legend_word.h"

#include <string.h>

#include "scene/claim_mimicry.h"
#include "scene/continuation.h"
#include "scene/folding.h"
#include "scene/quotation.h"

/* Whether FOLDED is WORD, which may be NULL. */
static bool is_word(const char *folded, const char *word, bool *failed)
{
    struct buffer other = BUFFER_EMPTY;
    if (word == NULL)
        return false;
    folding_add_words(&other, word);
    const bool same = strcmp(folded, buffer_string(&other)) == 0;
    *failed |= other.failed;
    buffer_clear(&other);
    return same;
}

/* The headings and the entries that are no words of the vocabulary. */
static bool is_heading(const char *folded, enum wording wording, bool *failed)
{
    static const enum wording_word words[] = {
        WORD_ACTORS,       WORD_ALL_ACTORS,   WORD_ALL_TIES,  WORD_AMOUNT,   WORD_BLOC,
        WORD_EVIDENCE,     WORD_JUNCTION,     WORD_NO_AMOUNT, WORD_NO_VALUE, WORD_ONE_WAY,
        WORD_OTHER_VALUES, WORD_SEVERAL_TIES, WORD_STRENGTH,  WORD_TIES,     WORD_TIME};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (is_word(folded, wording_word(wording, words[i]), failed))
            return true;
    return false;
}

static bool is_entry(const char *folded, enum wording wording, bool *failed)
{
    bool found = false;
    for (int i = 0; i < EVIDENCES && !found; i++)
        found = is_word(folded, wording_evidence(wording, (enum evidence)i), failed);
    for (int i = 0; i < PHASES && !found; i++)
        found = is_word(folded, wording_phase(wording, (enum relation_phase)i), failed);
    for (int i = 0; i < TYPES && !found; i++)
        found = is_word(folded, wording_type(wording, (enum relation_type)i), failed);
    for (int i = 0; i < KINDS && !found; i++)
        found = is_word(folded, wording_kind(wording, (enum vertex_kind)i), failed);
    return found;
}

/* Whether TEXT begins with a sign of the legend or a number: "×4", "+N", "3 of 5". */
static bool begins_with_sign(const char *text)
{
    return strchr("+-0123456789", *text) != NULL || strncmp(text, "×", strlen("×")) == 0;
}

static bool is_of_legend(const char *text, bool *failed)
{
    struct buffer folded = BUFFER_EMPTY;
    bool found = begins_with_sign(text);
    folding_add_words(&folded, text);
    for (int i = 0; i < WORDINGS && !found; i++)
        found = is_heading(buffer_string(&folded), (enum wording)i, failed) ||
                is_entry(buffer_string(&folded), (enum wording)i, failed);
    *failed |= folded.failed;
    buffer_clear(&folded);
    return found;
}

void legend_word_add(struct buffer *out, const char *text, enum wording wording)
{
    if (!is_of_legend(text, &out->failed) && !claim_mimicry_is_in_caption(text, &out->failed) &&
        !continuation_is_in(text, &out->failed)) {
        buffer_text(out, text);
        return;
    }
    buffer_text(out, wording_word(wording, WORD_QUOTE_OPENING));
    quotation_add_inner(out, text, wording);
    buffer_text(out, wording_word(wording, WORD_QUOTE_CLOSING));
}
