/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/ftm/ftm_schema.h"

#include <stddef.h>
#include <string.h>

static const struct ftm_actor_schema actors[] = {
    {"Person", KIND_INDIVIDUAL, NULL, false},
    {"Company", KIND_ORGANISATION, "company", false},
    {"Organization", KIND_ORGANISATION, NULL, false},
    {"PublicBody", KIND_ORGANISATION, NULL, false},
    {"LegalEntity", KIND_ORGANISATION, NULL, false},
    {"Country", KIND_STATE, NULL, false},
    {"Asset", KIND_ORGANISATION, NULL, true},
    {"Vessel", KIND_ORGANISATION, NULL, true},
    {"Airplane", KIND_ORGANISATION, NULL, true},
    {"Vehicle", KIND_ORGANISATION, NULL, true},
    {"RealEstate", KIND_ORGANISATION, NULL, true},
    {"Security", KIND_ORGANISATION, NULL, true},
    {"BankAccount", KIND_ORGANISATION, NULL, true},
    {"CryptoWallet", KIND_ORGANISATION, NULL, true},
    {"License", KIND_ORGANISATION, NULL, true},
    {"Position", KIND_ORGANISATION, NULL, true},
    {"Project", KIND_ORGANISATION, NULL, true},
    {"Contract", KIND_ORGANISATION, NULL, true},
    {"CourtCase", KIND_ORGANISATION, NULL, true},
    {"Event", KIND_EVENT, NULL, true},
};

static const struct ftm_tie_schema ties[] = {
    {"Ownership", "owner", "asset", TYPE_OWNERSHIP, "role", NULL, false},
    {"Directorship", "director", "organization", TYPE_LEADERSHIP, "role", "director", false},
    {"Membership", "member", "organization", TYPE_MEMBERSHIP, "role", "member", false},
    {"Employment", "employee", "employer", TYPE_MEMBERSHIP, "role", "employee", false},
    {"Occupancy", "holder", "post", TYPE_MEMBERSHIP, "role", "holder", false},
    {"ProjectParticipant", "participant", "project", TYPE_MEMBERSHIP, "role", "participant",
     false},
    {"Representation", "agent", "client", TYPE_REPRESENTATION, "role", "agent", false},
    {"Family", "relative", "person", TYPE_KINSHIP, "relationship", "relative", false},
    {"Associate", "person", "associate", TYPE_CONTACT, "relationship", "associate", true},
    {"Debt", "creditor", "debtor", TYPE_SUPPORT, NULL, "finance", false},
    {"Payment", "payer", "beneficiary", TYPE_CONTACT, NULL, "payment", false},
    {"ContractAward", "supplier", "contract", TYPE_CONTACT, "role", "supplier", false},
    {"CourtCaseParty", "party", "case", TYPE_CONTACT, "role", "party", false},
    {"Succession", "successor", "predecessor", TYPE_CONTACT, NULL, "successor", false},
    {"Call", "caller", "receiver", TYPE_CONTACT, NULL, "phone call", false},
    {"UnknownLink", "subject", "object", TYPE_CONTACT, "role", NULL, true},
    {"Sanction", "authority", "entity", TYPE_HOSTILITY, NULL, "sanctions", false},
};

const struct ftm_actor_schema *ftm_actor_schema(const char *name)
{
    for (size_t i = 0; i < sizeof actors / sizeof *actors; i++)
        if (strcmp(actors[i].name, name) == 0)
            return &actors[i];
    return NULL;
}

const struct ftm_tie_schema *ftm_tie_schema(const char *name)
{
    for (size_t i = 0; i < sizeof ties / sizeof *ties; i++)
        if (strcmp(ties[i].name, name) == 0)
            return &ties[i];
    return NULL;
}

const struct ftm_tie_schema *ftm_tie_schema_for(enum relation_type type)
{
    switch (type) {
    case TYPE_OWNERSHIP: return ftm_tie_schema("Ownership");
    case TYPE_LEADERSHIP: return ftm_tie_schema("Directorship");
    case TYPE_MEMBERSHIP: return ftm_tie_schema("Membership");
    case TYPE_REPRESENTATION: return ftm_tie_schema("Representation");
    case TYPE_KINSHIP: return ftm_tie_schema("Family");
    default: return ftm_tie_schema("UnknownLink");
    }
}

static const struct {
    const char *property, *scheme;
} identifiers[] = {
    {"wikidataId", "wikidata"},
    {"leiCode", "lei"},
    {"registrationNumber", "registration"},
    {"taxNumber", "tax"},
    {"vatCode", "vat"},
    {"idNumber", "id-number"},
    {"passportNumber", "passport"},
    {"innCode", "inn"},
    {"ogrnCode", "ogrn"},
    {"okpoCode", "okpo"},
    {"kppCode", "kpp"},
    {"swiftBic", "swift-bic"},
    {"dunsCode", "duns"},
    {"uniqueEntityId", "uei"},
    {"npiCode", "npi"},
    {"permId", "permid"},
    {"ricCode", "ric"},
    {"imoNumber", "imo"},
    {"mmsi", "mmsi"},
    {"callSign", "call-sign"},
    {"isin", "isin"},
    {"isinCode", "isin"},
    {"icijId", "icij"},
    {"bvdId", "bvd"},
    {"voenCode", "voen"},
    {"coatoCode", "coato"},
    {"cageCode", "cage"},
    {"sayariId", "sayari"},
    {"brightQueryId", "bright-query"},
    {"unscId", "unsc"},
    {"uscCode", "usc"},
    {"publicKey", "public-key"},
    {"accountNumber", "account"},
    {"iban", "iban"},
    {"opencorporatesUrl", "opencorporates"},
};

const char *ftm_identifier_scheme(const char *property)
{
    for (size_t i = 0; i < sizeof identifiers / sizeof *identifiers; i++)
        if (strcmp(identifiers[i].property, property) == 0)
            return identifiers[i].scheme;
    return NULL;
}

const char *ftm_identifier_property(const char *scheme)
{
    for (size_t i = 0; i < sizeof identifiers / sizeof *identifiers; i++)
        if (strcmp(identifiers[i].scheme, scheme) == 0)
            return identifiers[i].property;
    return NULL;
}

bool ftm_names_target(const char *form)
{
    static const char *const forms[] = {"child",      "son",      "daughter",
                                        "grandchild", "grandson", "granddaughter"};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (strcmp(forms[i], form) == 0)
            return true;
    return false;
}
