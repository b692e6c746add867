// SPDX-License-Identifier: MIT
// The criteria of the command line (query/criteria.def) that a page can apply: how their values
// are read (query/criteria.c), and which relations meet them (query/matching.c).

/** @typedef {Map<string, string>} Settings the criteria as text, by their words */
/**
 * @typedef {{span: Span | null, undated: boolean}} Time what --at or --during, and --undated,
 *   say; the span is that of the figure if the reader chooses none
 */
/** @typedef {(relation: Relation, time: Time) => boolean} Test */
/** @typedef {{tests: Test[], time: Time, values: Map<string, any>, refused: string[]}} Criteria */

/** @param {string} text */
function readList(text) {
  return text.split(',').map((item) => item.trim());
}

/**
 * A reader of lists whose items must be known.
 * @param {(item: string) => boolean} knows
 */
function listOf(knows) {
  return (/** @type {string} */ text) => {
    const items = readList(text);
    return items.every(knows) ? new Set(items) : null;
  };
}

const knownWords = new Set(data.known);

/** @param {string} what */
function wordsOf(what) {
  return listOf((item) => Object.hasOwn(data.names[what], item));
}

/**
 * @param {number} low
 * @param {number} high
 */
function numberOf(low, high) {
  return (/** @type {string} */ text) => {
    const number = /^\d{1,5}$/.test(text) ? Number(text) : -1;
    return number >= low && number <= high ? number : null;
  };
}

/** @param {string[]} choices */
function choiceOf(...choices) {
  return (/** @type {string} */ text) => (choices.includes(text) ? text : null);
}

/** @param {string} text */
function readFlag(text) {
  return text === '' ? true : null;
}

/** @param {RegExp} form */
function gradeOf(form) {
  return (/** @type {string} */ text) => (form.test(text) ? partsOfGrade(text) : null);
}

/** The names of all attributes and schemes of identifiers. */
const propertyNames = new Set([...data.relations, ...data.actors].flatMap(({explain}) =>
  [...(explain.attributes ?? []).map(({name}) => name),
    ...(explain.identifiers ?? []).map(({scheme}) => scheme)]));

/** @param {string} text */
function readProperty(text) {
  const at = text.indexOf('=');
  return at > 0 && propertyNames.has(text.slice(0, at))
    ? [text.slice(0, at), text.slice(at + 1)] : null;
}

/** @param {string} item */
function isForm(item) {
  return knownWords.has(item) || Object.hasOwn(data.names.form, item);
}

/** @param {string} item */
function isKind(item) {
  return knownWords.has(item) || Object.hasOwn(data.names.kind, item) || Object.hasOwn(data.names.subkind, item);
}

/** @param {string} text */
function readPair(text) {
  const items = readList(text);
  return items.length === 2 && items.every(isKind) ? items : null;
}

/** @param {string} text */
function readPath(text) {
  const items = readList(text);
  return items.length === 2 && items.every((item) => actors.has(item)) ? items : null;
}

const vertices = listOf((item) => actors.has(item));
const events = listOf((item) => actors.get(item)?.explain.what === 'event');
const ofSources = listOf((item) => sources.has(item));

/**
 * How values are read; null for one that is invalid. A criterion without a row is not for pages.
 * @type {{[criterion: string]: (text: string) => any}}
 */
const readers = {
  'relation': wordsOf('type'),
  'exclude': wordsOf('type'),
  'form': listOf(isForm),
  'actor': vertices,
  'kind': listOf(isKind),
  'kinds': readPair,
  'from': vertices,
  'to': vertices,
  'between': vertices,
  'id': listOf((item) => relations.has(item)),
  'event': events,
  'tier': wordsOf('tier'),
  'min-weight': numberOf(1, 5),
  'attribute': readProperty,
  'phase': wordsOf('phase'),
  'sign': wordsOf('sign'),
  'at': readDate,
  'during': readInterval,
  'undated': choiceOf('keep', 'drop'),
  'evidence': wordsOf('evidence'),
  'grade': gradeOf(/^[A-F][1-6]?$/),
  'reliability': gradeOf(/^[A-F]$/),
  'credibility': gradeOf(/^[1-6]$/),
  'anonymous': choiceOf('only', 'none'),
  'source': ofSources,
  'asserted-by': ofSources,
  'denied-by': ofSources,
  'min-sources': numberOf(1, 9999),
  'max-sources': numberOf(0, 9999),
  'tied-to': vertices,
  'path': readPath,
  'directed': readFlag,
  'focus': vertices,
  'hops': numberOf(0, 999),
  'with-parts': readFlag,
  'thin': numberOf(1, 5),
};

/**
 * @param {Span} span
 * @param {Span} other
 */
function overlap(span, other) {
  return span[0] <= other[1] && span[1] >= other[0];
}

/**
 * Whether the relation, which has a date, is known to hold in the span.
 * @param {Relation} relation
 * @param {Span} span
 */
function holdsIn(relation, span) {
  return relation.spans?.some((known) => known !== null && overlap(known, span)) ?? false;
}

/**
 * @param {Relation} relation
 * @param {Span | null} span
 */
function phaseIn(relation, span) {
  const {phase} = relation.explain;
  if (span === null || relation.spans === null || phase === 'prospective') return phase;
  if (holdsIn(relation, span)) return 'current';
  return (relation.until ?? LAST_DAY) < span[0] ? 'past' : phase;
}

/**
 * @param {Relation} relation
 * @param {Span | null} span
 */
function weightIn(relation, span) {
  const weights = (relation.weights ?? []).filter((_weight, period) => {
    const known = relation.spans?.[period] ?? null;
    return span !== null && known !== null && overlap(known, span);
  });
  return highest([0, ...weights]) || relation.explain.weight;
}

/**
 * The claims that count in a span: not those about a period that has no day of it.
 * @param {Relation} relation
 * @param {Span | null} span
 */
function claimsIn(relation, span) {
  const {claims} = relation.explain;
  if (span === null || relation.periods === undefined) return claims;
  return claims.filter((_claim, index) => {
    const period = relation.periods?.[index] ?? -1;
    const known = period < 0 ? span : relation.spans?.[period] ?? null;
    return known !== null && overlap(known, span);
  });
}

/**
 * @param {Relation} relation
 * @param {Span | null} span
 * @param {string} stance
 */
function claimsOf(relation, span, stance) {
  return claimsIn(relation, span).filter((claim) => claim.stance === stance);
}

/**
 * @param {Relation} relation
 * @param {Span | null} span
 */
function independentIn(relation, span) {
  const asserting = claimsOf(relation, span, 'asserts');
  return new Set(asserting.map(({by}) => sources.get(by)?.origin ?? by)).size;
}

/**
 * The period that a claim of a relation is about; -1: none.
 * @param {Relation} relation
 * @param {Claim} claim
 */
function periodOf(relation, claim) {
  return relation.periods?.[relation.explain.claims.indexOf(claim)] ?? -1;
}

/**
 * Whether a denial is of a period that is only denied, and apart from all that are asserted, among
 * the claims that count (period_is_apart in model/period.h).
 * @param {Relation} relation
 * @param {Claim[]} claims
 * @param {Claim} denial
 */
function isApart(relation, claims, denial) {
  const days = relation.spans?.[periodOf(relation, denial)] ?? null;
  return days !== null && claims.every((claim) => {
    const known = relation.spans?.[periodOf(relation, claim)] ?? null;
    return claim.stance !== 'asserts' || (known !== null && !overlap(known, days));
  });
}

/**
 * The evidence of the claims that count in a span (evidence_of in model/evidence.h).
 * @param {Relation} relation
 * @param {Span | null} span
 */
function evidenceIn(relation, span) {
  if (span === null || relation.periods === undefined) return relation.explain.evidence;
  const asserting = claimsOf(relation, span, 'asserts');
  const denying = claimsOf(relation, span, 'denies');
  const whole = [...asserting, ...denying].some((claim) => periodOf(relation, claim) < 0);
  if (asserting.length === 0 && denying.length > 0) return 'denied';
  const counting = claimsIn(relation, span);
  if (denying.some((claim) => whole || !isApart(relation, counting, claim)))
    return 'disputed';
  if (asserting.length === 0) return 'unsourced';
  return asserting.every(({hedged}) => hedged) ? 'suspected' : 'asserted';
}

/**
 * Whether the claims that count in a span assert the relation, all of them by anonymous sources.
 * @param {Relation} relation
 * @param {Span | null} span
 */
function anonymousIn(relation, span) {
  const asserting = claimsOf(relation, span, 'asserts');
  return asserting.length > 0 && asserting.every(({anonymous}) => anonymous);
}

/**
 * The best first, the more credible before the more reliable (model/evidence.h).
 * @param {string | null} grade
 */
function gradeRank(grade) {
  const [letter, digit] = partsOfGrade(grade);
  return ('123456'.indexOf(digit === '' ? '6' : digit) * 6 +
    'ABCDEF'.indexOf(letter === '' ? 'F' : letter)) * 4 + (digit === '' ? 2 : 0) +
    (letter === '' ? 1 : 0);
}

/**
 * The best grade of the assertions that count in a span.
 * @param {Relation} relation
 * @param {Span | null} span
 */
function gradeIn(relation, span) {
  if (span === null || relation.periods === undefined) return relation.explain.grade;
  const grades = claimsOf(relation, span, 'asserts').map(({grade}) => grade);
  const [best] = grades.sort((a, b) => gradeRank(a) - gradeRank(b));
  return best?.replace('-', '') ?? null; // "-2" is for claims, as in evidence_grade_add_known
}

/**
 * @param {string} code
 * @param {string} threshold
 * @param {string} last
 */
function codeMeets(code, threshold, last) {
  if (threshold === '' || code === threshold) return true;
  return code !== '' && threshold !== last && code < threshold;
}

/**
 * Whether any one assertion has the grade or a better one.
 * @param {Relation} relation
 * @param {[string, string]} threshold
 * @param {Time} time
 */
function meetsGrade(relation, [letter, digit], {span}) {
  return claimsOf(relation, span, 'asserts').some((claim) => {
    const grade = partsOfGrade(claim.grade);
    return codeMeets(grade[0], letter, 'F') && codeMeets(grade[1], digit, '6');
  });
}

/**
 * @param {Set<string>} set
 * @param {string[]} items
 */
function hasAny(set, items) {
  return items.some((item) => set.has(item));
}

/**
 * @param {string} id
 * @param {Set<string>} kinds
 */
function isOfKind(id, kinds) {
  const facts = actors.get(id)?.explain;
  return facts !== undefined && (kinds.has(facts.kind ?? 'event') ||
    (typeof facts.subkind === 'string' && kinds.has(facts.subkind)));
}

/**
 * @param {Relation} relation
 * @param {[string, string]} kinds
 */
function joinsKinds({explain}, [one, other]) {
  const has = (/** @type {string[]} */ ids, /** @type {string} */ kind) =>
    ids.some((id) => isOfKind(id, new Set([kind])));
  return (has(explain.from_all, one) && has(explain.to, other)) ||
    (has(explain.from_all, other) && has(explain.to, one));
}

/**
 * @param {{identifiers?: Identifier[], attributes?: Attribute[]} | undefined} owner
 * @param {[string, string]} property
 */
function hasProperty(owner, [name, value]) {
  return (owner?.attributes?.some((item) =>
    item.denied !== true && item.name === name && item.value === value) ||
    owner?.identifiers?.some((item) =>
      item.denied !== true && item.scheme === name && item.value === value)) ?? false;
}

/**
 * @param {Relation} relation
 * @param {Set<string>} set
 * @param {Time} time
 * @param {string} [stance]
 */
function claimedBy(relation, set, {span}, stance) {
  return claimsIn(relation, span).some((claim) =>
    (stance === undefined || claim.stance === stance) && set.has(claim.by));
}

/**
 * A criterion on each relation by itself, with its value.
 * @type {{[criterion: string]: (relation: Relation, value: any, time: Time) => boolean}}
 */
const tests = {
  'relation': ({explain}, set) => set.has(explain.type),
  'exclude': ({explain}, set) => !set.has(explain.type),
  'form': ({explain}, set) => explain.form !== null && set.has(explain.form),
  'actor': (relation, set) => hasAny(set, endsOf(relation)),
  'kind': (relation, set) => endsOf(relation).some((id) => isOfKind(id, set)),
  'kinds': joinsKinds,
  'from': (relation, set) =>
    hasAny(set, relation.explain.mutual ? endsOf(relation) : relation.explain.from_all),
  'to': (relation, set) =>
    hasAny(set, relation.explain.mutual ? endsOf(relation) : relation.explain.to),
  'between': (relation, set) => endsOf(relation).every((id) => set.has(id)),
  'id': ({explain}, set) => set.has(explain.id),
  'event': (relation, set) =>
    (relation.explain.event !== null && set.has(relation.explain.event)) ||
    hasAny(set, endsOf(relation)),
  'tier': ({explain}, set) => set.has(explain.tier),
  'min-weight': (relation, least, {span}) => weightIn(relation, span) >= least,
  'attribute': (relation, property) => hasProperty(relation.explain, property) ||
    endsOf(relation).some((id) => hasProperty(actors.get(id)?.explain, property)),
  'phase': (relation, set, {span}) => set.has(phaseIn(relation, span)),
  'sign': ({explain}, set) => set.has(explain.sign),
  'at': (relation, span, {undated}) =>
    relation.spans === null ? undated : holdsIn(relation, span),
  'during': (relation, span, {undated}) =>
    relation.spans === null ? undated : holdsIn(relation, span),
  'undated': (relation, _choice, {undated}) => undated || relation.spans !== null,
  'evidence': (relation, set, {span}) => set.has(evidenceIn(relation, span)),
  'grade': meetsGrade,
  'reliability': meetsGrade,
  'credibility': meetsGrade,
  'anonymous': (relation, choice, {span}) => anonymousIn(relation, span) === (choice === 'only'),
  'source': (relation, set, time) => claimedBy(relation, set, time),
  'asserted-by': (relation, set, time) => claimedBy(relation, set, time, 'asserts'),
  'denied-by': (relation, set, time) => claimedBy(relation, set, time, 'denies'),
  'min-sources': (relation, least, {span}) => independentIn(relation, span) >= least,
  'max-sources': (relation, most, {span}) => independentIn(relation, span) <= most,
};

/**
 * The set with all parts of its actors.
 * @param {Iterable<string>} ids
 * @returns {Set<string>}
 */
function withParts(ids) {
  const all = new Set(ids);
  for (const id of all)
    for (const part of partsOf.get(id) ?? []) all.add(part.explain.id);
  return all;
}

// The criteria whose actors may stand for their parts.
const LIST_ACTORS = ['actor', 'from', 'to', 'between'];

/** @type {Span | null} the time that is shown, of which evidence, grades and sources are */
let shownSpan = null;

/**
 * Reads the criteria for a figure; those that the page cannot apply, or whose value is invalid,
 * are refused.
 * @param {Settings} settings
 * @param {View} view
 * @returns {Criteria}
 */
function readCriteria(settings, view) {
  /** @type {Map<string, any>} */
  const values = new Map();
  const refused = [];
  for (const [name, text] of settings) {
    const value = Object.hasOwn(readers, name) ? readers[name](text) : null;
    if (value === null) refused.push(name);
    else values.set(name, value);
  }
  if (values.has('with-parts'))
    for (const name of LIST_ACTORS)
      if (values.has(name)) values.set(name, withParts(values.get(name)));
  return {...prepare(values, view), values, refused};
}

/**
 * @param {Map<string, any>} values
 * @param {View} view
 * @returns {{tests: Test[], time: Time}}
 */
function prepare(values, view) {
  const time = {span: values.get('at') ?? values.get('during') ?? view.span,
    undated: values.get('undated') === 'keep'};
  const used = data.criteria.filter((name) => values.has(name) && Object.hasOwn(tests, name));
  return {time, tests: used.map((name) => (relation, at) =>
    tests[name](relation, values.get(name), at))};
}
