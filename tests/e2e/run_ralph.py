"""Starts Ralph, a real Learning Record Store, on loopback: run_ralph.py PORT FOLDER USER PASSWORD.

Statements go to FOLDER/fs_lrs.jsonl. Ralph's file back end makes a new file for each request unless its operation is
set to append, and no setting does that, so it is set here.
"""

import json
import os
import sys

port, folder, user, password = int(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4]

os.environ["RALPH_APP_DIR"] = folder
os.environ["RALPH_RUNSERVER_BACKEND"] = "fs"
os.environ["RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH"] = folder

import bcrypt  # noqa: E402

with open(os.path.join(folder, "auth.json"), "w", encoding="utf-8") as auth:
    digest = bcrypt.hashpw(password.encode(), bcrypt.gensalt()).decode()
    agent = {"mbox": "mailto:tests@example.org"}
    json.dump([{"agent": agent, "scopes": ["all"], "hash": digest, "username": user}], auth)

import uvicorn  # noqa: E402
from ralph.backends.data.base import BaseOperationType  # noqa: E402
from ralph.backends.data.fs import FSDataBackend  # noqa: E402

FSDataBackend.default_operation_type = BaseOperationType.APPEND
uvicorn.run("ralph.api:app", host="127.0.0.1", port=port, log_level="warning")
