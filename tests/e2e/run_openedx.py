"""Open edX's SCORM block (PyPI openedx-scorm-xblock) on loopback: run_openedx.py PORT FOLDER.

Its own code imports packages, serves their files, draws the player and grades; what stands in for Open edX around it is here: storage in FOLDER,
one learner, a list of what is published. POST /import takes a zip and begins anew; GET / is the player; GET /record is what is known.
"""

import json
import os
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from threading import Lock
from types import SimpleNamespace
from urllib.parse import urlsplit

import django
from django.conf import settings

port, folder = int(sys.argv[1]), sys.argv[2]
templates = [{"BACKEND": "django.template.backends.django.DjangoTemplates"}]
settings.configure(MEDIA_ROOT=folder, MEDIA_URL="/media/", USE_TZ=True, TEMPLATES=templates)
django.setup()

from openedxscorm.scormxblock import ScormXBlock  # noqa: E402
from webob import Request  # noqa: E402
from xblock.field_data import DictFieldData  # noqa: E402
from xblock.fields import ScopeIds  # noqa: E402

PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Open edX</title><link rel="icon" href="data:,">
<script src="/jquery.js"></script><style>iframe {{ border: 0; width: 100%; height: 95vh; }}</style>
<div id="block">{html}</div><script>{scripts}
ScormXBlock({{ handlerUrl: (_, name) => "/handler/" + name }}, document.getElementById("block"), {arguments});</script></html>"""

# What the block's script asks of jQuery, which Open edX has on each page.
JQUERY = """
const $ = (of) => {
  if (typeof of === "function") return void of($);
  const found = of instanceof Node ? [of] : [...of];
  const self = { length: found.length, get: (at) => found[at], find: (selector) => $(found.flatMap((one) => [...one.querySelectorAll(selector)])) };
  self.html = (text) => { if (text !== undefined) for (const one of found) one.innerHTML = text; return self; };
  self.on = (event, ...more) => { if (more.length === 1) for (const one of found) one.addEventListener(event, more[0]); return self; };
  return self;
};
$.ajax = ({ type = "GET", url, data, async = true, success, complete }) => {
  const request = new XMLHttpRequest();
  request.open(type, url, async);
  request.onload = () => { if (request.status === 200) success?.(JSON.parse(request.responseText)); };
  request.onloadend = () => complete?.();
  request.send(data);
};
"""


class Runtime:
    """What a block asks of the platform."""

    user_is_staff = False

    def __init__(self):
        self.published = []

    def service(self, _block, name):
        attributes = {"edx-platform.user_id": "7", "edx-platform.username": "learner"}
        user = SimpleNamespace(opt_attrs=attributes)
        return SimpleNamespace(get_current_user=lambda: user) if name == "user" else None

    def handler_url(self, _block, name, suffix="", **_more):
        return f"/handler/{name}/{suffix}".rstrip("/")

    def publish(self, _block, kind, data):
        self.published.append([kind, data])


class Upload(BytesIO):
    """A file of a form, which has a name."""

    name = "course.zip"


class Desk:
    """A block in a course, and its one learner."""

    def __init__(self, number):
        self.runtime = Runtime()
        ids = ScopeIds("7", "scorm", f"definition-{number}", f"usage-{number}")
        self.block = ScormXBlock(self.runtime, DictFieldData({}), ids)
        self.block.location = SimpleNamespace(block_id=f"block-{number}", block_type="scorm", course="course", org="org")
        self.answer = {}

    def take(self, package):
        """Uploads a package as Studio does."""
        fields = {"display_name": "Course", "width": "", "height": "", "has_score": "1", "enable_navigation_menu": "1"}
        fields |= {"enable_fullscreen_button": "0", "navigation_menu_width": "", "weight": "1", "popup_on_launch": "0"}
        upload = Upload(package)
        request = SimpleNamespace(params={**fields, "file": SimpleNamespace(file=upload)})
        self.answer = self.block.studio_submit(request, "").json

    def page(self):
        fragment = self.block.student_view()
        scripts = "\n".join(part.data for part in fragment.resources if part.mimetype == "application/javascript" and part.kind == "text")
        return PAGE.format(html=fragment.content, scripts=scripts, arguments=json.dumps(fragment.json_init_args))

    def record(self):
        block = self.block
        fields = ["index_page_path", "scorm_version", "package_warnings", "lesson_status", "success_status", "lesson_score", "scorm_data"]
        known = {name: getattr(block, name) for name in fields}
        return {**known, "answer": self.answer, "grade": block.get_grade(), "navigation": block.navigation_menu, "published": self.runtime.published}


desks = [Desk(0)]
lock = Lock()


class Handler(BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def send(self, body, kind="text/html; charset=utf-8", status=200):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def handled(self, body=b""):
        """What a handler of the block answers."""
        _, _, name, *rest = urlsplit(self.path).path.split("/", 3)
        request = Request.blank(self.path, method=self.command, body=body)
        response = getattr(desks[-1].block, name)(request, "/".join(rest))
        self.send(response.body, response.content_type, response.status_int)

    def do_GET(self):
        with lock:
            if self.path == "/":
                self.send(desks[-1].page().encode())
            elif self.path == "/jquery.js":
                self.send(JQUERY.encode(), "text/javascript")
            elif self.path == "/record":
                self.send(json.dumps(desks[-1].record()).encode(), "application/json")
            elif self.path.startswith("/handler/"):
                self.handled()
            else:
                self.send(b"", status=404)

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"] or 0))
        with lock:
            if self.path == "/import":
                desks.append(Desk(len(desks)))
                desks[-1].take(body)
                self.send(json.dumps(desks[-1].record()).encode(), "application/json")
            else:
                self.handled(body)


os.makedirs(folder, exist_ok=True)
ThreadingHTTPServer(("127.0.0.1", port), Handler).serve_forever()
