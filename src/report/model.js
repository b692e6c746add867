// SPDX-License-Identifier: MIT
// The data of the page, which cli/pages/page_data.h describes, and how to find things in them.

/** @typedef {{[word: string]: string}} Words */
/** @typedef {{text: string, language: string | null}} Quote */
/** @typedef {{value: number, unit: string | null, when: string | null}} Amount */
/**
 * @typedef {{by: string, name: string | null, anonymous: boolean, via: string | null,
 *   stance: string, hedged: boolean, grade: string | null, at: string | null,
 *   date: string | null, period?: string | null, href: string | null, archived: string | null, note: string | null,
 *   quotes: Quote[], confidence: number | null, amounts: Amount[]}} Claim
 */
/** @typedef {{about: string, value: string, evidence: string, claims: Claim[]}} Statement */
/** @typedef {{text: string, short: string | null, language: string | null, alias: boolean, denied?: boolean}} Name */
/** @typedef {{name: string, value: string, denied?: boolean}} Attribute */
/** @typedef {{scheme: string, value: string, denied?: boolean}} Identifier */
/**
 * @typedef {{id: string, type: string, form: string | null, from_all: string[], to: string[],
 *   mutual: boolean, when: string | null, place: string | null, event: string | null,
 *   phase: string, weight: number, sign: string, tier: string, share: string | null,
 *   amounts: Amount[], periods: {when: string | null, weight: number}[],
 *   identifiers: Identifier[], attributes: Attribute[], href: string | null,
 *   note: string | null, claims: Claim[], statements?: Statement[], evidence: string,
 *   why: string, grade: string | null, sources: number, anonymous: boolean}} RelationFacts
 */
/** @typedef {[number, number]} Span */
/**
 * @typedef {{explain: RelationFacts, sentence: string, statement: string, form: string | null,
 *   spans: (Span | null)[] | null, until?: number, weights?: number[], periods?: number[],
 *   participation?: boolean, one_way?: boolean, number: number}} Relation
 */
/**
 * @typedef {{what: string, id: string, kind?: string, subkind?: string | null, names: Name[],
 *   role?: string | null, parent?: string | null, identifiers?: Identifier[],
 *   attributes?: Attribute[], statements?: Statement[], when?: string | null,
 *   place?: string | null, participants?: string[], outcome?: string | null,
 *   href: string | null, note: string | null}} ActorFacts
 */
/**
 * @typedef {{explain: ActorFacts, name: string, shown?: string, phrase?: string, kind: string,
 *   sentence: string}} Actor
 */
/**
 * @typedef {{id: string, names: Name[], actor: string | null, reliability: string | null,
 *   anonymous: boolean, via: string | null, basis: string | null, date: string | null,
 *   href: string | null, author: string | null, work: string | null, publisher: string | null,
 *   language: string | null, archived: string | null, accessed: string | null,
 *   note: string | null}} SourceFacts
 */
/** @typedef {{explain: SourceFacts, name: string, shown?: string, origin: string}} Source */
/**
 * @typedef {{id: string, title: string | null, description: string | null,
 *   filters: string | null, options: [string, string][], relations: number[], span: Span | null,
 *   timed: {[number: string]: {sentence: string, statement: string, why: string}}}} View
 */
/**
 * @typedef {{mark: string, dashes: number[]}} Look how evidence is drawn: the mark in a label, and
 *   dashes and gaps in multiples of the line's width
 */
/**
 * @typedef {{dataset: string, language: string, asOf: string | null, words: Words,
 *   names: {[what: string]: Words}, known: string[], dates: Words, places: Words, values: Words, units: Words,
 *   criteria: string[], leftOut: number,
 *   views: View[],
 *   looks: {[evidence: string]: Look}, pale: {line: string, text: string},
 *   actors: Actor[], sources: Source[], relations: Relation[]}} Data
 */

/** @returns {Data} */
function readData() {
  const block = document.querySelector('script#page-data');
  return JSON.parse(block?.textContent ?? '');
}

const data = readData();

/**
 * @template T
 * @param {T[]} items
 * @param {(item: T) => string} key
 * @returns {Map<string, T>}
 */
function indexBy(items, key) {
  return new Map(items.map((item) => [key(item), item]));
}

data.relations.forEach((relation, number) => { relation.number = number; });
const actors = indexBy(data.actors, (actor) => actor.explain.id);
const sources = indexBy(data.sources, (source) => source.explain.id);
const relations = indexBy(data.relations, (relation) => relation.explain.id);

/**
 * All ends of a relation.
 * @param {Relation} relation
 * @returns {string[]}
 */
function endsOf(relation) {
  return [...relation.explain.from_all, ...relation.explain.to];
}

/**
 * Lists by key, in the order of the items.
 * @template T
 * @param {Iterable<T>} items
 * @param {(item: T) => Iterable<string>} keys
 * @returns {Map<string, T[]>}
 */
function listsBy(items, keys) {
  /** @type {Map<string, T[]>} */
  const lists = new Map();
  for (const item of items)
    for (const key of new Set(keys(item))) {
      const list = lists.get(key);
      if (list === undefined) lists.set(key, [item]);
      else list.push(item);
    }
  return lists;
}

const tiesOf = listsBy(data.relations, endsOf);
const tiesOfEvent = listsBy(data.relations, ({explain}) =>
  explain.event === null ? [] : [explain.event]);
const claimsOfSource = listsBy(data.relations, ({explain}) => explain.claims.map(({by}) => by));
const partsOf = listsBy(data.actors, ({explain}) =>
  typeof explain.parent === 'string' ? [explain.parent] : []);
/** Those of whom nobody but denies that they took part. @param {ActorFacts} event */
function attendeesOf({participants, statements}) {
  return (participants ?? []).filter((id) => !statements?.some(({about, value, evidence}) =>
    about === 'participant' && value === id && evidence === 'denied'));
}

const eventsOf = listsBy(data.actors, ({explain}) => attendeesOf(explain));

/**
 * A word of the page; "#" in it becomes NUMBER.
 * @param {string} key
 * @param {number | string} [number]
 */
function word(key, number) {
  const text = data.words[key] ?? key;
  return number === undefined ? text : text.replace('#', () => String(number));
}

/**
 * The name of a word of the vocabulary, such as the type "support".
 * @param {string} what
 * @param {string | null | undefined} value
 */
function nameOf(what, value) {
  if (value === null || value === undefined) return '';
  return data.names[what]?.[value] ?? value;
}

/** @param {Actor | Source} thing its name, in quotation marks if it could pass for more */
function shownName(thing) {
  return thing.shown ?? thing.name;
}

/** @param {string} id */
function actorName(id) {
  const actor = actors.get(id);
  return actor === undefined ? id : shownName(actor);
}

/** @param {string} id */
function sourceName(id) {
  const source = sources.get(id);
  return source === undefined ? id : shownName(source);
}

/**
 * A text of the dataset as the page shows it, by one of the objects of such texts.
 * @param {Words} texts
 * @param {string} text
 */
function shownText(texts, text) {
  return Object.hasOwn(texts, text) ? texts[text] : text;
}

/** The language of the page for Intl, which knows fewer tags than a dataset may have. */
function findLocale() {
  try {
    return Intl.Collator.supportedLocalesOf([data.language, 'en'])[0] ?? 'en';
  } catch {
    return 'en';
  }
}

const collator = new Intl.Collator(findLocale());

/**
 * The lowest number, and the highest: a list may be too long to be spread into arguments.
 * @param {Iterable<number>} numbers
 */
function lowest(numbers) {
  let found = Infinity;
  for (const number of numbers) if (number < found) found = number;
  return found;
}

/** @param {Iterable<number>} numbers */
function highest(numbers) {
  let found = -Infinity;
  for (const number of numbers) if (number > found) found = number;
  return found;
}

/**
 * The letter and the digit of a grade, "" for a missing one.
 * @param {string | null} grade
 * @returns {[string, string]}
 */
function partsOfGrade(grade) {
  const match = /^([A-F]?)-?([1-6]?)$/.exec(grade ?? '');
  return match === null ? ['', ''] : [match[1], match[2]];
}

/**
 * The meaning of a grade in words.
 * @param {string | null} grade
 */
function gradeMeaning(grade) {
  const [letter, digit] = partsOfGrade(grade);
  return [nameOf('reliability', letter === '' ? null : letter),
    nameOf('credibility', digit === '' ? null : digit)].filter((part) => part !== '')
    .join(word('comma'));
}
