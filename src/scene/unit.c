/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/unit.h"

#include <string.h>

#include "scene/continuation.h"
#include "scene/mimicry.h"
#include "scene/quotation.h"

/* Whether UNIT begins with a word that goes on with a sentence: "5 to Charlie". */
static bool begins_clause(const char *unit)
{
    static const char *const words[] = {
        "to",    "from", "by",     "in", "on", "at", "and", "or", "not", "no", "if", "but", "as",
        "since", "with", "before", "к",  "от", "и",  "не",  "به", "از",  "و",  "نه", NULL};
    const size_t length = strcspn(unit, " ");
    for (const char *const *word = words; *word != NULL; word++)
        if (strlen(*word) == length && strncmp(*word, unit, length) == 0)
            return true;
    return false;
}

void unit_add(struct buffer *out, const char *unit, enum wording wording)
{
    if (!begins_clause(unit) && !mimicry_is_in(unit, &out->failed) &&
        !continuation_is_in(unit, &out->failed)) {
        buffer_text(out, unit);
        return;
    }
    buffer_text(out, wording_word(wording, WORD_QUOTE_OPENING));
    quotation_add_inner(out, unit, wording);
    buffer_text(out, wording_word(wording, WORD_QUOTE_CLOSING));
}

void unit_add_amounts(struct buffer *out, const char *unit, double low, double high,
                      enum wording wording)
{
    struct buffer shown = BUFFER_EMPTY;
    unit_add(&shown, unit, wording);
    wording_amounts(out, buffer_string(&shown), low, high, wording);
    out->failed |= shown.failed;
    buffer_clear(&shown);
}
