/* SPDX-License-Identifier: MIT */
/* The attributes of a dataset's elements, vocabulary urn:entente:network:1. Each list of names is
   indexed by the enum of the same element and ends with NULL. */
#ifndef MODEL_ATTRIBUTES_H
#define MODEL_ATTRIBUTES_H

#define ATTRIBUTES_NAMESPACE "urn:entente:network:1"

enum root_attribute {
    ROOT_LANGUAGE,
    ROOT_AS_OF,
    ROOT_NO_WARN,
    ROOT_MARKING,  /* the default one of what is marked */
    ROOT_MARKINGS, /* the words for levels, see level.h */
    ROOT_ATTRIBUTES
};

/* Of title, description, alias, role, outcome, note and quote. A name also has a short form and a
 * number. */
enum text_attribute { TEXT_LANGUAGE, TEXT_MARKING, TEXT_ATTRIBUTES };
enum name_attribute {
    NAME_LANGUAGE,
    NAME_SHORT,
    NAME_PLURAL,
    NAME_ARTICLE,
    NAME_MARKING,
    NAME_ATTRIBUTES
};

enum source_attribute {
    SOURCE_ID,
    SOURCE_ACTOR,
    SOURCE_VIA,
    SOURCE_BASIS,
    SOURCE_ANONYMOUS,
    SOURCE_RELIABILITY,
    SOURCE_DATE,
    SOURCE_HREF,
    SOURCE_AUTHOR,
    SOURCE_WORK,
    SOURCE_PUBLISHER,
    SOURCE_LANGUAGE,
    SOURCE_ARCHIVED,
    SOURCE_ACCESSED,
    SOURCE_MARKING,
    SOURCE_PSEUDONYM,
    SOURCE_ATTRIBUTES
};

/* A form has a sign, a kind has not. */
enum word_attribute {
    WORD_WORD,
    WORD_OF,
    WORD_SIGN,
    WORD_ATTRIBUTES,
    KIND_ATTRIBUTES = WORD_SIGN
};

enum verb_attribute { VERB_SINGULAR, VERB_PLURAL, VERB_PAST, VERB_PAST_PLURAL, VERB_ATTRIBUTES };

enum actor_attribute {
    ACTOR_ID,
    ACTOR_PARENT,
    ACTOR_SUBKIND,
    ACTOR_HREF,
    ACTOR_MARKING,
    ACTOR_ATTRIBUTES
};

enum event_attribute {
    EVENT_ID,
    EVENT_WHEN,
    EVENT_PLACE,
    EVENT_PARTICIPANTS,
    EVENT_HREF,
    EVENT_MARKING,
    EVENT_ATTRIBUTES
};

enum relation_attribute {
    RELATION_ID,
    RELATION_FROM,
    RELATION_TO,
    RELATION_FORM,
    RELATION_EVENT,
    RELATION_PLACE,
    RELATION_WHEN,
    RELATION_MUTUAL,
    RELATION_WEIGHT,
    RELATION_SIGN,
    RELATION_TIER,
    RELATION_PHASE,
    RELATION_HREF,
    RELATION_MARKING,
    RELATION_SHARE, /* of ownership only */
    RELATION_ATTRIBUTES
};

enum claim_attribute {
    CLAIM_BY,
    CLAIM_STANCE,
    CLAIM_HEDGED,
    CLAIM_CREDIBILITY,
    CLAIM_DATE,
    CLAIM_AT,
    CLAIM_HREF,
    CLAIM_ARCHIVED,
    CLAIM_CONFIDENCE,
    CLAIM_MARKING,
    CLAIM_ATTRIBUTES
};

enum amount_attribute {
    AMOUNT_VALUE,
    AMOUNT_UNIT,
    AMOUNT_WHEN,
    AMOUNT_MARKING,
    AMOUNT_ATTRIBUTES
};
enum identifier_attribute {
    IDENTIFIER_SCHEME,
    IDENTIFIER_VALUE,
    IDENTIFIER_MARKING,
    IDENTIFIER_ATTRIBUTES
};
/* Of an element called attribute. */
enum property_attribute { PROPERTY_NAME, PROPERTY_VALUE, PROPERTY_MARKING, PROPERTY_ATTRIBUTES };
enum period_attribute { PERIOD_WHEN, PERIOD_WEIGHT, PERIOD_MARKING, PERIOD_ATTRIBUTES };
/* Of a parent or a participant. */
enum link_attribute { LINK_REF, LINK_MARKING, LINK_ATTRIBUTES };

extern const char *const root_attributes[ROOT_ATTRIBUTES + 1];
extern const char *const text_attributes[TEXT_ATTRIBUTES + 1];
extern const char *const name_attributes[NAME_ATTRIBUTES + 1];
extern const char *const source_attributes[SOURCE_ATTRIBUTES + 1];
extern const char *const form_attributes[WORD_ATTRIBUTES + 1];
extern const char *const kind_attributes[KIND_ATTRIBUTES + 1];
extern const char *const verb_attributes[VERB_ATTRIBUTES + 1];
extern const char *const actor_attributes[ACTOR_ATTRIBUTES + 1];
extern const char *const event_attributes[EVENT_ATTRIBUTES + 1];
extern const char *const relation_attributes[RELATION_ATTRIBUTES + 1];
extern const char *const ownership_attributes[RELATION_ATTRIBUTES + 1];
extern const char *const claim_attributes[CLAIM_ATTRIBUTES + 1];
extern const char *const amount_attributes[AMOUNT_ATTRIBUTES + 1];
extern const char *const identifier_attributes[IDENTIFIER_ATTRIBUTES + 1];
extern const char *const property_attributes[PROPERTY_ATTRIBUTES + 1];
extern const char *const period_attributes[PERIOD_ATTRIBUTES + 1];
extern const char *const link_attributes[LINK_ATTRIBUTES + 1];

#endif
