"""How the kept form came to be what it is: named steps that never change and import nothing of ours."""

from sqlite_utils import Database, Migrations

migrations = Migrations("book")


@migrations()
def m001_book(db: Database) -> None:
    """People, customers, documents, calls with their events, what was said apart from them, facts and sums."""
    counts = ", ".join(f"{name} INTEGER NOT NULL" for name in _M001_COUNTS.split())
    for statement in _M001.format(counts=counts).split(";"):
        if statement.strip():
            db.execute(statement)


_M001_COUNTS = """
calls dials answered contacts contacts_dialled right_parties effective talk_seconds effective_seconds wrap_up_seconds
pitches early_hang_ups customer_hang_ups raised overcome must_due must_done order_broken skimmed none_of_these jumps
wechat_asked wechat_accepted appointments callbacks complete successes intent_a intent_b intent_c intent_d deals
deal_thousandths deal_fen
"""
_M001 = """
CREATE TABLE people (
    id BLOB PRIMARY KEY, number TEXT NOT NULL UNIQUE, name TEXT NOT NULL, title TEXT NOT NULL, role TEXT NOT NULL,
    added_at TEXT NOT NULL, left_on TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE statuses (
    person BLOB NOT NULL REFERENCES people (id), from_day TEXT NOT NULL, status TEXT NOT NULL,
    PRIMARY KEY (person, from_day)
) STRICT, WITHOUT ROWID;
CREATE TABLE customers (
    id BLOB PRIMARY KEY, name TEXT NOT NULL, called TEXT NOT NULL, phone TEXT NOT NULL, number TEXT NOT NULL,
    referrer TEXT NOT NULL, city TEXT NOT NULL, notes TEXT NOT NULL, do_not_call TEXT,
    empty_number INTEGER NOT NULL, erased_at TEXT, added_at TEXT NOT NULL,
    added_by BLOB NOT NULL REFERENCES people (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX customers_by_number ON customers (number);
CREATE TABLE never_call (number BLOB PRIMARY KEY, since TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE documents (
    digest TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, canonical BLOB NOT NULL, kept_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE releases (
    number INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE, script TEXT NOT NULL, version INTEGER NOT NULL,
    title TEXT NOT NULL, packed BLOB NOT NULL, published_at TEXT NOT NULL, published_by BLOB REFERENCES people (id),
    UNIQUE (script, version)
) STRICT;
CREATE TABLE calls (
    id BLOB PRIMARY KEY, release INTEGER NOT NULL REFERENCES releases (number),
    agent BLOB NOT NULL REFERENCES people (id), customer BLOB REFERENCES customers (id), campaign TEXT NOT NULL,
    started_at TEXT NOT NULL, day TEXT NOT NULL, earlier_dials INTEGER NOT NULL, empty_number INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'finished')), outcome TEXT, hung_up_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX calls_by_agent ON calls (agent, id);
CREATE INDEX calls_by_customer ON calls (customer, id);
CREATE INDEX calls_open ON calls (agent, id) WHERE state = 'open';
CREATE TABLE events (
    call BLOB NOT NULL REFERENCES calls (id), seq INTEGER NOT NULL, id BLOB NOT NULL, schema INTEGER NOT NULL,
    kind TEXT NOT NULL, at TEXT NOT NULL, shape TEXT NOT NULL,
    PRIMARY KEY (call, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE said (
    call BLOB NOT NULL, seq INTEGER NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY (call, seq, field), FOREIGN KEY (call, seq) REFERENCES events (call, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE facts (
    agent BLOB NOT NULL, day TEXT NOT NULL, call BLOB NOT NULL REFERENCES calls (id), limits TEXT NOT NULL,
    facts BLOB NOT NULL,
    PRIMARY KEY (agent, day, call)
) STRICT, WITHOUT ROWID;
CREATE TABLE sums_by_day (
    agent BLOB NOT NULL, day TEXT NOT NULL, {counts},
    PRIMARY KEY (agent, day)
) STRICT, WITHOUT ROWID;
CREATE TABLE sums_by_card (
    agent BLOB NOT NULL, day TEXT NOT NULL, card TEXT NOT NULL, technique TEXT NOT NULL, raised INTEGER NOT NULL,
    overcome INTEGER NOT NULL, tried INTEGER NOT NULL,
    PRIMARY KEY (agent, day, card, technique)
) STRICT, WITHOUT ROWID;
CREATE TABLE sums_by_release (
    release INTEGER NOT NULL REFERENCES releases (number), campaign TEXT NOT NULL, day TEXT NOT NULL,
    hour INTEGER NOT NULL, outcome TEXT NOT NULL, {counts},
    PRIMARY KEY (release, campaign, day, hour, outcome)
) STRICT, WITHOUT ROWID;
CREATE TABLE promises (
    call BLOB PRIMARY KEY REFERENCES calls (id), agent BLOB NOT NULL, customer BLOB, what TEXT NOT NULL,
    due_day TEXT NOT NULL, due_at TEXT NOT NULL, made_at TEXT NOT NULL, agreed INTEGER NOT NULL, kept_at TEXT,
    moved_at TEXT, settled_by BLOB REFERENCES calls (id), came_at TEXT, limits TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX promises_by_day ON promises (agent, due_day);
CREATE INDEX promises_waiting ON promises (customer, due_day) WHERE kept_at IS NULL AND moved_at IS NULL;
CREATE INDEX promises_settled ON promises (customer, settled_by) WHERE settled_by IS NOT NULL;
CREATE TABLE entries (
    person BLOB NOT NULL REFERENCES people (id), day TEXT NOT NULL, id BLOB NOT NULL, kind TEXT NOT NULL,
    count TEXT NOT NULL, reason TEXT NOT NULL, entered_by BLOB NOT NULL REFERENCES people (id),
    entered_at TEXT NOT NULL, withdrawn_at TEXT, withdrawn_by BLOB REFERENCES people (id),
    PRIMARY KEY (person, day, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE periods (
    month TEXT PRIMARY KEY, closed_at TEXT NOT NULL, closed_by BLOB NOT NULL REFERENCES people (id)
) STRICT, WITHOUT ROWID;
CREATE TABLE plans (
    month TEXT PRIMARY KEY, digest TEXT NOT NULL REFERENCES documents (digest)
) STRICT, WITHOUT ROWID;
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID
"""
