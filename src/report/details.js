// SPDX-License-Identifier: MIT
// What the page says about a relation, an actor, an event or a source: what explain says.

const details = make('aside', {class: 'details', tabindex: '-1', 'aria-label': word('details')});

function focusDetails() {
  details.focus();
}

/**
 * A field, or nothing without a value.
 * @param {string} label
 * @param {Child | Child[]} value
 * @returns {Child[]}
 */
function field(label, value) {
  const parts = [value].flat().filter((part) => part instanceof Node || Boolean(part));
  return parts.length === 0 ? []
    : [make('div', {}, make('dt', {}, word(label)), make('dd', {}, parts))];
}

/**
 * Text of the dataset as a value.
 * @param {string | null | undefined} text
 */
function said(text) {
  return text === null || text === undefined || text === '' ? null : isolate(text);
}

/** @param {string | null | undefined} address @param {string} text */
function linkIfAny(address, text) {
  return address === null || address === undefined ? null : link(address, word(text));
}

/** @param {Amount} amount */
function amountText({value, unit, when}) {
  const number = new Intl.NumberFormat('en', {maximumSignificantDigits: 15}).format(value);
  return `${number}${unit === null ? '' : ` ${shownText(data.units, unit)}`}${when === null ? '' : ` (${showDate(when)})`}`;
}

/** @param {Amount[]} amounts */
function amountsText(amounts) {
  return amounts.map(amountText).join(word('semicolon'));
}

/** Of those that are only denied, the statements tell. @param {{denied?: boolean}} property */
function isHeld({denied}) {
  return denied !== true;
}

/**
 * @param {{identifiers?: Identifier[], attributes?: Attribute[]}} owner
 * @returns {Child[]}
 */
function propertyFields(owner) {
  return [
    ...(owner.attributes ?? []).filter(isHeld).flatMap(({name, value}) =>
      field('about-attribute', [isolate(name), word('colon'), isolate(value)])),
    ...(owner.identifiers ?? []).filter(isHeld).flatMap(({scheme, value}) =>
      field('about-identifier', [isolate(scheme), word('colon'), isolate(value)])),
  ];
}

/** @param {string} evidence */
function evidenceMark(evidence) {
  return make('span', {class: `evidence ${evidence}`}, nameOf('evidence', evidence));
}

/** @param {string | null} grade */
function gradeText(grade) {
  return grade === null || grade === '' ? '' : `${grade}${word('colon')}${gradeMeaning(grade)}`;
}

/**
 * @param {Claim} claim
 * @returns {HTMLElement}
 */
function claimItem(claim) {
  const about = [claim.anonymous ? word('anonymous') : '', gradeText(claim.grade)]
    .filter((text) => text !== '').join(word('comma'));
  const where = [(claim.period ?? null) === null ? null : said(`${word('period')} ${showDate(claim.period)}`),
    said(claim.at === null ? null : shownText(data.places, claim.at)), said(showDate(claim.date)), said(amountsText(claim.amounts)),
    claim.confidence === null ? null : `${word('confidence')} ${claim.confidence} %`]
    .filter((part) => part !== null);
  return make('li', {class: `claim ${claim.stance}`},
    make('p', {},
      opener(`source:${claim.by}`, sourceName(claim.by)), ' ',
      make('strong', {}, nameOf('stance', claim.stance)),
      claim.hedged ? ` (${word('hedged')})` : null,
      claim.via === null ? null : [word('comma'), word('through'), ' ',
        opener(`source:${claim.via}`, sourceName(claim.via))]),
    about === '' ? null : make('p', {class: 'small'}, about),
    where.length === 0 ? null : make('p', {class: 'small'},
      where.flatMap((part, index) => [index > 0 ? word('comma') : null, part])),
    claim.quotes.map(({text, language}) => make('blockquote', {lang: language ?? undefined,
      dir: 'auto'}, text)),
    claim.note === null ? null : make('p', {class: 'note'}, word('note'), word('colon'),
      isolate(claim.note)),
    claim.href === null && claim.archived === null ? null : make('p', {class: 'small'},
      linkIfAny(claim.href, 'link'), ' ', linkIfAny(claim.archived, 'archived')));
}

const stanceOrder = ['asserts', 'denies', 'qualifies', 'no-comment'];

/** @param {Claim[]} claims */
function claimList(claims) {
  const sorted = stanceOrder.flatMap((stance) => claims.filter((claim) => claim.stance === stance));
  return make('ul', {class: 'claims'}, sorted.map(claimItem));
}

/**
 * @param {Statement[] | undefined} statements
 * @returns {Child[]}
 */
function statementParts(statements) {
  return (statements ?? []).flatMap(({about, value, evidence, claims}) => [
    make('h4', {}, `${word(`about-${about}`)}${word('colon')}`, isolate(shownText(data.values, value)),
      ' ', evidenceMark(evidence)),
    claimList(claims)]);
}

/**
 * The days of which claims about RELATION are shown: all if it has periods, and none of them then
 * (as relation_query_span).
 * @param {Relation} relation
 */
function spanFor(relation) {
  return shownSpan === null || relation.periods === undefined || holdsIn(relation, shownSpan)
    ? shownSpan : null;
}

/** Whether the time shown is that of the figure. */
function isOwnTime() {
  return String(shownSpan) === String(shownFigure().view.span);
}

/**
 * What is said of a relation at the time shown; EVER if there are only words about all its times,
 * in which something else may be so.
 * @param {Relation} relation
 */
function wordsAbout(relation) {
  const {view} = shownFigure();
  const {sentence, statement, explain} = relation;
  const timed = view.timed[String(relation.number)];
  if (isOwnTime() && timed !== undefined) return {...timed, ever: false};
  const ever = shownSpan !== null && !(isOwnTime() && view.relations.includes(relation.number)) &&
    (claimsIn(relation, spanFor(relation)).length < explain.claims.length ||
      phaseIn(relation, shownSpan) !== explain.phase);
  return {sentence, statement, why: ever ? '' : explain.why, ever};
}

/** @param {Relation} relation @param {string} why as explain says it, in English */
function whyText(relation, why) {
  const span = spanFor(relation);
  if (data.language.split('-')[0] === 'en' && why !== '') return why.replace(/^[a-z]+: /, '');
  return [word('independent', independentIn(relation, span)),
    anonymousIn(relation, span) ? word('only-anonymous') : '', gradeText(gradeIn(relation, span))]
    .filter((text) => text !== '').join(word('semicolon'));
}

/**
 * The claims about a relation: those that speak of the time shown, and the others folded.
 * @param {Relation} relation
 * @returns {Child[]}
 */
function claimParts(relation) {
  const now = claimsIn(relation, spanFor(relation));
  const others = relation.explain.claims.filter((claim) => !now.includes(claim));
  return [
    make('h3', {}, word(others.length === 0 ? 'claims' : 'claims-then')), claimList(now),
    others.length === 0 ? null : make('details', {}, make('summary', {},
      `${word('other-times')} (${others.length})`), claimList(others))];
}

/**
 * What each party that tells the figure says of a relation.
 * @param {Relation} relation
 * @returns {Child[]}
 */
function partyParts(relation) {
  const parties = partiesShown();
  return parties.length === 0 ? [] : [make('h3', {}, word('tellers')),
    make('dl', {class: 'parties'}, parties.map((party) => make('div', {},
      make('dt', {}, isolate(partyName(party))),
      make('dd', {}, toldWord(toldBy(relation, party, shownSpan), party)))))];
}

/**
 * @param {RelationFacts} facts
 */
function typeText(facts) {
  return nameOf('type', facts.type);
}

/**
 * @param {Relation} relation
 * @returns {Child[]}
 */
function relationParts(relation) {
  const {explain, form, spans} = relation;
  const {sentence, why, ever} = wordsAbout(relation);
  return [
    make('h2', {}, typeText(explain), form === null ? null : [word('colon'), isolate(form)]),
    ever ? make('p', {class: 'small'}, word('all-times')) : null,
    make('p', {class: 'sentence', dir: 'auto'}, sentence),
    make('p', {}, evidenceMark(evidenceIn(relation, spanFor(relation))), ' ',
      whyText(relation, why)),
    make('dl', {},
      field('from', actorList(explain.from_all)), field('to', actorList(explain.to)),
      field('direction', explain.mutual && !relation.one_way ? word('either-way') : null),
      field('when', spans === null ? word('undated') : said(showDate(explain.when))),
      field('periods', said(explain.periods.map(({when}) => showDate(when)).join(word('semicolon')))),
      field('where', said(explain.place)),
      field('event', explain.event === null ? null : actorList([explain.event])),
      field('phase', nameOf('phase', phaseIn(relation, shownSpan))),
      field('weight', word('of-five', weightIn(relation, shownSpan))),
      field('sign', nameOf('sign', explain.sign)), field('tier', nameOf('tier', explain.tier)),
      field('amounts', said(amountsText(explain.amounts))),
      field('share', explain.share === null ? null : `${explain.share} %`),
      propertyFields(explain), field('link', linkIfAny(explain.href, 'open-link')),
      field('note', said(explain.note))),
    ...partyParts(relation), ...claimParts(relation), ...statementParts(explain.statements),
  ];
}

/**
 * @param {Relation} relation
 */
function relationItem(relation) {
  const evidence = evidenceIn(relation, spanFor(relation));
  return make('li', {},
    opener(relation.explain.id, wordsAbout(relation).statement),
    evidence === 'asserted' ? null : [' ', evidenceMark(evidence)]);
}

/**
 * A list of relations below a heading, or nothing without any.
 * @param {string} heading
 * @param {Relation[]} list
 * @returns {Child[]}
 */
function relationList(heading, list) {
  return list.length === 0 ? [] : [
    make('h3', {}, `${heading} (${list.length})`),
    make('ul', {class: 'ties'}, list.map(relationItem))];
}

/**
 * The ties of an actor by their types.
 * @param {Relation[]} list
 * @returns {Child[]}
 */
function tiesByType(list) {
  return Object.keys(data.names.type).flatMap((type) =>
    relationList(nameOf('type', type), list.filter(({explain}) => explain.type === type)));
}

/** @param {Name[]} names @param {string} shown */
function otherNames(names, shown) {
  return names.filter(isHeld).filter(({text}) => text !== shown).flatMap(({text, language}, index) =>
    [index > 0 ? word('semicolon') : null, isolate(text, language)]);
}

/**
 * @param {Actor} actor
 * @returns {Child[]}
 */
function actorParts(actor) {
  const {explain, name, kind} = actor;
  const {id} = explain;
  const spoken = data.sources.filter((source) => source.explain.actor === id);
  return [
    make('h2', {}, isolate(shownName(actor))),
    make('p', {}, kind),
    make('p', {}, make('button', {type: 'button',
      click: () => setCriteria({focus: id, hops: null})}, word('focus-on'))),
    make('dl', {},
      field('names', otherNames(explain.names, name)), field('role', said(explain.role)),
      field('part-of', typeof explain.parent === 'string' ? actorList([explain.parent]) : null),
      field('parts', actorList((partsOf.get(id) ?? []).map((part) => part.explain.id))),
      field('when', explain.what === 'event' ? showDate(explain.when) || word('undated') : null),
      field('where', said(explain.place)), field('outcome', said(explain.outcome)),
      field('participants', actorList(attendeesOf(explain))),
      field('took-part', actorList((eventsOf.get(id) ?? []).map((event) => event.explain.id))),
      field('is-source', spoken.flatMap((source, index) => [index > 0 ? word('comma') : null,
        opener(`source:${source.explain.id}`, shownName(source))])),
      propertyFields(explain), field('link', linkIfAny(explain.href, 'open-link')),
      field('note', said(explain.note))),
    ...statementParts(explain.statements),
    ...tiesByType([...new Set([...(tiesOf.get(id) ?? []), ...(tiesOfEvent.get(id) ?? [])])]),
  ];
}

/**
 * Whether a source is another one, or is based on it.
 * @param {string} source
 * @param {string} other
 */
function isBasedOn(source, other) {
  let at = /** @type {string | null | undefined} */ (source);
  while (at !== null && at !== undefined && at !== other) {
    at = sources.get(at)?.explain.basis;
  }
  return at === other;
}

/**
 * Whether all that assert a relation are this source, or are based on it.
 * @param {Relation} relation
 * @param {string} source
 */
function restsOn(relation, source) {
  const asserting = claimsOf(relation, spanFor(relation), 'asserts');
  return asserting.length > 0 && asserting.every(({by}) => isBasedOn(by, source));
}

/**
 * @param {Source} source
 * @returns {Child[]}
 */
function sourceParts(source) {
  const {explain, name} = source;
  const {id} = explain;
  const ties = claimsOfSource.get(id) ?? [];
  const sourceLink = (/** @type {string | null} */ other) =>
    (other === null ? null : opener(`source:${other}`, sourceName(other)));
  const [letter] = partsOfGrade(explain.reliability);
  const says = (/** @type {Relation} */ relation, /** @type {string} */ stance) =>
    claimsOf(relation, spanFor(relation), stance).some(({by}) => by === id);
  const alone = data.relations.filter((relation) => restsOn(relation, id));
  return [
    make('h2', {}, isolate(shownName(source))),
    make('p', {}, word('source')),
    make('p', {}, make('button', {type: 'button', click: () => setCriteria({'source': id,
      'asserted-by': null, 'denied-by': null})}, word('only-source'))),
    make('dl', {},
      field('names', otherNames(explain.names, name)), field('author', said(explain.author)),
      field('work', said(explain.work)), field('publisher', said(explain.publisher)),
      field('actor', explain.actor === null ? null : actorList([explain.actor])),
      field('reliability', letter === '' ? null : gradeText(letter)),
      field('anonymous', explain.anonymous ? word('yes') : null),
      field('through', sourceLink(explain.via)), field('rests-on', sourceLink(explain.basis)),
      field('date', said(showDate(explain.date))),
      field('link', linkIfAny(explain.href, 'open-link')),
      field('archived', linkIfAny(explain.archived, 'open-copy')),
      field('accessed', said(showDate(explain.accessed))), field('note', said(explain.note)),
      field('alone', alone.length === 0 ? null : word('ties-number', alone.length))),
    ...stanceOrder.flatMap((stance) => relationList(nameOf('stance', stance),
      ties.filter((relation) => says(relation, stance)))),
    ...relationList(word('other-times'), ties.filter((relation) =>
      !stanceOrder.some((stance) => says(relation, stance)))),
  ];
}

/**
 * What is said about an id, as explain takes it.
 * @param {string} show
 * @returns {Child[]}
 */
function partsFor(show) {
  const relation = relations.get(show);
  const actor = actors.get(show);
  const source = sources.get(show.replace(/^source:/, ''));
  if (relation !== undefined) return relationParts(relation);
  if (actor !== undefined) return actorParts(actor);
  return source === undefined ? [make('p', {class: 'hint'}, word('nothing-open'))]
    : sourceParts(source);
}

let detailsShown = '';
/** @type {Element | null} what had the focus when something was opened */
let openedFrom = null;

/** Goes back to where the details were opened, or to the figure. */
function closeDetails() {
  const back = openedFrom?.isConnected && openedFrom.closest('[hidden]') === null ? openedFrom
    : shownFigure().svg.querySelector('[tabindex="0"]');
  change({show: ''}, true);
  if (back instanceof HTMLElement || back instanceof SVGElement) back.focus();
}

details.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && state.show !== '') closeDetails();
});

/** Marks the groups of what is explained, in all panels. */
function pickGroups() {
  for (const figure of figures) {
    for (const old of figure.svg.querySelectorAll('.picked')) old.classList.remove('picked');
    for (const [group, ids] of state.show === '' ? [] : figure.parts)
      if (ids.includes(state.show)) group.classList.add('picked');
  }
}

function showDetails() {
  const what = JSON.stringify([state.show, state.view, shownSpan, partiesShown()]);
  const [before] = detailsShown === '' ? [null] : JSON.parse(detailsShown);
  if (what === detailsShown) return;
  detailsShown = what;
  if (state.show !== '' && !details.contains(document.activeElement))
    openedFrom = document.activeElement;
  const close = state.show === '' ? null : make('button', {type: 'button', class: 'close',
    click: closeDetails}, word('close'));
  fill(details, [close, ...partsFor(state.show)]);
  if (state.show === before) return;
  details.scrollTop = 0;
  if (state.show !== '' && !matchMedia('(min-width: 82rem)').matches)
    details.scrollIntoView({block: 'nearest'});
  pickGroups();
}
