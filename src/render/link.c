/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "render/link.h"

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

/* Appends ADDRESS as a URI: other bytes than ASCII are percent-encoded (RFC 3987, section 3.1).
 */
static void add_uri(struct buffer *out, const char *address)
{
    struct buffer uri = BUFFER_EMPTY;
    for (const char *at = address; *at != '\0'; at++)
        if ((unsigned char)*at < 0x80)
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
