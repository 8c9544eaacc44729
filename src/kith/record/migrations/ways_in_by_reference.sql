-- What a worker who cannot see a case may do about it, knowing its reference. Each looks once, as the owner, and answers
-- alike for a case that is unknown and for one that stays closed: NULL, or nothing at all.

-- May somebody of this role be let into such a case at all?
CREATE FUNCTION kith_role_may_hold(who uuid, made_up boolean) RETURNS boolean LANGUAGE sql STABLE
SET search_path = public, pg_temp
AS $$
    SELECT coalesce((SELECT w.is_active AND w.role <> 'it_admin'
                            AND (made_up OR w.role NOT IN ('student_or_nqsw', 'practice_educator'))
                     FROM core_worker w WHERE w.id = who), false)
$$;

-- The case of this reference, if the asking worker may be let into it: their role may, and no conflict stands.
CREATE FUNCTION kith_case_to_reach(asked text) RETURNS record_case LANGUAGE plpgsql STABLE
SET search_path = public, pg_temp
AS $$
DECLARE found record_case;
BEGIN
    SELECT * INTO found FROM record_case c WHERE c.reference IN (btrim(asked), upper(btrim(asked)))
    AND kith_role_may_hold(kith_worker(), c.is_made_up)
    AND NOT EXISTS (SELECT FROM record_conflict n
                    WHERE n.case_id = c.id AND n.worker_id = kith_worker() AND n.ended_at IS NULL)
    ORDER BY c.reference <> btrim(asked) LIMIT 1;
    RETURN found;
END $$;

-- May a colleague be let into a case that the asking worker may open? One answer for a role and for a conflict.
CREATE FUNCTION kith_may_be_let_in(who uuid, asked uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
    SELECT kith_may_open(kith_worker(), asked)
       AND kith_role_may_hold(who, (SELECT c.is_made_up FROM record_case c WHERE c.id = asked))
       AND NOT EXISTS (SELECT FROM record_conflict n
                       WHERE n.case_id = asked AND n.worker_id = who AND n.ended_at IS NULL)
$$;

-- Open a case on duty (until the shift ends) or for a colleague of one's own team (until the end of the day, at most a
-- day ahead). Never a restricted one. `why` is 'open' when it was open to them already.
CREATE FUNCTION kith_reach(asked text, reason text, asked_at timestamptz, day_ends timestamptz)
RETURNS TABLE (case_id uuid, why text, access_id uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
#variable_conflict use_column
DECLARE
    me CONSTANT uuid := kith_worker();
    found CONSTANT record_case := kith_case_to_reach(asked);
    shift record_shift;
    given CONSTANT uuid := gen_random_uuid();
BEGIN
    IF kith_may_open(me, found.id) THEN
        RETURN QUERY SELECT found.id, 'open', NULL::uuid;
        RETURN;
    END IF;
    IF found.id IS NULL OR found.is_restricted THEN RETURN; END IF;
    SELECT * INTO shift FROM record_shift s
    WHERE s.worker_id = me AND (s.team_id IS NULL OR s.team_id = found.team_id)
      AND s.from_at <= clock_timestamp() AND s.until_at > clock_timestamp()
    ORDER BY s.until_at DESC LIMIT 1;
    IF shift.id IS NULL AND NOT EXISTS (
        SELECT FROM core_membership m WHERE m.worker_id = me AND m.team_id = found.team_id
        AND (m.until_at IS NULL OR m.until_at > clock_timestamp())) THEN RETURN; END IF;
    INSERT INTO record_access (id, case_id, worker_id, why, note, from_at, until_at, given_by_id, given_at, shift_id)
    VALUES (given, found.id, me, CASE WHEN shift.id IS NULL THEN 'cover' ELSE 'duty' END, reason, asked_at,
            coalesce(shift.until_at, least(day_ends, asked_at + interval '1 day')), me, asked_at, shift.id);
    RETURN QUERY SELECT found.id, CASE WHEN shift.id IS NULL THEN 'cover' ELSE 'duty' END, given;
END $$;

-- Open a case in an emergency, for three hours; a restricted one too. NULL: unknown, or it stays closed.
CREATE FUNCTION kith_break_glass(asked text, reason text, asked_at timestamptz)
RETURNS TABLE (case_id uuid, glass_id uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
#variable_conflict use_column
DECLARE
    me CONSTANT uuid := kith_worker();
    found CONSTANT record_case := kith_case_to_reach(asked);
    ends CONSTANT timestamptz := least(asked_at, clock_timestamp()) + interval '3 hours';
    made CONSTANT uuid := gen_random_uuid();
BEGIN
    IF found.id IS NULL THEN RETURN; END IF;
    IF kith_may_open(me, found.id) THEN
        RETURN QUERY SELECT found.id, NULL::uuid;
        RETURN;
    END IF;
    INSERT INTO record_breakglass (id, case_id, worker_id, why, at, until_at)
    VALUES (made, found.id, me, reason, asked_at, ends);
    INSERT INTO record_access (id, case_id, worker_id, why, note, from_at, until_at, given_by_id, given_at)
    VALUES (gen_random_uuid(), found.id, me, 'break_glass', reason, asked_at, ends, me, asked_at);
    RETURN QUERY SELECT found.id, made;
END $$;

-- Say of oneself that one may never open the case of this reference. It answers nothing, whether there is one or not.
CREATE FUNCTION kith_declare_conflict(asked text, reason text, asked_at timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
    INSERT INTO record_conflict (id, case_id, worker_id, why, declared_by_id, declared_at)
    SELECT gen_random_uuid(), c.id, kith_worker(), reason, kith_worker(), asked_at
    FROM record_case c WHERE c.reference IN (btrim(asked), upper(btrim(asked))) AND kith_worker() IS NOT NULL
    ON CONFLICT DO NOTHING
$$;

-- Break-glass openings that no manager has judged, for those who are told at once: whoever holds the case by name, and
-- the managers of its team. No word of the case; its id only for those who may open it (a restricted one's list).
CREATE FUNCTION kith_told() RETURNS TABLE (
    glass_id uuid, case_id uuid, worker_id uuid, at timestamptz, until_at timestamptz, to_judge boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
    SELECT b.id, CASE WHEN seen.is_open THEN b.case_id END, b.worker_id, b.at, b.until_at,
           seen.is_open AND kith_manages(b.case_id)
    FROM record_breakglass b
    JOIN record_case c ON c.id = b.case_id
    CROSS JOIN LATERAL (SELECT EXISTS (
        SELECT FROM core_membership m WHERE m.team_id = c.team_id AND m.worker_id = kith_worker() AND m.is_manager
        AND (m.until_at IS NULL OR m.until_at > clock_timestamp())) AS by_team) AS managed
    CROSS JOIN LATERAL (SELECT kith_may_open(kith_worker(), b.case_id) AS is_open) AS seen
    WHERE b.reviewed_at IS NULL AND b.worker_id <> kith_worker()
      AND kith_role_may_hold(kith_worker(), c.is_made_up)
      AND NOT EXISTS (SELECT FROM record_conflict n
                      WHERE n.case_id = b.case_id AND n.worker_id = kith_worker() AND n.ended_at IS NULL)
      AND (managed.by_team OR EXISTS (
              SELECT FROM record_access a WHERE a.case_id = b.case_id AND a.worker_id = kith_worker()
              AND a.why IN ('allocated', 'opened', 'manages') AND (a.until_at IS NULL OR a.until_at > clock_timestamp())))
      AND (managed.by_team OR seen.is_open)
    ORDER BY b.at DESC
    LIMIT 100
$$;

REVOKE ALL ON FUNCTION kith_role_may_hold, kith_case_to_reach, kith_reach, kith_break_glass, kith_declare_conflict, kith_told,
    kith_may_be_let_in FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kith_reach, kith_break_glass, kith_declare_conflict, kith_told, kith_may_be_let_in TO kith_app;
