/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/entente/source.h"

#include "format/entente/attribute.h"
#include "format/entente/id.h"
#include "format/entente/idref.h"
#include "model/attributes.h"

/* Reads what a bibliography says about the source; *GIVEN: whether there is anything. */
static enum status read_work(struct reading *reading, struct document *document,
                             const char *const values[], struct network_work *work, bool *given)
{
    *work = (struct network_work){.accessed = NETWORK_NONE};
    TRY(attribute_text(reading, SOURCE_AUTHOR, values[SOURCE_AUTHOR], &work->author));
    TRY(attribute_text(reading, SOURCE_WORK, values[SOURCE_WORK], &work->title));
    TRY(attribute_text(reading, SOURCE_PUBLISHER, values[SOURCE_PUBLISHER], &work->publisher));
    TRY(attribute_language(reading, document, "language", SOURCE_LANGUAGE,
                           values[SOURCE_LANGUAGE], &work->language));
    TRY(attribute_address(reading, document, "archived", SOURCE_ARCHIVED, values[SOURCE_ARCHIVED],
                          &work->archived));
    TRY(attribute_date(reading, document, "accessed", values[SOURCE_ACCESSED], &work->accessed));
    *given =
        (work->author | work->title | work->publisher | work->language | work->archived) != 0 ||
        work->accessed != NETWORK_NONE;
    return STATUS_OK;
}

enum status source_start(struct reading *reading, struct document *document,
                         const char *const values[])
{
    struct network *network = reading->network;
    struct network_source source = {.line = document_place(document, NULL).line};
    size_t index = network->sources.count;
    TRY(id_read_source(reading, document, values[SOURCE_ID], &source.id));
    TRY(idref_resolve(reading, document, REFERENCE_SPEAKER, "actor", values[SOURCE_ACTOR], index,
                      &source.actor));
    TRY(idref_resolve(reading, document, REFERENCE_VIA, "via", values[SOURCE_VIA], index,
                      &source.via));
    TRY(idref_resolve(reading, document, REFERENCE_BASIS, "basis", values[SOURCE_BASIS], index,
                      &source.basis));
    source.anonymous = attribute_word(document, "anonymous", &vocabulary_yes_no,
                                      values[SOURCE_ANONYMOUS], 0) == 1;
    source.anonymous_given = values[SOURCE_ANONYMOUS] != NULL;
    const char *letter = values[SOURCE_RELIABILITY];
    if (letter != NULL && (letter[0] < 'A' || letter[0] > 'F' || letter[1] != '\0'))
        document_error(document, "reliability", MESSAGE_INVALID_VALUE,
                       "reliability must be a letter from A to F, not \"%s\"", letter);
    source.reliability = letter != NULL ? letter[0] : '\0';
    TRY(attribute_date(reading, document, "date", values[SOURCE_DATE], &source.date));
    TRY(attribute_address(reading, document, "href", SOURCE_HREF, values[SOURCE_HREF],
                          &source.href));
    TRY(id_read_pseudonym(reading, document, values[SOURCE_PSEUDONYM], &source.pseudonym));
    struct network_work work;
    bool given;
    TRY(read_work(reading, document, values, &work, &given));
    return network_add_source(network, &source, given ? &work : NULL);
}
