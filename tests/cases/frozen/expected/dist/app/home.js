// The settings beside the home screen: they put on the device what an app would have
// stored, and let the notice look at it again.

const form = document.querySelector('form');
const notice = document.querySelector('policy-notice');
const told = form.querySelector('output');

/** What an app stored when its reader acknowledged a version. */
async function known(policy, version) {
  const response = await fetch(`notices/${policy}/${version}.json`);
  const { notice: one } = await response.json();
  return { version, 'ack-key': one['ack-key'], clauses: one.clauses };
}

async function start(event) {
  event?.preventDefault();
  const policies = {};
  for (const select of form.querySelectorAll('select[name=known]')) {
    if (select.value) policies[select.dataset.policy] = await known(select.dataset.policy, select.value);
  }
  localStorage.setItem(notice.getAttribute('key'), JSON.stringify({ serial: 0, policies }));
  const day = form.elements.day.value;
  day ? notice.setAttribute('at', `${day}T12:00:00Z`) : notice.removeAttribute('at');
  const language = form.elements.language.value;
  language ? notice.setAttribute('languages', language) : notice.removeAttribute('languages');
  // The same file, asked for again.
  notice.setAttribute('src', notice.getAttribute('src'));
}

notice.addEventListener('policy-notice', ({ detail }) => {
  const versions = detail.cards.map((card) => `${card.policy} ${card.versions.join(', ')} (${card.phase}, ${card.action})`);
  told.textContent = versions.length ? `Shown: ${versions.join('; ')}` : 'Nothing to show.';
});
form.addEventListener('submit', start);
if (localStorage.getItem(notice.getAttribute('key')) === null) start();
