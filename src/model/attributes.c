/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "model/attributes.h"

#include <stddef.h>

const char *const root_attributes[ROOT_ATTRIBUTES + 1] = {
    [ROOT_LANGUAGE] = "xml:lang", [ROOT_AS_OF] = "as-of",       [ROOT_NO_WARN] = "no-warn",
    [ROOT_MARKING] = "marking",   [ROOT_MARKINGS] = "markings",
};

const char *const text_attributes[TEXT_ATTRIBUTES + 1] = {
    [TEXT_LANGUAGE] = "xml:lang",
    [TEXT_MARKING] = "marking",
};

const char *const name_attributes[NAME_ATTRIBUTES + 1] = {
    [NAME_LANGUAGE] = "xml:lang", [NAME_SHORT] = "short",     [NAME_PLURAL] = "plural",
    [NAME_ARTICLE] = "article",   [NAME_MARKING] = "marking",
};

const char *const source_attributes[SOURCE_ATTRIBUTES + 1] = {
    [SOURCE_ID] = "id",
    [SOURCE_ACTOR] = "actor",
    [SOURCE_VIA] = "via",
    [SOURCE_BASIS] = "basis",
    [SOURCE_ANONYMOUS] = "anonymous",
    [SOURCE_RELIABILITY] = "reliability",
    [SOURCE_DATE] = "date",
    [SOURCE_HREF] = "href",
    [SOURCE_AUTHOR] = "author",
    [SOURCE_WORK] = "work",
    [SOURCE_PUBLISHER] = "publisher",
    [SOURCE_LANGUAGE] = "language",
    [SOURCE_ARCHIVED] = "archived",
    [SOURCE_ACCESSED] = "accessed",
    [SOURCE_MARKING] = "marking",
    [SOURCE_PSEUDONYM] = "pseudonym",
};

const char *const form_attributes[WORD_ATTRIBUTES + 1] = {
    [WORD_WORD] = "word",
    [WORD_OF] = "of",
    [WORD_SIGN] = "sign",
};

const char *const kind_attributes[KIND_ATTRIBUTES + 1] = {
    [WORD_WORD] = "word",
    [WORD_OF] = "of",
};

const char *const verb_attributes[VERB_ATTRIBUTES + 1] = {
    [VERB_SINGULAR] = "singular",
    [VERB_PLURAL] = "plural",
    [VERB_PAST] = "past",
    [VERB_PAST_PLURAL] = "past-plural",
};

const char *const actor_attributes[ACTOR_ATTRIBUTES + 1] = {
    [ACTOR_ID] = "id",     [ACTOR_PARENT] = "parent",   [ACTOR_SUBKIND] = "kind",
    [ACTOR_HREF] = "href", [ACTOR_MARKING] = "marking",
};

const char *const event_attributes[EVENT_ATTRIBUTES + 1] = {
    [EVENT_ID] = "id",       [EVENT_WHEN] = "when",
    [EVENT_PLACE] = "place", [EVENT_PARTICIPANTS] = "participants",
    [EVENT_HREF] = "href",   [EVENT_MARKING] = "marking",
};

const char *const relation_attributes[RELATION_ATTRIBUTES + 1] = {
    [RELATION_ID] = "id",     [RELATION_FROM] = "from",       [RELATION_TO] = "to",
    [RELATION_FORM] = "form", [RELATION_EVENT] = "event",     [RELATION_PLACE] = "place",
    [RELATION_WHEN] = "when", [RELATION_MUTUAL] = "mutual",   [RELATION_WEIGHT] = "weight",
    [RELATION_SIGN] = "sign", [RELATION_TIER] = "tier",       [RELATION_PHASE] = "phase",
    [RELATION_HREF] = "href", [RELATION_MARKING] = "marking",
};

const char *const ownership_attributes[RELATION_ATTRIBUTES + 1] = {
    [RELATION_ID] = "id",     [RELATION_FROM] = "from",       [RELATION_TO] = "to",
    [RELATION_FORM] = "form", [RELATION_EVENT] = "event",     [RELATION_PLACE] = "place",
    [RELATION_WHEN] = "when", [RELATION_MUTUAL] = "mutual",   [RELATION_WEIGHT] = "weight",
    [RELATION_SIGN] = "sign", [RELATION_TIER] = "tier",       [RELATION_PHASE] = "phase",
    [RELATION_HREF] = "href", [RELATION_MARKING] = "marking", [RELATION_SHARE] = "share",
};

const char *const claim_attributes[CLAIM_ATTRIBUTES + 1] = {
    [CLAIM_BY] = "by",
    [CLAIM_STANCE] = "stance",
    [CLAIM_HEDGED] = "hedged",
    [CLAIM_CREDIBILITY] = "credibility",
    [CLAIM_DATE] = "date",
    [CLAIM_AT] = "at",
    [CLAIM_HREF] = "href",
    [CLAIM_ARCHIVED] = "archived",
    [CLAIM_CONFIDENCE] = "confidence",
    [CLAIM_MARKING] = "marking",
};

const char *const amount_attributes[AMOUNT_ATTRIBUTES + 1] = {
    [AMOUNT_VALUE] = "value",
    [AMOUNT_UNIT] = "unit",
    [AMOUNT_WHEN] = "when",
    [AMOUNT_MARKING] = "marking",
};

const char *const identifier_attributes[IDENTIFIER_ATTRIBUTES + 1] = {
    [IDENTIFIER_SCHEME] = "scheme",
    [IDENTIFIER_VALUE] = "value",
    [IDENTIFIER_MARKING] = "marking",
};

const char *const property_attributes[PROPERTY_ATTRIBUTES + 1] = {
    [PROPERTY_NAME] = "name",
    [PROPERTY_VALUE] = "value",
    [PROPERTY_MARKING] = "marking",
};

const char *const period_attributes[PERIOD_ATTRIBUTES + 1] = {
    [PERIOD_WHEN] = "when",
    [PERIOD_WEIGHT] = "weight",
    [PERIOD_MARKING] = "marking",
};

const char *const link_attributes[LINK_ATTRIBUTES + 1] = {
    [LINK_REF] = "ref",
    [LINK_MARKING] = "marking",
};
