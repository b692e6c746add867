// SPDX-License-Identifier: MIT
// What is shown, which the fragment of the page's address keeps: the criteria by the words of the
// command line's options, and a few words of the page's own.

/**
 * @typedef {{view: string, show: string, search: string, others: string, 'as-told-by': string,
 *   settings: Settings}} State
 */

const OWN = ['view', 'show', 'search', 'others', 'as-told-by'];

const LONGEST_SEARCH = 200; // characters

/** @param {string} text */
function decode(text) {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    return text;
  }
}

/** @param {string} text */
function encode(text) {
  return encodeURIComponent(text).replace(/%(2C|2F|3A|40)/g, (code) => decodeURIComponent(code));
}

/**
 * Reads a fragment, without its "#". Words that are no criterion are ignored.
 * @param {string} fragment
 * @returns {State}
 */
function readState(fragment) {
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const part of fragment.split('&')) {
    const [name, ...rest] = part.split('=');
    found.set(decode(name), decode(rest.join('=')));
  }
  const views = data.views.map(({id}) => id);
  const view = found.get('view') ?? '';
  return {
    view: views.includes(view) ? view : views[0],
    show: found.get('show') ?? '',
    search: (found.get('search') ?? '').slice(0, LONGEST_SEARCH),
    others: found.get('others') === 'hidden' ? 'hidden' : '',
    'as-told-by': found.get('as-told-by') ?? '',
    settings: new Map(data.criteria.flatMap((name) => {
      const text = found.get(name);
      return text === undefined ? [] : [[name, text]];
    })),
  };
}

/**
 * @param {State} state
 */
function writeState(state) {
  const pairs = [...state.settings];
  for (const name of OWN) {
    const text = String(state[/** @type {'view'} */ (name)]);
    if (text !== '' && !(name === 'view' && text === data.views[0].id)) pairs.push([name, text]);
  }
  return pairs.map(([name, text]) => (text === '' ? name : `${name}=${encode(text)}`)).join('&');
}

let state = readState(location.hash.slice(1));
/** @type {(() => void)[]} */
const watchers = [];

/** @type {ReturnType<typeof setTimeout> | undefined} */
let pending;

/**
 * Writes the state into the address; as a new entry of the history if it is a STEP. Browsers
 * allow few changes a second, so that one that a slider makes waits for the last one.
 * @param {boolean} step
 */
function keepState(step) {
  const PAUSE = 200;
  clearTimeout(pending);
  if (step) history.pushState(null, '', `#${writeState(state)}`);
  else pending = setTimeout(() => history.replaceState(null, '', `#${writeState(state)}`), PAUSE);
}

/**
 * Changes what is shown. A STEP can be undone by the browser's "back".
 * @param {Partial<State>} changes
 * @param {boolean} [step]
 */
function change(changes, step) {
  state = {...state, ...changes};
  keepState(step === true);
  for (const watcher of watchers) watcher();
}

/**
 * Sets a criterion; "" removes it.
 * @param {{[name: string]: string | null}} values
 */
function setCriteria(values) {
  const settings = new Map(state.settings);
  for (const [name, text] of Object.entries(values))
    if (text === null) settings.delete(name);
    else settings.set(name, text);
  change({settings: new Map(data.criteria.flatMap((name) => {
    const text = settings.get(name);
    return text === undefined ? [] : [[name, text]];
  }))});
}

for (const event of ['hashchange', 'popstate'])
  addEventListener(event, () => {
    clearTimeout(pending);
    state = readState(location.hash.slice(1));
    for (const watcher of watchers) watcher();
  });
