// SPDX-License-Identifier: MIT
// The command that draws what is shown. The criteria of the view and the reader's are combined;
// where one option cannot say both, the relations are listed by their ids.

/** @param {string} text */
function shellWord(text) {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replace(/'/g, "'\\''")}'`;
}

/**
 * @param {string} name
 * @param {string} text
 */
function shellOption(name, text) {
  return shellWord(text === '' ? `--${name}` : `--${name}=${text}`);
}

// Criteria on all relations together, and what changes the meaning of others.
const together = ['where', 'tied-to', 'path', 'directed', 'focus', 'hops', 'with-parts',
  'participants', 'thin', 'fold', 'top', 'by'];
const times = ['at', 'during', 'undated'];
// Criteria that mean something else at another time.
const timely = ['min-weight', 'min-amount', 'phase', 'evidence', 'grade', 'reliability',
  'credibility', 'anonymous', 'source', 'asserted-by', 'denied-by', 'min-sources', 'max-sources'];

/**
 * Whether the two sets of criteria mean the same given together as one after the other.
 * @param {Settings} view
 * @param {Settings} reader
 */
function combine(view, reader) {
  const has = (/** @type {Settings} */ settings, /** @type {string[]} */ names) =>
    names.some((name) => settings.has(name));
  const shared = [...reader.keys()].some((name) => view.has(name));
  const timed = has(reader, times) && has(view, [...times, ...timely]);
  const parts = reader.has('with-parts') && has(view, LIST_ACTORS);
  return !shared && !timed && !parts && !(has(view, together) && reader.size > 0);
}

/**
 * The relations by their ids, at the time shown.
 * @param {Settings} own
 * @param {Settings} reader
 * @param {Set<Relation>} selected
 * @returns {[string, string][]}
 */
function byIds(own, reader, selected) {
  const ids = [...selected].filter(({participation}) => participation !== true)
    .map(({explain}) => explain.id);
  const time = reader.has('at') || reader.has('during') ? reader : own;
  const kept = [...own].filter(([name]) => ['participants', 'fold'].includes(name));
  return [['id', ids.join(',')], ...[...time].filter(([name]) => times.includes(name)), ...kept];
}

/** What modifies another criterion, which the command line wants to be there. */
const modified = {'hops': ['focus'], 'directed': ['path'], 'by': ['top'],
  'with-parts': [...LIST_ACTORS, 'tied-to', 'path', 'focus']};

/**
 * Without options that modify nothing.
 * @param {[string, string][]} options
 */
function withoutIdle(options) {
  const names = new Set(options.map(([name]) => name));
  return options.filter(([name]) =>
    modified[/** @type {'hops'} */ (name)]?.some((other) => names.has(other)) ?? true);
}

/**
 * The words of the command, for the relations SELECTED.
 * @param {View} view
 * @param {Set<Relation>} selected
 * @param {Criteria} criteria
 */
function commandFor(view, selected, criteria) {
  const isCriterion = (/** @type {[string, string]} */ option) =>
    data.criteria.includes(option[0]);
  if (selected.size === 0) return '';
  const own = new Map(view.options.filter(isCriterion));
  const reader = new Map([...state.settings].filter(([name]) => !criteria.refused.includes(name)));
  const whole = selected.size === view.relations.length;
  const timed = times.some((name) => reader.has(name));
  const said = state.search === '' && combine(own, reader);
  const chosen = said ? [...own, ...reader]
    : whole && !timed ? [...own] : byIds(own, reader, selected);
  const options = [...chosen, ...view.options.filter((option) => !isCriterion(option))];
  const parties = view.options.some(([name]) => name === 'as-told-by') ? [] : tellers();
  if (parties.length > 0) options.push(['as-told-by', parties.join('/')]);
  const words = withoutIdle(options).map(([name, text]) => shellOption(name, text));
  return ['entente', 'draw', shellWord(data.dataset.replace(/^-/, './-')), ...words, '-o', `${view.id}.svg`].join(' ');
}
