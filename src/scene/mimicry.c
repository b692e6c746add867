/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/mimicry.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/memory/buffer.h"
#include "base/text/ascii.h"
#include "base/text/punctuation.h"
#include "base/text/utf8.h"
#include "format/entente/confusable.h"
#include "format/entente/stop.h"
#include "scene/folding.h"

/* Beginnings of words that report claims. */
static const char *const claim_words[] = {
    " per ",    " by ",    " writ",    " told ",    " tells ",  " belie",  " true ",  " known",
    " seen ",   " fact ",  " backed",  " contrary", " states ", " تصدیق",  " انکار",  " میگو",
    " می گو",   " ردشده",  " в прошл", " в будущ",  " accord",  " admit",  " agree",  " anonym",
    " assert",  " claim",  " comment", " confirm",  " denie",   " deny",   " disput", " doubt",
    " every",   " nobody", " no one",  " none",     " no ",     " qualif", " refut",  " report",
    " said",    " say",    " source",  " suspect",  " through", " unsour", " verif",  " vouch",
    " which",   " false ", " untrue ", " گفت",      " رد ",     " تأیید",  " تایید",  " تکذیب",
    " تردید",   " قید",    " ادعا",    " اظهار",    " نقل",     " منبع",   " هیچ",    " مشکوک",
    " утвержд", " отрица", " оговор",  " уточн",    " коммент", " через",  " источн", " никто",
    " подтв",   " сообщ",  " заяв",    " предпол",  " оспар",   NULL};

/* Words, or their beginnings, that report a claim wherever they are. Those that are parts of
   usual names ("Sayyaf", "Allegiance", "Reporters") are not among them. */
static const char *const reports[] = {
    " accordin",  " acknowl",   " affirm",   " alleged",      " alleges",  " allegat",
    " assert",    " attest",    " claimed",  " claims that ", " claiming", " conceded",
    " concedes",  " confirm",   " conteste", " corrobor",     " denial",   " denied",
    " denies",    " deny",      " disput",   " doubted",      " doubts",   " insist",
    " proven ",   " refut",     " rejecte",  " rejects",      " reported", " said by",
    " says ",     " sources ",  " stated",   " suspecte",     " testif",   " unconfirm",
    " uncontest", " undenied",  " undisput", " unrefut",      " verified", " verifies",
    " vouch",     " with rese", " witnesse", " تکذیب",        " ادعا",     " نقل از",
    " به گفت",    " говор",     " заявл",    " заявил",       " оговор",   " опроверг",
    " отрица",    " подтверд",  " призна",   " сомнева",      " сообща",   " сообщил",
    " считает",   " утвержд",   NULL};

/* Beginnings of texts that speak of nobody, of some or of all; and such texts as a whole. */
static const char *const pronouns[] = {" nobody ",
                                       " noone ",
                                       " no one ",
                                       " no source",
                                       " no singl",
                                       " none ",
                                       " every",
                                       " anybody ",
                                       " anyone ",
                                       " all of ",
                                       " all sou",
                                       " all other",
                                       " without ",
                                       " unsourced",
                                       " not a ",
                                       " not one",
                                       " somebody ",
                                       " someone ",
                                       " several ",
                                       " some ",
                                       " most ",
                                       " many oth",
                                       " various ",
                                       " others ",
                                       " the other",
                                       " two other",
                                       " a sourc",
                                       " anonymous sou",
                                       " independent sou",
                                       " unknown sou",
                                       " unnamed ",
                                       " one sourc",
                                       " two sou",
                                       " three sou",
                                       " هیچ ",
                                       " هیچکس ",
                                       " بدون ",
                                       " никто ",
                                       " ни ",
                                       " без ",
                                       " нет ",
                                       " другие ",
                                       " многие ",
                                       " все ост",
                                       " остальн",
                                       " некот",
                                       NULL};
static const char *const alone[] = {
    " all ",     " many ",   " anonymous ", " unknown ",  " never ",     " nowhere ",
    " nothing ", " few ",    " dozens ",    " hundreds ", " thousands ", " همگان ",
    " همه ",     " دیگران ", " ناشناس ",    " все ",      NULL};

static const char *const conjunctions[] = {" and ",     " or ",    " & ", " but ", " while ",
                                           " whereas ", " which ", " و ", " یا ",  " и ",
                                           " или ",     " но ",    NULL};

/* Abbreviations that are more than one letter. */
static const char *const abbreviations[] = {
    " st ",  " dr ",   " mr ",  " mrs ",  " ms ",    " gen ",  " col ",  " lt ",   " maj ",
    " sgt ", " capt ", " cpl ", " prof ", " rev ",   " hon ",  " sen ",  " rep ",  " gov ",
    " adm ", " brig ", " jr ",  " sr ",   " mt ",    " ft ",   " no ",   " nos ",  " nr ",
    " vol ", " vols ", " pp ",  " para ", " paras ", " ch ",   " art ",  " sec ",  " fig ",
    " ed ",  " eds ",  " inc ", " ltd ",  " co ",    " corp ", " dept ", " univ ", " vs ",
    " им ",  " гл ",   " стр ", " ст ",   " св ",    " тов ",  " проф ", " ген ",  NULL};

/* Small words within names. */
static const char *const particles[] = {" of ",  " the ", " for ", " in ", " on ",
                                        " de ",  " du ",  " la ",  " al ", " el ",
                                        " von ", " van ", NULL};

/* How one of WORDS is looked for. */
enum mimicry_match { MATCH_ANYWHERE, MATCH_START, MATCH_WHOLE };

/* Appends one of the words above, folded. A beginning of a word has no space after it. */
static void fold_word(struct buffer *out, const char *word)
{
    bool open = word[strlen(word) - 1] != ' ';
    folding_add_words(out, word);
    if (open && !out->failed)
        out->bytes[--out->length] = '\0';
}

/* The words of a text, folded. */
struct mimicry_folded {
    struct buffer text;
    bool foreign; /* it may be in another script than Latin, or look so */
};

/* The caller clears the text. */
static struct mimicry_folded fold_whole(const char *text)
{
    /* Those that look like Cyrillic ones. */
    static const char alike[] = " ABCEHKMOPTXYabcehkmnoprtuxy036'";
    struct mimicry_folded folded = {BUFFER_EMPTY,
                                    !ascii_is_all(text) || text[strspn(text, alike)] == '\0'};
    folding_add_words(&folded.text, text);
    return folded;
}

/* Where FOLDED has WORD, or NULL. What is ASCII in the lists is folded already. */
static const char *find_folded(const struct mimicry_folded *folded, const char *word,
                               bool *failed)
{
    struct buffer wanted = BUFFER_EMPTY;
    if (!ascii_is_all(word) && !folded->foreign)
        return NULL;
    if (ascii_is_all(word))
        return strstr(buffer_string(&folded->text), word);
    fold_word(&wanted, word);
    const char *at = strstr(buffer_string(&folded->text), buffer_string(&wanted));
    *failed |= wanted.failed;
    buffer_clear(&wanted);
    return at;
}

static bool has_folded(const struct mimicry_folded *folded, const char *word,
                       enum mimicry_match match, bool *failed)
{
    const char *at = find_folded(folded, word, failed), *text = buffer_string(&folded->text);
    switch (match) {
    case MATCH_ANYWHERE: return at != NULL;
    case MATCH_START: return at == text;
    case MATCH_WHOLE: return at == text && strchr(text + 1, ' ') == text + strlen(text) - 1;
    }
    return false;
}

static bool has_word(const struct mimicry_folded *folded, const char *const *words,
                     enum mimicry_match match, bool *failed)
{
    bool found = false;
    *failed |= folded->text.failed;
    for (; *words != NULL && !found; words++)
        found = has_folded(folded, *words, match, failed);
    return found;
}

static bool mentions(const char *text, const char *const *words, enum mimicry_match match,
                     bool *failed)
{
    struct mimicry_folded folded = fold_whole(text);
    bool found = has_word(&folded, words, match, failed);
    buffer_clear(&folded.text);
    return found;
}

static bool closes(uint32_t code)
{
    return code == ')' || code == ']' || code == '"' || code == '\'' || code == 0x2019 ||
           code == 0x201d || code == 0xbb;
}

/* What a part of a text consists of. */
struct mimicry_words {
    size_t count;
    bool small; /* the first begins with a small letter or a digit */
    bool names; /* all begin with a capital or a digit, have no case, or are particles */
    bool cased; /* one begins with a capital or a small letter */
};

/* Words in lists are short. */
static bool is_in_list(const char *start, const char *end, const char *const *words, bool *failed)
{
    enum { LONGEST_LISTED = 60 };
    struct buffer part = BUFFER_EMPTY;
    if (end - start > LONGEST_LISTED)
        return false;
    buffer_add(&part, start, (size_t)(end - start));
    bool found = mentions(buffer_string(&part), words, MATCH_WHOLE, failed);
    *failed |= part.failed;
    buffer_clear(&part);
    return found;
}

/* A word, and what is between words, is read in parts of this many characters, so that a long
   text takes linear time. */
enum { LONGEST_WORD = 100 };

static const char *end_of_word(const char *text, const char *end)
{
    const char *at = text;
    for (int i = 0; i < LONGEST_WORD && text < end && utf8_has_ink(utf8_next(&text, end)); i++)
        at = text;
    return at;
}

/* Skips what is between words; returns the first character of the next one, 0 at the END. Many
   marks count as a word. */
static uint32_t next_word(const char **text, const char *end)
{
    for (int skipped = 0; *text < end; skipped++) {
        const char *next = *text;
        const uint32_t code = utf8_next(&next, end);
        bool mark = code < 0x80 && strchr("\"'()[]-.,&", (int)code) != NULL;
        if (utf8_has_ink(code) && (!mark || skipped >= LONGEST_WORD))
            return code;
        *text = next;
    }
    return 0;
}

static bool is_initial(const char *word, const char *end)
{
    utf8_next(&word, end);
    return word < end && *word == '.';
}

/* Reads no more words than matter: WORDS_READ, of which initials do not count, stand for any
   number. */
enum { FEW_WORDS = 3, NAME_WORDS = 6, WORDS_READ = 40 };

static struct mimicry_words count_words(const char *text, const char *end, bool *failed)
{
    struct mimicry_words words = {.names = true};
    uint32_t first = next_word(&text, end);
    const char *start = text;
    for (int read = 0; words.count <= NAME_WORDS && (first = next_word(&text, end)) != 0;
         read++) {
        if (read == WORDS_READ) {
            words.count = NAME_WORDS + 1;
            break;
        }
        const char *past = end_of_word(text, end);
        const bool is_digit = first >= '0' && first <= '9', lower = folding_is_small(first);
        words.small |= text == start && (lower || is_digit);
        words.count += !is_initial(text, past);
        words.names &= !lower || is_in_list(text, past, particles, failed);
        words.cased |= lower || (first < 0x530 && !is_digit);
        text = past;
    }
    return words;
}

/* Whether no sentence begins with the words after an abbreviation. */
static bool goes_on(struct mimicry_words words)
{
    return words.count <= FEW_WORDS ? words.small || words.names
                                    : words.count <= NAME_WORDS && words.names && words.cased;
}

/* Whether the word of TEXT that ends at AT is an initial or an abbreviation. */
static bool is_abbreviated(const char *text, const char *at, bool *failed)
{
    const char *start = at, *next;
    while (start > text && (unsigned char)start[-1] > ' ' && strchr("(.-\"", start[-1]) == NULL)
        start--;
    next = start;
    if (start < at)
        utf8_next(&next, at);
    return next == at || is_in_list(start, at, abbreviations, failed);
}

/* Whether a sentence ends with the full stop at AT, before other words. */
static bool ends_sentence(const char *text, const char *at, const char *end, bool *failed)
{
    const char *rest = at + 1;
    while (rest < end && closes((unsigned char)*rest))
        rest++;
    const char *next = rest;
    if (rest == end || *rest == '.') /* the last of several full stops ends the sentence */
        return false;
    const bool within = utf8_has_ink(utf8_next(&next, end)); /* "3.5", "example.org" */
    if (within && is_abbreviated(text, at, failed))
        return false;
    const struct mimicry_words words = count_words(rest, end, failed);
    if (words.count == 0 || within)
        return words.count > FEW_WORDS;
    bool digit = *next >= '0' && *next <= '9';
    return !goes_on(words) || (!digit && !is_abbreviated(text, at, failed));
}

/* Whether the bracket that opens before TEXT has no more than a name in it. Sets *TEXT to what
   follows. */
static bool is_name_in_bracket(const char **text, const char *end, char closing, bool *failed)
{
    const char *start = *text, *close = strchr(start, closing);
    if (close == NULL || strcspn(start, "()[],") != (size_t)(close - start))
        return false;
    const struct mimicry_words words = count_words(start, close, failed);
    bool grade = close - start == 2 && strchr("ABCDEFabcdef", *start) != NULL &&
                 strchr("123456", start[1]) != NULL;
    *text = close + 1;
    return words.count > 0 && !grade &&
           (words.count == 1 || (words.count <= FEW_WORDS && words.names)) &&
           (close + 1 == end || strchr(" .-", close[1]) != NULL);
}

static bool is_blank(const char *text, const char *end)
{
    return text >= end || !utf8_has_ink(utf8_next(&text, end));
}

/* Where a text stands that is read character by character. */
struct mimicry_reading {
    const char *text, *end, *at, *next;
    uint32_t code;
    const char *aside; /* after the first mark that sets words apart; NULL: there is none yet */
    bool comma, failed;
};

static bool is_ascii_letter(uint32_t code)
{
    return (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z') ||
           (code >= '0' && code <= '9');
}

/* Marks beyond ASCII that are usual in names, some of which others look at: dashes, quotation
   marks, apostrophes of transcriptions. */
static bool is_usual_mark(uint32_t code)
{
    static const uint32_t marks[] = {0xa3,   0xa7,   0xa9,   0xab,   0xae,   0xb0,   0xb7,
                                     0xbb,   0x2018, 0x2019, 0x201c, 0x201d, 0x201e, 0x2026,
                                     0x20ac, 0x2116, 0x2122, 0x2039, 0x203a};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (code == marks[i])
            return true;
    return code == 0xaa || code == 0xba || (code >= 0xbc && code <= 0xbe) ||
           (code >= 0x2010 && code <= 0x2015);
}

/* Whether CODE is one that no name needs, and that could hide a word or set it apart: an
   invisible one, but for what joins letters of right-to-left scripts; a letter or digit of
   another form, such as a fullwidth one; or a mark other than the usual ones. */
static bool is_strange(uint32_t code, uint32_t before)
{
    static const char usual[] = " !\"#$%&'()+,-./:;=?@[]_";
    const bool joiner = code == 0x200c || code == 0x200d;
    if (code < 0x80)
        return code > ' ' && !is_ascii_letter(code) && strchr(usual, (int)code) == NULL;
    if (folding_is_invisible(code))
        return !joiner || utf8_direction(before) != UTF8_RIGHT_TO_LEFT;
    if ((code >= 0x2b0 && code <= 0x2b8) || (code >= 0x2c0 && code <= 0x2ff) ||
        (code >= 0x1d400 && code <= 0x1d7ff) || (code >= 0xff01 && code <= 0xff5e) ||
        (code >= 0x1f000 && code <= 0x1faff))
        return true;
    return utf8_direction(code) == UTF8_NEUTRAL && utf8_space(code) == UTF8_NO_SPACE &&
           !is_usual_mark(code);
}

/* Whether a mark separates the text from what follows. */
static bool separates(struct mimicry_reading *reading)
{
    const uint32_t code = reading->code;
    if (stop_is_aside(reading->text, reading->at) || stop_is_bracket(code))
        return true;
    if (code == ':')
        return is_blank(reading->next, reading->end);
    if (code == '.')
        return ends_sentence(reading->text, reading->at, reading->end, &reading->failed);
    return stop_is(code) && (code == ';' || utf8_is_visible(reading->next));
}

/* Reads a character; returns whether it is one by which words could be set apart like entente's.
 */
static bool read_character(struct mimicry_reading *reading)
{
    const uint32_t before = reading->code;
    reading->at = reading->next;
    reading->code = utf8_next(&reading->next, reading->end);
    const uint32_t code = reading->code;
    if (is_strange(code, before))
        return true;
    bool opens = code == '(' || code == '[';
    if (reading->aside == NULL && (opens || punctuation_is_comma(code) || code == '.'))
        reading->aside = reading->next;
    if (punctuation_is_comma(code) && !reading->comma) {
        reading->comma = true;
        if (mentions(reading->next, conjunctions, MATCH_ANYWHERE, &reading->failed))
            return true;
    }
    return opens ? !is_name_in_bracket(&reading->next, reading->end, code == '(' ? ')' : ']',
                                       &reading->failed)
                 : separates(reading);
}

/* What follows the first of the conjunctions in FOLDED; NULL if there is none. */
static const char *after_conjunction(const struct mimicry_folded *folded, bool *failed)
{
    const char *first = NULL;
    for (const char *const *word = conjunctions; *word != NULL; word++) {
        const char *at = find_folded(folded, *word, failed);
        if (at != NULL && (first == NULL || at < first))
            first = at;
    }
    return first != NULL ? first + strcspn(first + 1, " ") + 1 : NULL;
}

static bool joins_claim(const struct mimicry_folded *folded, bool *failed)
{
    const char *rest = after_conjunction(folded, failed);
    *failed |= folded->text.failed;
    return rest != NULL && mentions(rest, claim_words, MATCH_ANYWHERE, failed);
}

bool mimicry_reports(const char *text, bool *failed)
{
    struct mimicry_folded folded = fold_whole(text);
    bool found = has_word(&folded, claim_words, MATCH_ANYWHERE, failed) ||
                 has_word(&folded, reports, MATCH_ANYWHERE, failed);
    buffer_clear(&folded.text);
    return found;
}

/* Whether the words of TEXT are those of a claim, or speak of nobody or all. */
static bool has_words_of_claims(const char *text, bool *failed)
{
    struct mimicry_folded folded = fold_whole(text);
    bool found = joins_claim(&folded, failed) ||
                 has_word(&folded, reports, MATCH_ANYWHERE, failed) ||
                 has_word(&folded, pronouns, MATCH_START, failed) ||
                 has_word(&folded, alone, MATCH_WHOLE, failed);
    buffer_clear(&folded.text);
    return found;
}

bool mimicry_is_in(const char *text, bool *failed)
{
    struct mimicry_reading reading = {.text = text, .end = text + strlen(text), .next = text};
    bool found = false;
    while (reading.next < reading.end && !found)
        found = read_character(&reading);
    *failed |= reading.failed;
    return found ||
           (reading.aside != NULL &&
            mentions(reading.aside, claim_words, MATCH_ANYWHERE, failed)) ||
           has_words_of_claims(text, failed);
}
