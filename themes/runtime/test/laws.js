// What a package has of the laws of sessions where its course needs all of them.

import * as papers from "../src/laws/papers.js";
import * as releases from "../src/laws/releases.js";
import * as retries from "../src/laws/retries.js";
import { laws } from "../src/table.js";

Object.assign(laws, papers, releases, retries);
