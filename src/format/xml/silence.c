/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/xml/silence.h"

#include <libxml/xmlerror.h>
#include <stddef.h>

static void take_nothing(void *user, const char *format, ...)
{
    (void)user;
    (void)format;
}

static void take_no_error(void *user, LIBXML_ERROR *error)
{
    (void)user;
    (void)error;
}

void silence_keep(void)
{
    xmlSetGenericErrorFunc(NULL, take_nothing);
    xmlSetStructuredErrorFunc(NULL, take_no_error);
}
