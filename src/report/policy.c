/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "report/policy.h"

#include <stdint.h>

#include "sha256.h"

/* Appends the four digits of COUNT bytes, from 1 to 3, the missing ones as "=". */
static void add_digits(struct buffer *out, const unsigned char *bytes, size_t count)
{
    static const char digits[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    uint32_t group = 0;
    for (size_t i = 0; i < 3; i++)
        group = group << 8 | (i < count ? bytes[i] : 0);
    for (unsigned i = 0; i < 4; i++)
        buffer_char(out, i <= count ? digits[group >> (18 - 6 * i) & 63] : '=');
}

void policy_add_hash(struct buffer *out, const void *bytes, size_t length)
{
    unsigned char digest[SHA256_DIGEST_SIZE];
    sha256_buffer(bytes, length, digest);
    buffer_text(out, "'sha256-");
    for (size_t i = 0; i < sizeof digest; i += 3)
        add_digits(out, digest + i, sizeof digest - i < 3 ? sizeof digest - i : 3);
    buffer_char(out, '\'');
}

void policy_write(struct buffer *out, const struct buffer *script, const struct buffer *style)
{
    buffer_text(out, "default-src 'none'; script-src ");
    policy_add_hash(out, buffer_string(script), script->length);
    buffer_text(out, "; style-src ");
    policy_add_hash(out, buffer_string(style), style->length);
    /* An empty icon, without which a browser asks the server of the page for one. */
    buffer_text(out, "; img-src data:; base-uri 'none'; form-action 'none'");
}
