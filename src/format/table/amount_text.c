/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/table/amount_text.h"

#include <string.h>

#include "base/text/ascii.h"
#include "format/table/words.h"

struct scale {
    const char *words;
    int zeros;
};

static const struct scale scales[] = {
    {" k thousand thousands thsd tsd tausend mille mil ", 3},
    {" m mn mln mio million millions millionen millones ", 6},
    {" b bn bln billion billions mrd milliard milliards milliarde milliarden ", 9},
    {" trillion trillions tn ", 12}};

struct currency {
    const char *words, *code;
};

static const struct currency currencies[] = {
    {" $ us$ usd dollar dollars usdollar usdollars ", "USD"},
    {" € eur euro euros ", "EUR"},
    {" £ gbp pound pounds poundssterling sterling ", "GBP"},
    {" ¥ jpy yen ", "JPY"},
    {" ₽ rub rouble roubles ruble rubles ", "RUB"},
    {" ₹ inr rupees ", "INR"},
    {" ₴ uah hryvnia ", "UAH"},
    {" ₺ try lira ", "TRY"},
    {" ₪ ils shekel shekels ", "ILS"},
    {" cny rmb yuan ", "CNY"},
    {" chf francs ", "CHF"}};

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Whether the LENGTH bytes of WORD, in any case, are among WORDS, which are between spaces. */
static bool is_among(const char *words, const char *word, size_t length)
{
    char key[WORDS_KEY] = " ";
    if (length + 3 > sizeof key || length == 0)
        return false;
    for (size_t i = 0; i < length; i++)
        key[i + 1] = ascii_lower(word[i]);
    key[length + 1] = ' ';
    key[length + 2] = '\0';
    return strstr(words, key) != NULL;
}

/* --- the number */

static bool is_number_byte(const char *text)
{
    return ascii_is_digit(*text) ||
           ((*text == '.' || *text == ',' || *text == '\'') && ascii_is_digit(text[1]));
}

/* The length of the digits and marks at TEXT; spaces, also those that don't break, may group
   three digits. */
static size_t measure(const char *text)
{
    size_t length = 0;
    for (;;) {
        const char *at = text + length;
        const size_t space = *at == ' '                      ? 1
                             : strncmp(at, "\u00A0", 2) == 0 ? 2
                             : strncmp(at, "\u202F", 3) == 0 ? 3
                                                             : 0;
        if (is_number_byte(at))
            length++;
        else if (space > 0 && length > 0 && strspn(at + space, "0123456789") == 3)
            length += space;
        else
            return length;
    }
}

/* The digits behind the last MARK of the LENGTH bytes at TEXT; *COUNT is the number of marks. */
static size_t count_behind(const char *text, size_t length, char mark, size_t *count)
{
    size_t digits = 0;
    *count = 0;
    for (size_t i = 0; i < length; i++) {
        *count += text[i] == mark;
        digits = text[i] == mark ? 0 : digits + ascii_is_digit(text[i]);
    }
    return *count > 0 ? digits : 0;
}

/* The mark of the fraction in the LENGTH bytes at TEXT. *NONE: they have no mark at all, or only
   one that groups digits. */
static enum amount_mark find_mark(const char *text, size_t length, bool *none)
{
    size_t points, commas;
    const size_t behind_point = count_behind(text, length, '.', &points);
    const size_t behind_comma = count_behind(text, length, ',', &commas);
    *none = points == 0 && commas == 0;
    if (*none)
        return AMOUNT_MARK_UNKNOWN;
    if (points > 0 && commas > 0)
        return behind_point < behind_comma ? AMOUNT_POINT : AMOUNT_COMMA;
    *none = points > 1 || commas > 1;
    if (*none)
        return points > 1 ? AMOUNT_COMMA : AMOUNT_POINT;
    if ((points > 0 ? behind_point : behind_comma) == 3 && text[0] != '0')
        return AMOUNT_MARK_UNKNOWN;
    return points > 0 ? AMOUNT_POINT : AMOUNT_COMMA;
}

/* Appends the digits of a number times 10 to the power of ZEROS. */
static void add_value(struct buffer *value, const char *text, size_t length, char mark, int zeros)
{
    bool fraction = false, any = false;
    for (size_t i = 0; i < length; i++) {
        if (text[i] == mark)
            fraction = true;
        if (!ascii_is_digit(text[i]))
            continue;
        if (fraction && zeros == 0)
            buffer_char(value, '.');
        zeros -= fraction;
        any |= text[i] != '0' || zeros < 0;
        if (any || i + 1 == length)
            buffer_char(value, text[i]);
        else if (!fraction && i + 1 < length && text[i + 1] == mark)
            buffer_char(value, '0');
    }
    for (; zeros > 0 && any; zeros--)
        buffer_char(value, '0');
}

/* Without zeros before the first digit and behind the last one of a fraction. */
static void tidy(struct buffer *value, size_t start)
{
    char *digits = value->bytes + start;
    size_t length = value->length - start;
    if (memchr(digits, '.', length) != NULL) {
        while (digits[length - 1] == '0')
            length--;
        length -= digits[length - 1] == '.';
    }
    size_t zeros = 0;
    while (zeros + 1 < length && digits[zeros] == '0' && digits[zeros + 1] != '.')
        zeros++;
    memmove(digits, digits + zeros, length - zeros);
    value->length = start + length - zeros;
    value->bytes[value->length] = '\0';
}

/* --- words around it */

static size_t measure_word(const char *text)
{
    if (*text == '\0' || ascii_is_digit(*text))
        return 0;
    return strcspn(text, " \t.0123456789");
}

/* Takes WORD, of LENGTH bytes: a scale, a currency, or another unit. */
static void take_word(const char *word, size_t length, int *zeros, struct buffer *unit)
{
    for (size_t i = 0; i < COUNT(scales); i++)
        if (*zeros == 0 && is_among(scales[i].words, word, length)) {
            *zeros = scales[i].zeros;
            return;
        }
    for (size_t i = 0; i < COUNT(currencies); i++)
        if (is_among(currencies[i].words, word, length)) {
            buffer_text(unit, currencies[i].code);
            return;
        }
    if (unit->length > 0)
        buffer_char(unit, ' ');
    buffer_add(unit, word, length);
}

static const char *take_words(const char *text, int *zeros, struct buffer *unit)
{
    for (;;) {
        text += strspn(text, " \t.");
        if (strncmp(text, "\u00A0", 2) == 0 || strncmp(text, "\u202F", 3) == 0) {
            text += *text == '\xC2' ? 2 : 3;
            continue;
        }
        const size_t length = measure_word(text);
        if (length == 0)
            return text;
        if (!is_among(" of ca about approx approximately around over circa c ~ ", text, length))
            take_word(text, length, zeros, unit);
        text += length;
    }
}

static bool is_none(const char *text)
{
    char key[WORDS_KEY];
    words_squeeze(key, text);
    return *text == '\0' || strcmp(key, "na") == 0 || strcmp(key, "nan") == 0 ||
           strcmp(key, "unknown") == 0 || (*key == '\0' && strlen(text) <= 3);
}

enum amount_result amount_text_read(const char *text, enum amount_mark mark, struct buffer *value,
                                    struct buffer *unit)
{
    int zeros = 0;
    bool none;
    const size_t start = value->length;
    if (is_none(text) && strpbrk(text, "0123456789") == NULL)
        return AMOUNT_NONE;
    const char *number = take_words(text, &zeros, unit);
    const bool negative = number > text && number[-1] == '-' && unit->length > 0;
    const size_t length = measure(number);
    if (length == 0 || negative || zeros > 0)
        return AMOUNT_MALFORMED;
    const char *rest = take_words(number + length, &zeros, unit);
    enum amount_mark own = find_mark(number, length, &none);
    if (*rest != '\0')
        return AMOUNT_MALFORMED;
    if (own == AMOUNT_MARK_UNKNOWN && !none)
        own = mark;
    if (own == AMOUNT_MARK_UNKNOWN && !none)
        return AMOUNT_AMBIGUOUS;
    add_value(value, number, length, own == AMOUNT_COMMA ? ',' : '.', zeros);
    if (value->length > start && value->bytes != NULL)
        tidy(value, start);
    return AMOUNT_VALID;
}

enum amount_mark amount_text_mark(const char *text)
{
    bool none;
    const char *number = text + strcspn(text, "0123456789");
    const size_t length = measure(number);
    return find_mark(number, length, &none);
}

bool amount_text_number(const char *text, double *number)
{
    double value = 0, unit = 1;
    const bool negative = *text == '-' || strncmp(text, "−", 3) == 0;
    bool digits = false;
    text += *text == '-' || *text == '+' ? 1 : negative ? 3 : 0;
    for (; ascii_is_digit(*text); text++, digits = true)
        value = value * 10 + (*text - '0');
    if (*text == '.' || *text == ',')
        for (text++; ascii_is_digit(*text); text++, digits = true)
            value += (unit /= 10) * (*text - '0');
    if (digits && (*text == 'e' || *text == 'E')) {
        const bool small = text[1] == '-';
        int power = 0;
        for (text += 1 + (text[1] == '-' || text[1] == '+'); ascii_is_digit(*text); text++)
            power = power < 400 ? power * 10 + (*text - '0') : power;
        for (; power > 0; power--)
            value = small ? value / 10 : value * 10;
    }
    *number = negative ? -value : value;
    return digits && *text == '\0';
}
