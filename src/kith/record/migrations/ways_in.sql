-- Who may open which case now: the one place where it is decided. Nobody is granted this view; functions that run as its
-- owner read it. A few seconds are forgiven at the beginning, as the clocks of the web server and the database may differ.
--   by name         an access row that holds. On duty and as cover do not reach a restricted case, and duty ends with
--                   its shift, also one that was cut short.
--   by the team     a manager of the team that holds the case, unless it is restricted.
-- Above both: somebody who has left, a system administrator and a conflict of interest open nothing; students and their
-- educators open made-up cases only.
CREATE VIEW kith_open AS
SELECT way.worker_id, way.case_id
FROM (
    SELECT a.worker_id, a.case_id, c.is_made_up
    FROM record_access a JOIN record_case c ON c.id = a.case_id
    WHERE a.from_at <= clock_timestamp() + interval '5 seconds'
      AND (a.until_at IS NULL OR a.until_at > clock_timestamp())
      AND (a.why NOT IN ('duty', 'cover') OR NOT c.is_restricted)
      AND (a.shift_id IS NULL
           OR EXISTS (SELECT FROM record_shift s WHERE s.id = a.shift_id AND s.until_at > clock_timestamp()))
    UNION ALL
    SELECT m.worker_id, c.id, c.is_made_up
    FROM core_membership m JOIN record_case c ON c.team_id = m.team_id
    WHERE m.is_manager AND m.from_at <= clock_timestamp() + interval '5 seconds'
      AND (m.until_at IS NULL OR m.until_at > clock_timestamp())
      AND NOT c.is_restricted
) AS way
JOIN core_worker w ON w.id = way.worker_id
WHERE w.is_active
  AND w.role <> 'it_admin' AND (w.role NOT IN ('student_or_nqsw', 'practice_educator') OR way.is_made_up)
  AND NOT EXISTS (SELECT FROM record_conflict n
                  WHERE n.case_id = way.case_id AND n.worker_id = way.worker_id AND n.ended_at IS NULL);

-- The cases that the asking worker may open now; only the one that is meant, where one is (`kith.case`). As plpgsql it
-- keeps its plans for as long as the connection lives.
CREATE OR REPLACE FUNCTION kith_cases() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
    me CONSTANT uuid := kith_worker();
    meant CONSTANT uuid := kith_case();
BEGIN
    IF meant IS NOT NULL THEN
        RETURN CASE WHEN EXISTS (SELECT FROM kith_open o WHERE o.worker_id = me AND o.case_id = meant)
               THEN ARRAY[meant] ELSE '{}'::uuid[] END;
    END IF;
    RETURN (SELECT coalesce(array_agg(DISTINCT o.case_id), '{}') FROM kith_open o WHERE o.worker_id = me);
END $$;

-- May this worker open this case? For what runs on behalf of somebody who is not asking.
CREATE FUNCTION kith_may_open(who uuid, asked uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$ BEGIN RETURN EXISTS (SELECT FROM kith_open o WHERE o.worker_id = who AND o.case_id = asked); END $$;

-- Does the asking worker manage this case: a manager of the team that holds it, or named as its manager?
CREATE FUNCTION kith_manages(asked uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
    RETURN kith_may_open(kith_worker(), asked) AND (
        EXISTS (SELECT FROM record_case c JOIN core_membership m ON m.team_id = c.team_id
                WHERE c.id = asked AND m.worker_id = kith_worker() AND m.is_manager
                  AND (m.until_at IS NULL OR m.until_at > clock_timestamp()))
        OR EXISTS (SELECT FROM record_access a JOIN core_worker w ON w.id = a.worker_id
                   WHERE a.case_id = asked AND a.worker_id = kith_worker() AND a.why = 'manages'
                     AND w.role IN ('team_manager', 'service_manager')
                     AND (a.until_at IS NULL OR a.until_at > clock_timestamp())));
END $$;

-- May they let others in: those who hold or manage it, not those who pass through (duty, cover, break-glass)?
CREATE FUNCTION kith_may_give(asked uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
    RETURN kith_manages(asked) OR kith_may_open(kith_worker(), asked) AND EXISTS (
        SELECT FROM record_access a WHERE a.case_id = asked AND a.worker_id = kith_worker()
        AND a.why IN ('allocated', 'opened', 'manages', 'supports')
        AND a.from_at <= clock_timestamp() + interval '5 seconds'
        AND (a.until_at IS NULL OR a.until_at > clock_timestamp()));
END $$;

-- May they give a duty shift: for a team its manager, for the whole agency any manager?
CREATE FUNCTION kith_may_give_shift(asked uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
    RETURN EXISTS (SELECT FROM core_worker w WHERE w.id = kith_worker() AND w.is_active
                   AND (w.role = 'service_manager' OR w.role = 'team_manager' AND asked IS NULL))
        OR EXISTS (SELECT FROM core_membership m JOIN core_worker w ON w.id = m.worker_id
                   WHERE m.worker_id = kith_worker() AND m.team_id = asked AND m.is_manager AND w.is_active
                     AND (m.until_at IS NULL OR m.until_at > clock_timestamp()));
END $$;

REVOKE ALL ON FUNCTION kith_may_open, kith_manages, kith_may_give, kith_may_give_shift FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kith_manages, kith_may_give, kith_may_give_shift TO kith_app;
