/* SPDX-License-Identifier: MIT */
/* The content security policy of a page (W3C, Content Security Policy Level 3): nothing but its
   own script and style sheet, each named by its hash. */
#ifndef REPORT_POLICY_H
#define REPORT_POLICY_H

#include <stddef.h>

#include "base/memory/buffer.h"

/* Appends "'sha256-…'": the base64 (RFC 4648) of the SHA-256 of LENGTH bytes. Allocation failure
   is sticky in OUT. */
void policy_add_hash(struct buffer *out, const void *bytes, size_t length);

/* Appends the policy of a page with this SCRIPT and STYLE, the contents of their elements. */
void policy_write(struct buffer *out, const struct buffer *script, const struct buffer *style);

#endif
