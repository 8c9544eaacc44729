-- Who writes what others learn from: `core.permissions` says the same (a test compares them).
CREATE FUNCTION kith_writes_learning() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
    SELECT EXISTS (SELECT FROM core_worker w WHERE w.id = kith_worker() AND w.is_active
                   AND w.role IN ('team_manager', 'service_manager', 'practice_supervisor', 'practice_educator',
                                  'information_governance_lead'))
$$;
REVOKE ALL ON FUNCTION kith_writes_learning FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kith_writes_learning TO kith_app;

-- A version: everybody reads what is published; an author adds one in their own name; of what is there an author may say
-- in their own name that it is withdrawn, or offered again, and nothing else.
DROP POLICY learning_dilemma_scope ON learning_dilemma;
CREATE POLICY learning_dilemma_read ON learning_dilemma FOR SELECT TO kith_app
    USING (published_at IS NOT NULL OR by_id = (SELECT kith_worker()));
CREATE POLICY learning_dilemma_add ON learning_dilemma FOR INSERT TO kith_app
    WITH CHECK (origin = 'agency' AND by_id = (SELECT kith_worker()) AND (SELECT kith_writes_learning()));
CREATE POLICY learning_dilemma_withdraw ON learning_dilemma FOR UPDATE TO kith_app
    USING ((SELECT kith_writes_learning()))
    WITH CHECK (withdrawn_by_id IS NULL OR withdrawn_by_id = (SELECT kith_worker()));
GRANT UPDATE (withdrawn_at, withdrawn_by_id) ON learning_dilemma TO kith_app;
