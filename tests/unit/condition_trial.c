/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "condition_trial.h"

#include <check.h>
#include <string.h>

const char condition_trial_relations[] =
    "<mediation id='r' from='a' to='b c' form='arranged' event='e' place='Kabul &amp; &lt;x&gt;'"
    " when='2021-08' mutual='yes' weight='5' sign='-' tier='marginal' phase='past' href='http:1'>"
    "<note>one</note><note>two\n  words</note>"
    "<claim by='paper' stance='asserts' credibility='2' at='P4' date='2022' "
    "href='http:2'>so</claim>"
    "<claim by='rumour' stance='asserts' hedged='yes'/>"
    "<claim by='diary' stance='denies' at='گزارش' archived='http:3'>no, «نه»"
    "<quote xml:lang='fa'>نه</quote><quote>no</quote></claim></mediation>"
    "<support id='s' from='b' to='a'/>"
    "<contact id='t' from='a' to='e'><claim by='paper' stance='no-comment'/></contact>";

void condition_trial_begin(struct condition_trial *trial, const char *relations,
                           const char *expression)
{
    *trial = (struct condition_trial){.network = fixture_network(relations)};
    fixture_messages_begin(&trial->caught);
    /* Made-up names are welcome here; see the command case where-unknown-name. */
    message_filter_silence(&trial->caught.messages.filter, MESSAGE_UNKNOWN_NAME);
    trial->status = condition_new(&trial->condition, expression, trial->network, NULL, NULL,
                                  &trial->caught.messages);
}

const char *condition_trial_end(struct condition_trial *trial)
{
    condition_free(trial->condition);
    network_free(trial->network);
    return fixture_messages_end(&trial->caught);
}

/* Fails unless EXPRESSION holds for exactly the relations with IDS, such as "r s ". */
void condition_trial_selects(const char *expression, const char *ids)
{
    struct condition_trial trial;
    struct buffer held = BUFFER_EMPTY;
    condition_trial_begin(&trial, condition_trial_relations, expression);
    for (uint32_t i = 0; trial.condition != NULL && i < trial.network->relations.count; i++) {
        bool holds = false;
        trial.status = condition_holds(trial.condition, i, &holds, &trial.caught.messages);
        ck_assert_msg(trial.status == STATUS_OK, "%s", expression);
        if (holds)
            buffer_format(&held, "%s ",
                          network_text(trial.network, trial.network->relations.items[i].id));
    }
    enum status status = trial.status;
    const char *printed = condition_trial_end(&trial);
    ck_assert_msg(status == STATUS_OK && printed[0] == '\0', "%s: %s", expression, printed);
    ck_assert_msg(strcmp(buffer_string(&held), ids) == 0, "%s holds for: %s, not: %s", expression,
                  buffer_string(&held), ids);
    buffer_clear(&held);
}

void condition_trial_select_all(const struct condition_question *questions, size_t count)
{
    for (size_t i = 0; i < count; i++)
        condition_trial_selects(questions[i].expression, questions[i].ids);
}
const char *condition_trial_error(const char *expression)
{
    struct condition_trial trial;
    condition_trial_begin(&trial, condition_trial_relations, expression);
    enum status status = trial.status;
    bool made = trial.condition != NULL;
    const char *printed = condition_trial_end(&trial);
    ck_assert_msg(status == STATUS_FAILURE && !made, "%.60s", expression);
    return printed;
}

/* Fails unless EXPRESSION is invalid and the message is WORDS. */
void condition_trial_fails(const char *expression, const char *words)
{
    struct buffer wanted = BUFFER_EMPTY;
    const char *printed = condition_trial_error(expression);
    buffer_format(&wanted, "entente: error: --where: %s\n", words);
    ck_assert_msg(strcmp(printed, buffer_string(&wanted)) == 0, "%s\n%s%s", expression, printed,
                  buffer_string(&wanted));
    buffer_clear(&wanted);
}

void condition_trial_fails_at(const char *expression, unsigned character, const char *part)
{
    struct buffer start = BUFFER_EMPTY;
    const char *printed = condition_trial_error(expression);
    buffer_format(&start, "entente: error: --where: character %u: ", character);
    ck_assert_msg(strncmp(printed, buffer_string(&start), start.length) == 0 &&
                      strstr(printed, part) != NULL && strchr(printed, '\n')[1] == '\0',
                  "%s\n%s", expression, printed);
    buffer_clear(&start);
}

/* COUNT times PART, between BEFORE and AFTER. */
void condition_trial_repeat(struct buffer *out, const char *before, const char *part,
                            size_t count, const char *after)
{
    buffer_text(out, before);
    for (size_t i = 0; i < count; i++)
        buffer_text(out, part);
    buffer_text(out, after);
}
