/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "render/link.h"

#include <string.h>

#include "render/svg.h"

void link_name(struct buffer *out, const struct scene *scene, const char *role, const char *id)
{
    svg_escape(out, scene->id_prefix);
    buffer_format(out, "%s-", role);
    svg_escape(out, id);
}

void link_id(struct buffer *out, const struct scene *scene, const char *role, const char *id)
{
    buffer_text(out, " id=\"");
    svg_escape(out, scene->panel != NULL ? scene->panel : "");
    link_name(out, scene, role, id);
    buffer_char(out, '"');
}

bool link_open_part(struct buffer *out, const struct scene *scene, const char *role,
                    const char *id)
{
    if (scene->links != LINKS_ALL)
        return false;
    buffer_text(out, "<a href=\"#");
    link_name(out, scene, role, id);
    buffer_text(out, "\">");
    return true;
}

/* Whether a URI may contain C as it is (RFC 3986, section 2). Parentheses and backslashes would
   end or escape the string that an address is in a PDF (ISO 32000-1, section 7.3.4.2), and an
   apostrophe the one from which cairo reads it; cairo 1.16 does not escape them. */
static bool is_plain(char c)
{
    static const char others[] = "-._~:/?#[]@!$&*+,;=%";
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (c != '\0' && strchr(others, c) != NULL);
}

/* Appends ADDRESS as a URI: all other bytes are percent-encoded (RFC 3987, section 3.1). */
static void add_uri(struct buffer *out, const char *address)
{
    struct buffer uri = BUFFER_EMPTY;
    for (const char *at = address; *at != '\0'; at++)
        if (is_plain(*at))
            buffer_char(&uri, *at);
        else
            buffer_format(&uri, "%%%02X", (unsigned)(unsigned char)*at);
    svg_attribute(out, "href", buffer_string(&uri));
    out->failed |= uri.failed;
    buffer_clear(&uri);
}

/* In a PDF, which has only links to addresses, "#…" leads nowhere, and an address is ASCII (ISO
   32000-1, section 12.6.4.7). */
bool link_open_address(struct buffer *out, const struct scene *scene, const char *address)
{
    if (address[0] == '\0' || scene->links == LINKS_NONE ||
        (scene->links == LINKS_OUTSIDE && address[0] == '#'))
        return false;
    buffer_text(out, "<a");
    if (scene->links == LINKS_OUTSIDE)
        add_uri(out, address);
    else
        svg_attribute(out, "href", address);
    buffer_char(out, '>');
    return true;
}

void link_close(struct buffer *out, bool open)
{
    buffer_text(out, open ? "</a>\n" : "");
}
