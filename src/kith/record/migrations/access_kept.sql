-- What the rows of access never do, whoever asks.

-- An access or a shift only ends, and only sooner than it would have.
CREATE FUNCTION kith_only_ends() RETURNS trigger LANGUAGE plpgsql
AS $$
BEGIN
    IF to_jsonb(NEW) - 'until_at' <> to_jsonb(OLD) - 'until_at'
        OR NEW.until_at IS DISTINCT FROM OLD.until_at AND (NEW.until_at IS NULL OR NEW.until_at > OLD.until_at)
    THEN
        RAISE EXCEPTION 'an access only ends';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER record_access_only_ends BEFORE UPDATE ON record_access
    FOR EACH ROW EXECUTE FUNCTION kith_only_ends();
CREATE TRIGGER record_shift_only_ends BEFORE UPDATE ON record_shift
    FOR EACH ROW EXECUTE FUNCTION kith_only_ends();

-- A restriction, a conflict, a break-glass opening and a withholding are settled once, in the columns named; the rest of
-- the row stays as it was written.
CREATE FUNCTION kith_settled_once() RETURNS trigger LANGUAGE plpgsql
AS $$
BEGIN
    IF to_jsonb(NEW) - TG_ARGV <> to_jsonb(OLD) - TG_ARGV OR to_jsonb(OLD) ->> TG_ARGV[0] IS NOT NULL AND NEW <> OLD THEN
        RAISE EXCEPTION 'what was settled stays as it is';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER record_restriction_settled BEFORE UPDATE ON record_restriction FOR EACH ROW
    EXECUTE FUNCTION kith_settled_once('lifted_at', 'lifted_by_id', 'lifted_why');
CREATE TRIGGER record_conflict_settled BEFORE UPDATE ON record_conflict FOR EACH ROW
    EXECUTE FUNCTION kith_settled_once('ended_at', 'ended_by_id', 'ended_why');
CREATE TRIGGER record_breakglass_settled BEFORE UPDATE ON record_breakglass FOR EACH ROW
    EXECUTE FUNCTION kith_settled_once('reviewed_at', 'reviewed_by_id', 'was_right', 'review_text');
CREATE TRIGGER record_withholding_settled BEFORE UPDATE ON record_withholding FOR EACH ROW
    EXECUTE FUNCTION kith_settled_once('ended_at', 'ended_by_id');

-- A case says whether it is restricted because a restriction stands, and for no other reason.
CREATE FUNCTION kith_mark_restricted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
    UPDATE record_case c SET is_restricted = NEW.lifted_at IS NULL WHERE c.id = NEW.case_id;
    RETURN NULL;
END $$;
CREATE TRIGGER record_restriction_marks AFTER INSERT OR UPDATE ON record_restriction
    FOR EACH ROW EXECUTE FUNCTION kith_mark_restricted();

-- Whether a case is made up is said when it is started and never again. Who learns starts made-up cases only.
CREATE FUNCTION kith_case_kept() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.is_made_up <> OLD.is_made_up THEN
        RAISE EXCEPTION 'a case is made up from its start, or never';
    END IF;
    IF TG_OP = 'INSERT' AND NOT kith_role_may_hold(NEW.opened_by_id, NEW.is_made_up) THEN
        RAISE EXCEPTION 'somebody of this role may not hold such a case';
    END IF;
    NEW.is_restricted := EXISTS (SELECT FROM record_restriction r WHERE r.case_id = NEW.id AND r.lifted_at IS NULL);
    RETURN NEW;
END $$;
CREATE TRIGGER record_case_kept BEFORE INSERT OR UPDATE OF is_made_up, is_restricted ON record_case
    FOR EACH ROW EXECUTE FUNCTION kith_case_kept();

-- Nobody is let into a case that their role may not hold.
CREATE FUNCTION kith_access_fits() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
    IF NOT kith_role_may_hold(NEW.worker_id, (SELECT c.is_made_up FROM record_case c WHERE c.id = NEW.case_id)) THEN
        RAISE EXCEPTION 'somebody of this role may not hold such a case';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER record_access_fits BEFORE INSERT ON record_access
    FOR EACH ROW EXECUTE FUNCTION kith_access_fits();

REVOKE ALL ON FUNCTION kith_mark_restricted, kith_case_kept, kith_access_fits FROM PUBLIC;
