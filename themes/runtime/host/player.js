// Launches a unit as an LMS does: a page with the API, the content in its frame or in a window that it opened.
// In: the address /play/COURSE/TARGET/UNIT?options. Out: calls and records to the server. A failure is told on the page.

import {keptWith, offer, settingsWith} from './faults.js';
import {createPanel} from './panel.js';
import {STANDARDS} from './standards.js';

const [, , course, target, unit] = location.pathname.split('/').map(decodeURIComponent);
const options = Object.fromEntries(new URLSearchParams(location.search));
const standard = target.startsWith('scorm2004') ? STANDARDS.scorm2004 : STANDARDS.scorm12;
const panel = createPanel(document);
const frame = /** @type {HTMLIFrameElement} */ (document.querySelector('#content'));

/** @param {string} url @param {object} body @returns {Promise<any>} */
const post = async (url, body) => {
  const answer = await fetch(url, {method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(body)});
  const value = await answer.json();
  if (!answer.ok) throw new Error(value.error);
  return value;
};

/** Sends in the background, as a page that is being left can; the answer is not known then. @param {string} url @param {object} body */
const beacon = (url, body) => navigator.sendBeacon(url, new Blob([JSON.stringify(body)], {type: 'application/json'}));

/** The way of one session's calls and commits to the server. @param {string} learner @param {number} session @param {boolean} loseUnload */
const reporter = (learner, session, loseUnload) => {
  const url = `/__host/record?${new URLSearchParams({course, unit, target, learner, session: String(session)})}`;
  /** @type {object[]} */
  let pending = [];
  let count = 0;
  let due = 0;
  const take = () => {
    const calls = pending;
    pending = [];
    return calls;
  };
  const flush = () => {
    due = 0;
    if (pending.length > 0) void post(url, {event: 'calls', calls: take()});
  };
  return {
    /** @param {import('./strict12.js').Call} call */
    hear: (call) => {
      const args = call.args.map((arg) => arg ?? null);
      pending.push({...call, args, n: count});
      panel.call(call);
      count += 1;
      due ||= window.setTimeout(flush, 100);
    },
    // Synchronous, as LMSs do it: what a commit answers was kept, or was not.
    /** @param {string} event @param {import('./model12.js').Model} model @returns {import('./strict12.js').Stored} */
    store: (event, model) => {
      const body = {event, model, calls: take()};
      try {
        const request = new XMLHttpRequest();
        request.open('POST', url, false);
        request.setRequestHeader('Content-Type', 'application/json');
        request.send(JSON.stringify(body));
        if (request.status === 200) return JSON.parse(request.responseText);
      } catch {
        // Browsers end synchronous requests of a page that is being left.
        if (!loseUnload && beacon(url, body)) return {answer: 'true', error: '0'};
      }
      return {answer: 'false', error: '101'};
    },
  };
};

/** Begins a session and gives the content's address. */
const begin = async () => {
  const launch = await post('/__host/session', {course, unit, target, options});
  const {faults, session} = launch;
  const settings = settingsWith(launch.settings, faults);
  const report = reporter(settings.student_id, session, faults.lose_unload);
  const model = standard.openSession(keptWith(launch.model, faults), launch.finished, settings);
  const api = standard.createApi({
    model,
    activity: settings.activity,
    mandatoryOnly: faults.mandatory_only,
    store: report.store,
    heard: (call) => {
      report.hear(call);
      panel.model(api.peek());
    },
  });
  document.title = `${launch.title} - coursec preview`;
  const {student_id: learner, student_name: name, mode, credit, keep} = launch.settings;
  // Without an API the record is the browser's, or an LRS's.
  const alone = ['cmi5', 'web', 'xapi'].includes(target);
  panel.begin(launch.title, session, alone ? {} : model, {learner, name, mode, credit, keep}, standard);
  if (alone) offer(window, standard.name, null, {...faults, no_api: true});
  else offer(window, standard.name, api, faults);
  return launch.content;
};

/** Takes the content away, so that it can end its session, and what it sent then can arrive, before another begins. */
const clear = () => new Promise((done) => {
  frame.addEventListener('load', () => setTimeout(done, 100), {once: true});
  frame.src = 'about:blank';
});

/** @param {() => Promise<void>} work */
const told = (work) => () => work().catch((problem) => panel.say(problem.message));

const launch = told(async () => {
  await clear();
  frame.src = await begin();
});

document.querySelector('#again')?.addEventListener('click', launch);
document.querySelector('#forget')?.addEventListener('click', told(async () => {
  const {learner = ''} = options;
  await clear();
  await fetch(`/__host/record?${new URLSearchParams({course, unit, target, learner})}`, {method: 'DELETE'});
  launch();
}));
document.querySelector('#window')?.addEventListener('click', told(async () => {
  // Opened in the click itself, or the browser forbids it; it keeps its opener, as content looks for the API there.
  const opened = window.open('about:blank', 'content', 'popup,width=1100,height=800');
  await clear();
  const address = await begin();
  if (opened) opened.location.href = address;
  else panel.say('The browser did not let a window be opened.');
}));

const news = new EventSource('/__host/events');
news.addEventListener('built', () => {
  void panel.build();
  launch();
});
news.addEventListener('failed', () => void panel.build());
news.addEventListener('statements', () => void panel.statements());
news.addEventListener('faults', () => void panel.faults());
void panel.build();
void panel.statements();
void panel.faults();
launch();
