/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/merge/merge.h"

#include "format/entente/grammar.h"
#include "format/merge/attributes.h"
#include "format/merge/clash.h"
#include "format/merge/placing.h"
#include "format/merge/rendering.h"

struct merging {
    struct merge *merge;
    struct arena arena; /* merged values */
    struct normal normal;
    unsigned marker;
    const char *line_end;
};

/* The versions of an element or a comment, and the white space before it. */
struct triple {
    struct normal_node nodes[SIDES];
    struct manuscript_span lead;
};

static bool is_there(struct normal_node node)
{
    return node.index != SIBLINGS_NONE;
}

static enum status same(struct merging *merging, struct normal_node one, struct normal_node other,
                        bool *same)
{
    if (!is_there(one) || !is_there(other)) {
        *same = is_there(one) == is_there(other);
        return STATUS_OK;
    }
    return normal_compare(&merging->normal, one, other, same);
}

static struct manuscript_span none(void)
{
    return (struct manuscript_span){NULL, 0};
}

/* --- conflicts of whole nodes */

static void write_both(struct rendering *out, const struct triple *triple)
{
    const struct normal_node *nodes = triple->nodes;
    rendering_conflict(out, triple->lead,
                       is_there(nodes[SIDE_OURS]) ? normal_span(nodes[SIDE_OURS]) : none(),
                       is_there(nodes[SIDE_THEIRS]) ? normal_span(nodes[SIDE_THEIRS]) : none());
}

/* The words of both sides differ, and so does the base. */
static enum status write_text_conflict(struct merging *merging, struct rendering *out,
                                       const struct triple *triple)
{
    static const char text[] = "the text";
    struct conflicts *conflicts = &merging->merge->conflicts;
    struct buffer ours = BUFFER_EMPTY, theirs = BUFFER_EMPTY;
    normal_words(triple->nodes[SIDE_OURS], true, &ours);
    normal_words(triple->nodes[SIDE_THEIRS], true, &theirs);
    enum status status =
        conflicts_add_values(conflicts, conflicts->count, triple->nodes[SIDE_OURS],
                             (struct manuscript_span){text, strlen(text)},
                             (struct manuscript_span){buffer_string(&ours), ours.length},
                             (struct manuscript_span){buffer_string(&theirs), theirs.length});
    if (status == STATUS_OK && (ours.failed || theirs.failed))
        status = STATUS_MEMORY;
    buffer_clear(&ours);
    buffer_clear(&theirs);
    write_both(out, triple);
    return status;
}

/* Both sides changed what an element is, such as the type of a relation. */
static enum status write_name_conflict(struct merging *merging, struct rendering *out,
                                       const struct triple *triple)
{
    static const char element[] = "the element";
    struct conflicts *conflicts = &merging->merge->conflicts;
    const struct normal_node ours = triple->nodes[SIDE_OURS], theirs = triple->nodes[SIDE_THEIRS];
    TRY(conflicts_add_values(conflicts, conflicts->count, ours,
                             (struct manuscript_span){element, strlen(element)},
                             manuscript_name(ours.manuscript, normal_at(ours)),
                             manuscript_name(theirs.manuscript, normal_at(theirs))));
    write_both(out, triple);
    return STATUS_OK;
}

static enum status write_change(struct merging *merging, struct rendering *out,
                                const struct triple *triple)
{
    TRY(conflicts_add_change(&merging->merge->conflicts, triple->nodes[SIDE_OURS]));
    write_both(out, triple);
    return STATUS_OK;
}

/* SIDE has deleted what TRIPLE is; the other has it still. */
static enum status merge_deletion(struct merging *merging, struct rendering *out,
                                  const struct triple *triple, enum siblings_side side)
{
    const struct normal_node base = triple->nodes[SIDE_BASE],
                             left = triple->nodes[side == SIDE_OURS ? SIDE_THEIRS : SIDE_OURS];
    bool unchanged;
    TRY(same(merging, base, left, &unchanged));
    if (unchanged)
        return STATUS_OK;
    TRY(conflicts_add_deletion(&merging->merge->conflicts, left, side));
    write_both(out, triple);
    return STATUS_OK;
}

/* --- contents */

static enum status merge_node(struct merging *merging, struct rendering *out,
                              const struct triple *triple);

/* The version of sibling INDEX of SIDE on another side. */
static struct normal_node node_of(const struct siblings *siblings, uint32_t index)
{
    return (struct normal_node){siblings->manuscript, index != SIBLINGS_NONE
                                                          ? siblings->items[index].node
                                                          : SIBLINGS_NONE};
}

/* The versions of the sibling INDEX of SIDE. */
static struct triple triple_of(const struct placing *placing, enum siblings_side side,
                               uint32_t index)
{
    const struct siblings *siblings = placing->siblings;
    uint32_t partners[SIDES];
    placing_partners(placing, side, index, partners);
    struct triple triple;
    for (int each = 0; each < SIDES; each++)
        triple.nodes[each] = node_of(&siblings[each], partners[each]);
    triple.lead = placing_lead(placing, partners);
    return triple;
}

/* Writes what became of the sibling INDEX of SIDE. */
static enum status merge_sibling(struct merging *merging, struct rendering *out,
                                 const struct placing *placing, enum siblings_side side,
                                 uint32_t index)
{
    const struct triple triple = triple_of(placing, side, index);
    const enum siblings_side other = side == SIDE_OURS ? SIDE_THEIRS : SIDE_OURS;
    const struct normal_node node = triple.nodes[side];
    const bool piece = placing_is_piece(placing, normal_at(node));
    if (is_there(triple.nodes[other]) && !piece)
        return merge_node(merging, out, &triple);
    if (is_there(triple.nodes[SIDE_BASE]) && !piece)
        return merge_deletion(merging, out, &triple, other);
    rendering_add(out, triple.lead);
    rendering_add(out, normal_span(node));
    return STATUS_OK;
}

static enum status write_placed(struct merging *merging, struct rendering *out,
                                const struct placing *placing)
{
    for (size_t i = 0; i < placing->count; i++)
        TRY(merge_sibling(merging, out, placing, placing->items[i].side,
                          placing->items[i].index));
    return STATUS_OK;
}

/* Writes the merged contents of TRIPLE, an element or the document; LEADER is the side of its
   text, or SIDES. */
static enum status merge_contents(struct merging *merging, struct rendering *out,
                                  const struct triple *triple, bool text,
                                  enum siblings_side leader)
{
    struct siblings siblings[SIDES];
    struct placing placing = {.items = NULL};
    enum status status = siblings_match(siblings, triple->nodes, text);
    if (status == STATUS_OK)
        status = placing_make(&placing, siblings, triple->nodes, text, leader);
    if (status == STATUS_OK)
        status = write_placed(merging, out, &placing);
    if (status == STATUS_OK)
        rendering_add(out, placing_tail(&placing));
    placing_clear(&placing);
    siblings_clear(siblings);
    return status;
}

/* --- elements */

static bool has_text(const struct triple *triple)
{
    for (int side = 0; side < SIDES; side++)
        if (is_there(triple->nodes[side]) &&
            manuscript_has_text(triple->nodes[side].manuscript, normal_at(triple->nodes[side])))
            return true;
    return false;
}

static bool is_preserved(const struct triple *triple)
{
    for (int side = 0; side < SIDES; side++)
        if (is_there(triple->nodes[side]) &&
            manuscript_is_preserved(triple->nodes[side].manuscript,
                                    normal_at(triple->nodes[side])))
            return true;
    return false;
}

/* Sets *LEADER to the side whose text is taken; to SIDES if both texts differ from the base and
   from each other. */
static enum status choose_text(const struct triple *triple, enum siblings_side *leader)
{
    struct buffer words[SIDES] = {BUFFER_EMPTY, BUFFER_EMPTY, BUFFER_EMPTY};
    bool failed = false;
    for (int side = 0; side < SIDES; side++) {
        if (is_there(triple->nodes[side]))
            normal_words(triple->nodes[side], true, &words[side]);
        failed = failed || words[side].failed;
    }
    const char *base = buffer_string(&words[SIDE_BASE]), *ours = buffer_string(&words[SIDE_OURS]),
               *theirs = buffer_string(&words[SIDE_THEIRS]);
    *leader = strcmp(ours, theirs) == 0 || strcmp(base, theirs) == 0 ? SIDE_OURS
              : strcmp(base, ours) == 0                              ? SIDE_THEIRS
                                                                     : SIDES;
    for (int side = 0; side < SIDES; side++)
        buffer_clear(&words[side]);
    return failed ? STATUS_MEMORY : STATUS_OK;
}

/* The side whose name an element gets; SIDES if both changed it. */
static enum siblings_side choose_name(const struct triple *triple)
{
    struct manuscript_span names[SIDES] = {{NULL, 0}, {NULL, 0}, {NULL, 0}};
    for (int side = 0; side < SIDES; side++)
        if (is_there(triple->nodes[side]))
            names[side] =
                manuscript_name(triple->nodes[side].manuscript, normal_at(triple->nodes[side]));
    if (manuscript_same(names[SIDE_OURS], names[SIDE_THEIRS]))
        return SIDE_OURS;
    if (names[SIDE_BASE].text == NULL)
        return SIDES;
    if (manuscript_same(names[SIDE_BASE], names[SIDE_THEIRS]))
        return SIDE_OURS;
    return manuscript_same(names[SIDE_BASE], names[SIDE_OURS]) ? SIDE_THEIRS : SIDES;
}

/* An element whose parts have been merged. */
struct parts {
    const struct triple *triple;
    struct attributes attributes;
    struct rendering contents;
    enum siblings_side name;
    bool closed;   /* it has an end tag */
    bool elements; /* and contents in lines, so that the start tag can be in conflict alone */
};

/* The start tag of SIDE as it stands. */
static struct manuscript_span tag_of(const struct triple *triple, enum siblings_side side)
{
    const struct manuscript_node *node = normal_at(triple->nodes[side]);
    return manuscript_bytes(triple->nodes[side].manuscript, node->begin, node->inside);
}

static bool is_closed(const struct triple *triple, enum siblings_side side)
{
    const struct manuscript_node *node = normal_at(triple->nodes[side]);
    return node->close < node->end;
}

/* Writes the start tag of SIDE with the merged attributes: as it stands if they are all its own.
 */
static void write_tag(const struct parts *parts, struct start_tag *tag, struct buffer *out)
{
    const struct attributes *attributes = &parts->attributes;
    struct line line = {.out = out};
    const enum siblings_side sides[] = {SIDE_OURS, SIDE_THEIRS};
    const bool own[] = {
        attributes->as_ours && (!attributes->conflict || tag == &attributes->ours),
        attributes->as_theirs && (!attributes->conflict || tag == &attributes->theirs)};
    for (int i = 0; i < 2; i++)
        if (own[i] && is_closed(parts->triple, sides[i]) == parts->closed &&
            choose_name(parts->triple) != (sides[i] == SIDE_OURS ? SIDE_THEIRS : SIDE_OURS)) {
            const struct manuscript_span span = tag_of(parts->triple, sides[i]);
            buffer_add(out, span.text, span.length);
            return;
        }
    tag->empty = !parts->closed;
    line.column = rendering_indent(parts->triple->lead);
    start_tag_write(tag, &line, line.column);
}

static void write_end(const struct parts *parts, struct rendering *out)
{
    const struct normal_node node = parts->triple->nodes[parts->name];
    const uint32_t begin = normal_at(node)->begin + 1;
    if (!parts->closed)
        return;
    rendering_text(out, "</");
    rendering_add(out,
                  manuscript_bytes(node.manuscript, begin, begin + normal_at(node)->name_length));
    rendering_text(out, ">");
}

static struct manuscript_span contents_of(const struct parts *parts)
{
    return (struct manuscript_span){buffer_string(&parts->contents.out),
                                    parts->contents.out.length};
}

/* Writes the whole element of one side, in conflict, to OUT. */
static void write_version(const struct parts *parts, struct start_tag *tag, struct rendering *out)
{
    write_tag(parts, tag, &out->out);
    rendering_add(out, contents_of(parts));
    write_end(parts, out);
}

/* Writes the conflict of both start tags, and after it the contents; or of whole elements, if
   that is shorter to read. */
static enum status write_tag_conflict(struct parts *parts, struct rendering *out)
{
    struct rendering ours = rendering_like(out), theirs = rendering_like(out);
    if (parts->elements) {
        write_tag(parts, &parts->attributes.ours, &ours.out);
        write_tag(parts, &parts->attributes.theirs, &theirs.out);
    } else {
        write_version(parts, &parts->attributes.ours, &ours);
        write_version(parts, &parts->attributes.theirs, &theirs);
    }
    rendering_conflict(out, parts->triple->lead,
                       (struct manuscript_span){buffer_string(&ours.out), ours.out.length},
                       (struct manuscript_span){buffer_string(&theirs.out), theirs.out.length});
    if (parts->elements) {
        rendering_continue(out, &parts->contents);
        write_end(parts, out);
    }
    const bool failed = ours.out.failed || theirs.out.failed;
    buffer_clear(&ours.out);
    buffer_clear(&theirs.out);
    return failed ? STATUS_MEMORY : STATUS_OK;
}

static enum status write_parts(struct parts *parts, struct rendering *out)
{
    if (parts->attributes.conflict)
        return write_tag_conflict(parts, out);
    rendering_add(out, parts->triple->lead);
    rendering_flush(out);
    write_tag(parts, &parts->attributes.ours, &out->out);
    rendering_continue(out, &parts->contents);
    write_end(parts, out);
    return STATUS_OK;
}

/* Sets *BOTH to whether both sides changed an element that neither left as it stood in bytes. */
static enum status find_changes(struct merging *merging, const struct triple *triple, bool *both)
{
    bool ours = false, theirs = false;
    if (normal_at(triple->nodes[SIDE_OURS])->rule == RULE_NETWORK) {
        TRY(same(merging, triple->nodes[SIDE_BASE], triple->nodes[SIDE_OURS], &ours));
        TRY(same(merging, triple->nodes[SIDE_BASE], triple->nodes[SIDE_THEIRS], &theirs));
    }
    *both = !ours && !theirs;
    return STATUS_OK;
}

static enum status merge_parts(struct merging *merging, struct parts *parts, bool text,
                               enum siblings_side leader)
{
    const struct triple *triple = parts->triple;
    struct conflicts *conflicts = &merging->merge->conflicts;
    const size_t at = conflicts->count;
    TRY(merge_contents(merging, &parts->contents, triple, text, leader));
    const bool nested = conflicts->count > at;
    TRY(buffer_status(&parts->contents.out));
    parts->closed = parts->contents.out.length > 0 || is_closed(triple, parts->name);
    parts->elements = nested || (!text && memchr(buffer_string(&parts->contents.out), '<',
                                                 parts->contents.out.length) != NULL);
    bool both;
    TRY(find_changes(merging, triple, &both));
    return attributes_merge(&parts->attributes, triple->nodes, triple->nodes[parts->name], both,
                            &merging->arena, conflicts, at);
}

/* What is large is not compared as a whole: its parts will be. */
static bool is_large(const struct triple *triple)
{
    const struct manuscript_node *node = normal_at(triple->nodes[SIDE_OURS]);
    const int rule = node->rule;
    return node->kind == MANUSCRIPT_DOCUMENT || rule == RULE_NETWORK ||
           (rule >= RULE_VOCABULARY && rule <= RULE_RELATIONS);
}

/* Sets *CLASH as clash.h says; what is large is merged part by part. */
static enum status find_clash(struct merging *merging, const struct triple *triple, bool *clash)
{
    *clash = false;
    if (is_large(triple))
        return STATUS_OK;
    if (!is_there(triple->nodes[SIDE_BASE]))
        return clash_find_added(&merging->normal, triple->nodes, clash);
    return clash_find(&merging->normal, triple->nodes, clash);
}

/* Merges an element that both sides changed. */
static enum status merge_element(struct merging *merging, struct rendering *out,
                                 const struct triple *triple)
{
    const bool text = has_text(triple);
    enum siblings_side leader = SIDES;
    struct parts parts = {
        .triple = triple, .contents = rendering_like(out), .name = choose_name(triple)};
    if (parts.name == SIDES)
        return write_name_conflict(merging, out, triple);
    bool clash;
    TRY(find_clash(merging, triple, &clash));
    if (clash || is_preserved(triple))
        return write_change(merging, out, triple);
    if (text) {
        TRY(choose_text(triple, &leader));
        if (leader == SIDES)
            return write_text_conflict(merging, out, triple);
    }
    enum status status = merge_parts(merging, &parts, text, leader);
    if (status == STATUS_OK)
        status = write_parts(&parts, out);
    attributes_clear(&parts.attributes);
    buffer_clear(&parts.contents.out);
    return status;
}

/* Sets *SIDE to the one whose version is the merged one; to SIDES if neither is. Where both mean
   the same, that is the one that is not laid out as the base. */
static enum status choose_version(struct merging *merging, const struct triple *triple,
                                  enum siblings_side *side)
{
    const struct normal_node *nodes = triple->nodes;
    const bool base = is_there(nodes[SIDE_BASE]);
    bool alike = normal_is_copy(nodes[SIDE_OURS], nodes[SIDE_THEIRS]);
    *side = alike || (base && normal_is_copy(nodes[SIDE_BASE], nodes[SIDE_THEIRS])) ? SIDE_OURS
            : base && normal_is_copy(nodes[SIDE_BASE], nodes[SIDE_OURS])            ? SIDE_THEIRS
                                                                                    : SIDES;
    if (*side != SIDES || is_large(triple))
        return STATUS_OK;
    TRY(same(merging, nodes[SIDE_OURS], nodes[SIDE_THEIRS], &alike));
    if (!alike && base)
        TRY(same(merging, nodes[SIDE_BASE], nodes[SIDE_THEIRS], &alike));
    *side = alike ? SIDE_OURS : SIDES;
    if (!alike && base)
        TRY(same(merging, nodes[SIDE_BASE], nodes[SIDE_OURS], &alike));
    *side = alike && *side == SIDES ? SIDE_THEIRS : *side;
    return STATUS_OK;
}

/* Merges what is on both sides. */
static enum status merge_node(struct merging *merging, struct rendering *out,
                              const struct triple *triple)
{
    enum siblings_side side;
    TRY(choose_version(merging, triple, &side));
    if (side == SIDES)
        return normal_at(triple->nodes[SIDE_OURS])->kind == MANUSCRIPT_ELEMENT
                   ? merge_element(merging, out, triple)
                   : write_change(merging, out, triple);
    rendering_add(out, triple->lead);
    rendering_add(out, normal_span(triple->nodes[side]));
    return STATUS_OK;
}

/* --- documents */

static const char *line_end_of(const struct manuscript *manuscript)
{
    const char *end = memchr(manuscript->bytes, '\n', manuscript->length);
    return end != NULL && end > manuscript->bytes && end[-1] == '\r' ? "\r\n" : "\n";
}

static enum status merge_documents(struct merging *merging, struct rendering *out,
                                   const struct triple *triple)
{
    enum siblings_side side;
    const struct normal_node ours = triple->nodes[SIDE_OURS];
    TRY(choose_version(merging, triple, &side));
    if (side != SIDES) {
        rendering_add(out, normal_span(triple->nodes[side]));
        return STATUS_OK;
    }
    rendering_add(out, manuscript_bytes(ours.manuscript, 0, normal_at(ours)->inside));
    return merge_contents(merging, out, triple, false, SIDES);
}

enum status merge_write(struct merge *merge, const struct manuscript *const manuscripts[SIDES],
                        unsigned size)
{
    *merge = (struct merge){.out = BUFFER_EMPTY};
    struct merging merging = {
        .merge = merge, .marker = size, .line_end = line_end_of(manuscripts[SIDE_OURS])};
    struct rendering out = {.marker = size, .line_end = merging.line_end};
    struct triple triple = {.lead = {"", 0}};
    for (int side = 0; side < SIDES; side++)
        triple.nodes[side] = (struct normal_node){manuscripts[side],
                                                  manuscripts[side] != NULL ? 0 : SIBLINGS_NONE};
    enum status status = merge_documents(&merging, &out, &triple);
    rendering_flush(&out);
    merge->out = out.out;
    arena_clear(&merging.arena);
    normal_clear(&merging.normal);
    return status == STATUS_OK ? buffer_status(&merge->out) : status;
}

void merge_clear(struct merge *merge)
{
    buffer_clear(&merge->out);
    conflicts_clear(&merge->conflicts);
}
