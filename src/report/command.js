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

// Criteria on each relation by itself, which can be given in any order.
const together = ['where', 'tied-to', 'path', 'directed', 'focus', 'hops', 'with-parts',
  'participants', 'thin', 'fold', 'top', 'by'];

/**
 * Whether the two sets of criteria mean the same given together as one after the other.
 * @param {Settings} view
 * @param {Settings} reader
 */
function combine(view, reader) {
  const shared = [...reader.keys()].some((name) => view.has(name));
  const time = ['at', 'during', 'undated'];
  const timed = time.some((name) => view.has(name)) && time.some((name) => reader.has(name));
  const late = [...view.keys()].some((name) => together.includes(name));
  return !shared && !timed && !(late && reader.size > 0);
}

/**
 * @param {Settings} own
 * @param {Set<Relation>} selected
 * @returns {[string, string][]}
 */
function byIds(own, selected) {
  const ids = [...selected].filter(({participation}) => participation !== true)
    .map(({explain}) => explain.id);
  const participants = own.get('participants');
  return [['id', ids.join(',')],
    ...(participants === undefined ? [] : /** @type {[string, string][]} */ ([['participants', participants]]))];
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
  const own = new Map(view.options.filter(isCriterion));
  const reader = new Map([...state.settings].filter(([name]) => !criteria.refused.includes(name)));
  const whole = selected.size === view.relations.length;
  const said = state.search === '' && combine(own, reader);
  const options = said ? [...own, ...reader] : whole ? [...own] : byIds(own, selected);
  options.push(...view.options.filter((option) => !isCriterion(option)));
  const parties = view.options.some(([name]) => name === 'as-told-by') ? [] : tellers();
  if (parties.length > 0) options.push(['as-told-by', parties.join('/')]);
  const words = options.map(([name, text]) => shellOption(name, text));
  return ['entente', 'draw', shellWord(data.dataset), ...words, '-o', `${view.id}.svg`].join(' ');
}
