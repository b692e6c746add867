/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "model/language.h"

#include <string.h>

enum { MAX_SUBTAG = 8, DIGITS = 10 };

bool language_is_tag(const char *tag)
{
    static const char alphabet[] =
        "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    size_t length = strspn(tag, alphabet + DIGITS);
    bool private = length == 1 && strchr("xXiI", tag[0]) != NULL && tag[1] == '-';
    if (length > MAX_SUBTAG || (length < 2 && !private))
        return false;
    while (tag[length] == '-') {
        tag += length + 1;
        length = strspn(tag, alphabet);
        if (length < 1 || length > MAX_SUBTAG)
            return false;
    }
    return tag[length] == '\0';
}
