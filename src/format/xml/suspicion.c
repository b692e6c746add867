/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/xml/suspicion.h"

#include "base/process/relay.h"

void suspicion_begin(struct suspicion *suspicion, struct document *document,
                     const struct suspicion *suspect)
{
    if (suspicion->depth > 0)
        return;
    *suspicion = *suspect;
    suspicion->shown = document->messages;
    suspicion->packed = (struct buffer)BUFFER_EMPTY;
    messages_init(&suspicion->withheld, relay_pack, &suspicion->packed);
    document->messages = &suspicion->withheld;
}

static void end(struct suspicion *suspicion, struct document *document)
{
    if (suspicion->packed.failed)
        document_raise(document, STATUS_MEMORY);
    buffer_clear(&suspicion->packed);
    document->messages = suspicion->shown;
    suspicion->depth = 0;
}

void suspicion_refute(struct suspicion *suspicion, struct document *document)
{
    if (suspicion->depth == 0)
        return;
    struct messages *shown = suspicion->shown;
    relay_report(&suspicion->packed, shown);
    shown->errors += suspicion->withheld.withheld_errors;
    shown->withheld_errors += suspicion->withheld.withheld_errors;
    end(suspicion, document);
}

void suspicion_confirm(struct suspicion *suspicion, struct document *document)
{
    end(suspicion, document);
    document_error_at(
        document, &suspicion->at, MESSAGE_NOT_WELL_FORMED,
        "not well-formed XML: <%s> of line %lu is not closed; add </%s> before this "
        "<%s>",
        suspicion->name, (unsigned long)suspicion->from.line, suspicion->name, suspicion->child);
}
