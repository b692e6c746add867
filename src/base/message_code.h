/* SPDX-License-Identifier: MIT */
/* The codes of messages: one row for each kind of problem. The word is stable from one version to
   the next, so that programs may rely on it; texts are not. */
#ifndef BASE_MESSAGE_CODE_H
#define BASE_MESSAGE_CODE_H

/* ROW(name, word, meaning) */
#define MESSAGE_CODE_ROWS(ROW)                                                                   \
    /* Files of any format */                                                                    \
    ROW(IO, "io", "a file cannot be opened, read, written or replaced")                          \
    ROW(LIMIT, "limit", "the input exceeds a limit; the setting names it")                       \
    ROW(EMPTY_FILE, "empty-file", "the file has no bytes")                                       \
    ROW(ENCODING, "encoding", "the file is not UTF-8")                                           \
    ROW(NOT_WELL_FORMED, "not-well-formed", "the file is not well-formed XML")                   \
    ROW(DOCTYPE, "doctype", "the file has a document type declaration")                          \
    /* Grammar of an XML format */                                                               \
    ROW(WRONG_ROOT, "wrong-root", "the root element is that of another format")                  \
    ROW(WRONG_NAMESPACE, "wrong-namespace", "an element is not in the format's namespace")       \
    ROW(UNKNOWN_ELEMENT, "unknown-element", "an element is not allowed in its parent")           \
    ROW(ELEMENT_ORDER, "element-order", "an element is in the wrong position")                   \
    ROW(DUPLICATE_ELEMENT, "duplicate-element", "an element occurs twice where one is allowed")  \
    ROW(UNKNOWN_ATTRIBUTE, "unknown-attribute", "an element has no such attribute")              \
    ROW(MISSING_ATTRIBUTE, "missing-attribute", "a required attribute is missing")               \
    ROW(UNEXPECTED_TEXT, "unexpected-text", "text in an element that holds none")                \
    ROW(TEXT_DIRECTION, "text-direction", "a bidirectional control was removed from a text")     \
    ROW(SCHEMA, "schema", "the file does not match the schema")                                  \
    /* Values of attributes and settings */                                                      \
    ROW(EMPTY_VALUE, "empty-value", "a value that must not be empty is")                         \
    ROW(INVALID_VALUE, "invalid-value", "a value is malformed or out of range")                  \
    ROW(INVALID_DATE, "invalid-date", "a date is malformed or cannot be used here")              \
    ROW(INVALID_ADDRESS, "invalid-address", "an address is not one that can be linked")          \
    ROW(INVALID_LANGUAGE, "invalid-language", "a language tag is malformed")                     \
    ROW(UNKNOWN_WORD, "unknown-word", "a word is not in the vocabulary")                         \
    ROW(UNKNOWN_ID, "unknown-id", "nothing has this id")                                         \
    ROW(WRONG_KIND, "wrong-kind", "the id is that of something of another kind")                 \
    ROW(MISSING_SETTING, "missing-setting", "a setting has no effect without another one")       \
    ROW(UNKNOWN_SETTING, "unknown-setting", "there is no setting of this name")                  \
    ROW(INVALID_CONDITION, "invalid-condition", "a condition is not a valid XPath expression")   \
    ROW(CONDITION_FAILED, "condition-failed", "a condition cannot be evaluated")                 \
    ROW(UNPREFIXED_NAME, "unprefixed-name", "a condition names an element without the prefix")   \
    /* Sense of a dataset */                                                                     \
    ROW(INVALID_ID, "invalid-id", "an id has characters that it must not have")                  \
    ROW(DUPLICATE_ID, "duplicate-id", "an id is used twice")                                     \
    ROW(CONFUSABLE_ID, "confusable-id", "an id looks like another id")                           \
    ROW(UNKNOWN_REFERENCE, "unknown-reference", "a reference leads to nothing")                  \
    ROW(UNKNOWN_FORM, "unknown-form", "a form is not among those of its relation type")          \
    ROW(LOOP, "loop", "parents or sources depend on each other in a circle")                     \
    ROW(WRONG_ENDS, "wrong-ends", "a relation has too few or too many ends, or one twice")       \
    ROW(NO_ACTORS, "no-actors", "a dataset without actors")                                      \
    /* Figures */                                                                                \
    ROW(NOTHING_TO_DRAW, "nothing-to-draw", "the selection is empty")                            \
    ROW(LAYOUT_FAILED, "layout-failed", "a layout engine returned no usable layout")             \
    ROW(PAGE_TOO_SMALL, "page-too-small", "the figure is larger than its page")                  \
    ROW(COLLISIONS, "collisions", "parts of the figure overlap")                                 \
    ROW(UNSAFE_FIGURE, "unsafe-figure", "the figure failed the safety check")                    \
    ROW(UNKNOWN_FORMAT, "unknown-format", "a file name ends in no known format")                 \
    ROW(NO_VIEWS, "no-views", "no views file was found")                                         \
    /* Child processes */                                                                        \
    ROW(CHILD_FAILED, "child-failed", "a child process crashed or failed")                       \
    ROW(PROGRAM_MISSING, "program-missing", "an external program cannot be run")                 \
    ROW(TIMEOUT, "timeout", "a child process took too long")                                     \
    ROW(SEARCH_TIMEOUT, "search-timeout", "the search for a layout took too long")               \
    /* The command line, and the run as a whole */                                               \
    ROW(USAGE, "usage", "the command line is wrong")                                             \
    ROW(BINARY_TERMINAL, "binary-terminal", "binary output would go to a terminal")              \
    ROW(HINT, "hint", "a suggestion that follows an error")                                      \
    ROW(NOTHING_SELECTED, "nothing-selected", "why a selection is empty")                        \
    ROW(NOT_SHOWN, "not-shown", "how many messages were not shown")                              \
    ROW(OUT_OF_MEMORY, "out-of-memory", "memory is exhausted")

enum message_code {
#define MESSAGE_CODE_NAME(name, word, meaning) MESSAGE_##name,
    MESSAGE_CODE_ROWS(MESSAGE_CODE_NAME)
#undef MESSAGE_CODE_NAME
        MESSAGE_CODES
};

/* The word and the meaning of CODE, which is less than MESSAGE_CODES. */
const char *message_code_word(enum message_code code);
const char *message_code_meaning(enum message_code code);

#endif
