/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/xml/driver.h"

void driver_clear(struct driver *driver)
{
    suspicion_refute(&driver->elements.suspicion, &driver->document);
    elements_clear(&driver->elements);
    buffer_clear(&driver->values);
}

void driver_skip(struct driver *driver, const char *id)
{
    const struct reader_grammar *grammar = driver->grammar;
    if (id != NULL && grammar->skip != NULL && !driver->document.stopped)
        document_raise(&driver->document, grammar->skip(driver->context, id));
}

/* Comments in an element that is skipped are not passed on. */
void driver_comment(struct driver *driver, const char *text, bool instruction)
{
    const struct reader_grammar *grammar = driver->grammar;
    const struct elements_entry *element = elements_innermost(&driver->elements);
    if (driver->document.stopped || grammar->comment == NULL ||
        (element != NULL && element->rule == RULE_NONE))
        return;
    const struct reader_comment comment = {.text = text,
                                           .offset = elements_text_length(&driver->elements),
                                           .instruction = instruction};
    const size_t rule = element != NULL ? (size_t)element->rule : grammar->rules.count;
    document_raise(&driver->document, grammar->comment(driver->context, rule, &comment));
}
