/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <string.h>

#include "base/text/utf8.h"
#include "format/xml/fault_scan.h"

/* The code points of bytes 0x80 to 0x9f in Windows-1252; 0: none. */
static const uint16_t windows[32] = {
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

/* Writes CODE, below U+FFFF, as UTF-8. */
static void encode(uint32_t code, char text[4])
{
    size_t length = code < 0x800 ? 2 : 3;
    text[0] = (char)(code < 0x800 ? 0xc0 | code >> 6 : 0xe0 | code >> 12);
    text[length - 2] =
        (char)((code < 0x800 ? 0xc0 : 0x80) | (code >> 6 & (code < 0x800 ? 31 : 63)));
    text[length - 1] = (char)(0x80 | (code & 0x3f));
    text[length] = '\0';
}

static bool describe_encoding(struct fault_scan *scan, const char *at)
{
    unsigned byte = (unsigned char)*at;
    uint32_t code = byte >= 0xa0 ? byte : byte >= 0x80 ? windows[byte - 0x80] : 0;
    char shown[4] = "";
    scan->fault->code = MESSAGE_ENCODING;
    scan->fault->whole = true;
    if (code == 0)
        return fault_describe(scan, at, "this is not UTF-8 (byte %02X); save the file as UTF-8",
                              byte);
    encode(code, shown);
    return fault_describe(scan, at,
                          "this is not UTF-8; if the character should be \"%s\", the file is in "
                          "Windows-1252: save it as UTF-8 (iconv -f WINDOWS-1252 -t UTF-8)",
                          shown);
}

bool fault_scan_character(struct fault_scan *scan)
{
    const char *at = scan->at;
    uint32_t code = utf8_next(&scan->at, scan->end);
    if (code == UTF8_REPLACEMENT && (scan->at - at != 3 || memcmp(at, "\xef\xbf\xbd", 3) != 0))
        return (scan->end - at < 4 && !scan->input->ended) ? false : describe_encoding(scan, at);
    bool control = code < 0x20 && !fault_is_space(*at);
    if (control || code == 0xfffe || code == 0xffff)
        return fault_describe(scan, at, "the control character U+%04lX is not allowed; remove it",
                              (unsigned long)code);
    return true;
}

/* Entities of HTML that authors expect. */
static const struct {
    const char *name;
    unsigned code;
} entities[] = {
    {"nbsp", 160},   {"copy", 169},    {"laquo", 171},  {"shy", 173},    {"reg", 174},
    {"deg", 176},    {"middot", 183},  {"raquo", 187},  {"frac12", 189}, {"times", 215},
    {"Auml", 196},   {"Ouml", 214},    {"Uuml", 220},   {"szlig", 223},  {"agrave", 224},
    {"aacute", 225}, {"acirc", 226},   {"atilde", 227}, {"auml", 228},   {"aring", 229},
    {"ccedil", 231}, {"egrave", 232},  {"eacute", 233}, {"ecirc", 234},  {"euml", 235},
    {"iacute", 237}, {"icirc", 238},   {"iuml", 239},   {"ntilde", 241}, {"oacute", 243},
    {"ocirc", 244},  {"otilde", 245},  {"ouml", 246},   {"oslash", 248}, {"uacute", 250},
    {"ucirc", 251},  {"uuml", 252},    {"ensp", 8194},  {"emsp", 8195},  {"thinsp", 8201},
    {"zwnj", 8204},  {"zwj", 8205},    {"lrm", 8206},   {"rlm", 8207},   {"ndash", 8211},
    {"mdash", 8212}, {"lsquo", 8216},  {"rsquo", 8217}, {"ldquo", 8220}, {"rdquo", 8221},
    {"bull", 8226},  {"hellip", 8230}, {"euro", 8364},  {"trade", 8482}, {"rarr", 8594},
};

static bool is_named(const char *name, size_t length, const char *other)
{
    return strlen(other) == length && memcmp(name, other, length) == 0;
}

static bool check_entity(struct fault_scan *scan, const char *at, size_t length)
{
    static const char *const known[] = {"amp", "lt", "gt", "quot", "apos"};
    const char *name = at + 1;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (is_named(name, length, known[i]))
            return true;
    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++)
        if (is_named(name, length, entities[i].name))
            return fault_describe(scan, at,
                                  "XML does not know \"&%s;\"; write the character itself, or "
                                  "\"&#%u;\"",
                                  entities[i].name, entities[i].code);
    return fault_describe(
        scan, at,
        "XML does not know \"&%.*s;\"; write the character itself, or \"&amp;\" "
        "for \"&\"",
        fault_quoted(name, length), name);
}

static uint32_t digit_of(char byte, bool hex)
{
    if (byte >= '0' && byte <= '9')
        return (uint32_t)(byte - '0');
    byte = (char)(byte | 0x20);
    return hex && byte >= 'a' && byte <= 'f' ? (uint32_t)(byte - 'a' + 10) : UINT32_MAX;
}

static bool is_xml_character(uint32_t code)
{
    return code == 9 || code == 10 || code == 13 || (code >= 0x20 && code < 0xd800) ||
           (code >= 0xe000 && code < 0xfffe) || (code >= 0x10000 && code < 0x110000);
}

/* A reference to a character by its number, after "&#". */
static bool scan_number(struct fault_scan *scan, const char *at)
{
    bool hex = fault_sees(scan, "x");
    uint32_t code = 0, digit;
    const char *digits = scan->at += hex;
    while (scan->at < scan->end && (digit = digit_of(*scan->at, hex)) != UINT32_MAX) {
        code = code < 0x110000 ? code * (hex ? 16 : 10) + digit : code;
        scan->at++;
    }
    if (scan->at == scan->end && !scan->input->ended)
        return false;
    if (scan->at == digits || !fault_sees(scan, ";"))
        return fault_describe(
            scan, at,
            "\"&#\" begins the number of a character, such as \"&#160;\"; for the "
            "characters themselves, write \"&amp;#\"");
    if (!is_xml_character(code))
        return fault_describe(scan, at, "\"%.*s;\" is not a character of XML; remove it",
                              fault_quoted(at, (size_t)(scan->at - at)), at);
    scan->at++;
    return true;
}

bool fault_scan_reference(struct fault_scan *scan)
{
    const char *at = scan->at++;
    if (fault_sees(scan, "#")) {
        scan->at++;
        return scan_number(scan, at);
    }
    size_t length = fault_skip_name(scan);
    if (scan->at == scan->end && !scan->input->ended)
        return false;
    if (length == 0 || !fault_sees(scan, ";"))
        return fault_describe(scan, at, "a bare \"&\"; write \"&amp;\"");
    scan->at++;
    return check_entity(scan, at, length);
}
