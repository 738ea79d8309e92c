-- Articles, their versions, the records that runs made of them: what was acknowledged. Everything below the line "index" can be made
-- again from these ("onrecord verify --repair").

CREATE TABLE coder (
  id INTEGER PRIMARY KEY,
  hash BLOB NOT NULL UNIQUE,              -- SHA-256 of json
  name TEXT NOT NULL,
  json TEXT NOT NULL
) STRICT;

CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  coder_id INTEGER NOT NULL REFERENCES coder,
  inputs TEXT NOT NULL,                   -- JSON array
  state INTEGER NOT NULL DEFAULT 0,       -- RunState
  started_at TEXT NOT NULL,
  ended_at TEXT,
  added INTEGER NOT NULL DEFAULT 0,
  changed INTEGER NOT NULL DEFAULT 0,
  recoded INTEGER NOT NULL DEFAULT 0,
  unchanged INTEGER NOT NULL DEFAULT 0,
  refused INTEGER NOT NULL DEFAULT 0,
  uncoded INTEGER NOT NULL DEFAULT 0,
  words INTEGER NOT NULL DEFAULT 0,
  seconds REAL NOT NULL DEFAULT 0,
  storing_seconds REAL NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE refused (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES run,
  place TEXT NOT NULL,
  reason TEXT NOT NULL,
  remedy TEXT NOT NULL
) STRICT;
CREATE INDEX refused_of_run ON refused (run_id);

CREATE TABLE article (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,               -- the article's id
  version_id INTEGER,                     -- the current version
  coding_id INTEGER                       -- its current record
) STRICT;

CREATE TABLE version (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES article,
  number INTEGER NOT NULL,                -- from 1
  content_hash BLOB NOT NULL,             -- SHA-256 of source and text
  source TEXT NOT NULL,                   -- the article as read, without its text, JSON
  text BLOB NOT NULL,                     -- UTF-8, Brotli
  run_id INTEGER NOT NULL REFERENCES run, -- that first read it
  UNIQUE (article_id, content_hash)
) STRICT;

CREATE TABLE coding (
  id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES version,
  coder_id INTEGER NOT NULL REFERENCES coder,
  run_id INTEGER NOT NULL REFERENCES run,
  hash BLOB NOT NULL,                     -- SHA-256 of the record's JSON without the text
  record BLOB NOT NULL,                   -- that JSON, Brotli; without what the text and the coder's row say already
  UNIQUE (version_id, coder_id)
) STRICT;
CREATE INDEX coding_of_run ON coding (run_id, version_id);

-- index ------------------------------------------------------------------------------------------------------------------------
-- Of current records only. Narrow tables for what is filtered and counted, wide ones for what is shown. Days are counted from
-- 0001-01-01; 0 is unknown. "term" holds the words of closed lists; 0 is none. Spans are code points, "12+28 45+3"; the words are cut
-- out of the text when they are shown. Statements and events of an article are numbered in one go.

CREATE TABLE term (id INTEGER PRIMARY KEY, value TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO term VALUES (1, 'body'), (2, 'lede'), (3, 'headline');

CREATE TABLE outlet (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  domain TEXT NOT NULL,
  UNIQUE (name, domain)
) STRICT;
CREATE VIRTUAL TABLE outlet_fts USING fts5 (name, domain, content='outlet', content_rowid='id', columnsize=0, tokenize='unicode61 remove_diacritics 2');

CREATE TABLE actor (
  id INTEGER PRIMARY KEY,                 -- 0 is the outlet as a holder of views
  key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  country TEXT NOT NULL,                  -- separated by spaces
  sector TEXT NOT NULL,
  articles INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX actor_by_articles ON actor (articles DESC, id);
CREATE VIRTUAL TABLE actor_fts USING fts5 (name, country, content='actor', content_rowid='id', columnsize=0, tokenize='unicode61 remove_diacritics 2');

CREATE TABLE article_index (
  id INTEGER PRIMARY KEY REFERENCES article,
  day INTEGER NOT NULL,
  outlet_id INTEGER NOT NULL,
  first_statement INTEGER NOT NULL,
  statements INTEGER NOT NULL,            -- how many
  first_event INTEGER NOT NULL,
  events INTEGER NOT NULL,
  words INTEGER NOT NULL,
  title TEXT,
  published TEXT,
  url TEXT
) STRICT;
CREATE INDEX article_by_day ON article_index (day DESC, id DESC, outlet_id);
CREATE INDEX article_by_outlet ON article_index (outlet_id, day DESC, id DESC);
CREATE VIRTUAL TABLE article_fts USING fts5 (title, text, content='', columnsize=0, tokenize='unicode61 remove_diacritics 2');

CREATE TABLE article_actor (
  actor_id INTEGER NOT NULL,
  article_id INTEGER NOT NULL,
  office TEXT,
  office_from TEXT,
  PRIMARY KEY (actor_id, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX actor_of_article ON article_actor (article_id);

CREATE TABLE statement (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL,
  number INTEGER NOT NULL,                -- 3 for "s3"
  day INTEGER NOT NULL,
  outlet_id INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  mode INTEGER NOT NULL,
  act INTEGER NOT NULL,
  section INTEGER NOT NULL,
  negated INTEGER NOT NULL,
  unnamed INTEGER NOT NULL,
  speaker INTEGER NOT NULL                -- the first one; 0 for none
) STRICT;
-- What is counted stands in the indexes too: a broad query reads one of them from its start and no table.
CREATE INDEX statement_by_day ON statement (day DESC, id DESC, speaker, act, outlet_id, section);
CREATE INDEX statement_by_act ON statement (act, day DESC, id DESC, speaker, outlet_id, section);
CREATE INDEX statement_by_unnamed ON statement (unnamed, id) WHERE unnamed > 0;
CREATE INDEX statement_by_section ON statement (section, day DESC, id DESC) WHERE section > 1; -- all but the body
CREATE INDEX statement_by_outlet ON statement (outlet_id, day DESC, id DESC, speaker, act, section);

CREATE TABLE statement_span (
  id INTEGER PRIMARY KEY,
  key BLOB NOT NULL,
  source TEXT NOT NULL,
  cue TEXT NOT NULL,
  content TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE statement_fts USING fts5 (
  source, cue, content, content='', columnsize=0, tokenize='unicode61 remove_diacritics 2'
);

CREATE TABLE statement_actor (            -- role 1 speaker, 2 about, 3 addressee
  statement_id INTEGER NOT NULL,
  role INTEGER NOT NULL,
  actor_id INTEGER NOT NULL,
  PRIMARY KEY (statement_id, role, actor_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX statement_actor_by_actor ON statement_actor (actor_id, role, statement_id);

CREATE TABLE answer (
  statement_id INTEGER NOT NULL,
  answered_id INTEGER NOT NULL,
  PRIMARY KEY (statement_id, answered_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX answer_by_answered ON answer (answered_id);

CREATE TABLE place (
  id INTEGER PRIMARY KEY,                 -- 0 for none
  name TEXT NOT NULL,
  country TEXT NOT NULL,
  UNIQUE (name, country)
) STRICT;
CREATE VIRTUAL TABLE place_fts USING fts5 (name, country, content='place', content_rowid='id', columnsize=0, tokenize='unicode61 remove_diacritics 2');

CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL,
  number INTEGER NOT NULL,                -- 3 for "e3"
  day INTEGER NOT NULL,
  outlet_id INTEGER NOT NULL,
  type INTEGER NOT NULL,
  base INTEGER NOT NULL,
  factuality INTEGER NOT NULL,
  section INTEGER NOT NULL,
  actor INTEGER NOT NULL,                 -- the first one; 0 for none
  recipient INTEGER NOT NULL,
  place_id INTEGER NOT NULL
) STRICT;
CREATE INDEX event_by_day ON event (day DESC, id DESC, type, factuality, actor, recipient, outlet_id, section);
CREATE INDEX event_by_type ON event (type, day DESC, id DESC, factuality, actor, recipient, outlet_id, section);
CREATE INDEX event_by_factuality ON event (factuality, day DESC, id DESC, type, actor, recipient, outlet_id, section);
CREATE INDEX event_by_outlet ON event (outlet_id, day DESC, id DESC, type, factuality, actor, recipient, section);
CREATE INDEX event_by_place ON event (place_id);

CREATE TABLE event_span (
  id INTEGER PRIMARY KEY,
  key BLOB NOT NULL,
  anchor TEXT NOT NULL,
  evidence TEXT NOT NULL,
  mode TEXT,
  date TEXT                               -- TIMEX3 value
) STRICT;
CREATE VIRTUAL TABLE event_fts USING fts5 (evidence, content='', columnsize=0, tokenize='unicode61 remove_diacritics 2');

CREATE TABLE event_actor (                -- role 1 actor, 2 recipient, 3 asserts it, 4 denies it
  event_id INTEGER NOT NULL,
  role INTEGER NOT NULL,
  actor_id INTEGER NOT NULL,
  PRIMARY KEY (event_id, role, actor_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_actor_by_actor ON event_actor (actor_id, role, event_id);

CREATE TABLE view (
  event_id INTEGER NOT NULL,
  number INTEGER NOT NULL,
  statement_id INTEGER NOT NULL,          -- the holder; 0 for the outlet
  stance INTEGER NOT NULL,
  polarity TEXT NOT NULL,
  certainty INTEGER NOT NULL,
  PRIMARY KEY (event_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX view_by_statement ON view (statement_id, event_id);
