/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/explain/statements.h"

#include "cli/explain/claim_rows.h"
#include "cli/explain/english.h"
#include "cli/member.h"
#include "model/evidence.h"
#include "model/statement.h"

static const char *evidence_word(struct network_claims claims)
{
    return vocabulary_evidences.words[evidence_of_claims(claims)];
}

/* --- of a vertex or a relation */

/* Writes 'claims about the alias "Bland": denied' and the claims. */
static enum status write_statement(const struct prose *prose, const struct network *network,
                                   const struct network_statement *statement)
{
    struct buffer heading = BUFFER_EMPTY, value = BUFFER_EMPTY;
    const struct network_claims claims = statement_claims(network, statement);
    statement_write_value(network, statement, &value);
    buffer_format(&heading, "claims about the %s ", statement_noun(network, statement));
    english_part(&heading, buffer_string(&value));
    buffer_format(&heading, " (%s)", evidence_word(claims));
    enum status status = value.failed ? STATUS_MEMORY : buffer_status(&heading);
    if (status == STATUS_OK)
        status = claim_rows_write(&(struct claim_rows){network, claims, NETWORK_NONE, NULL},
                                  prose, buffer_string(&heading));
    buffer_clear(&heading);
    buffer_clear(&value);
    return status;
}

enum status statements_write(const struct prose *prose, const struct network *network,
                             uint32_t owner, bool of_relation)
{
    size_t first;
    const size_t count = network_statements(network, owner, of_relation, &first);
    for (size_t i = first; i < first + count; i++)
        if (network->statements.items[i].claim_count > 0)
            TRY(write_statement(prose, network, &network->statements.items[i]));
    return STATUS_OK;
}

static void add_statement(struct json *json, const struct network *network,
                          const struct network_statement *statement)
{
    struct buffer value = BUFFER_EMPTY;
    const struct network_claims claims = statement_claims(network, statement);
    statement_write_value(network, statement, &value);
    json_open(json, '{');
    member_add_text(json, "about", statement_noun(network, statement));
    member_take(json, "value", &value);
    member_add_text(json, "evidence", evidence_word(claims));
    claim_rows_add(&(struct claim_rows){network, claims, NETWORK_NONE, NULL}, json);
    json_close(json, '}');
}

void statements_add(struct json *json, const struct network *network, uint32_t owner,
                    bool of_relation)
{
    size_t first;
    const size_t count = network_statements(network, owner, of_relation, &first);
    if (statement_count_claims(network, owner, of_relation) == 0)
        return;
    json_key(json, "statements");
    json_open(json, '[');
    for (size_t i = first; i < first + count; i++)
        if (network->statements.items[i].claim_count > 0)
            add_statement(json, network, &network->statements.items[i]);
    json_close(json, ']');
}

/* --- of a source */

/* Calls TELL with each claim of SOURCE that is in a statement. */
typedef void tell_claim(void *context, const struct network *network,
                        const struct network_statement *statement,
                        const struct network_claim *claim);

static void find_claims(const struct network *network, uint32_t source, tell_claim *tell,
                        void *context)
{
    for (size_t i = 0; i < network->statements.count; i++) {
        const struct network_statement *statement = &network->statements.items[i];
        const struct network_claims claims = statement_claims(network, statement);
        for (size_t k = 0; k < claims.count; k++)
            if (claims.items[k].by == source)
                tell(context, network, statement, &claims.items[k]);
    }
}

/* Appends 'denies: alias of a: Bland'. */
static void tell_reader(void *context, const struct network *network,
                        const struct network_statement *statement,
                        const struct network_claim *claim)
{
    struct buffer *out = context;
    struct buffer value = BUFFER_EMPTY;
    statement_write_value(network, statement, &value);
    buffer_format(out, "%s%s: %s of %s: ", out->length > 0 ? "; " : "", english_stance(claim),
                  statement_noun(network, statement), statement_owner_id(network, statement));
    english_part(out, buffer_string(&value));
    out->failed |= value.failed;
    buffer_clear(&value);
}

void statements_write_of_source(const struct prose *prose, const struct network *network,
                                uint32_t source)
{
    struct buffer text = BUFFER_EMPTY;
    find_claims(network, source, tell_reader, &text);
    prose_take_field(prose, "details", &text);
}

static void tell_json(void *context, const struct network *network,
                      const struct network_statement *statement,
                      const struct network_claim *claim)
{
    struct json *json = context;
    struct buffer value = BUFFER_EMPTY;
    statement_write_value(network, statement, &value);
    json_open(json, '{');
    member_add_text(json, "of", statement_owner_id(network, statement));
    member_add_text(json, "about", statement_noun(network, statement));
    member_take(json, "value", &value);
    member_add_text(json, "stance", vocabulary_stances.words[claim->stance]);
    member_add_bool(json, "hedged", claim->hedged);
    json_close(json, '}');
}

void statements_add_of_source(struct json *json, const struct network *network, uint32_t source)
{
    if (network->statements.count == 0)
        return;
    json_key(json, "statements");
    json_open(json, '[');
    find_claims(network, source, tell_json, json);
    json_close(json, ']');
}
