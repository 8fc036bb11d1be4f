#!/usr/bin/env python3
"""Makes a course of any size, the same every time: tests/bench/course.py UNITS FOLDER

Each unit has about 690 words in 4 lessons, 3 outcomes, and 10 items of the three types with feedback.
"""
import pathlib
import random
import sys

LESSONS = 4
# With the title and the heading these come to about 172 words a lesson.
PARAGRAPHS = (50, 44)
POINTS = (18, 16, 15, 14)
WORDS = """the of and to in a is that it for was on are as with they be at this have from or had by word but what some we can out other
were all there when up use your how said an each she which do their time if will way about many then them write would like so these
her long make thing see him two has look more day could go come did number sound no most people over know water than call first who
may down side been now find any new work part take get place made live where after back little only round man year came show every
good me give our under name very through just form sentence great think say help low line differ turn cause much mean before move
right boy old too same tell does set three want air well also play small end put home read hand port large spell add even land here
must big high such follow act why ask men change went light kind off need house picture try us again animal point mother world near
build self earth father customer service question answer record quality measure training support system process standard evidence
criterion outcome manager supervisor colleague response enquiry complaint feedback policy procedure legislation security message
conversation channel solution information understanding responsibility communication""".split()
NOUNS = WORDS[-30:]


class Author:
    """Writes sentences: the first words of the list far more often than the last, as in a language."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.weights = [1 / (place + 2) for place in range(len(WORDS))]

    def words(self, number):
        return self.random.choices(WORDS, self.weights, k=number)

    def sentence(self, number):
        return ' '.join(self.words(number)).capitalize() + '.'

    def paragraph(self, number, indent):
        """Sentences of up to 12 words, in lines of 12."""
        words = []
        while number > 0:
            words += self.sentence(min(12, number)).split()
            number -= 12
        words[3] = f'**{words[3]}**'
        lines = [' '.join(words[at:at + 12]) for at in range(0, len(words), 12)]
        return ''.join(f'{indent}{line}\n' for line in lines)

    def lesson(self, number):
        points = ''.join(f'      - {self.sentence(length)}\n' for length in POINTS)
        return (f'  - id: lesson-{number}\n    title: {self.sentence(4)}\n    teaches: [LO{(number - 1) % 3 + 1}]\n    duration: PT10M\n'
                f'    body: |\n{self.paragraph(PARAGRAPHS[0], "      ")}\n      ## {self.sentence(3)}\n\n{points}\n'
                f'{self.paragraph(PARAGRAPHS[1], "      ")}')

    def outcome(self, number):
        criteria = ''.join(f'      - id: {number}.{place}\n        statement: {self.sentence(9)}\n' for place in (1, 2, 3))
        return f'  - id: LO{number}\n    statement: {self.sentence(8)}\n    criteria:\n{criteria}'

    def item(self, number):
        head = f'  - id: q-{number}\n    type: %s\n    prompt: %s\n    assesses: [{(number - 1) // 3 % 3 + 1}.{(number - 1) % 3 + 1}]\n'
        said = f'    feedback:\n      correct: {self.sentence(12)}\n      incorrect: {self.sentence(12)}\n'
        if number % 3 == 1:
            options = ''.join(f'      - id: {name}\n        text: {self.sentence(6)}\n        feedback: {self.sentence(9)}\n' for name in 'bcd')
            right = f'      - id: a\n        text: {self.sentence(6)}\n        correct: true\n'
            return head % ('choice', self.sentence(12)) + f'    options:\n{right}{options}' + said
        if number % 3 == 2:
            return head % ('true-false', self.sentence(12)) + f'    answer: {self.random.choice(("true", "false"))}\n' + said
        return head % ('fill-in', f"'{self.sentence(9)} [[gap]].'") + f'    answers:\n      gap: [{", ".join(self.random.sample(NOUNS, 2))}]\n' + said


def unit(number):
    """The text of unit `number`."""
    author = Author(number)
    outcomes = ''.join(author.outcome(place) for place in (1, 2, 3))
    lessons = ''.join(author.lesson(place) for place in range(1, LESSONS + 1))
    items = ''.join(author.item(place) for place in range(1, 11))
    return (f'id: unit-{number}\ntitle: {author.sentence(5)}\noutcomes:\n{outcomes}lessons:\n{lessons}assessments:\n'
            f'  - id: practice\n    title: Practice\n    purpose: formative\n    items: [{", ".join(f"q-{place}" for place in range(1, 6))}]\n'
            f'  - id: test\n    title: Test\n    purpose: summative\n    items: [{", ".join(f"q-{place}" for place in range(6, 11))}]\n'
            f'items:\n{items}')


def make(units, folder):
    """Writes a course of so many units into `folder`."""
    (folder / 'units').mkdir(parents=True)
    for number in range(1, units + 1):
        (folder / 'units' / f'{number:05}.yaml').write_text(unit(number))
    listed = ''.join(f'  - units/{number:05}.yaml\n' for number in range(1, units + 1))
    (folder / 'course.yaml').write_text(
        'coursec: 1\nid: bench\nversion: 1.0.0\nlang: en-GB\ntitle: A course to measure with\n'
        f'base_iri: https://learn.example.org/bench\nstructure: unit-per-sco\ntargets: [scorm12]\nunits:\n{listed}')


if __name__ == '__main__':
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    make(int(sys.argv[1]), pathlib.Path(sys.argv[2]))
