/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/diagram/diagram_evidence.h"

#include <stddef.h>
#include <string.h>

#include "format/table/words.h"
#include "model/vocabulary.h"

/* The marks of figures, by evidence. */
static const char *const marks[] = {
#define EVIDENCE(name, word, dashes, style, mark, names) mark,
#include "model/vocabulary.def"
};
enum { MARKS = sizeof marks / sizeof *marks };

/* The evidence whose mark LABEL begins with, and sets *REST to what is behind it; -1: none. A
   question mark alone may mean anything. */
static int find_mark(const char *label, const char **rest)
{
    for (size_t i = 0; i < MARKS; i++) {
        const size_t length = strlen(marks[i]);
        if (length == 0 || strncmp(label, marks[i], length) != 0)
            continue;
        *rest = label + length + strspn(label + length, " ");
        if (label[length] == ' ' || (label[length] == '\0' && strcmp(label, "?") != 0))
            return (int)i;
    }
    return -1;
}

/* Takes the mark from the label: sets *MARKED to its evidence; -1: it has none. */
static enum status take_mark(struct diagram_gathering *up, uint32_t *label, int *marked)
{
    const char *rest = "";
    struct buffer text = BUFFER_EMPTY;
    *marked = *label != 0 ? find_mark(diagram_text_of(up, *label), &rest) : -1;
    if (*marked < 0)
        return STATUS_OK;
    up->derived++;
    *label = 0;
    buffer_text(&text, rest); /* adding a text moves the others */
    enum status status = buffer_status(&text);
    if (status == STATUS_OK && text.length > 0)
        status = diagram_intern(up, buffer_string(&text), label);
    buffer_clear(&text);
    return status;
}

/* Reads what VALUE says of evidence, or of a stance. Sets *WORD to an evidence; -1: it is none.
 */
static void read_value(const struct diagram_gathering *up, uint32_t *value, int *word,
                       struct diagram_evidence *found)
{
    const char *text = diagram_text_of(up, *value);
    struct meaning meaning = MEANING_NONE;
    *word = *value != 0 ? words_find_listed(&vocabulary_evidences, text) : -1;
    if (*value == 0 || *word >= 0)
        return;
    const bool known = words_find_stance(text, &meaning);
    if (known && meaning.stance == STANCE_DENIES) {
        found->denied = true;
        found->hedged = found->hedged || meaning.hedged;
        *value = 0;
    } else if (!known && words_deny(text) && found->unclear == 0) {
        found->unclear = *value;
    }
}

static bool follow(int word, struct diagram_evidence *found)
{
    found->asserted = found->asserted || word == EVIDENCE_DISPUTED;
    found->denied = found->denied || word == EVIDENCE_DISPUTED || word == EVIDENCE_DENIED;
    return word == EVIDENCE_DISPUTED || word == EVIDENCE_DENIED;
}

enum status diagram_evidence_take(struct diagram_gathering *up, struct diagram_said *roles,
                                  struct diagram_evidence *found)
{
    uint32_t *evidence = &roles->values[ROLE_EVIDENCE], *stance = &roles->values[ROLE_STANCE];
    const uint32_t said = *evidence;
    int marked, word, other;
    *found = (struct diagram_evidence){.unclear = 0};
    TRY(take_mark(up, &roles->values[ROLE_LABEL], &marked));
    up->derived -= follow(marked, found);
    read_value(up, evidence, &word, found);
    if (follow(word, found))
        *evidence = 0;
    up->derived -= said != *evidence;
    read_value(up, stance, &other, found);
    if (follow(other, found))
        *stance = 0;
    return STATUS_OK;
}

static enum status add_claim(struct diagram_gathering *up, const struct diagram_edge *edge,
                             uint32_t tie, const char *by, enum claim_stance stance, bool hedged)
{
    struct gathered_claim claim = {
        .stance = stance, .hedged = hedged, .confidence = -1, .place = edge->place};
    uint32_t name;
    TRY(diagram_intern(up, by, &name));
    TRY(gathering_source(up->gathering, name, &claim.by));
    gathering_source_at(up->gathering, claim.by)->anonymous = true;
    return gathering_claim(up->gathering, tie, &claim, NULL);
}

enum status diagram_evidence_add(struct diagram_gathering *up, const struct diagram_edge *edge,
                                 uint32_t tie, const struct diagram_evidence *found)
{
    if (!found->denied)
        return STATUS_OK;
    if (found->asserted)
        TRY(add_claim(up, edge, tie, "Unnamed source that asserts ties", STANCE_ASSERTS, false));
    return add_claim(up, edge, tie, "Unnamed source that denies ties", STANCE_DENIES,
                     found->hedged);
}
