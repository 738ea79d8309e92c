#!/usr/bin/env python3
"""Kills `onrecord add` at random moments (SIGKILL) and counts what was lost of what it had acknowledged.

usage: kill-trials.py [--trials 200] [--seed 1] [--articles 1500] [--at-least 150] [--folder DIR] -- ONRECORD...

ONRECORD is the program to try: the native binary, or `dotnet OnRecord.Cli.dll`. Example:
  eng/kill-trials.py --trials 200 -- dotnet src/OnRecord.Cli/bin/Release/net10.0/OnRecord.Cli.dll

A trial: `onrecord add --json --threads 2` reads articles made here from word lists; this script writes what it acknowledges (its JSON
lines) to a log of its own as they come. At a random moment the process is stopped, it is noted whether it holds the lock under which
SQLite writes its log, and it is killed. Then, from outside:
  1. `onrecord verify` must find nothing wrong;
  2. every acknowledged article must be there: its hash must be that of the text this script made;
  3. the same `add` again must end well, and must leave all that was acknowledged as it was;
  4. after the last trial on an archive `onrecord verify` once more, and every article of every trial must be there.
Some trials begin with a new archive, the others go on with the last one. Exit code 1 when anything was lost, an archive did not open
or verify, or too few trials had a write in flight. Linux only (/proc/locks). Standard library only.
"""
import argparse, collections, hashlib, json, os, random, shutil, signal, sqlite3, subprocess, sys, tempfile, threading, time

WAL_WRITE, WAL_CHECKPOINT = 120, 121  # bytes of the -shm file that SQLite locks (its file-locking and WAL-index format)
TRIALS_AN_ARCHIVE = 4
PATIENCE = 300  # seconds that any step may take on a busy machine

TITLES = "Minister Envoy General President Secretary Governor Ambassador Senator".split()
FIRST = "Adela Tomas Irene Marek Nadia Oskar Petra Viktor Elena Jonas Sabine Anton".split()
LAST = "Brandt Rill Kessler Novak Lindqvist Amaro Tessier Vogel Harrow Stavros Quill Dene".split()
PLACES = "Norland Sudland Westmark Ostrava Kestrel Marran Velden Corvia".split()
VERBS = "said claimed denied warned announced insisted promised suggested".split()
DEEDS = "shelled blockaded criticised visited sanctioned praised accused supported".split()
THINGS = "the harbour,the pipeline,the bridge,the border post,the grain terminal,the airfield,the dam,the market".split(",")
WHEN = "on Monday,on Tuesday,last week,in March,yesterday,after the talks,before dawn,at noon".split(",")


def sentence(draw):
    who = "%s %s %s" % (draw.choice(TITLES), draw.choice(FIRST), draw.choice(LAST))
    one, other = draw.sample(PLACES, 2)
    deed, thing, when = draw.choice(DEEDS), draw.choice(THINGS), draw.choice(WHEN)
    return draw.choice(
        (
            "%s %s that %s %s %s %s." % (who, draw.choice(VERBS), one, deed, other, when),
            "%s %s %s %s." % (one, deed, other, when),
            '"We lost %s %s," %s %s.' % (thing, when, who, draw.choice(VERBS)),
            "Officials in %s %s that nobody had seen %s %s." % (one, draw.choice(VERBS), thing, when),
        )
    )


def articles(seed, trial, count):
    """Articles of one trial, by id; the same for the same seed."""
    draw = random.Random("%s/%s" % (seed, trial))
    made = {}
    for i in range(count):
        name = "trial-%d-%d" % (trial, i)
        made[name] = {
            "id": name,
            "outlet": "The %s Post" % draw.choice(PLACES),
            "published": "2024-%02d-%02d" % (draw.randint(1, 12), draw.randint(1, 28)),
            "title": "%s and %s" % tuple(draw.sample(PLACES, 2)),
            "text": " ".join(sentence(draw) for _ in range(draw.randint(2, 5))),
        }
    return made


def locks(pid, shm):
    """Bytes of the -shm file that the process has locked for itself."""
    try:
        inode = os.stat(shm).st_ino
    except FileNotFoundError:
        return set()
    held = set()
    with open("/proc/locks") as lines:
        for line in lines:
            part = line.split()
            if part[1] == "->" or part[3] != "WRITE" or part[4] != str(pid) or part[5].split(":")[2] != str(inode):
                continue
            last = 127 if part[7] == "EOF" else min(int(part[7]), 127)
            held.update(range(max(int(part[6]), WAL_WRITE), last + 1))
    return held


class Adding:
    """A running `onrecord add`; what it acknowledges goes into `log` and `acknowledged` as it comes."""

    def __init__(self, program, archive, source, log):
        self.shm = archive + "-shm"
        self.acknowledged, self.bad, self.first = {}, [], threading.Event()
        self.errors = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            program + ["add", source, "--archive", archive, "--json", "--threads", "2"],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=self.errors,
        )
        self.reader = threading.Thread(target=self.read, args=(log,))
        self.reader.start()

    def read(self, log):
        for line in self.process.stdout:
            if not line.endswith(b"\n"):
                break  # cut off by the kill: it was not told to the end, so it was not acknowledged
            log.write(line)
            log.flush()
            item = json.loads(line)
            if item["outcome"] == "refused":
                self.bad.append(item)
            else:
                self.acknowledged[item["id"]] = item["outcome"]
            self.first.set()
        self.first.set()

    def writes(self):
        """Waits until it holds the write lock for the first time after its start: the first articles go in."""
        while self.process.poll() is None and WAL_WRITE not in locks(self.process.pid, self.shm):
            time.sleep(0.002)

    def kill(self):
        """Stops it, looks, kills it. The locks it held; None when it had ended before."""
        pid = self.process.pid
        if self.process.poll() is not None:
            self.end()
            return None
        os.kill(pid, signal.SIGSTOP)
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            with open("/proc/%d/stat" % pid) as stat:
                if stat.read().rsplit(")", 1)[1].split()[0] in "TtZX":
                    break
            time.sleep(0.001)
        held = locks(pid, self.shm)
        os.kill(pid, signal.SIGKILL)
        code = self.end()
        return held if code == -signal.SIGKILL else None

    def end(self):
        code = self.process.wait(PATIENCE)
        self.reader.join(PATIENCE)
        return code

    def said(self):
        self.errors.seek(0)
        return self.errors.read().decode(errors="replace").strip()[-500:]


def kept(archive):
    """What the archive holds, read without onrecord: article id to its versions and codings."""
    held = collections.defaultdict(list)
    with sqlite3.connect("file:%s?mode=ro" % archive, uri=True, timeout=60) as database:
        rows = database.execute(
            "SELECT a.key, v.source, v.content_hash, v.id = a.version_id AND c.id = a.coding_id, c.hash, c.record"
            " FROM article a JOIN version v ON v.article_id = a.id JOIN coding c ON c.version_id = v.id ORDER BY a.id, v.id, c.id"
        )
        for key, *rest in rows:
            held[key].append(tuple(rest))
    database.close()
    return held


def wrong(article, versions):
    """Why what the archive holds of an article is not that article; None when it is."""
    if not versions:
        return "it is not in the archive"
    if len(versions) > 1:
        return "it is there more than once"
    source, content_hash, current, _, _ = versions[0]
    if not current:
        return "its record is not the current one"
    if hashlib.sha256((source + "\n" + article["text"]).encode()).digest() != content_hash:
        return "its text is another"
    told = json.loads(source)
    for field in ("id", "outlet", "published", "title"):
        if told.get(field) != article[field]:
            return "its %s is another" % field
    return None


class Trials:
    def __init__(self, options):
        self.options = options
        self.draw = random.Random(options.seed)
        self.count = collections.Counter()
        self.failures = []
        self.span = 1.0  # seconds from the first write to the end of an add, as last measured

    def run(self, *arguments):
        return subprocess.run(self.options.program + list(arguments), stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE)

    def fail(self, kind, what):
        self.count[kind] += 1
        self.failures.append(what)
        print("FAILED: " + what, flush=True)

    def verify(self, archive, when):
        done = self.run("verify", "--archive", archive)
        if done.returncode != 0:
            self.fail("unsound", "%s: verify ended with %d: %s" % (when, done.returncode, (done.stdout + done.stderr).decode()[-500:]))

    def check(self, archive, expected, names, when):
        held = kept(archive)
        for name in names:
            if reason := wrong(expected[name], held.get(name)):
                self.fail("lost", "%s: %s: %s" % (when, name, reason))
        return held

    def trial(self, number, archive, expected, folder):
        """One kill. False when the process had ended before it came: then there was no trial."""
        source = os.path.join(folder, "articles-%d.jsonl" % number)
        made = articles(self.options.seed, number, self.options.articles)
        expected.update(made)
        with open(source, "w", encoding="utf-8") as file:
            for article in made.values():
                file.write(json.dumps(article) + "\n")
        when = "trial %d" % number
        with open(os.path.join(folder, "acknowledged.jsonl"), "ab") as log:
            adding = Adding(self.options.program, archive, source, log)
            # Two kinds of moment, so that many fall after something was acknowledged: some time after the first article goes in, and
            # some time after the first acknowledgement.
            if after_first := self.draw.random() < 0.6:
                adding.first.wait(PATIENCE)
            else:
                adding.writes()
            time.sleep(self.draw.random() * self.span * (0.4 if after_first else 0.95))
            held = adding.kill()
        if adding.bad:
            self.fail("lost", "%s: refused: %s" % (when, adding.bad[0]))
        if held is None:
            if adding.process.returncode != 0:
                self.fail("unsound", "%s: add ended with %d: %s" % (when, adding.process.returncode, adding.said()))
        else:
            self.count["trials"] += 1
            self.count["in flight"] += WAL_WRITE in held
            self.count["in checkpoint"] += WAL_CHECKPOINT in held
            self.count["with acknowledged"] += bool(adding.acknowledged)
            self.count["acknowledged"] += len(adding.acknowledged)
        self.verify(archive, when)
        before = self.check(archive, expected, adding.acknowledged, when)
        self.count["kept beyond"] += sum(name in made and name not in adding.acknowledged for name in before)

        with open(os.path.join(folder, "again.jsonl"), "wb") as log:
            again = Adding(self.options.program, archive, source, log)
            again.writes()
            started = time.monotonic()
            code = again.end()
            if not adding.acknowledged:  # nothing was done before: this is how long all of it takes
                self.span = 0.5 * self.span + 0.5 * max(0.1, time.monotonic() - started)
        if code != 0 or again.acknowledged.keys() != made.keys():
            self.fail("unsound", "%s: the second add ended with %d: %s" % (when, code, again.said()))
        for name in adding.acknowledged:
            if again.acknowledged.get(name) != "unchanged":
                self.fail("lost", "%s: %s was acknowledged, and the second add found it %s" % (when, name, again.acknowledged.get(name)))
        after = self.check(archive, expected, made, when + ", added again")
        for name in adding.acknowledged:
            if before.get(name) != after.get(name):
                self.fail("lost", "%s: %s was changed by the second add" % (when, name))
        return held is not None

    def all(self, root):
        number, archive, expected, folder = 0, None, {}, None
        while self.count["trials"] < self.options.trials:
            if number % TRIALS_AN_ARCHIVE == 0:
                self.finish(archive, expected, folder)
                folder = os.path.join(root, "archive-%d" % number)
                os.makedirs(folder)
                archive, expected = os.path.join(folder, "onrecord.db"), {}
            if not self.trial(number, archive, expected, folder):
                self.span *= 0.9
                self.count["ended before"] += 1
            number += 1
            if number % 10 == 0:
                print("%d trials, %d in flight, %d acknowledged" % (self.count["trials"], self.count["in flight"],
                                                                   self.count["acknowledged"]), flush=True)
        self.finish(archive, expected, folder)

    def finish(self, archive, expected, folder):
        if archive is None:
            return
        self.verify(archive, "at the end of " + archive)
        self.check(archive, expected, expected, "at the end of " + archive)
        if not self.failures:  # what failed is kept for people to look at
            shutil.rmtree(folder)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--trials", type=int, default=200)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--articles", type=int, default=1500, help="articles a trial; a write to disk takes up to 1,024")
    arguments.add_argument("--at-least", type=int, help="trials that must have a write in flight; default three of four")
    arguments.add_argument("--folder", help="where to work; default a new temporary folder")
    arguments.add_argument("program", nargs="+", help="the program to try")
    options = arguments.parse_args()
    needed = options.trials * 3 // 4 if options.at_least is None else options.at_least
    root = options.folder or tempfile.mkdtemp(prefix="onrecord-kill-")
    trials = Trials(options)
    started = time.monotonic()
    trials.all(root)
    count = trials.count
    print("trials                          %d (seed %d, %d articles each)" % (count["trials"], options.seed, options.articles))
    print("with a write in flight          %d (at least %d)" % (count["in flight"], needed))
    print("in a checkpoint                 %d" % count["in checkpoint"])
    print("after an acknowledgement        %d" % count["with acknowledged"])
    print("ended before the kill           %d (not counted)" % count["ended before"])
    print("acknowledged articles           %d" % count["acknowledged"])
    print("of these lost or changed        %d" % count["lost"])
    print("kept though not acknowledged    %d" % count["kept beyond"])
    print("archives that did not open or verify, adds that did not go on   %d" % count["unsound"])
    print("time                            %.0f s" % (time.monotonic() - started))
    if trials.failures:
        print("the archives are in " + root)
    elif not options.folder:
        shutil.rmtree(root)
    sys.exit(1 if trials.failures or count["in flight"] < needed else 0)


if __name__ == "__main__":
    main()
