/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/xml/silence.h"

#include <libxml/xmlerror.h>
#include <stddef.h>

static void ignore_message(void *user, const char *format, ...)
{
    (void)user;
    (void)format;
}

static void ignore_error(void *user, LIBXML_ERROR *error)
{
    (void)user;
    (void)error;
}

void silence_libxml(void)
{
    xmlSetGenericErrorFunc(NULL, ignore_message);
    xmlSetStructuredErrorFunc(NULL, ignore_error);
}
