/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "base/text/shell.h"
#include "fixture.h"

static void assert_word(const char *word, const char *expected)
{
    struct buffer out = BUFFER_EMPTY;
    shell_word(&out, word);
    ck_assert_str_eq(buffer_string(&out), expected);
    buffer_clear(&out);
}

START_TEST(a_plain_word_stays)
{
    assert_word("output/tehran-main.svg", "output/tehran-main.svg");
    assert_word("--output-dir=a_b/2021:01,@+%", "--output-dir=a_b/2021:01,@+%");
}
END_TEST

START_TEST(special_characters_are_quoted)
{
    assert_word("", "''");
    assert_word("a b.svg", "'a b.svg'");
    assert_word("a;rm $HOME.svg", "'a;rm $HOME.svg'");
    assert_word("~x", "'~x'");
    assert_word("it's", "'it'\\''s'");
    assert_word("شکل.svg", "'شکل.svg'");
}
END_TEST

START_TEST(controls_are_written_in_octal)
{
    assert_word("a\nb", "$'a\\012b'");
    assert_word("it's \\ \033[31m1", "$'it\\'s \\\\ \\033[31m1'");
    assert_word("\xc2\x9b"
                "1",
                "$'\\302\\2331'");
    assert_word("caf\xe9", "$'caf\\351'");
    assert_word("##[error]", "$'\\043\\043[error]'");
    assert_word("::error::x", "$'\\072\\072error\\072\\072x'");
    assert_word("a::b#c", "'a::b#c'");
}
END_TEST

/* The shell expands the quoted word to the original. */
START_TEST(a_shell_reads_the_word_as_it_was)
{
    static const char *const words[] = {"a b", "it's", "*",  "a;b", "$(x)",
                                        "`x`", "\"",   "\\", "!"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        char got[64] = "";
        struct buffer command = BUFFER_EMPTY;
        buffer_text(&command, "printf %s ");
        shell_word(&command, words[i]);
        FILE *shell = popen(buffer_string(&command), "r");
        ck_assert_ptr_nonnull(shell);
        got[fread(got, 1, sizeof got - 1, shell)] = '\0';
        pclose(shell);
        ck_assert_str_eq(got, words[i]);
        buffer_clear(&command);
    }
}
END_TEST

static void assert_words(const char *line, const char *const words[], bool whole)
{
    const char *at = line;
    for (; *words != NULL; words++) {
        struct buffer word = BUFFER_EMPTY;
        ck_assert(shell_next(&at, &word));
        ck_assert_str_eq(buffer_string(&word), *words);
        buffer_clear(&word);
    }
    struct buffer more = BUFFER_EMPTY;
    ck_assert(!shell_next(&at, &more));
    ck_assert_int_eq(*at == '\0', whole);
    buffer_clear(&more);
}

START_TEST(words_are_read_as_they_were_written)
{
    static const char *const words[] = {"a b", "it's", "",      "\x01\n\\'", "a::b#c",
                                        "##x", "-é",   "plain", NULL};
    struct buffer line = BUFFER_EMPTY;
    for (size_t i = 0; words[i] != NULL; i++) {
        buffer_text(&line, i > 0 ? " " : "");
        shell_word(&line, words[i]);
    }
    assert_words(buffer_string(&line), words, true);
    buffer_clear(&line);
}
END_TEST

START_TEST(a_quote_that_is_open_ends_no_word)
{
    assert_words("a 'b", (const char *const[]){"a", NULL}, false);
    assert_words("a $'b\\", (const char *const[]){"a", NULL}, false);
    assert_words("a $'b\\0", (const char *const[]){"a", NULL}, false);
    assert_words("a $'\\000'", (const char *const[]){"a", NULL}, false);
    assert_words("a \\", (const char *const[]){"a", NULL}, false);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        a_plain_word_stays,
        special_characters_are_quoted,
        controls_are_written_in_octal,
        a_shell_reads_the_word_as_it_was,
        words_are_read_as_they_were_written,
        a_quote_that_is_open_ends_no_word,
    };
    return fixture_run("shell", tests, sizeof tests / sizeof *tests);
}
