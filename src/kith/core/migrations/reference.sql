-- Reference data is read by whoever works here. The serving role adds versions in its worker's own name and changes
-- none; what came with Kith is written by the owner role alone, when Kith starts.
ALTER TABLE core_reference_row ENABLE ROW LEVEL SECURITY;
CREATE POLICY core_reference_row_read ON core_reference_row FOR SELECT TO kith_app USING (true);
CREATE POLICY core_reference_row_add ON core_reference_row FOR INSERT TO kith_app
    WITH CHECK (origin = 'agency' AND recorded_by_id = (SELECT kith_worker()));
GRANT SELECT, INSERT ON core_reference_row TO kith_app;

CREATE FUNCTION kith_history_stays() RETURNS trigger LANGUAGE plpgsql
AS $$ BEGIN RAISE EXCEPTION 'a change of reference data is a new version; none is changed or taken out'; END $$;

CREATE TRIGGER core_reference_row_stays BEFORE UPDATE OR DELETE ON core_reference_row
    FOR EACH ROW EXECUTE FUNCTION kith_history_stays();
