/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/entente/marking.h"

#include <string.h>

#include "base/memory/buffer.h"
#include "base/text/punctuation.h"
#include "base/text/utf8.h"
#include "format/entente/confusable.h"
#include "format/entente/stop.h"

enum { SHOWN = 100 }; /* bytes of a text */

/* Characters from FIRST to LAST. */
struct range {
    uint32_t first, last;
};

static bool is_within(uint32_t code, const struct range *ranges, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (code >= ranges[i].first && code <= ranges[i].last)
            return true;
    return false;
}

#define IS_AMONG(code, ranges) is_within(code, ranges, sizeof(ranges) / sizeof *(ranges))

/* Question marks of all scripts, blocks of signs with crosses, negations, or question marks,
   letters in circles and squares, a raised or lowered x, and the two lines of a past tie: words
   need none of them. */
static bool is_sign(uint32_t code)
{
    static const struct range signs[] = {
        {'?', '?'},         {0xbf, 0xbf},       {0xd7, 0xd7},       {0xf7, 0xf7},
        {0x1c2, 0x1c2},     {0x2e3, 0x2e3},     {0x482, 0x482},     {0x2016, 0x2016},
        {0x2093, 0x2093},   {0x24b6, 0x24e9},   {0x3024, 0x3024},   {0x1f110, 0x1f1ad},
        {0x37e, 0x37e},     {0x55e, 0x55e},     {0x61f, 0x61f},     {0x1367, 0x1367},
        {0x1400, 0x1400},   {0x1945, 0x1945},   {0x203d, 0x203d},   {0x2047, 0x2049},
        {0x219a, 0x219b},   {0x21ae, 0x21ae},   {0x21cd, 0x21cf},   {0x21f7, 0x21fc},
        {0x2200, 0x2211},   {0x2213, 0x23ff},   {0x2500, 0x25ff},   {0x2610, 0x2613},
        {0x2625, 0x2629},   {0x26cc, 0x26cc},   {0x26d2, 0x26d2},   {0x26dd, 0x26dd},
        {0x2700, 0x2775},   {0x2794, 0x27ff},   {0x2900, 0x2bff},   {0x2cfa, 0x2cfb},
        {0x2e2e, 0x2e2e},   {0x2e40, 0x2e40},   {0x2e4f, 0x2e4f},   {0x2e53, 0x2e54},
        {0x2ffc, 0x2fff},   {0x30a0, 0x30a0},   {0xa4ff, 0xa4ff},   {0xa60f, 0xa60f},
        {0xa6f7, 0xa6f7},   {0xfe16, 0xfe16},   {0xfe56, 0xfe56},   {0xfe66, 0xfe66},
        {0xff1d, 0xff1d},   {0xff1f, 0xff1f},   {0x11143, 0x11143}, {0x1d100, 0x1d1ff},
        {0x1e95f, 0x1e95f}, {0x1f5d9, 0x1f5d9}, {0x1f5f4, 0x1f5f9}, {0x1f650, 0x1f67f},
        {0x1f700, 0x1f8ff}, {0x1fa00, 0x1fa6f}, {0x1fb00, 0x1fbef}};
    return IS_AMONG(code, signs);
}

/* Marks that are drawn through the character before them, which makes "≠" of "=". */
static bool is_overlay(uint32_t code)
{
    static const struct range overlays[] = {{0x334, 0x338},   {0x20d2, 0x20d3}, {0x20d8, 0x20da},
                                            {0x20dd, 0x20e0}, {0x20e2, 0x20e6}, {0x20ea, 0x20eb},
                                            {0x353, 0x353},   {0x33d, 0x33d},   {0x36f, 0x36f}};
    return IS_AMONG(code, overlays);
}

static bool looks_like(uint32_t code, const char *letter)
{
    const char *look = confusable_look(code);
    return code == (unsigned char)*letter || (look != NULL && strcmp(look, letter) == 0);
}

/* A letter that is no mark within a word, but looks like one if it is a word by itself. */
static bool is_lone_mark(uint32_t code)
{
    static const struct range others[] = {
        {0x3a7, 0x3a7},   {0x3c7, 0x3c7},   {0x4b2, 0x4b3},   {0x4fc, 0x4ff},   {0x1e8a, 0x1e8d},
        {0x3405, 0x3405}, {0x30e1, 0x30e1}, {0x4e42, 0x4e42}, {0x4e44, 0x4e44}, {0xff92, 0xff92}};
    return IS_AMONG(code, others) || looks_like(code, "x") || looks_like(code, "X") ||
           looks_like(code, "?");
}

/* Whether CODE looks like a digit from 2 to 9, by Unicode's table or in most fonts. */
static bool is_like_digit(uint32_t code)
{
    static const struct range others[] = {{0x1bd, 0x1bd},   {0x1a8, 0x1a8},   {0x21d, 0x21d},
                                          {0x292, 0x292},   {0x3e9, 0x3e9},   {0x437, 0x437},
                                          {0x4e1, 0x4e1},   {0x10d5, 0x10d5}, {0x13be, 0x13be},
                                          {0x13ce, 0x13ce}, {0x13dd, 0x13dd}, {0x13ed, 0x13ed}};
    const char *look = code >= 0x80 ? confusable_look(code) : NULL;
    return IS_AMONG(code, others) ||
           (look != NULL && *look >= '2' && *look <= '9' && look[1] == '\0');
}

/* Whether CODE looks like a 1 without being one. */
static bool is_like_one(uint32_t code)
{
    static const struct range others[] = {
        {0x131, 0x131}, {0x269, 0x269}, {0x3b9, 0x3b9}, {0x4cf, 0x4cf}};
    return IS_AMONG(code, others) || looks_like(code, "l");
}

/* Roman numerals, fractions, and the Chinese numbers to ten, each in one character. */
static bool is_number_sign(uint32_t code)
{
    static const struct range signs[] = {
        {0xbc, 0xbe},     {0x2150, 0x2188}, {0x3007, 0x3007}, {0x4e00, 0x4e00}, {0x4e03, 0x4e03},
        {0x4e09, 0x4e09}, {0x4e5d, 0x4e5d}, {0x4e8c, 0x4e8c}, {0x4e94, 0x4e94}, {0x516b, 0x516b},
        {0x516d, 0x516d}, {0x5341, 0x5341}, {0x56db, 0x56db}};
    return IS_AMONG(code, signs);
}

/* A digit, or a character that looks like one or means one. */
static bool is_digit(uint32_t code)
{
    return punctuation_is_digit(code) || is_like_one(code) || is_like_digit(code) ||
           is_number_sign(code);
}

/* A number with its full stop, its brackets or its circle in one character. */
static bool is_numbering(uint32_t code)
{
    static const struct range numberings[] = {
        {0x2460, 0x249b},   {0x24ea, 0x24ff},  {0x2776, 0x2793}, {0x3220, 0x3229},
        {0x3248, 0x324f},   {0x3251, 0x325f},  {0x3280, 0x3289}, {0x32b1, 0x32bf},
        {0x1f100, 0x1f10f}, {0x102e1, 0x102fb}};
    return IS_AMONG(code, numberings);
}

static bool is_stop(uint32_t code)
{
    static const struct range stops[] = {
        {')', ')'},       {'.', '.'},       {']', ']'},       {0x589, 0x589},   {0x6d4, 0x6d4},
        {0x1362, 0x1362}, {0x2024, 0x2024}, {0x2046, 0x2046}, {0x207e, 0x207e}, {0x208e, 0x208e},
        {0x2309, 0x2309}, {0x2769, 0x2769}, {0x27e9, 0x27e9}, {0x2986, 0x2986}, {0x2e29, 0x2e29},
        {0x3009, 0x3009}, {0x300d, 0x300d}, {0x3011, 0x3011}, {0x3015, 0x3015}, {0xfd3e, 0xfd3f},
        {0xfe36, 0xfe36}, {0xff3d, 0xff3d}, {0xff60, 0xff60}, {0xff63, 0xff63}, {0x2e3c, 0x2e3c},
        {0x3002, 0x3002}, {0xa4f8, 0xa4f8}, {0xfe52, 0xfe52}, {0xff09, 0xff09}, {0xff0e, 0xff0e},
        {0xff61, 0xff61}};
    return IS_AMONG(code, stops);
}

/* A mark that ends a number before a space, but stands within others: "2:1", "9–11". The Arabic
   zeros look like dots after digits of other scripts. */
static bool is_soft_stop(uint32_t code)
{
    static const struct range stops[] = {{':', ':'},       {'-', '-'},         {0xb7, 0xb7},
                                         {0x2d1, 0x2d1},   {0x2d9, 0x2d9},     {0x660, 0x660},
                                         {0x6f0, 0x6f0},   {0x16eb, 0x16eb},   {0x2e31, 0x2e31},
                                         {0x2e33, 0x2e33}, {0x10101, 0x10101}, {0x2010, 0x2015},
                                         {0x2022, 0x2022}, {0x2027, 0x2027},   {0x2219, 0x2219},
                                         {0x22c5, 0x22c5}, {0x30fb, 0x30fb},   {0xff1a, 0xff1a}};
    return IS_AMONG(code, stops);
}

/* A mark below a digit that looks like a full stop. */
static bool is_dot_below(uint32_t code)
{
    static const struct range dots[] = {
        {0x323, 0x324}, {0x5b4, 0x5b4}, {0x5c5, 0x5c5}, {0x93c, 0x93c}, {0x20e8, 0x20e8}};
    return IS_AMONG(code, dots);
}

/* ASCII's punctuation and the general one. */
static bool is_punctuation(uint32_t code)
{
    static const struct range marks[] = {{'!', '/'},      {':', '@'},   {'[', '`'},
                                         {'{', '~'},      {0xa1, 0xbf}, {0x60c, 0x60c},
                                         {0x2010, 0x205e}};
    return IS_AMONG(code, marks) && !is_digit(code);
}

/* The next character that can be seen; 0 at the END. */
static uint32_t next_seen(const char **text, const char *end)
{
    uint32_t code = 0;
    while (*text < end && !utf8_has_ink(code = utf8_next(text, end)))
        code = 0;
    return code;
}

static bool is_accent(uint32_t code)
{
    return code >= 0x300 && code <= 0x36f;
}

/* Skips digits, which *COUNT counts, and what is above or below them; returns the character after
   them. */
static uint32_t skip_digits(const char **text, const char *end, size_t *count)
{
    uint32_t code, before = 0;
    for (*count = 0; (code = next_seen(text, end)) != 0; before = code)
        if (is_digit(code) && !(is_soft_stop(code) && before != 0 && before < 0x80))
            ++*count;
        else if (!is_accent(code) || is_dot_below(code))
            break;
    return code;
}

/* Whether a number ends with CODE, before TEXT, and not with a decimal fraction or a range. */
static bool is_end_of_number(uint32_t code, const char *text, const char *end)
{
    const char *next = text, *seen = text;
    const uint32_t after = next < end ? utf8_next(&next, end) : 0;
    if (is_soft_stop(code))
        return (after == 0 || !utf8_has_ink(after)) && !is_digit(next_seen(&seen, end));
    return is_dot_below(code) || (is_stop(code) && !is_digit(after));
}

/* Whether TEXT begins with a number, or with several and commas, and a full stop or a bracket. A
   decimal fraction does not. */
static bool begins_with_number(const char *text, const char *end)
{
    size_t digits, last;
    const char *start = text;
    uint32_t code = next_seen(&text, end);
    while (code != 0 && is_punctuation(code) && code != '(' && code != '[') {
        start = text;
        code = next_seen(&text, end);
    }
    text = code == '(' || code == '[' ? text : start;
    code = skip_digits(&text, end, &digits);
    for (last = digits; last > 0 && punctuation_is_comma(code);)
        code = skip_digits(&text, end, &last);
    return digits > 0 && code != 0 && is_end_of_number(code, text, end);
}

/* Whether TEXT has no letters, but digits: a label may be the number of a note, or several. */
static bool is_number(const char *text, const char *end)
{
    size_t digits = 0;
    while (text < end) {
        const uint32_t code = utf8_next(&text, end);
        bool digit =
            is_digit(code) || is_numbering(code) || (digits > 0 && looks_like(code, "O"));
        if (!digit && utf8_has_ink(code) && !is_punctuation(code) && !is_accent(code) &&
            !punctuation_is_comma(code))
            return false;
        digits += digit;
    }
    return digits > 0;
}

/* Whether TEXT ends with a full stop and a number, as one in the other direction begins. */
static bool ends_with_number(const char *text, const char *end)
{
    bool stopped = false, numbered = false, within = false;
    while (text < end) {
        const uint32_t code = utf8_next(&text, end);
        if (!utf8_has_ink(code)) {
            within = false;
            continue;
        }
        numbered = is_digit(code) && (numbered || stopped);
        stopped = is_stop(code) && !within;
        within = true;
    }
    return numbered;
}

/* Controls are replaced in figures by what can be seen. Hyphens and apostrophes join words. */
static bool separates(uint32_t code)
{
    return code == 0 || code == ' ' || (code > 0x9f && !utf8_has_ink(code)) ||
           punctuation_is_comma(code) || is_stop(code) || code == ':' || code == ';' ||
           code == '(' || code == '[';
}

/* Whether no letter or digit follows in the word that goes on at TEXT. */
static bool ends_word(const char *text, const char *end)
{
    while (text < end) {
        const uint32_t code = utf8_next(&text, end);
        if (separates(code))
            return true;
        if (!is_punctuation(code) && !is_accent(code))
            return false;
    }
    return true;
}

/* Whether two characters make a mark together. */
static bool makes_mark(uint32_t before, uint32_t code)
{
    static const char pairs[][3] = {"><", "<>", "/=", "=/", "!=", "=!", "|=", "=|"};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (before == (unsigned char)pairs[i][0] && code == (unsigned char)pairs[i][1])
            return true;
    return false;
}

/* The first mark in the text to END; NULL: there is none. A small x may be a whole form. */
static const char *find_mark(const char *text, const char *end)
{
    const bool is_x = *text == 'x' && text + 1 == end;
    bool within = false; /* a letter or a digit came before in the word */
    uint32_t before = 0; /* the character seen before */
    while (text < end && !is_x) {
        const char *at = text;
        const uint32_t code = utf8_next(&text, end);
        if (is_sign(code) || is_overlay(code) || makes_mark(before, code) ||
            (!within && is_lone_mark(code) && ends_word(text, end)))
            return at;
        within = !separates(code) && (within || !is_punctuation(code));
        before = utf8_has_ink(code) ? code : before;
    }
    return NULL;
}

static const char *find_numbering(const char *text, const char *end)
{
    while (text < end) {
        const char *at = text;
        if (is_numbering(utf8_next(&text, end)))
            return at;
    }
    return NULL;
}

/* How a text resembles what entente writes: WHAT, NULL if it does not, and the character AT which
   it does, NULL if it is the number with which the text begins or ends. */
struct likeness {
    const char *what, *at;
};

static struct likeness find_likeness(const char *text)
{
    const char *end = text + strlen(text), *at = find_mark(text, end);
    if (at != NULL)
        return (struct likeness){"a mark of evidence", at};
    at = find_numbering(text, end);
    if (at != NULL || is_number(text, end) || begins_with_number(text, end) ||
        ends_with_number(text, end))
        return (struct likeness){"the number of a note", at};
    return (struct likeness){NULL, NULL};
}

static void report(struct document *document, const struct message_place *place,
                   enum message_code code, const char *text, const struct likeness *likeness)
{
    struct buffer shown = BUFFER_EMPTY;
    if (likeness->at != NULL) {
        buffer_text(&shown, ", ");
        confusable_show(likeness->at, &shown);
    }
    document_error_at(document, place, code,
                      "\"%.*s\" has what looks like %s%s, and would be misread in figures; "
                      "write it in words",
                      (int)utf8_cut(text, SHOWN), text, likeness->what, buffer_string(&shown));
    buffer_clear(&shown);
}

/* Whether TEXT consists of ASCII's letters without x, spaces and hyphens, as most do: such a text
   is like nothing that entente writes. */
static bool is_plain(const char *text)
{
    return text[strspn(text, "abcdefghijklmnopqrstuvwyzABCDEFGHIJKLMNOPQRSTUVWYZ -")] == '\0';
}

bool marking_is_in(const char *text)
{
    return !is_plain(text) && find_likeness(text).what != NULL;
}

/* Reports an error if TEXT is misleading. */
static void check(struct document *document, const struct message_place *place,
                  enum message_code code, const char *text)
{
    const struct likeness likeness = find_likeness(text);
    const char *stop = stop_find_between(text);
    if (likeness.what != NULL)
        report(document, place, code, text, &likeness);
    else if (stop != NULL)
        document_error_at(document, place, code,
                          "a sentence ends within \"%.*s\", so that the rest would be misread as "
                          "another sentence about the relation; remove \"%.*s\"",
                          (int)utf8_cut(text, SHOWN), text, (int)utf8_cut(stop, SHOWN), stop);
}

bool marking_is_clear(const char *text)
{
    return is_plain(text) ||
           (find_likeness(text).what == NULL && stop_find_between(text) == NULL);
}

void marking_check_text(struct document *document, const struct message_place *place,
                        const char *text)
{
    if (!is_plain(text))
        check(document, place, MESSAGE_DECLARATION, text);
}

void marking_check_value(struct document *document, const char *attribute, enum message_code code,
                         const char *value)
{
    if (is_plain(value)) /* quick: finding the place takes longer */
        return;
    const struct message_place place = document_place(document, attribute);
    check(document, &place, code, value);
}
