/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/xml/driver.h"

void driver_clear(struct driver *driver)
{
    suspicion_refute(&driver->elements.suspicion, &driver->document);
    elements_clear(&driver->elements);
    buffer_clear(&driver->values);
}

bool driver_may_start(struct driver *driver, size_t attributes)
{
    struct document *document = &driver->document;
    return !document->stopped &&
           document_is_within(document, attributes, document->limits->attributes, "attributes",
                              "limit-attributes");
}

int driver_open(struct driver *driver, const char *name, const char *namespace)
{
    struct document *document = &driver->document;
    document->text_before = elements_text_length(&driver->elements);
    const int rule = elements_open(&driver->elements, document, name, namespace);
    document->known = document->known || rule != RULE_NONE;
    return rule;
}

void driver_start(struct driver *driver, int rule, const char *const values[])
{
    struct document *document = &driver->document;
    if (!document->stopped)
        document_raise(document,
                       driver->grammar->start(driver->context, document, (size_t)rule, values));
}

void driver_skip(struct driver *driver, const char *id)
{
    const struct reader_grammar *grammar = driver->grammar;
    if (id != NULL && grammar->skip != NULL && !driver->document.stopped)
        document_raise(&driver->document, grammar->skip(driver->context, id));
}

void driver_text(struct driver *driver, const char *text, size_t length)
{
    if (!driver->document.stopped)
        elements_add_text(&driver->elements, &driver->document, text, length);
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

void driver_end(struct driver *driver)
{
    struct document *document = &driver->document;
    const char *text;
    if (document->stopped)
        return;
    const int rule = elements_close(&driver->elements, document, &text);
    if (rule != RULE_NONE)
        document_raise(document,
                       driver->grammar->end(driver->context, document, (size_t)rule, text));
}
