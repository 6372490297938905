// <policy-notice src="notices.json">: the notice of a policy on the home screen of a
// web app. The steps are those of docs/app-integration.md, by number.

const ACTIONS = ['none', 'inform', 'acknowledge', 'consent'];
const SEVERITIES = ['material', 'clarification', 'editorial', 'translation'];
const MOST_BYTES = 1 << 20;
const MOST_TIME = 10_000;

const isText = (value) => typeof value === 'string' && value !== '';
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isDay = (value) => isText(value) && /^\d{4}-\d\d-\d\d$/.test(value);
const own = (object, key) => (isObject(object) && Object.hasOwn(object, key) ? object[key] : undefined);
const texts = (object) => Object.entries(object).filter(([, value]) => isText(value));

/**
 * The cards to show, and what to store whether or not they are shown.
 * @param index what notices.json says, parsed
 * @param device what was stored on this device, or anything else on a first start
 * @param {Date} now the time
 * @param {string[]} languages what the reader prefers, BCP 47, best first
 */
export function cards(index, device, now, languages) {
  const known = { serial: 0, policies: Object.create(null) };
  if (Number.isSafeInteger(own(device, 'serial'))) known.serial = device.serial;
  for (const [policy, entry] of Object.entries(own(device, 'policies') ?? {})) {
    if (isText(own(entry, 'ack-key')) && isObject(own(entry, 'clauses'))) known.policies[policy] = remember(entry);
  }
  const result = { cards: [], device: known };
  // 1, 2: a format that is known, and no older copy than the last one.
  if (own(index, 'schema') !== 'ereje-notices/1' || !Array.isArray(own(index, 'notices'))) return result;
  if (!Number.isSafeInteger(index.serial) || index.serial < known.serial) return result;
  known.serial = index.serial;
  // 3: notices that can be read and still hold.
  const active = index.notices.filter((one) => isNotice(one) && one.status === 'active');
  for (const policy of new Set(active.map((one) => one.policy))) {
    const all = active.filter((one) => one.policy === policy);
    const newest = all.at(-1);
    const before = own(known.policies, policy);
    // 4, 5: who begins, or knows the newest text, is shown nothing.
    if (!before || before['ack-key'] === newest['ack-key']) {
      known.policies[policy] = remember(newest);
      continue;
    }
    const card = merged(all, before, now, languages);
    if (card) result.cards.push(card);
  }
  return result;
}

/** What to store once a card was acknowledged. */
export const acknowledged = (device, card) => ({
  ...device,
  policies: { ...device.policies, [card.policy]: card.remember },
});

function isNotice(one) {
  return ['policy', 'version', 'status', 'ack-key'].every((name) => isText(own(one, name)))
    && isDay(own(one, 'effective')) && isDay(own(own(one, 'show'), 'from')) && isDay(own(own(one, 'show'), 'until'))
    && isObject(own(one, 'clauses')) && isObject(own(one, 'locales'));
}

const remember = (notice) => ({
  version: isText(notice.version) ? notice.version : '',
  'ack-key': notice['ack-key'],
  clauses: Object.fromEntries(texts(notice.clauses)),
});

// One card for all notices that were not acknowledged.
function merged(all, before, now, languages) {
  // 6: those behind the one that is known.
  const last = all.findLastIndex((one) => one['ack-key'] === before['ack-key']);
  const waiting = all.slice(last + 1).flatMap((notice) => {
    const day = dayIn(notice['time-zone'], now);
    // 7: those that are shown today.
    if (!isText(notice.from) || day < notice.show.from || day >= notice.show.until) return [];
    // 8: those that inform.
    const action = informing(notice);
    if (action === 'none') return [];
    const text = inLanguage(notice, languages);
    // 10: a translation concerns those who read it.
    if (!text || (notice.severity === 'translation' && text.changes.length === 0)) return [];
    return [{ notice, text, action, day }];
  });
  const newest = waiting.at(-1);
  if (!newest) return undefined;
  const { notice, text, day } = newest;
  // 11: the words of the day.
  const phase = day < notice.effective ? 'coming' : 'now';
  const coming = phase === 'coming' ? own(text.entry, 'coming') : undefined;
  const words = isText(own(coming, 'title')) ? coming : text.entry;
  return {
    policy: notice.policy,
    version: notice.version,
    versions: waiting.map((one) => one.notice.version),
    phase,
    action: ACTIONS[Math.max(...waiting.map((one) => ACTIONS.indexOf(one.action)))],
    effective: notice.effective,
    language: text.language,
    direction: own(text.entry, 'direction') === 'rtl' ? 'rtl' : 'ltr',
    title: words.title,
    summary: isText(words.summary) ? words.summary : '',
    changes: changes(waiting, before),
    links: {
      policy: safe(own(own(text.entry, 'links'), 'policy')),
      redline: safe(own(own(text.entry, 'links'), 'redline')),
    },
    remember: remember(notice),
  };
}

function informing(notice) {
  if (!ACTIONS.includes(notice.action)) return 'inform';
  return notice.action === 'none' && !SEVERITIES.includes(notice.severity) ? 'inform' : notice.action;
}

function dayIn(zone, now) {
  try {
    return new Intl.DateTimeFormat('sv-SE', { timeZone: /^[a-z]/i.test(zone) ? zone : 'UTC' }).format(now);
  } catch {
    return now.toISOString().slice(0, 10);
  }
}

// 9: the reader's language, or the one that stands for it.
function inLanguage(notice, languages) {
  const entries = Object.entries(notice.locales).sort(([one], [other]) => (one < other ? -1 : 1));
  const current = entries.filter(([, entry]) => own(entry, 'state') === 'current' && isText(own(entry, 'title')));
  const tags = current.map(([tag]) => tag);
  const instead = own(notice.locales, match(entries.map(([tag]) => tag), languages));
  const language = [match(tags, languages), own(instead, 'locale'), notice['authoritative-locale']]
    .find((tag) => tags.includes(tag));
  if (language === undefined) return undefined;
  const entry = notice.locales[language];
  const list = Array.isArray(own(entry, 'changes')) ? entry.changes : [];
  return { language, entry, changes: list.filter((one) => isText(own(one, 'clause'))) };
}

/** The tag that fits best: RFC 4647 lookup, then the same language and script. */
function match(tags, languages) {
  for (const wanted of Array.isArray(languages) ? languages.filter(isText) : []) {
    for (let range = wanted; range; range = range.replace(/(-[^-])?-?[^-]*$/, '')) {
      const found = tags.find((tag) => tag.toLowerCase() === range.toLowerCase());
      if (found) return found;
    }
    const found = likely(wanted) && tags.find((tag) => likely(tag) === likely(wanted));
    if (found) return found;
  }
  return undefined;
}

function likely(tag) {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return script && `${language}-${script}`;
  } catch {
    return undefined;
  }
}

// 12: what changed since the text that is known.
function changes(waiting, before) {
  const { notice, text } = waiting.at(-1);
  const told = new Map(waiting.flatMap((one) => one.text.changes.map((change) => [change.clause, change])));
  const view = (change, op) => ({
    clause: change.clause,
    op,
    heading: isText(change.heading) ? change.heading : null,
    url: safe(change.url),
  });
  if (waiting.length === 1 && before.version === notice.from) return text.changes.map((one) => view(one, isText(one.op) ? one.op : 'changed'));
  const now = remember(notice).clauses;
  const ids = new Set([...told.keys(), ...Object.keys(now).sort(), ...Object.keys(before.clauses).sort()]);
  return [...ids].flatMap((clause) => {
    const [was, is] = [own(before.clauses, clause), own(now, clause)];
    if (was === is) return [];
    const op = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed';
    return [view(told.get(clause) ?? { clause }, op)];
  });
}

/** 13: an address that leads to a page and runs nothing, or null. */
function safe(url) {
  const scheme = isText(url) ? /^([^:/?#]*):/.exec(url)?.[1] : '';
  return isText(url) && (scheme === undefined || /^https?$/i.test(scheme)) ? url : null;
}
