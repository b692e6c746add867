/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/xml/reader_limits.h"

const struct reader_limits reader_default_limits = {
#define LIMIT(member, name, fallback, ...) .member = fallback,
#include "format/xml/limits.def"
};
