// Shows what the LMS and the LRS have: data model, calls, statements, faults. In: a document with the panel's elements. Never fails.

/** The most calls that are shown; the server has more. */
const SHOWN = 500;

/** @param {string} name @param {string} [text] @param {string} [kind] */
const element = (name, text = '', kind = '') => {
  const made = document.createElement(name);
  made.textContent = text;
  if (kind) made.className = kind;
  return made;
};

/** @param {string} kind @param {...string} cells the first is the row's header */
const row = (kind, ...cells) => {
  const made = element('tr', '', kind);
  cells.forEach((text, at) => {
    const cell = element(at === 0 ? 'th' : 'td', text);
    if (at === 0) cell.setAttribute('scope', 'row');
    made.append(cell);
  });
  return made;
};

/** A statement in a line: verb, object, what came of it. @param {any} statement */
const summary = (statement) => {
  const verb = statement.verb.display ? Object.values(statement.verb.display)[0] : statement.verb.id.split('/').pop();
  const {success, completion, score, response} = statement.result ?? {};
  const facts = [
    response === undefined ? '' : `"${response}"`, success === undefined ? '' : success ? 'right' : 'wrong',
    completion ? 'complete' : '', score?.scaled === undefined ? '' : `${Math.round(score.scaled * 1000) / 10} %`,
  ].filter(Boolean);
  return [String(verb), String(statement.object.id ?? '').split('/').slice(-2).join('/'), facts.join(', ')];
};

/** The faults as the form has them. @param {HTMLFormElement} form */
const chosen = (form) => Object.fromEntries([...form.querySelectorAll('input, select')].map((control) => {
  const {name, type, value, checked} = /** @type {HTMLInputElement} */ (control);
  if (type === 'checkbox') return [name, checked];
  if (type === 'number') return [name, value === '' ? (control.hasAttribute('data-null') ? null : 0) : Number(value)];
  return [name, value === '' ? null : value];
}));

/** Shows values in the controls of that name. @param {HTMLElement} form @param {Record<string, any>} values */
const fill = (form, values) => {
  for (const control of form.querySelectorAll('input, select')) {
    const input = /** @type {HTMLInputElement} */ (control);
    if (input.type === 'checkbox') input.checked = values[input.name];
    else input.value = values[input.name] ?? '';
  }
};

/** A statement that opens to the whole of it. @param {any} statement */
const entry = (statement) => {
  const made = element('li');
  const more = element('details');
  more.append(element('summary', summary(statement).filter(Boolean).join(' - ')), element('pre', JSON.stringify(statement, null, 2)));
  made.append(more);
  return made;
};

const fetched = async (/** @type {string} */ url) => (await fetch(url)).json();

/** The data model and the calls of a session. @param {(id: string) => HTMLElement} find */
const sessionView = (find) => {
  /** @type {import('./model12.js').Model} */
  let latest = {};
  /** @type {import('./standards.js').Standard | undefined} */
  let standard;
  let due = false;
  let calls = 0;
  let refused = 0;
  const draw = () => {
    due = false;
    const size = (latest['cmi.suspend_data'] ?? '').length;
    find('state').textContent = `${size.toLocaleString('en')} of ${(standard?.state ?? 0).toLocaleString('en')} characters of state`;
    find('model').replaceChildren(...Object.keys(latest).sort().map((name) => row('', name, latest[name])));
    find('call-count').textContent = `${calls}${refused > 0 ? `, ${refused} with an error` : ''}`;
  };
  /** @param {import('./model12.js').Model} model */
  const model = (model) => {
    latest = model;
    if (!due) requestAnimationFrame(draw);
    due = true;
  };
  return {
    model,
    /** @param {import('./standards.js').Standard} spoken */
    clear: (spoken) => {
      standard = spoken;
      find('calls').replaceChildren();
      calls = 0;
      refused = 0;
    },
    /** @param {import('./strict12.js').Call} call */
    call: ({name, args, answer, error}) => {
      calls += 1;
      if (error !== '0') refused += 1;
      const told = error === '0' ? '0' : `${error} ${standard?.errors[error] ?? ''}`;
      find('calls').prepend(row(error === '0' ? '' : 'error', `${name}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`, answer, told));
      find('calls').children[SHOWN]?.remove();
      model(latest);
    },
  };
};

/** @param {Document} page */
export const createPanel = (page) => {
  const find = (/** @type {string} */ id) => /** @type {HTMLElement} */ (page.getElementById(id));
  const form = /** @type {HTMLFormElement} */ (find('faults'));
  const view = sessionView(find);
  const say = (/** @type {string} */ sentence) => { find('said').textContent = sentence; };
  const change = async () => {
    const answer = await fetch('/__host/faults', {method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(chosen(form))});
    say(answer.ok ? 'Faults of the launch hold from the next one on, those of commits and of the LRS at once.' : (await answer.json()).error);
  };
  form.addEventListener('change', () => void change());
  find('clear-statements').addEventListener('click', () => void fetch('/__host/statements', {method: 'DELETE'}));
  return {
    say,
    model: view.model,
    call: view.call,
    /** @param {string} title @param {number} session @param {import('./model12.js').Model} model @param {Record<string, string>} options as asked for @param {import('./standards.js').Standard} standard */
    begin: (title, session, model, options, standard) => {
      fill(find('launch'), options);
      find('title').textContent = title;
      find('session').textContent = `Session ${session}`;
      view.clear(standard);
      view.model(model);
      say('');
    },
    statements: async () => {
      const list = /** @type {any[]} */ (await fetched('/__host/statements'));
      find('statement-count').textContent = String(list.length);
      find('statements').replaceChildren(...list.slice(-SHOWN).reverse().map(entry));
    },
    faults: async () => fill(form, await fetched('/__host/faults')),
    build: async () => {
      const {failed, problems} = await fetched('/__host/site');
      find('build').textContent = failed ? 'The last build failed. This is the one before it.' : 'Up to date';
      find('problems').textContent = problems;
      find('problems').hidden = problems === '';
    },
  };
};
