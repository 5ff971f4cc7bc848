"""What a PostgreSQL store does inside the database, so that an append is one round trip.

In each statement `@` stands for the schema of the tenant. The tables are `store.postgres_schema`.
"""

# Whoever adds lines first takes a lock, once, that holds up nobody and stands until his transaction
# has ended. In its number is the last place given out so far: what he adds comes behind that floor.
# So who follows the store knows below which place nothing can turn up any more.
FLOOR = (
    """CREATE FUNCTION @.last_place() RETURNS bigint LANGUAGE sql VOLATILE AS $$
        SELECT last_value - CASE WHEN is_called THEN 0 ELSE 1 END FROM @.event_place_seq
    $$""",
    """CREATE FUNCTION @.set_floor() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
        mine text := tg_relid::text || ' ' || pg_current_xact_id()::text;
        floor bigint;
    BEGIN
        IF current_setting('samenwerk.floor', true) = mine THEN
            RETURN NULL;
        END IF;
        SELECT last_value - CASE WHEN is_called THEN 0 ELSE 1 END INTO floor
            FROM @.event_place_seq;
        PERFORM pg_advisory_xact_lock_shared(
            ((tg_relid::bigint << 32) >> 32)::integer, ((floor << 32) >> 32)::integer);
        PERFORM set_config('samenwerk.floor', mine, true);
        RETURN NULL;
    END $$""",
    """CREATE TRIGGER event_floor BEFORE INSERT ON @.event
        FOR EACH STATEMENT EXECUTE FUNCTION @.set_floor()""",
)

# The order of these three is what makes it right: first what was given out, then who is still at
# work, then what can be seen. Each statement must see what came since the one before it. The lines
# are taken from the index in their order: never all that there are, to be put in order.
FOLLOW = """CREATE FUNCTION @.follow(beyond bigint, most integer) RETURNS TABLE (
        place bigint, collaboration text, sequence bigint, body text, hash text
    ) LANGUAGE plpgsql VOLATILE SET enable_sort = off SET enable_bitmapscan = off AS $$
    #variable_conflict use_column
    DECLARE
        horizon bigint := @.last_place();
        lowest bigint;
    BEGIN
        IF current_setting('transaction_isolation') <> 'read committed' THEN
            RAISE EXCEPTION 'follow needs the isolation level read committed';
        END IF;
        SELECT min(horizon - behind) INTO lowest FROM (
            SELECT (horizon - objid::bigint) & 4294967295 AS behind FROM pg_locks
            WHERE locktype = 'advisory' AND objsubid = 2
                AND classid = '@.event'::regclass
                AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        ) AS floors WHERE behind < 2147483648;
        RETURN QUERY SELECT e.place, e.collaboration, e.sequence, e.body, e.hash FROM @.event e
            WHERE e.place > beyond AND e.place <= least(horizon, lowest)
            ORDER BY e.place LIMIT most;
    END $$"""

POST = """CREATE FUNCTION @.post(
        its text, changes text[], keys text[], sequences bigint[], plugins text[],
        moments timestamptz[], tries boolean[], faults text[]
    ) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
    #variable_conflict use_column
    BEGIN
        FOR i IN 1 .. coalesce(cardinality(changes), 0) LOOP
            CASE changes[i]
            WHEN 'done' THEN
                DELETE FROM @.outbox WHERE key = keys[i];
            WHEN 'send' THEN
                INSERT INTO @.outbox AS was
                    (key, collaboration, sequence, plugin, next_try, tried)
                    VALUES (keys[i], its, sequences[i], plugins[i], moments[i], tries[i])
                    ON CONFLICT (key) DO UPDATE SET next_try = excluded.next_try, attempts = 0,
                    tried = was.tried OR excluded.tried, owner = NULL, until = NULL,
                    fault = NULL, dead = false;
            WHEN 'restore' THEN
                INSERT INTO @.outbox (key, collaboration, sequence, plugin, next_try, tried)
                    VALUES (keys[i], its, sequences[i], plugins[i], moments[i], tries[i])
                    ON CONFLICT (key) DO NOTHING;
            WHEN 'dead' THEN
                INSERT INTO @.outbox AS was
                    (key, collaboration, sequence, plugin, next_try, tried, fault, dead)
                    VALUES (keys[i], its, sequences[i], plugins[i], moments[i], tries[i],
                        faults[i], true)
                    ON CONFLICT (key) DO UPDATE SET dead = true, owner = NULL, until = NULL,
                    fault = coalesce(excluded.fault, was.fault);
            END CASE;
        END LOOP;
    END $$"""

# It answers what it found when it added nothing: the content of the command that is known, or where
# the stream stands and what it ends in. Two that come by at once see nothing of each other; then
# the keys of the tables let one of them through.
APPEND = """CREATE FUNCTION @.append(
        its text, beyond bigint, follows text,
        recorded text[], effective text[], cases text[], types text[], bodies text[],
        hashes text[],
        id text, said text, verdict text, first bigint, last bigint, head text,
        seals text[], salts text[], texts text[],
        changes text[], keys text[], sequences bigint[], plugins text[], moments timestamptz[],
        tries boolean[], faults text[],
        OUT known text, OUT stands bigint, OUT ends text
    ) LANGUAGE plpgsql VOLATILE AS $$
    #variable_conflict use_variable
    BEGIN
        SELECT c.content INTO known FROM @.command c
            WHERE c.collaboration = its AND c.command = id;
        IF FOUND THEN
            RETURN;
        END IF;
        SELECT e.sequence, e.hash INTO stands, ends FROM @.event e
            WHERE e.collaboration = its ORDER BY e.sequence DESC LIMIT 1;
        IF coalesce(stands, 0) <> beyond OR coalesce(ends, '') <> coalesce(follows, ends, '') THEN
            stands := coalesce(stands, 0);
            RETURN;
        END IF;
        stands := NULL;
        ends := NULL;
        IF current_setting('synchronous_commit') = 'off' THEN
            PERFORM set_config('synchronous_commit', 'on', true);
        END IF;
        IF cardinality(bodies) = 1 THEN
            INSERT INTO @.event
                (collaboration, sequence, recorded, effective, case_id, type, body, hash)
                VALUES (its, beyond + 1, recorded[1], effective[1], cases[1], types[1],
                    bodies[1], hashes[1]);
        ELSIF cardinality(bodies) > 1 THEN
            INSERT INTO @.event
                (collaboration, sequence, recorded, effective, case_id, type, body, hash)
                SELECT its, beyond + l.n, l.r, l.e, l.c, l.t, l.b, l.h
                FROM unnest(recorded, effective, cases, types, bodies, hashes)
                    WITH ORDINALITY AS l (r, e, c, t, b, h, n) ORDER BY l.n;
        END IF;
        IF cardinality(seals) > 0 THEN
            INSERT INTO @.sealed (sealed, salt, text)
                SELECT s.s, s.salt, s.t FROM unnest(seals, salts, texts) AS s (s, salt, t)
                ORDER BY s.s ON CONFLICT (sealed) DO NOTHING;
        END IF;
        INSERT INTO @.command (collaboration, command, content, verdict, first, last, head)
            VALUES (its, id, said, verdict, first, last, head);
        IF cardinality(changes) > 0 THEN
            PERFORM @.post(
                its, changes, keys, sequences, plugins, moments, tries, faults);
        END IF;
    END $$"""
