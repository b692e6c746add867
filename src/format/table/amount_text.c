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
    {" k thousand thousands thsd tsd tausend mille ", 3},
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
    const size_t before = strcspn(text, ".,");
    if ((points > 0 ? behind_point : behind_comma) == 3 && text[0] != '0' && before > 0 &&
        before < 4)
        return AMOUNT_MARK_UNKNOWN;
    return points > 0 ? AMOUNT_POINT : AMOUNT_COMMA;
}

/* The bytes of the mark that groups digits at TEXT: a point, a comma, an apostrophe or a space.
 */
static size_t measure_group_mark(const char *text)
{
    return strncmp(text, "\u00A0", 2) == 0 ? 2 : strncmp(text, "\u202F", 3) == 0 ? 3 : 1;
}

/* Whether the LENGTH bytes at TEXT, a whole number, are digits in groups of three, all marked in
   the same way; or as in India, of two before the last three. */
static bool is_grouped(const char *text, size_t length)
{
    const char *end = text + length, *mark = text + strspn(text, "0123456789");
    const size_t first = (size_t)(mark - text);
    size_t groups = 0, twos = 0, threes = 0, last = 3;
    for (const char *at = mark; at < end; at += last, groups++) {
        const size_t width = measure_group_mark(at);
        if (strncmp(at, mark, width) != 0)
            return false;
        at += width;
        last = strspn(at, "0123456789");
        last = last > (size_t)(end - at) ? (size_t)(end - at) : last;
        twos += last == 2;
        threes += last == 3;
    }
    return groups == 0 || (last == 3 && first > 0 && first <= (twos > 0 ? 2 : 3) &&
                           threes + twos == groups && (twos == 0 || threes == 1));
}

/* Whether the LENGTH bytes at TEXT are a number whose fraction, if any, is behind MARK. */
static bool is_number(const char *text, size_t length, char mark)
{
    const char *fraction = memchr(text, mark, length);
    const size_t whole = fraction != NULL ? (size_t)(fraction - text) : length;
    return is_grouped(text, whole) &&
           (fraction == NULL || 1 + strspn(fraction + 1, "0123456789") >= length - whole);
}

/* Appends the digits of a number times 10 to the power of ZEROS. */
static void add_value(struct buffer *value, const char *text, size_t length, char mark, int zeros)
{
    bool fraction = false, any = false;
    if (length > 0 && text[0] == mark)
        buffer_char(value, '0');
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
    return strcspn(text, " \t.,0123456789");
}

static const char *skip_spaces(const char *text)
{
    for (;; text += strncmp(text, "\u00A0", 2) == 0 ? 2 : 3) {
        text += strspn(text, " \t");
        if (strncmp(text, "\u00A0", 2) != 0 && strncmp(text, "\u202F", 3) != 0)
            return text;
    }
}

static const struct currency *find_currency(const char *word, size_t length)
{
    for (size_t i = 0; i < COUNT(currencies); i++)
        if (is_among(currencies[i].words, word, length))
            return &currencies[i];
    return NULL;
}

/* The zeros that WORD stands for; 0: it is no scale. */
static int find_scale(const char *word, size_t length)
{
    for (size_t i = 0; i < COUNT(scales); i++)
        if (is_among(scales[i].words, word, length))
            return scales[i].zeros;
    return 0;
}

/* The length of the scale before a currency in one word, "MUSD", "m€", "bn$"; 0: there is none.
 */
static size_t measure_scale(const char *word, size_t length)
{
    for (size_t i = 1; i < length && i < 4; i++)
        if (find_scale(word, i) > 0 && find_currency(word + i, length - i) != NULL)
            return i;
    return 0;
}

static bool is_rough(const char *word, size_t length)
{
    return is_among(
        " ca about approx approximately around circa c roughly nearly almost some ~ ≈ ", word,
        length);
}

/* Whether WORD is none that makes another number of the one before it, nor a mark. "Mil" is a
   million in English, and a thousand in Spanish. */
static bool is_unit(const char *word, size_t length)
{
    char text[WORDS_KEY];
    if (length == 0 || length >= sizeof text)
        return false;
    memcpy(text, word, length);
    text[length] = '\0';
    return strpbrk(text, "<>=~+?!()[]\"*#;:") == NULL && strstr(text, "≈") == NULL &&
           strstr(text, "±") == NULL && !words_deny(text) &&
           !is_among(
               " or more less than least most minus plus over under up maybe - − – mil mlrd "
               "bio lakh lakhs crore crores dozen ",
               text, length);
}

/* Takes WORD, of LENGTH bytes: a scale, a currency, or another unit. False: it is none. */
static bool take_word(const char *word, size_t length, int *zeros, struct buffer *unit)
{
    const int scale = find_scale(word, length);
    const size_t before = measure_scale(word, length);
    const struct currency *currency = find_currency(word + before, length - before);
    if (scale > 0 && *zeros == 0) {
        *zeros = scale;
        return true;
    }
    if (scale > 0 || !is_unit(word, length) || (before > 0 && *zeros > 0))
        return false;
    if (before > 0)
        *zeros = find_scale(word, before);
    if (currency != NULL && strcmp(buffer_string(unit), currency->code) == 0)
        return true; /* "pounds sterling" */
    buffer_text(unit, unit->length > 0 ? " " : "");
    if (currency != NULL)
        buffer_text(unit, currency->code);
    else
        buffer_add(unit, word, length);
    return true;
}

/* Takes the words behind a number; NULL if one makes another number of it. */
static const char *take_words(const char *text, int *zeros, struct buffer *unit)
{
    for (;;) {
        text = skip_spaces(text);
        const size_t length = measure_word(text);
        if (length == 0)
            return text;
        if (!is_among(" of ", text, length) && !take_word(text, length, zeros, unit))
            return NULL;
        text += length;
        text += *text == '.'; /* "mio." */
    }
}

/* --- amounts that can be read in two ways */

/* A word behind the number; of LENGTH 0: none. */
struct word {
    const char *text;
    size_t length;
};

static struct word next_word(const char *text)
{
    text = skip_spaces(text);
    return (struct word){text, measure_word(text)};
}

static bool is_money(struct word word)
{
    const size_t scale = measure_scale(word.text, word.length);
    return find_currency(word.text + scale, word.length - scale) != NULL;
}

/* Whether digits after a space may belong to the words behind them: "72 155mm howitzers", "200
   152 mm shells". */
static bool may_be_size(const char *number, size_t length, struct word first, struct word second)
{
    static const char measures[] = " mm cm m km in inch inches ft kg g t tonne tonnes ton tons "
                                   "lb lbs l hp kw mw kva kwh cc ";
    const bool close = first.text == number + length,
               spaced = memchr(number, ' ', length) != NULL;
    return spaced && second.length > 0 &&
           (is_among(measures, first.text, first.length) ||
            (close && find_scale(first.text, first.length) == 0 && !is_money(first)));
}

/* Whether the words behind a number of LENGTH bytes leave open what it is a number of: "m" may be
   millions or metres, "mm" of money millions, and pounds money or a weight. MONEY: it is an
   amount of money. */
static bool is_unclear(const char *number, size_t length, bool money)
{
    const struct word first = next_word(number + length);
    const struct word second = next_word(first.text + first.length);
    const bool scaled = find_scale(first.text, first.length) > 0;
    const struct word unit = scaled ? second : first, behind = next_word(unit.text + unit.length);
    if (may_be_size(number, length, first, second))
        return true;
    if (is_among(" m ", first.text, first.length) && second.length > 0 && !money &&
        !is_money(second))
        return true;
    if (is_among(" mm ", first.text, first.length) && (money || is_money(second)))
        return true;
    return is_among(" pound pounds ", unit.text, unit.length) && behind.length > 0 &&
           !is_among(" sterling ", behind.text, behind.length);
}

/* --- the words before it, and all */

/* Whether the LENGTH bytes of WORD are the code of a currency, though an unknown one. */
static bool is_code(const char *word, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (word[i] < 'A' || word[i] > 'Z')
            return false;
    return length == 3 && !is_among(" max min not any all few no non yes ", word, length);
}

/* Takes the words before a number, the signs of currencies and marks of what is rough, and a
   minus sign. NULL: there are others, such as "not" or "up to". */
static const char *take_front(const char *text, struct amount_text *amount)
{
    for (;;) {
        text = skip_spaces(text);
        const size_t minus = *text == '-' ? 1 : strncmp(text, "−", 3) == 0 ? 3 : 0;
        size_t length = *text == '~' ? 1 : measure_word(text);
        if (minus > 0 && !amount->negative) {
            amount->negative = true;
            text += minus;
            continue;
        }
        if (strncmp(text, "≈", 3) == 0)
            length = 3;
        if (length == 0)
            return text;
        const struct currency *currency = find_currency(text, length);
        if (is_rough(text, length))
            amount->rough = true;
        else if (amount->unit.length > 0 || (currency == NULL && !is_code(text, length)))
            return NULL;
        else if (currency != NULL)
            buffer_text(&amount->unit, currency->code);
        else
            buffer_add(&amount->unit, text, length);
        text += length;
        text += *text == '.' && (currency == NULL || !ascii_is_digit(text[1])); /* "ca.5" */
    }
}

static bool is_none(const char *text)
{
    char key[WORDS_KEY];
    words_squeeze(key, text);
    return *text == '\0' || strcmp(key, "na") == 0 || strcmp(key, "nan") == 0 ||
           strcmp(key, "unknown") == 0 ||
           (*key == '\0' && strlen(text) <= 3 && text[strspn(text, "-.–—/")] == '\0');
}

/* The length of an exponent at TEXT, "e6". */
static size_t measure_exponent(const char *text)
{
    const size_t sign = text[0] != '\0' && (text[1] == '-' || text[1] == '+');
    const size_t digits =
        *text == 'e' || *text == 'E' ? strspn(text + 1 + sign, "0123456789") : 0;
    return digits > 0 ? 1 + sign + digits : 0;
}

/* Adds the LENGTH bytes at NUMBER to the value: with ZEROS behind them, or an exponent. */
static void write_value(struct amount_text *amount, const char *number, size_t length,
                        size_t exponent, char mark, int zeros)
{
    struct buffer *value = &amount->value;
    buffer_text(value, amount->negative ? "-" : "");
    const size_t start = value->length;
    add_value(value, number, length, mark, zeros);
    if (value->length > start && value->bytes != NULL)
        tidy(value, start);
    buffer_add(value, number + length, exponent);
}

enum amount_result amount_text_read(const char *text, enum amount_mark mark,
                                    struct amount_text *amount)
{
    int zeros = 0;
    bool none;
    if (is_none(text))
        return AMOUNT_NONE;
    const char *number = take_front(text, amount);
    const size_t length = number != NULL ? measure(number) : 0;
    if (length == 0)
        return AMOUNT_MALFORMED;
    if (is_unclear(number, length, amount->unit.length > 0))
        return AMOUNT_UNCLEAR;
    const size_t exponent = measure_exponent(number + length);
    const char *rest = take_words(number + length + exponent, &zeros, &amount->unit);
    enum amount_mark own = find_mark(number, length, &none);
    if (rest == NULL || *rest != '\0' || (exponent > 0 && zeros > 0))
        return AMOUNT_MALFORMED;
    if (own == AMOUNT_MARK_UNKNOWN && !none)
        own = mark;
    if ((own == AMOUNT_MARK_UNKNOWN || own == AMOUNT_MARKS_DIFFER) && !none)
        return AMOUNT_AMBIGUOUS;
    if (!is_number(number, length, own == AMOUNT_COMMA ? ',' : '.'))
        return AMOUNT_MALFORMED;
    write_value(amount, number, length, exponent, own == AMOUNT_COMMA ? ',' : '.', zeros);
    return AMOUNT_VALID;
}

void amount_text_clear(struct amount_text *amount)
{
    buffer_clear(&amount->value);
    buffer_clear(&amount->unit);
}

enum amount_mark amount_text_mark(const char *text)
{
    bool none;
    const char *number = text + strcspn(text, "0123456789");
    const size_t length = measure(number);
    const enum amount_mark mark = find_mark(number, length, &none);
    return is_number(number, length, mark == AMOUNT_COMMA ? ',' : '.') ? mark
                                                                       : AMOUNT_MARK_UNKNOWN;
}

/* Whether TEXT is like "1,500", which may be one and a half, or a thousand and a half. A point
   comes before a fraction, as programs write it. */
static bool is_thousand(const char *text)
{
    const size_t before = strspn(text, "0123456789");
    return text[0] != '0' && before > 0 && before < 4 && text[before] == ',' &&
           strspn(text + before + 1, "0123456789") == 3;
}

bool amount_text_number(const char *text, double *number)
{
    double value = 0, unit = 1;
    const bool negative = *text == '-' || strncmp(text, "−", 3) == 0;
    bool digits = false;
    text += *text == '-' || *text == '+' ? 1 : negative ? 3 : 0;
    if (is_thousand(text))
        return false;
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
