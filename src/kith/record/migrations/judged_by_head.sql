-- An opening in an emergency is always judged by somebody. Where nobody but the one who opened manages the case and may
-- open it (a restricted case without a manager on its list; a case of no team), it falls to those who head the agency's
-- practice or its information: they read who, when and the sentence, and are let into nothing. No reference, no name.

-- May a manager of this role judge? Those that may give access (core.permissions); a test holds the two together.
CREATE FUNCTION kith_role_judges(role text) RETURNS boolean LANGUAGE sql IMMUTABLE
AS $$
    SELECT role NOT IN ('practice_supervisor', 'business_support', 'information_governance_lead', 'legal_adviser', 'it_admin')
$$;

-- Does anybody, besides one, manage this case now and judge what is opened?
CREATE FUNCTION kith_has_judge(asked uuid, besides uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$
    SELECT EXISTS (
        SELECT FROM kith_open o JOIN core_worker w ON w.id = o.worker_id
        WHERE o.case_id = asked AND o.worker_id <> besides
          AND kith_role_judges(w.role)
          AND (EXISTS (SELECT FROM record_case c JOIN core_membership m ON m.team_id = c.team_id
                       WHERE c.id = asked AND m.worker_id = o.worker_id AND m.is_manager
                         AND (m.until_at IS NULL OR m.until_at > clock_timestamp()))
               OR w.role IN ('team_manager', 'service_manager') AND EXISTS (
                       SELECT FROM record_access a WHERE a.case_id = asked AND a.worker_id = o.worker_id
                       AND a.why = 'manages' AND (a.until_at IS NULL OR a.until_at > clock_timestamp()))))
$$;

-- Does this opening fall to the asking worker as a head? Never one's own, and none of a case that one is in conflict with.
CREATE FUNCTION kith_falls_to_head(opened record_breakglass) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$
    SELECT opened.reviewed_at IS NULL AND opened.worker_id <> kith_worker()
       AND EXISTS (SELECT FROM core_worker w WHERE w.id = kith_worker() AND w.is_active
                   AND w.role IN ('service_manager', 'information_governance_lead'))
       AND NOT EXISTS (SELECT FROM record_conflict n
                       WHERE n.case_id = opened.case_id AND n.worker_id = kith_worker() AND n.ended_at IS NULL)
       AND NOT kith_has_judge(opened.case_id, opened.worker_id)
$$;

-- What a head reads of an opening that falls to them.
CREATE FUNCTION kith_opening_to_judge(asked uuid) RETURNS TABLE (
    worker_id uuid, at timestamptz, until_at timestamptz, why text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
    SELECT b.worker_id, b.at, b.until_at, b.why FROM record_breakglass b WHERE b.id = asked AND kith_falls_to_head(b)
$$;

-- A head judges, once; whether there was something to judge.
CREATE FUNCTION kith_judge_opening(asked uuid, right_so boolean, words text, asked_at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
    UPDATE record_breakglass b
    SET reviewed_at = asked_at, reviewed_by_id = kith_worker(), was_right = right_so, review_text = words
    WHERE b.id = asked AND kith_falls_to_head(b);
    RETURN FOUND;
END $$;

-- As before, and to heads what falls to them. To them, too, no word of the case, and no id of it.
CREATE OR REPLACE FUNCTION kith_told() RETURNS TABLE (
    glass_id uuid, case_id uuid, worker_id uuid, at timestamptz, until_at timestamptz, to_judge boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
    SELECT b.id, CASE WHEN seen.is_open AND NOT head.falls THEN b.case_id END, b.worker_id, b.at, b.until_at,
           head.falls OR seen.is_open AND kith_manages(b.case_id)
                         AND (SELECT kith_role_judges(w.role) FROM core_worker w WHERE w.id = kith_worker())
    FROM record_breakglass b
    JOIN record_case c ON c.id = b.case_id
    CROSS JOIN LATERAL (SELECT EXISTS (
        SELECT FROM core_membership m WHERE m.team_id = c.team_id AND m.worker_id = kith_worker() AND m.is_manager
        AND (m.until_at IS NULL OR m.until_at > clock_timestamp())) AS by_team) AS managed
    CROSS JOIN LATERAL (SELECT kith_may_open(kith_worker(), b.case_id) AS is_open) AS seen
    CROSS JOIN LATERAL (SELECT kith_falls_to_head(b) AS falls) AS head
    WHERE b.reviewed_at IS NULL AND b.worker_id <> kith_worker()
      AND kith_role_may_hold(kith_worker(), c.is_made_up)
      AND NOT EXISTS (SELECT FROM record_conflict n
                      WHERE n.case_id = b.case_id AND n.worker_id = kith_worker() AND n.ended_at IS NULL)
      AND (head.falls OR (managed.by_team OR EXISTS (
              SELECT FROM record_access a WHERE a.case_id = b.case_id AND a.worker_id = kith_worker()
              AND a.why IN ('allocated', 'opened', 'manages') AND (a.until_at IS NULL OR a.until_at > clock_timestamp())))
           AND (managed.by_team OR seen.is_open))
    ORDER BY b.at DESC
    LIMIT 100
$$;

REVOKE ALL ON FUNCTION kith_role_judges, kith_has_judge, kith_falls_to_head, kith_opening_to_judge, kith_judge_opening FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kith_opening_to_judge, kith_judge_opening TO kith_app;
