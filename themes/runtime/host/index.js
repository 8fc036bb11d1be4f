// Lists what was built. In: /__host/site. Out: links to the pages that launch. A failed build is told above the list.

const find = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @param {{id: string, title: string, targets: string[], units: {id: string, title: string, targets: string[]}[]}} course */
const section = (course) => {
  const made = document.createElement('section');
  const heading = document.createElement('h2');
  heading.textContent = course.title;
  const list = document.createElement('ul');
  for (const unit of course.units) {
    const targets = course.targets.filter((target) => unit.targets.includes(target));
    if (!targets.length) continue;
    const entry = document.createElement('li');
    entry.append(`${unit.title}: `);
    targets.forEach((target, at) => {
      const link = document.createElement('a');
      link.href = `/play/${[course.id, target, unit.id].map(encodeURIComponent).join('/')}`;
      link.textContent = target === 'web' ? 'as a web site' : `in the LMS (${target})`;
      entry.append(at > 0 ? ' · ' : '', link);
    });
    list.append(entry);
  }
  made.append(heading, list);
  return made;
};

const show = async () => {
  const {courses, failed, problems} = await (await fetch('/__host/site')).json();
  find('courses').replaceChildren(...courses.map(section));
  find('build').textContent = failed ? 'The last build failed. These are the courses before it.' : 'Up to date';
  find('problems').textContent = problems;
  find('problems').hidden = problems === '';
};

const news = new EventSource('/__host/events');
news.addEventListener('built', () => void show());
news.addEventListener('failed', () => void show());
void show();
