-- The store writes the first line of custody itself, in the transaction that takes a file in: no path can skip it.
CREATE FUNCTION exhibits_note_taking_in() RETURNS trigger LANGUAGE plpgsql
AS $$
BEGIN
    INSERT INTO exhibits_custodyevent (id, case_id, exhibit_id, verb, by_id, at, detail, sha256)
    VALUES (gen_random_uuid(), NEW.case_id, NEW.id, 'taken in', NEW.taken_in_by_id, NEW.taken_in_at,
            concat_ws(' ', 'From ' || NEW.from_text || '.', nullif(NEW.packed_text, '')), NEW.sha256);
    RETURN NULL;
END $$;
CREATE TRIGGER exhibits_taking_in AFTER INSERT ON exhibits_exhibit
    FOR EACH ROW EXECUTE FUNCTION exhibits_note_taking_in();

-- An original never changes, nor what was said of it when it was handed over.
CREATE FUNCTION exhibits_original_stays() RETURNS trigger LANGUAGE plpgsql
AS $$ BEGIN RAISE EXCEPTION 'an original, and how it came, never change'; END $$;
CREATE TRIGGER exhibits_original_stays BEFORE UPDATE ON exhibits_exhibit FOR EACH ROW
    WHEN ((OLD.case_id, OLD.id, OLD.number, OLD.name_text, OLD.file_id, OLD.sha256, OLD.size_bytes, OLD.from_participant,
           OLD.from_text, OLD.how, OLD.handed_over_on, OLD.authority, OLD.taken_in_by_id, OLD.taken_in_at,
           OLD.same_as, OLD.packed_text)
          IS DISTINCT FROM
          (NEW.case_id, NEW.id, NEW.number, NEW.name_text, NEW.file_id, NEW.sha256, NEW.size_bytes, NEW.from_participant,
           NEW.from_text, NEW.how, NEW.handed_over_on, NEW.authority, NEW.taken_in_by_id, NEW.taken_in_at,
           NEW.same_as, NEW.packed_text))
    EXECUTE FUNCTION exhibits_original_stays();

CREATE FUNCTION exhibits_custody_stays() RETURNS trigger LANGUAGE plpgsql
AS $$ BEGIN RAISE EXCEPTION 'custody is append-only'; END $$;
CREATE TRIGGER exhibits_custody_append_only BEFORE UPDATE ON exhibits_custodyevent
    FOR EACH ROW EXECUTE FUNCTION exhibits_custody_stays();
