// SPDX-License-Identifier: MIT
// Which relations are selected: those that meet each criterion, and then the criteria that
// consider all relations together (query/selection.c), in the same order.

/**
 * @param {Relation[]} list
 * @param {Set<string>} members
 */
function amongMembers(list, members) {
  return list.filter(({explain}) =>
    hasAny(members, explain.from_all) && hasAny(members, explain.to));
}

/**
 * The neighbourhood of actors, in steps along the relations of a list.
 * @param {Relation[]} list
 * @param {Set<string>} centres
 * @param {number} hops
 */
function neighbourhood(list, centres, hops) {
  const adjacent = listsBy(list, endsOf);
  const members = new Set(centres);
  let border = [...members];
  for (let hop = 0; hop < hops && border.length > 0; hop++) {
    const before = members.size;
    for (const id of border)
      for (const {explain} of adjacent.get(id) ?? []) {
        if (explain.to.includes(id)) for (const end of explain.from_all) members.add(end);
        if (explain.from_all.includes(id)) for (const end of explain.to) members.add(end);
      }
    border = [...members].slice(before);
  }
  return members;
}

/**
 * Steps from any of the starts to each actor.
 * @param {Map<string, Relation[]>} adjacent
 * @param {Set<string>} starts
 * @param {boolean} directed
 * @param {boolean} backwards
 */
function distancesFrom(adjacent, starts, directed, backwards) {
  /** @type {Map<string, number>} */
  const distances = new Map([...starts].map((id) => [id, 0]));
  for (const [id, distance] of distances)
    for (const {explain} of adjacent.get(id) ?? []) {
      const twoWay = !directed || explain.mutual;
      const next = [];
      if ((twoWay || !backwards) && explain.from_all.includes(id)) next.push(explain.to);
      if ((twoWay || backwards) && explain.to.includes(id)) next.push(explain.from_all);
      for (const end of next.flat()) if (!distances.has(end)) distances.set(end, distance + 1);
    }
  return distances;
}

/**
 * @param {Map<string, number>} distances
 * @param {Iterable<string>} ids
 */
function least(distances, ids) {
  return lowest([...ids].map((id) => distances.get(id) ?? Infinity));
}

/**
 * The relations on shortest paths.
 * @param {Relation[]} list
 * @param {Set<string>} starts
 * @param {Set<string>} targets
 * @param {boolean} directed
 */
function onPaths(list, starts, targets, directed) {
  const adjacent = listsBy(list, endsOf);
  const forward = distancesFrom(adjacent, starts, directed, false);
  const backward = distancesFrom(adjacent, targets, directed, true);
  const length = least(forward, targets);
  const isStep = (/** @type {string[]} */ a, /** @type {string[]} */ b) => {
    const before = least(forward, a), after = least(backward, b);
    return before < length && after < length && before + after + 1 === length;
  };
  return length === Infinity ? [] : list.filter(({explain}) =>
    isStep(explain.from_all, explain.to) ||
    ((!directed || explain.mutual) && isStep(explain.to, explain.from_all)));
}

/**
 * The relations between those listed and the others who are tied to each of them.
 * @param {Relation[]} list
 * @param {string[]} listed
 * @param {boolean} parts
 */
function tiedTo(list, listed, parts) {
  const groups = listed.map((id) => (parts ? withParts([id]) : new Set([id])));
  const group = new Set(groups.flatMap((set) => [...set]));
  const neighbours = groups.map((set) => {
    /** @type {Set<string>} */
    const found = new Set();
    for (const {explain} of list) {
      if (hasAny(set, explain.from_all)) for (const end of explain.to) found.add(end);
      if (hasAny(set, explain.to)) for (const end of explain.from_all) found.add(end);
    }
    return found;
  });
  const isTied = (/** @type {string} */ id) =>
    !group.has(id) && neighbours.every((set) => set.has(id));
  return list.filter(({explain}) =>
    (explain.from_all.some(isTied) && hasAny(group, explain.to)) ||
    (explain.to.some(isTied) && hasAny(group, explain.from_all)));
}

/**
 * Applies the criteria on all relations together.
 * @param {Relation[]} list
 * @param {Map<string, any>} values
 */
function keepTogether(list, values) {
  const parts = values.has('with-parts');
  const expand = (/** @type {Iterable<string>} */ ids) => (parts ? withParts(ids) : new Set(ids));
  let kept = list;
  if (values.has('tied-to')) kept = tiedTo(kept, [...values.get('tied-to')], parts);
  if (values.has('path')) {
    const [start, target] = values.get('path');
    kept = onPaths(kept, expand([start]), expand([target]), values.has('directed'));
  }
  if (values.has('focus')) {
    const members = neighbourhood(kept, expand(values.get('focus')), values.get('hops') ?? 1);
    kept = amongMembers(kept, members);
  }
  return kept;
}

/**
 * The relations of participants whose events the selection touches.
 * @param {Relation[]} list
 * @param {Relation[]} selected
 * @param {boolean} all
 * @param {Criteria} criteria
 */
function participantsOf(list, selected, all, {time, values}) {
  const touched = new Set(selected.flatMap((relation) =>
    [...endsOf(relation), ...(relation.explain.event === null ? [] : [relation.explain.event])]));
  const first = data.criteria.indexOf('at');
  const used = data.criteria.filter((name, index) => values.has(name) &&
    Object.hasOwn(tests, name) && (name === 'phase' || index >= first));
  return list.filter((relation) => (all || touched.has(relation.explain.to[0])) &&
    used.every((name) => tests[name](relation, values.get(name), time)));
}

/**
 * The texts of a relation and its claims in which a reader may look for words.
 * @type {Map<Relation, string>}
 */
const searched = new Map();

/** Without case, marks and what cannot be seen. @param {string} text */
function fold(text) {
  return text.normalize('NFKD').replace(/[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/\u2800/g, ' ').toLowerCase();
}

/** @param {Relation} relation */
function textOf(relation) {
  const known = searched.get(relation);
  if (known !== undefined) return known;
  const {explain} = relation;
  const names = endsOf(relation).flatMap((id) =>
    [id, ...(actors.get(id)?.explain.names.flatMap(({text, short}) => [text, short ?? '']) ?? [])]);
  const claims = explain.claims.flatMap((claim) => [claim.by, sourceName(claim.by), claim.at ?? '',
    claim.note ?? '', ...claim.quotes.map(({text}) => text)]);
  const text = fold([relation.sentence, explain.id, nameOf('type', explain.type),
    relation.form ?? '', explain.place ?? '', explain.note ?? '', ...names, ...claims].join('\n'));
  searched.set(relation, text);
  return text;
}

/** The words of a search, each once. @param {string} search */
function wordsIn(search) {
  return [...new Set(fold(search).split(/\s+/).filter((part) => part !== ''))];
}

/**
 * @param {Relation[]} list
 * @param {string} search
 */
function withWords(list, search) {
  const parts = wordsIn(search);
  return parts.length === 0 ? list : list.filter((relation) =>
    parts.every((part) => textOf(relation).includes(part)));
}

/**
 * The relations of a view that the criteria and the words select, in the order of the data.
 * @param {View} view
 * @param {Criteria} criteria
 * @param {string} search
 * @returns {Set<Relation>}
 */
function select(view, criteria, search) {
  const all = view.relations.map((number) => data.relations[number]);
  const own = all.filter((relation) => relation.participation !== true);
  const met = own.filter((relation) =>
    criteria.tests.every((test) => test(relation, criteria.time)));
  let kept = keepTogether(met, criteria.values);
  kept = kept.concat(participantsOf(all.filter((relation) => relation.participation === true),
    kept, kept.length === own.length, criteria));
  if (criteria.values.has('thin'))
    kept = kept.filter((relation) =>
      weightIn(relation, criteria.time.span) >= criteria.values.get('thin'));
  return new Set(withWords(kept, search));
}
