/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/reference.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/text/escape.h"
#include "cli/member.h"
#include "model/names.h"

/* The next author of a list separated by ";", and its length in bytes; NULL at the end. */
static const char *next_author(const char *list, size_t *length)
{
    list += strspn(list, "; ");
    *length = strcspn(list, ";");
    while (*length > 0 && list[*length - 1] == ' ')
        --*length;
    return *length > 0 ? list : NULL;
}

static void take_part(struct json *json, const char *key, const char *text, size_t length)
{
    struct buffer part = BUFFER_EMPTY;
    buffer_add(&part, text, length);
    member_take(json, key, &part);
}

/* "Doe, Jane" has a family name, "Red Cross" is literal. */
static void add_authors(struct json *json, const char *list)
{
    size_t length;
    json_key(json, "author");
    json_open(json, '[');
    for (const char *name = list; (name = next_author(name, &length)) != NULL; name += length) {
        const char *comma = memchr(name, ',', length);
        json_open(json, '{');
        if (comma == NULL) {
            take_part(json, "literal", name, length);
        } else {
            const char *given = comma + 1 + strspn(comma + 1, " ");
            take_part(json, "family", name, (size_t)(comma - name));
            take_part(json, "given", given, (size_t)(name + length - given));
        }
        json_close(json, '}');
    }
    json_close(json, ']');
}

/* The numbers of a day, a month or a year; none if DATE is anything else, such as 199X. */
static size_t parse_date(const char *date, long parts[3])
{
    size_t count = 0, length = strlen(date);
    if (strspn(date, "0123456789-?~%") != length || length < 4 || date[0] == '-')
        return 0;
    for (const char *c = date; count < 3; c++) {
        char *end;
        parts[count++] = strtol(c, &end, 10);
        c = end;
        if (*c != '-')
            break;
    }
    return count;
}

static void add_date(struct json *json, const char *key, const char *date)
{
    long parts[3];
    size_t count = parse_date(date, parts);
    if (date[0] == '\0')
        return;
    json_key(json, key);
    json_open(json, '{');
    if (count == 0) {
        member_add_text(json, "literal", date);
    } else {
        json_key(json, "date-parts");
        json_open(json, '[');
        json_open(json, '[');
        for (size_t i = 0; i < count; i++)
            json_number(json, parts[i]);
        json_close(json, ']');
        json_close(json, ']');
        if (strpbrk(date, "?~%") != NULL)
            member_add_bool(json, "circa", true);
    }
    json_close(json, '}');
}

static void add_given(struct json *json, const char *key, const char *text)
{
    if (text[0] != '\0')
        member_add_text(json, key, text);
}

static void add_remark(struct buffer *note, const char *words, const char *text)
{
    buffer_format(note, "%s%s%s", note->length > 0 ? "; " : "", words, text);
}

/* "anonymous; through TRT World; based on Documents" */
static void write_note(struct buffer *note, const struct network *network, uint32_t index)
{
    const struct network_source *source = &network->sources.items[index];
    if (source->anonymous)
        add_remark(note, "anonymous", "");
    if (source->via != NETWORK_NONE)
        add_remark(note, "through ", network_source_name(network, source->via, NULL, false));
    if (source->basis != NETWORK_NONE)
        add_remark(note, "based on ", network_source_name(network, source->basis, NULL, false));
}

/* What an entry says of a source; "" for nothing. */
struct reference {
    const char *authors;   /* separated by ";" */
    const char *author;    /* the actor that the source is, if AUTHORS is "" */
    const char *title;     /* of the work; else the name of the source, unless it is the author */
    const char *container; /* the name of the source in which the work appeared */
    const char *publisher;
};

static struct reference make_reference(const struct network *network, uint32_t index)
{
    const struct network_source *source = &network->sources.items[index];
    const struct network_work *work = network_work(network, index);
    const char *name = network_source_name(network, index, NULL, false);
    bool speaks = work->author == 0 && source->actor != NETWORK_NONE;
    struct reference reference = {
        .authors = network_text(network, work->author),
        .author = speaks ? network_vertex_name(network, source->actor, NULL, false) : "",
        .title = network_text(network, work->title),
        .container = "",
        .publisher = network_text(network, work->publisher)};
    bool named = strcmp(name, reference.authors) == 0 || strcmp(name, reference.author) == 0;
    if (work->title == 0)
        reference.title = strcmp(name, reference.author) != 0 ? name : "";
    else if (!named && source->name_count > 0 && strcmp(name, reference.title) != 0 &&
             strcmp(name, reference.publisher) != 0)
        reference.container = name;
    return reference;
}

static const char *csl_type(const struct reference *reference, bool online)
{
    if (online)
        return "webpage";
    return reference->container[0] != '\0' ? "article-newspaper" : "document";
}

static void add_author(struct json *json, const char *name)
{
    json_key(json, "author");
    json_open(json, '[');
    json_open(json, '{');
    member_add_text(json, "literal", name);
    json_close(json, '}');
    json_close(json, ']');
}

void reference_add_csl(struct json *json, const struct network *network, uint32_t index)
{
    const struct network_source *source = &network->sources.items[index];
    const struct network_work *work = network_work(network, index);
    const struct reference reference = make_reference(network, index);
    struct buffer note = BUFFER_EMPTY;
    json_open(json, '{');
    member_add_text(json, "id", network_text(network, source->id));
    member_add_text(json, "type", csl_type(&reference, source->href != 0));
    if (reference.author[0] != '\0')
        add_author(json, reference.author);
    else if (reference.authors[0] != '\0')
        add_authors(json, reference.authors);
    add_given(json, "title", reference.title);
    add_given(json, "container-title", reference.container);
    add_given(json, "publisher", reference.publisher);
    add_given(json, "language", network_text(network, work->language));
    add_given(json, "URL", network_text(network, source->href));
    add_date(json, "issued", network_date_text(network, source->date));
    add_given(json, "archive_location", network_text(network, work->archived));
    add_date(json, "accessed", network_date_text(network, work->accessed));
    write_note(&note, network, index);
    add_given(json, "note", buffer_string(&note));
    json->out->failed |= note.failed;
    buffer_clear(&note);
    json_close(json, '}');
}

/* Whether each brace of TEXT has its counterpart. */
static bool is_balanced(const char *text)
{
    size_t open = 0;
    for (; *text != '\0'; text++) {
        if (*text == '}' && open-- == 0)
            return false;
        open += *text == '{';
    }
    return open == 0;
}

/* The plain text of a character that TeX would take for a command. */
static const char *tex_of(char c)
{
    static const char *const words[] = {['\\'] = "\\textbackslash{}",
                                        ['~'] = "\\textasciitilde{}",
                                        ['^'] = "\\textasciicircum{}",
                                        ['{'] = "\\{",
                                        ['}'] = "\\}",
                                        ['#'] = "\\#",
                                        ['$'] = "\\$",
                                        ['%'] = "\\%",
                                        ['&'] = "\\&",
                                        ['_'] = "\\_",
                                        ['\t'] = " ",
                                        ['\n'] = " ",
                                        ['\r'] = " "};
    return words[(unsigned char)c];
}

/* BibTeX counts braces whether or not a backslash precedes them. */
static const char *tex_without_braces(char c)
{
    if (c == '{' || c == '}')
        return c == '{' ? "\\textbraceleft{}" : "\\textbraceright{}";
    return tex_of(c);
}

#define TEX_SPECIAL "\\~^{}#$%&_\t\n\r"

/* TEXT as plain text, which neither begins nor ends a field. */
static void add_tex(struct buffer *out, const char *text)
{
    escape_special(out, text, TEX_SPECIAL, is_balanced(text) ? tex_of : tex_without_braces);
}

/* The same in braces, which keep a name in one piece and the case of letters; but "{\" would
   begin a "special character", whose case BibTeX changes. */
static void add_tex_group(struct buffer *out, const char *text)
{
    buffer_text(out, text[0] != '\0' && strchr(TEX_SPECIAL, text[0]) != NULL ? "{{}" : "{");
    add_tex(out, text);
    buffer_char(out, '}');
}

static void add_field(struct buffer *out, const char *name, const char *text)
{
    if (text[0] == '\0')
        return;
    buffer_format(out, ",\n  %s = {", name);
    add_tex(out, text);
    buffer_char(out, '}');
}

static const char *percent_encoded(char c)
{
    if (c == '\\')
        return "%5C";
    return c == '{' ? "%7B" : "%7D";
}

/* An address is read verbatim, but its braces must be balanced. */
static void add_url(struct buffer *out, const char *url)
{
    if (url[0] == '\0')
        return;
    buffer_text(out, ",\n  url = {");
    escape_special(out, url, "{}\\", percent_encoded);
    buffer_char(out, '}');
}

/* Whether BibTeX would find more in NAME, "Doe, Jane", than a family name and a given name. */
static bool is_ambiguous(const char *name)
{
    const char *comma = strchr(name, ',');
    if (strpbrk(name, "{}\\") != NULL || (comma != NULL && strchr(comma + 1, ',') != NULL))
        return true;
    for (const char *at = name; *at != '\0'; at++)
        if (strncasecmp(at, "and", 3) == 0 &&
            (at == name || strchr(" ,\t\n\r", at[-1]) != NULL) &&
            strchr(" ,\t\n\r", at[3]) != NULL)
            return true;
    return false;
}

/* Adds the author NAME; cuts it at its comma. */
static void add_tex_author(struct buffer *out, char *name)
{
    char *comma = strchr(name, ',');
    if (comma == NULL) {
        add_tex_group(out, name);
    } else if (!is_ambiguous(name)) {
        add_tex(out, name);
    } else {
        *comma = '\0';
        add_tex_group(out, name);
        buffer_text(out, ", ");
        add_tex_group(out, comma + 1 + strspn(comma + 1, " "));
    }
}

static void add_tex_authors(struct buffer *out, const char *list)
{
    size_t length, count = 0;
    for (const char *name = list; (name = next_author(name, &length)) != NULL; name += length) {
        char *copy = strndup(name, length);
        buffer_text(out, count++ == 0 ? ",\n  author = {" : " and ");
        if (copy != NULL)
            add_tex_author(out, copy);
        out->failed |= copy == NULL;
        free(copy);
    }
    if (count > 0)
        buffer_char(out, '}');
}

/* A date that is uncertain, approximate or not of a day, a month or a year is written as it is:
   biblatex reads it. */
static void add_tex_date(struct buffer *out, const char *date)
{
    static const char *const months[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                         "jul", "aug", "sep", "oct", "nov", "dec"};
    long parts[3];
    size_t count = parse_date(date, parts);
    if (date[0] == '\0')
        return;
    if (count == 0 || strpbrk(date, "?~%") != NULL) {
        buffer_format(out, ",\n  date = {%s}", date); /* no mark of a date ends a field */
        return;
    }
    buffer_format(out, ",\n  year = {%.4s}", date);
    if (count > 1 && parts[1] >= 1 && parts[1] <= 12)
        buffer_format(out, ",\n  month = %s", months[parts[1] - 1]);
    if (count > 2)
        buffer_format(out, ",\n  day = {%ld}", parts[2]);
}

static const char *bibtex_type(const struct reference *reference, bool online)
{
    if (reference->container[0] != '\0')
        return "article";
    return online ? "online" : "misc";
}

/* A field in second braces. */
static void add_verbatim(struct buffer *out, const char *name, const char *text)
{
    if (text[0] == '\0')
        return;
    buffer_format(out, ",\n  %s = {", name);
    add_tex_group(out, text);
    buffer_char(out, '}');
}

void reference_add_bibtex(struct buffer *out, const struct network *network, uint32_t index)
{
    const struct network_source *source = &network->sources.items[index];
    const struct network_work *work = network_work(network, index);
    const struct reference reference = make_reference(network, index);
    struct buffer note = BUFFER_EMPTY;
    buffer_format(out, "@%s{%s", bibtex_type(&reference, source->href != 0),
                  network_text(network, source->id));
    add_verbatim(out, "title", reference.title);
    add_verbatim(out, "author", reference.author);
    add_tex_authors(out, reference.authors);
    add_field(out, "journal", reference.container);
    add_field(out, "publisher", reference.publisher);
    add_tex_date(out, network_date_text(network, source->date));
    add_field(out, "language", network_text(network, work->language));
    add_url(out, network_text(network, source->href));
    add_field(out, "urldate", network_date_text(network, work->accessed));
    write_note(&note, network, index);
    if (work->archived != 0)
        add_remark(&note, "archived at ", network_text(network, work->archived));
    add_field(out, "note", buffer_string(&note));
    out->failed |= note.failed;
    buffer_clear(&note);
    buffer_text(out, "\n}\n");
}
